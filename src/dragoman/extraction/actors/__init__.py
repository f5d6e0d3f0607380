"""Actors: who each phrase means, on the day of the story."""
