"""Actors: states, organisations, groups, organs, people and classes, and every name they go by."""
