"""Pronouns that stand for actors: closed sets of English grammar, lower case."""

POSSESSIVE = frozenset({"his", "her", "its", "their", "theirs", "itself", "himself", "herself", "themselves"})
"""Those that can belong to, or take up, the subject of their own clause; reflexives among them."""
SINGULAR_PERSONS = frozenset({"he", "him", "his", "she", "her", "hers", "himself", "herself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
FIRST_PERSON = frozenset({"we", "us", "our", "ours", "ourselves", "i", "me", "my"})
PERSONAL = frozenset({"it", "its", "itself"}) | SINGULAR_PERSONS | PLURAL | FIRST_PERSON
COUNTED = frozenset({"two", "both", "three"})
"""Numbers used as nouns: "the two", "both"."""
ORDERED = {"former": 0, "latter": 1}
"""Adjectives used as nouns for one of two, with its place: "the former ... the latter"."""
