"""Qualifiers: polarity, modality, time, phase, condition and status, each with its cue."""
