"""Matches: a pattern of a lexicon found in a parse, with the tokens that fill its arguments."""

from dataclasses import dataclass

from dragoman.lexicons.patterns import Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A pattern at a trigger token. All numbers are token indexes in parse number ``parse``.

    ``words`` are the tokens of the trigger as a reader would quote it. ``clause`` is the verb (or
    copula) whose tense, negation and modals say how the match is meant. ``sources`` and
    ``targets`` are heads of the noun phrases in the two arguments, coordinations expanded.
    ``through`` are nouns of acts that an argument was reached through ("killed in *airstrikes*"):
    they are not acts of their own. ``open_source`` is True where the words name a doer whom the
    story does not resolve.
    """

    pattern: Pattern
    parse: int
    trigger: int
    words: tuple[int, ...]
    clause: int
    sources: tuple[int, ...]
    targets: tuple[int, ...]
    through: tuple[int, ...] = ()
    open_source: bool = False
