"""Stage ``predicates``: patterns found in the parses, with the actor phrases in their arguments."""

import dataclasses
from collections.abc import Iterable

from spacy.tokens import Token

from dragoman.codes.geography import Geography
from dragoman.extraction.argument_phrases import ArgumentPhrases, Side
from dragoman.extraction.arguments import governing_verb
from dragoman.extraction.draft import ActorPhrase, Draft
from dragoman.extraction.frames import Match
from dragoman.extraction.slots import SlotFinder
from dragoman.extraction.triggers import Trigger, TriggerFinder
from dragoman.lexicons.patterns import Pattern
from dragoman.records import Dropped, Span

_STATE_LENGTH = 3
_SHORT_ORGANISATIONS = frozenset({"ICC", "ICJ", "IMF", "WTO", "WHO", "GCC", "OAS", "OIC", "SCO", "CIS", "AES", "WFP", "FAO", "ILO", "IOM", "IEA", "PCA", "STL", "ADB", "EAC", "G77", "G20"})
_PLACE_STANDS_FOR_TARGET = frozenset({"ASSAULT", "COERCE", "RETREAT", "MOBILIZE"})
"""Acts whose place names the other side where nobody is named ("airstrikes in southern Lebanon")."""


def clause_of(token: Token, *, light: frozenset[str]) -> Token:
    """Return the verb whose tense, negation and modals hold for a trigger; itself if there is none."""
    if token.pos_ in ("VERB", "AUX"):
        return token
    current = token
    while current.dep_ == "conj" and current.head.pos_ in ("NOUN", "PROPN", "ADJ"):
        current = current.head
    head = current.head
    if current.dep_ in ("attr", "acomp", "oprd") and head.pos_ in ("VERB", "AUX"):
        return head
    verb = governing_verb(current)
    if verb is None or current.dep_ in ("appos", "poss"):
        return token
    if verb.lemma_ in light or current.dep_ in ("nsubjpass",):
        return verb
    return token


class PredicateStage:
    """Finds relation and event patterns and fills their arguments with actor phrases."""

    name = "predicates"
    requires = frozenset({"parses", "phrases"})
    assigns = frozenset({"relation_matches", "event_matches", "dropped"})

    def __init__(
        self,
        *,
        relations: Iterable[Pattern],
        events: Iterable[Pattern],
        light: frozenset[str],
        stances: frozenset[str],
        armed: frozenset[str],
        geography: Geography,
    ) -> None:
        events = tuple(events)
        self._relations = TriggerFinder(relations)
        self._events = TriggerFinder(events)
        self._light = light
        self._stances = stances
        self._armed = armed
        self._geography = geography
        self._acts = frozenset(
            lemma
            for pattern in events
            for lemma in pattern.lemmas
            if pattern.pos == "noun" and pattern.type in ("ASSAULT", "COERCE")
        )
        self._slots = SlotFinder(light=light)

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with ``relation_matches`` and ``event_matches``."""
        relations, dropped = self._matches(draft, self._relations, needs="both")
        events, _ = self._matches(draft, self._events, needs="any")
        return dataclasses.replace(
            draft,
            relation_matches=tuple(relations),
            event_matches=tuple(events),
            dropped=(*draft.dropped, *dropped),
        )

    def _matches(
        self, draft: Draft, finder: TriggerFinder, *, needs: str
    ) -> tuple[list[Match], list[Dropped]]:
        matches: list[Match] = []
        alone: dict[tuple[int, int], Span] = {}
        for index, parse in enumerate(draft.parses):
            phrases = ArgumentPhrases(
                draft, parse=index, finder=self._slots, acts=self._acts, stances=self._stances
            )
            for trigger in finder.find(parse.doc):
                match = self._fill(draft, trigger, phrases, parse=index, needs=needs)
                if match is not None:
                    matches.append(match)
                else:
                    alone[index, trigger.token.i] = parse.span(draft.story, trigger.token.i, trigger.token.i)
        for found in matches:
            alone.pop((found.parse, found.trigger), None)
        reason = "relation word without two actors in its arguments"
        return matches, [Dropped(span=span, reason=reason) for span in alone.values()]

    def _fill(
        self, draft: Draft, trigger: Trigger, phrases: ArgumentPhrases, *, parse: int, needs: str
    ) -> Match | None:
        pattern = trigger.pattern
        target = phrases.target(pattern.arguments.target, trigger)
        if pattern.option("facts"):
            source = phrases.near(trigger, target, geography=self._geography)
        else:
            source = phrases.source(pattern.arguments.source, trigger)
        between = phrases.between(trigger) if pattern.arguments.symmetric else Side()
        if len(between.heads) > 1:
            source = target = between
        elif pattern.arguments.symmetric:
            source, target = _paired(source, target, pattern)
        elif pattern.type in _PLACE_STANDS_FOR_TARGET and trigger.token.dep_ != "amod":
            target = phrases.others(target, source)
            if not target.heads:
                target = phrases.others(phrases.place(trigger), source)
        targets = tuple(h for h in target.heads if h not in source.heads or pattern.arguments.symmetric)
        required = next(iter(pattern.option("needs")), needs)
        if not _satisfies(required, sources=source.heads, targets=targets):
            return None
        if not (self._are(draft, parse, source.heads, pattern.option("source"))
                and self._are(draft, parse, targets, pattern.option("target"))):
            return None
        return Match(
            pattern=pattern,
            parse=parse,
            trigger=trigger.token.i,
            words=trigger.words,
            clause=clause_of(trigger.token, light=self._light).i,
            sources=source.heads,
            targets=targets,
            through=(*source.through, *target.through),
            open_source=source.blocked,
        )

    def _are(self, draft: Draft, parse: int, heads: tuple[int, ...], kinds: frozenset[str]) -> bool:
        """Whether the actors of a side are of a kind that the pattern asks for; True where it asks none."""
        if not kinds:
            return True
        phrases = (draft.phrase_at(parse, head) for head in heads)
        return all(phrase is not None and bool(kinds & self._kinds(phrase)) for phrase in phrases)

    def _kinds(self, phrase: ActorPhrase) -> frozenset[str]:
        actor = phrase.actors[0]
        if actor.actor.startswith("*"):
            return frozenset({"class"})
        if actor.actor in self._armed or actor.role == "REB":
            return frozenset({"armed", "group"})
        if actor.role == "MIL":
            return frozenset({"force", "state"})
        if len(actor.actor) == _STATE_LENGTH and actor.actor not in _SHORT_ORGANISATIONS:
            return frozenset({"state"} if actor.role in (None, "GOV", "LEG") else {"people", "state"})
        sources = {form.source for form in phrase.clues.forms}
        return frozenset({"org"} if "organisations" in sources or not sources else {"group"})


def _paired(source: Side, target: Side, pattern: Pattern) -> tuple[Side, Side]:
    """In a mutual pattern with one side empty, pair the members of the other with each other."""
    if "nopair" in pattern.options or source.blocked or target.blocked:
        return source, target
    if source.heads and not target.heads:
        return source, source
    if target.heads and not source.heads:
        return target, target
    return source, target


def _satisfies(required: str, *, sources: tuple[int, ...], targets: tuple[int, ...]) -> bool:
    if required == "both":
        return bool(sources and targets)
    if required == "source":
        return bool(sources)
    if required == "target":
        return bool(targets)
    return bool(sources or targets)
