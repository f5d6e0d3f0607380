"""What claims and events share: a match read with its qualifiers, its speakers and its actors."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.extraction.attributions.chain import cue_tokens
from dragoman.extraction.draft import ActorPhrase, Draft
from dragoman.extraction.ledgers.speakers import SpeakerChains
from dragoman.extraction.matches import Match
from dragoman.extraction.qualifiers.qualification import Qualification, qualify
from dragoman.lexicons.qualifying import QualifyingLexicon
from dragoman.records import Cues, Span, Speaker

_LONGEST_TRIGGER = 6
"""A trigger whose words stand further apart is quoted by its head alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchReading:
    """A match with everything the words around it say. ``trigger`` and ``evidence`` are quotations.

    ``together`` are the actors who speak as one with the innermost speaker, himself among them.
    """

    match: Match
    qualification: Qualification
    said_by: tuple[Speaker, ...]
    together: frozenset[str]
    trigger: Span
    evidence: Span
    condition: Span | None
    cues: Cues
    sources: tuple[ActorPhrase, ...]
    targets: tuple[ActorPhrase, ...]


class MatchReader:
    """Reads the matches of one draft. ``uttering`` are verbs that voice the noun they govern."""

    def __init__(self, draft: Draft, *, lexicon: QualifyingLexicon, uttering: frozenset[str]) -> None:
        self._draft = draft
        self._lexicon = lexicon
        self._uttering = uttering
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
            boundary=cue_tokens(parse, self._chains.attributions_at(start, end)),
            resultative=resultative,
        )
        condition = qualification.condition
        said_by = self._speakers(match, start, end)
        return MatchReading(
            match=match,
            qualification=qualification,
            said_by=said_by,
            together=self._together(match, said_by[-1]),
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

    def _speakers(self, match: Match, start: int, end: int) -> tuple[Speaker, ...]:
        """Return the chain of sources; who voices, announces or reaffirms a relation speaks for it."""
        token = self._draft.token(match.parse, match.trigger)
        chain = self._chains.at(start, end, glossed=is_gloss(token))
        verb = self._draft.token(match.parse, match.clause)
        sources = self._phrases(match, match.sources[:1])
        if token.dep_ != "dobj" or verb.lemma_ not in self._uttering or not sources or not sources[0].actors:
            return chain
        actor = sources[0].actors[0]
        said = Speaker(actor=actor.actor, role=actor.role, name=sources[0].mention.name)
        return chain if chain[-1].actor == actor.actor else (*chain, said)

    def _together(self, match: Match, speaker: Speaker) -> frozenset[str]:
        if speaker.attribution is not None:
            return self._chains.joint_speakers(speaker)
        sources = self._phrases(match, match.sources)
        return frozenset(ref.actor for phrase in sources for ref in phrase.actors)

    def _quote(self, match: Match) -> Span:
        parse = self._draft.parses[match.parse]
        first, last = min(match.words), max(match.words)
        while first > 1 and parse.doc[first - 1].text == "-":  # "non-aggression pact" is quoted whole
            first -= 2
        if last - first >= _LONGEST_TRIGGER:
            first = last = match.trigger
        return parse.span(self._draft.story, first, last)

    def _spans(self, match: Match, tokens: Iterable[int]) -> tuple[Span, ...]:
        parse = self._draft.parses[match.parse]
        return tuple(parse.span(self._draft.story, i, i) for i in tokens)

    def _phrases(self, match: Match, heads: tuple[int, ...]) -> tuple[ActorPhrase, ...]:
        found = (self._draft.phrase_at(match.parse, head) for head in heads)
        return tuple(phrase for phrase in found if phrase is not None)


def is_gloss(trigger: Token) -> bool:
    """Whether a word only describes a noun ("the *occupied* town", "*Iran-backed* militia").

    In reported speech such a description is the writer's own, unless it is quoted.
    """
    before = trigger.dep_ in ("amod", "compound", "nmod") and trigger.head.pos_ in ("NOUN", "PROPN")
    bare = not any(child.dep_ in ("aux", "auxpass") for child in trigger.children)
    loose = trigger.dep_ in ("pcomp", "dep") and trigger.tag_ == "VBN" and bare
    return trigger.pos_ in ("VERB", "ADJ") and (before or loose)
