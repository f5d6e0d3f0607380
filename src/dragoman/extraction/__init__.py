"""Extraction: a story's text becomes claims and events, stage by stage; no disk, network or screen."""
