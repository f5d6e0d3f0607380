"""Predicates: patterns of the lexicons found in a parse, with the actor phrases in their arguments."""
