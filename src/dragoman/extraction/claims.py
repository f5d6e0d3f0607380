"""Stage ``claims``: relation matches between two resolved actors, each with its cues and its speaker."""

import dataclasses
from collections.abc import Mapping

from dragoman.codes.relations import RelationType
from dragoman.extraction.confidence import claim_confidence
from dragoman.extraction.draft import Draft
from dragoman.extraction.readings import MatchReader, MatchReading, dyads, strongest
from dragoman.lexicons.qualifying import QualifyingLexicon
from dragoman.records import ActorRef, Claim, Dropped, Modality, Phase, Polarity

_RESULTATIVE = frozenset(
    {
        "recognition",
        "diplomatic_ties",
        "sanctions",
        "territorial",
        "member_of",
        "strategic_partnership",
        "alliance",
        "pact",
        "union",
    }
)
"""Relations that a finished act leaves standing ("recognised Kosovo in 2008": it still does)."""
_REFERRING = frozenset({"such", "this", "that", "same", "these"})
_LOOK_BACK = 3
_STATE_LENGTH = 3
_UNKNOWN = "XXX"
_PRIVATE = frozenset({"CVL", "LAB", "EDU", "SOC", "BUS", "CRM", "REF", "MED", "REL", "ELI", "PTY"})
_CONTRAST = frozenset({"but", "rather", "instead", "more", "less", "yet", "although", "though"})


class ClaimStage:
    """Makes claims of relation matches."""

    name = "claims"
    requires = frozenset({"relation_matches", "attributions", "phrases"})
    assigns = frozenset({"claims", "dropped"})

    def __init__(
        self,
        *,
        lexicon: QualifyingLexicon,
        relations: Mapping[str, RelationType],
        grades: frozenset[str],
    ) -> None:
        self._lexicon = lexicon
        self._relations = relations
        self._grades = grades

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with ``claims`` in order of text."""
        reader = MatchReader(draft, lexicon=self._lexicon)
        claims: list[Claim] = []
        dropped: list[Dropped] = []
        seen: set[tuple[object, ...]] = set()
        statements = 0
        for match in strongest(draft.relation_matches):
            reading = reader.read(match, resultative=match.pattern.type in _RESULTATIVE)
            made = 0
            for pair in dyads(reading):
                subject, object_ = self._completed(draft, reading, pair, claims)
                reason = _reason_against(subject, object_)
                if reason is not None or subject is None or object_ is None:
                    dropped.append(Dropped(span=reading.trigger, reason=reason or "one actor only"))
                    continue
                claim = self._claim(
                    draft, reading, subject, object_, number=len(claims), statement=statements
                )
                key = self._key(claim)
                if key in seen:
                    continue
                seen.add(key)
                claims.append(claim)
                made += 1
            statements += bool(made)
        claims.sort(key=lambda claim: (claim.trigger.start_char, claim.id))
        return dataclasses.replace(
            draft, claims=_linked(_numbered(claims)), dropped=(*draft.dropped, *dropped)
        )

    def _completed(
        self,
        draft: Draft,
        reading: MatchReading,
        pair: tuple[ActorRef | None, ActorRef | None],
        claims: list[Claim],
    ) -> tuple[ActorRef | None, ActorRef | None]:
        """Take the other side of "such a partnership" from the claim it refers back to."""
        subject, object_ = pair
        trigger = draft.token(reading.match.parse, reading.match.trigger)
        refers = any(child.lower_ in _REFERRING for child in trigger.lefts)
        if subject is None or object_ is not None or not refers:
            return _at_home(reading, subject, object_)
        for claim in reversed(claims[-_LOOK_BACK:]):
            sides = (claim.subject, claim.object)
            others = [side for side in sides if side.actor != subject.actor]
            if claim.relation == reading.match.pattern.type and len(others) == 1:
                return subject, others[0]
        return subject, object_

    def _claim(
        self,
        draft: Draft,
        reading: MatchReading,
        subject: ActorRef,
        object_: ActorRef,
        *,
        number: int,
        statement: int,
    ) -> Claim:
        pattern, judged = reading.match.pattern, reading.qualification
        doc = draft.parses[reading.match.parse].doc
        polarity = _turned(judged.polarity, pattern.option("polarity"))
        phase = next((Phase(value) for value in pattern.option("phase")), judged.phase)
        return Claim(
            id=f"c{number + 1}",
            relation=pattern.type,
            grade=self._grade(draft, reading),
            label=" ".join(doc[i].text for i in reading.match.words).lower(),
            subject=subject,
            object=object_,
            polarity=polarity,
            modality=next((Modality(value) for value in pattern.option("modality")), judged.modality),
            time=judged.time,
            phase=phase,
            condition=reading.condition,
            said_by=reading.said_by,
            statement=f"s{statement + 1}",
            contrast_with=None,
            evidence=reading.evidence,
            trigger=reading.trigger,
            cues=reading.cues,
            confidence=claim_confidence(draft, reading),
            rule=pattern.id,
        )

    def _grade(self, draft: Draft, reading: MatchReading) -> str | None:
        token = draft.token(reading.match.parse, reading.match.trigger)
        graded = [child.lower_ for child in token.lefts if child.lower_ in self._grades]
        return " ".join(graded) or None

    def _key(self, claim: Claim) -> tuple[object, ...]:
        """Two rows of one sentence that differ in nothing a reader would see are one (ruling 8)."""
        pair = (claim.subject.actor, claim.subject.role), (claim.object.actor, claim.object.role)
        if self._relations[claim.relation].symmetric:
            pair = (min(pair, key=str), max(pair, key=str))
        speaker = claim.said_by[-1]
        return (
            claim.evidence.start_char,
            claim.relation,
            pair,
            claim.polarity,
            claim.modality,
            claim.time,
            (speaker.actor, speaker.role, speaker.name),
        )


def _turned(polarity: Polarity, preset: frozenset[str]) -> Polarity:
    """Apply a pattern's own polarity: "independent of" denies dependence, "not independent" affirms it."""
    if "denied" not in preset:
        return polarity
    return Polarity.AFFIRMED if polarity is Polarity.DENIED else Polarity.DENIED


def _at_home(
    reading: MatchReading, subject: ActorRef | None, object_: ActorRef | None
) -> tuple[ActorRef | None, ActorRef | None]:
    """Take rebels of no named country who fight a government for rebels of that country."""
    if reading.match.pattern.type != "belligerency" or subject is None or object_ is None:
        return subject, object_
    if (subject.actor, subject.role) == (_UNKNOWN, "REB") and object_.role == "GOV":
        return dataclasses.replace(subject, actor=object_.actor), object_
    return subject, object_


def _reason_against(subject: ActorRef | None, object_: ActorRef | None) -> str | None:
    if subject is None or object_ is None:
        return "relation word whose second actor the story does not resolve"
    if (subject.actor, subject.role) == (object_.actor, object_.role):
        return "relation of an actor to itself"
    if subject.actor == object_.actor and (
        len(subject.actor) != _STATE_LENGTH or not {subject.role, object_.role} & {"REB", "OPP", "CVL", "SET"}
    ):
        return "relation inside one state"
    if (
        (subject.role in _PRIVATE
        and subject.actor == _UNKNOWN)
        or (object_.role in _PRIVATE
        and object_.actor == _UNKNOWN)
    ):
        return "relation of people who cannot be told"
    return None


def _numbered(claims: list[Claim]) -> list[Claim]:
    statements: dict[str, str] = {}
    for claim in claims:
        statements.setdefault(claim.statement, f"s{len(statements) + 1}")
    return [
        dataclasses.replace(claim, id=f"c{number}", statement=statements[claim.statement])
        for number, claim in enumerate(claims, start=1)
    ]


def _linked(claims: list[Claim]) -> tuple[Claim, ...]:
    """Link "not A but B": two claims of one pair and sentence, one denied and one affirmed."""
    linked: list[Claim] = []
    for claim in claims:
        earlier = next((other for other in reversed(linked) if _contrasts(other, claim)), None)
        linked.append(dataclasses.replace(claim, contrast_with=earlier.id) if earlier is not None else claim)
    return tuple(linked)


def _contrasts(first: Claim, second: Claim) -> bool:
    if first.evidence != second.evidence or first.polarity == second.polarity:
        return False
    if {first.subject.actor, first.object.actor} != {second.subject.actor, second.object.actor}:
        return False
    start = first.trigger.start_char - first.evidence.start_char
    end = second.trigger.end_char - first.evidence.start_char
    return bool(_CONTRAST & set(first.evidence.text[start:end].lower().replace(",", " ").split()))
