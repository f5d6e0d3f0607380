"""Mentions: noun phrases that name or describe an actor, with what they say of him."""
