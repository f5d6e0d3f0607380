"""Stage ``claims``: relation matches between two resolved actors, each with its cues and its speaker."""

import dataclasses
from collections.abc import Mapping

from dragoman.codes.actors.phrases.sectors import Sectors
from dragoman.codes.relations import RelationType
from dragoman.extraction.draft import Draft
from dragoman.extraction.ledgers.choices import strongest
from dragoman.extraction.ledgers.confidence import confidence_of
from dragoman.extraction.ledgers.contrasts import linked
from dragoman.extraction.ledgers.dyads import dyads, first_named_first
from dragoman.extraction.ledgers.readings import MatchReader, MatchReading
from dragoman.extraction.ledgers.sides import completed, reason_against
from dragoman.extraction.ledgers.speakers import own_word
from dragoman.extraction.matches import Match
from dragoman.lexicons.constructions import Constructions
from dragoman.lexicons.qualifying import QualifyingLexicon
from dragoman.records import ActorRef, Claim, Dropped, Modality, Phase, Polarity


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
        states: frozenset[str],
        sectors: Sectors,
        constructions: Constructions,
    ) -> None:
        self._lexicon = lexicon
        self._relations = relations
        self._grades = grades
        self._states = states
        self._sectors = sectors
        self._words = constructions

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with ``claims`` in order of text."""
        reader = MatchReader(draft, lexicon=self._lexicon, uttering=self._words.uttering)
        claims: dict[tuple[object, ...], Claim] = {}
        dropped: list[Dropped] = []
        for statement, match in enumerate(strongest(draft.relation_matches)):
            reading = reader.read(match, resultative=self._is_resultative(draft, match))
            for dyad in dyads(reading, sectors=self._sectors):
                subject, object_ = completed(draft, reading, dyad, claims=list(claims.values()))
                if self._relations[match.pattern.type].symmetric:
                    subject, object_ = first_named_first(subject, object_)
                reason = reason_against((subject, object_), states=self._states, sectors=self._sectors)
                if reason is not None or subject is None or object_ is None:
                    dropped.append(Dropped(span=reading.trigger, reason=reason or "one actor only"))
                    continue
                claim = self._claim(draft, reading, subject, object_, statement=statement)
                claims.setdefault(self._identity(claim), claim)
        ordered = sorted(
            claims.values(), key=lambda claim: (claim.trigger.start_char, int(claim.statement[1:]))
        )
        return dataclasses.replace(
            draft,
            claims=linked(_numbered(ordered), words=self._words.contrast),
            dropped=(*draft.dropped, *dropped),
        )

    def _claim(
        self, draft: Draft, reading: MatchReading, subject: ActorRef, object_: ActorRef, *, statement: int
    ) -> Claim:
        pattern, judged = reading.match.pattern, reading.qualification
        doc = draft.parses[reading.match.parse].doc
        return Claim(
            id="",
            relation=pattern.type,
            grade=self._grade(draft, reading),
            label=" ".join(doc[i].lower_ for i in reading.match.words),
            subject=subject,
            object=object_,
            polarity=_turned(judged.polarity, pattern.option("polarity")),
            modality=next((Modality(value) for value in pattern.option("modality")), judged.modality),
            time=judged.time,
            phase=next((Phase(value) for value in pattern.option("phase")), judged.phase),
            condition=reading.condition,
            said_by=own_word(reading.said_by, subject, together=reading.together),
            statement=f"s{statement}",
            contrast_with=None,
            evidence=reading.evidence,
            trigger=reading.trigger,
            cues=reading.cues,
            confidence=confidence_of(reading),
            rule=pattern.id,
        )

    def _is_resultative(self, draft: Draft, match: Match) -> bool:
        """Whether a past verb leaves the relation standing: "recognised", but not "was an ally"."""
        clause = draft.token(match.parse, match.clause)
        return self._relations[match.pattern.type].resultative and clause.lemma_ not in self._words.lasting

    def _grade(self, draft: Draft, reading: MatchReading) -> str | None:
        token = draft.token(reading.match.parse, reading.match.trigger)
        graded = [child.lower_ for child in token.lefts if child.lower_ in self._grades]
        return " ".join(graded) or None

    def _identity(self, claim: Claim) -> tuple[object, ...]:
        """Two rows of one sentence that differ in nothing a reader would see are one."""
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


def _numbered(claims: list[Claim]) -> list[Claim]:
    statements: dict[str, str] = {}
    for claim in claims:
        statements.setdefault(claim.statement, f"s{len(statements) + 1}")
    return [
        dataclasses.replace(claim, id=f"c{number}", statement=statements[claim.statement])
        for number, claim in enumerate(claims, start=1)
    ]
