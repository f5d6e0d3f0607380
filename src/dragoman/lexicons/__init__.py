"""Lexicons: which words, in which construction, carry a relation, an act, a speaker or a qualifier."""
