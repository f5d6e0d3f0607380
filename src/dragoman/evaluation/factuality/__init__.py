"""Factuality: how sure the author is that an event happened, by the program and by people."""
