"""Choices between matches: which line of the lexicon wins a word, and which words are acts at all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from dragoman.extraction.draft import Draft
from dragoman.extraction.matches import Match
from dragoman.lexicons.patterns import CONDITIONS

_WEIGHTS = {**dict.fromkeys(CONDITIONS, 1), "source": 2, "target": 2}
"""How much each condition says about what is meant; who it is done to says more than how."""


def strongest(matches: Iterable[Match]) -> Iterator[Match]:
    """Keep, for each trigger, the match whose pattern asks for most; of equals, the first listed.

    "Military help" is help with arms, not help: the line with more conditions wins the word.
    """
    by_trigger: dict[tuple[int, int], list[Match]] = defaultdict(list)
    for match in matches:
        by_trigger[match.parse, match.trigger].append(match)
    for candidates in by_trigger.values():
        yield max(candidates, key=_specificity)


def _specificity(match: Match) -> tuple[int, int]:
    """Rank a line that names both sides first, then the one with more conditions."""
    conditions = sum(weight for name, weight in _WEIGHTS.items() if name in match.pattern.options)
    both = bool(match.sources) and bool(match.targets) and match.sources != match.targets
    return int(both), conditions


def acts_of_their_own(draft: Draft, matches: Iterable[Match]) -> Iterator[Match]:
    """Leave out words that another match already tells.

    That is a noun that a verb carries ("launched an *attack*") or that an actor was reached through
    ("killed in *airstrikes*"), and a participle before a noun ("the *brokered* truce"), which is
    background.
    """
    kept = list(matches)
    tellers = {
        (match.parse, word): match
        for match in kept
        for word in (*match.through, *(match.words if match.pattern.pos == "verb" else ()))
        if word != match.trigger
    }
    for match in kept:
        teller = tellers.get((match.parse, match.trigger))
        if teller is not None and _tells(teller, match) and not _is_fuller(match, teller, tellers):
            continue
        token = draft.token(match.parse, match.trigger)
        if token.dep_ not in ("amod", "pcomp") or token.tag_ not in ("VBN", "VBD", "JJ"):
            yield match


def _is_fuller(match: Match, teller: Match, tellers: dict[tuple[int, int], Match]) -> bool:
    """Whether two matches tell each other, and this one names both sides where the other does not.

    "Threatened to *cut* aid to Mali": the threat is told at the cut, which names Mali.
    """
    mutual = tellers.get((teller.parse, teller.trigger)) is match
    mine, other = _specificity(match), _specificity(teller)
    return mutual and (mine > other or (mine == other and match.trigger < teller.trigger))


def _tells(teller: Match, match: Match) -> bool:
    """Whether one match already tells another: the same act, its way there, or what is refused."""
    same = teller.pattern.type == match.pattern.type
    return same or teller.pattern.type in ("THREATEN", "REJECT") or match.trigger in teller.through
