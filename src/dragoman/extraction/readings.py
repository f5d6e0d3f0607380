"""What claims and events share: a match read with its qualifiers, its speakers and its actors."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.extraction.draft import ActorPhrase, Draft
from dragoman.extraction.matches import Match
from dragoman.extraction.qualifiers import Qualification, qualify
from dragoman.extraction.speakers import SpeakerChains
from dragoman.lexicons.qualifying import QualifyingLexicon
from dragoman.records import ActorRef, Cues, Span, Speaker

_CONDITIONS = {"mod": 1, "case": 1, "prt": 1, "noun": 1, "gov": 1, "comp": 1, "source": 2, "target": 2}
"""How much each condition says about what is meant; who it is done to says more than how."""
_LONGEST_TRIGGER = 6
"""A trigger whose words stand further apart is quoted by its head alone."""


STATE_ROLES = frozenset({None, "GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
"""Roles that act for the state itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchReading:
    """A match with everything the words around it say. ``trigger`` and ``evidence`` are quotations."""

    match: Match
    qualification: Qualification
    said_by: tuple[Speaker, ...]
    trigger: Span
    evidence: Span
    condition: Span | None
    cues: Cues
    sources: tuple[ActorPhrase, ...]
    targets: tuple[ActorPhrase, ...]


class MatchReader:
    """Reads the matches of one draft."""

    def __init__(self, draft: Draft, *, lexicon: QualifyingLexicon) -> None:
        self._draft = draft
        self._lexicon = lexicon
        self._chains = SpeakerChains(draft)

    def read(self, match: Match, *, resultative: bool = False) -> MatchReading:
        """Return a match with qualifiers, speakers, quotations and the phrases in its arguments."""
        draft, parse = self._draft, self._draft.parses[match.parse]
        doc = parse.doc
        start, end = parse.starts[match.trigger], parse.ends[match.trigger]
        qualification = qualify(
            doc,
            trigger=match.trigger,
            clause=match.clause,
            lexicon=self._lexicon,
            boundary=self._boundary(match, start, end),
            resultative=resultative,
        )
        condition = qualification.condition
        return MatchReading(
            match=match,
            qualification=qualification,
            said_by=self._chains.at(start, end),
            trigger=self._quote(match),
            evidence=draft.sentences[parse.sentence].span,
            condition=parse.span(draft.story, *condition) if condition is not None else None,
            cues=Cues(
                negation=self._spans(match, qualification.negation),
                modality=self._spans(match, qualification.modal),
                time=self._spans(match, qualification.temporal),
            ),
            sources=self._phrases(match, match.sources),
            targets=self._phrases(match, match.targets),
        )

    def _boundary(self, match: Match, start: int, end: int) -> frozenset[int]:
        parse = self._draft.parses[match.parse]
        cues = [a.cue for a in self._chains.attributions_at(start, end) if a.cue is not None]
        return frozenset(
            token.i
            for token in parse.doc
            for cue in cues
            if cue.start_char <= parse.starts[token.i] < cue.end_char
        )

    def _quote(self, match: Match) -> Span:
        parse = self._draft.parses[match.parse]
        first, last = min(match.words), max(match.words)
        if last - first >= _LONGEST_TRIGGER:
            first = last = match.trigger
        return parse.span(self._draft.story, first, last)

    def _spans(self, match: Match, tokens: Iterable[int]) -> tuple[Span, ...]:
        parse = self._draft.parses[match.parse]
        return tuple(parse.span(self._draft.story, i, i) for i in tokens)

    def _phrases(self, match: Match, heads: tuple[int, ...]) -> tuple[ActorPhrase, ...]:
        found = (self._draft.phrase_at(match.parse, head) for head in heads)
        return tuple(phrase for phrase in found if phrase is not None)


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
    """A line that names both sides comes first, then the one with more conditions."""
    conditions = sum(weight for name, weight in _CONDITIONS.items() if name in match.pattern.options)
    both = bool(match.sources) and bool(match.targets) and match.sources != match.targets
    return int(both), conditions


def dyads(reading: MatchReading) -> Iterator[tuple[ActorRef | None, ActorRef | None]]:
    """Yield the ordered pairs of actors of a match, each unordered pair once where it is mutual."""
    sources = _distinct(ref for phrase in reading.sources for ref in phrase.actors)
    targets = _distinct(ref for phrase in reading.targets for ref in phrase.actors)
    if reading.match.pattern.arguments.symmetric:
        members = sources if _same(sources, targets) else [*sources, *targets]
        if _same(sources, targets) or not sources or not targets:
            for i, first in enumerate(members):
                for second in members[i + 1 :]:
                    yield first, second
            if len(members) == 1:
                yield members[0], None
            return
        if reading.match.pattern.cameo is None and _position(reading.targets[0]) < _position(
            reading.sources[0]
        ):
            sources, targets = targets, sources
    for source in sources or [None]:  # type: ignore[list-item]
        for target in targets or [None]:  # type: ignore[list-item]
            if source is not None or target is not None:
                yield source, target


def _position(phrase: ActorPhrase) -> tuple[int, int]:
    return phrase.parse, phrase.head


def _distinct(refs: Iterable[ActorRef]) -> list[ActorRef]:
    """Keep the first reference to each actor; a government and its state are one."""
    found: dict[tuple[str, str | None], ActorRef] = {}
    for ref in refs:
        found.setdefault((ref.actor, None if ref.role in STATE_ROLES else ref.role), ref)
    return list(found.values())


def _same(sources: list[ActorRef], targets: list[ActorRef]) -> bool:
    return {ref.mention for ref in sources} == {ref.mention for ref in targets}


def words_of(match: Match, token: Token) -> str:
    """Return the words of a trigger as used, lower case, in order of text."""
    return " ".join(token.doc[i].lower_ for i in match.words)
