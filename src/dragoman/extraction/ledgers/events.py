"""Stage ``events``: event matches coded in PLOVER and CAMEO, with status and speakers."""

import dataclasses
from collections.abc import Mapping

from dragoman.codes.actors.phrases.sectors import Sectors
from dragoman.codes.cameo import CameoCode
from dragoman.codes.plover import PloverType
from dragoman.extraction.draft import Draft
from dragoman.extraction.ledgers.choices import acts_of_their_own, strongest
from dragoman.extraction.ledgers.confidence import confidence_of
from dragoman.extraction.ledgers.dyads import Dyad, dyads, is_one
from dragoman.extraction.ledgers.readings import MatchReader, MatchReading
from dragoman.extraction.ledgers.speakers import own_word
from dragoman.extraction.ledgers.stances import is_reflexive, reason_against_act
from dragoman.lexicons.constructions import Constructions
from dragoman.lexicons.qualifying import QualifyingLexicon
from dragoman.records import DatePrecision, Dropped, Event, EventDate, PloverCode, Status


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
        sectors: Sectors,
        constructions: Constructions,
    ) -> None:
        self._lexicon = lexicon
        self._plover = plover
        self._cameo = cameo
        self._sectors = sectors
        self._words = constructions

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with ``events`` in order of text."""
        reader = MatchReader(draft, lexicon=self._lexicon, uttering=self._words.uttering)
        events: dict[tuple[object, ...], Event] = {}
        dropped: list[Dropped] = []
        for act, match in enumerate(acts_of_their_own(draft, strongest(draft.event_matches))):
            reading = reader.read(match)
            general = self._reason_against_match(draft, reading)
            if general is not None:
                dropped.append(Dropped(span=reading.trigger, reason=general))
                continue
            for dyad in dyads(reading, sectors=self._sectors):
                reason = self._reason_against(reading, dyad)
                if reason is not None:
                    dropped.append(Dropped(span=reading.trigger, reason=reason))
                    continue
                event = self._event(draft, reading, dyad, act=act)
                events.setdefault(_identity(event), event)
        ordered = sorted(events.values(), key=lambda event: (event.trigger.start_char, int(event.act[1:])))
        return dataclasses.replace(draft, events=_numbered(ordered), dropped=(*draft.dropped, *dropped))

    def _reason_against_match(self, draft: Draft, reading: MatchReading) -> str | None:
        if is_reflexive(reading):
            return "several actors, each toward its own"
        return reason_against_act(draft, reading, stative=self._words.stative)

    def _reason_against(self, reading: MatchReading, dyad: Dyad) -> str | None:
        source, target = dyad
        pattern = reading.match.pattern
        if source is None and reading.match.open_source:
            return "event word whose doer the story does not resolve"
        if source is None or target is None:
            if "mutual" in self._plover[pattern.type].traits or "both" in pattern.option("needs"):
                return "event word that needs two actors, with one"
            if target is None and self._plover[pattern.type].requires_recipient:
                return f"{pattern.type} without a recipient"
            return None
        return "event of an actor toward itself" if is_one(source, target, sectors=self._sectors) else None

    def _event(self, draft: Draft, reading: MatchReading, dyad: Dyad, *, act: int) -> Event:
        source, target = dyad
        pattern = reading.match.pattern
        code = self._cameo[pattern.cameo or ""]
        published = draft.story.published_on
        return Event(
            id="",
            source=source,
            target=target,
            plover=PloverCode(type=pattern.type, mode=pattern.mode),
            cameo=code.code,
            goldstein=code.goldstein,
            quad=self._plover[pattern.type].quad,
            date=EventDate(start=published, end=published, precision=DatePrecision.PUBLICATION),
            place=None,
            status=next((Status(v) for v in pattern.option("status")), reading.qualification.status),
            said_by=own_word(reading.said_by, source, together=reading.together),
            act=f"t{act}",
            reciprocal=pattern.arguments.symmetric and source is not None and target is not None,
            evidence=reading.evidence,
            trigger=reading.trigger,
            cues=reading.cues,
            confidence=confidence_of(reading),
            rule=pattern.id,
        )


def _identity(event: Event) -> tuple[object, ...]:
    """Two rows of one sentence that differ in nothing a reader would see are one."""
    sides = [(ref.actor, ref.role) if ref is not None else None for ref in (event.source, event.target)]
    speaker = event.said_by[-1]
    return (
        event.evidence.start_char,
        event.plover.type,
        event.trigger.start_char if event.plover.type != "CONSULT" else None,
        tuple(sorted(sides, key=str)) if event.reciprocal else tuple(sides),
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
