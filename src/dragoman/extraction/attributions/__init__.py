"""Attributions: source, cue and content of every report and quotation (PARC 3.0, PolNeAR)."""
