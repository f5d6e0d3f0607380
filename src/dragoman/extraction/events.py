"""Stage ``events``: event matches coded in PLOVER and CAMEO, with status and speakers."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping

from dragoman.codes.cameo import CameoCode
from dragoman.codes.plover import PloverType
from dragoman.extraction.confidence import claim_confidence
from dragoman.extraction.draft import Draft
from dragoman.extraction.matches import Match
from dragoman.extraction.readings import STATE_ROLES, MatchReader, MatchReading, dyads, strongest
from dragoman.lexicons.qualifying import QualifyingLexicon
from dragoman.records import (
    ActorRef,
    DatePrecision,
    Dropped,
    Event,
    EventDate,
    PloverCode,
    Status,
)

_STANCES = frozenset({"SUPPORT", "COOPERATE", "AID", "REJECT"})
_GOODWILL = frozenset({"SUPPORT", "AGREE", "CONCEDE", "COOPERATE", "AID"})
"""Acts whose denial is a refusal, told by words of its own."""
_STATIVE = frozenset(
    ["support", "back", "favour", "favor", "oppose", "cooperate", "collaborate", "work", "ally", "aid", "fund", "finance", "assist"]
)
"""Verbs that tell an attitude unless a past tense or an object makes an act of them."""


class EventStage:
    """Makes events of event matches."""

    name = "events"
    requires = frozenset({"event_matches", "attributions", "phrases"})
    assigns = frozenset({"events", "dropped"})

    def __init__(
        self,
        *,
        lexicon: QualifyingLexicon,
        plover: Mapping[str, PloverType],
        cameo: Mapping[str, CameoCode],
    ) -> None:
        self._lexicon = lexicon
        self._plover = plover
        self._cameo = cameo

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with ``events`` in order of text."""
        reader = MatchReader(draft, lexicon=self._lexicon)
        events: list[Event] = []
        dropped: list[Dropped] = []
        seen: set[tuple[object, ...]] = set()
        for act, match in enumerate(_acts(draft, strongest(draft.event_matches))):
            reading = reader.read(match)
            if _is_reflexive(reading):
                dropped.append(Dropped(span=reading.trigger, reason="several actors, each toward its own"))
                continue
            for source, target in _actor_dyads(reading):
                reason = self._reason_against(draft, reading, source, target)
                if reason is not None:
                    dropped.append(Dropped(span=reading.trigger, reason=reason))
                    continue
                event = self._event(draft, reading, source, target, act=act)
                key = _key(event)
                if key not in seen:
                    seen.add(key)
                    events.append(event)
        events.sort(key=lambda event: (event.trigger.start_char, event.act))
        return dataclasses.replace(draft, events=_numbered(events), dropped=(*draft.dropped, *dropped))

    def _reason_against(
        self, draft: Draft, reading: MatchReading, source: ActorRef | None, target: ActorRef | None
    ) -> str | None:
        needs = reading.match.pattern.option("needs")
        if source is None and target is None:
            return "event word without an actor that the story resolves"
        if source is None and reading.match.open_source:
            return "event word whose doer the story does not resolve"
        if reading.match.pattern.type == "CONSULT" and (source is None or target is None):
            return "talks with one known side"
        if "both" in needs and (source is None or target is None):
            return "event word that needs two actors, with one"
        if source is not None and target is not None and _is_one(source, target):
            return "event of an actor toward itself"
        if _is_short_of_an_act(reading):
            return "spoken of, and not said to have been done or decided"
        if _is_stance(draft, reading):
            return "a standing stance, which is a claim and no act"
        if target is None and self._plover[reading.match.pattern.type].requires_recipient:
            return f"{reading.match.pattern.type} without a recipient"
        return None

    def _event(
        self,
        draft: Draft,
        reading: MatchReading,
        source: ActorRef | None,
        target: ActorRef | None,
        *,
        act: int,
    ) -> Event:
        pattern = reading.match.pattern
        code = self._cameo[pattern.cameo or ""]
        status = next((Status(value) for value in pattern.option("status")), reading.qualification.status)
        published = draft.story.published_on
        return Event(
            id="e",
            source=source,
            target=target,
            plover=PloverCode(type=pattern.type, mode=pattern.mode),
            cameo=code.code,
            goldstein=code.goldstein,
            quad=self._plover[pattern.type].quad,
            date=EventDate(start=published, end=published, precision=DatePrecision.PUBLICATION),
            place=None,
            status=status,
            said_by=reading.said_by,
            act=f"t{act}",
            reciprocal=pattern.arguments.symmetric and source is not None and target is not None,
            evidence=reading.evidence,
            trigger=reading.trigger,
            cues=reading.cues,
            confidence=claim_confidence(draft, reading),
            rule=pattern.id,
        )


def _acts(draft: Draft, matches: Iterable[Match]) -> Iterator[Match]:
    """Leave out what is no act of its own: a noun that another match is told with or through,
    and a participle before a noun ("the U.S.-brokered truce"), which is background.
    """
    kept = list(matches)
    taken = {
        (match.parse, i): match
        for match in kept
        for i in (*match.through, *(match.words if match.pattern.pos == "verb" else ()))
        if i != match.trigger
    }
    for match in kept:
        token = draft.token(match.parse, match.trigger)
        teller = taken.get((match.parse, match.trigger))
        if teller is not None and (
            teller.pattern.type == match.pattern.type or match.trigger in teller.through
        ):
            continue
        if token.dep_ in ("amod", "pcomp") and token.tag_ in ("VBN", "VBD", "JJ"):
            continue
        yield match


def _actor_dyads(reading: MatchReading) -> Iterator[tuple[ActorRef | None, ActorRef | None]]:
    """Yield the dyads; an unknown actor ("gunmen") counts as none on the source side."""
    yield from dyads(reading)


def _is_reflexive(reading: MatchReading) -> bool:
    """Whether several actors act each on its own ("the four states evacuated their nationals")."""
    sources = {ref.actor for phrase in reading.sources for ref in phrase.actors}
    targets = {ref.actor for phrase in reading.targets for ref in phrase.actors}
    return len(sources) > 1 and sources == targets and not reading.match.pattern.arguments.symmetric


def _is_one(source: ActorRef, target: ActorRef) -> bool:
    if source.actor != target.actor:
        return False
    return source.role == target.role or {source.role, target.role} <= STATE_ROLES


def _is_short_of_an_act(reading: MatchReading) -> bool:
    """Whether a wish or a refusal is told where the pattern asks for the act itself."""
    status = reading.qualification.status
    if "happened" in reading.match.pattern.option("when") and status not in (Status.HAPPENED, Status.ONGOING):
        return True
    return status is Status.DENIED and reading.match.pattern.type in _GOODWILL


def _is_stance(draft: Draft, reading: MatchReading) -> bool:
    """Whether the words tell a lasting attitude or cooperation, not an act on a day (ruling 7)."""
    match = reading.match
    token = draft.token(match.parse, match.trigger)
    if match.pattern.type not in _STANCES or match.pattern.option("noun"):
        return False
    if token.pos_ in ("NOUN", "PROPN"):
        return match.clause == match.trigger
    if token.tag_ in ("VBZ", "VBP", "VBG"):
        return token.lemma_ in _STATIVE
    return token.tag_ == "VBN" and token.dep_ in ("acl", "amod", "advcl") and token.lemma_ in _STATIVE


def _key(event: Event) -> tuple[object, ...]:
    sides = tuple((ref.actor, ref.role) if ref is not None else None for ref in (event.source, event.target))
    if event.reciprocal:
        sides = tuple(sorted(sides, key=str))
    speaker = event.said_by[-1]
    return (
        event.evidence.start_char,
        event.plover.type,
        event.trigger.start_char if event.plover.type != "CONSULT" else None,
        sides,
        event.status,
        (speaker.actor, speaker.name),
    )


def _numbered(events: list[Event]) -> tuple[Event, ...]:
    acts: dict[str, str] = {}
    for event in events:
        acts.setdefault(event.act, f"t{len(acts) + 1}")
    return tuple(
        dataclasses.replace(event, id=f"e{number}", act=acts[event.act])
        for number, event in enumerate(events, start=1)
    )
