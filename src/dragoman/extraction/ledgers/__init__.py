"""Ledgers: claims and events made of matches, each with its cues, its speakers and its evidence."""
