"""Stage ``predicates``: patterns found in the parses, with the actor phrases in their arguments."""

import dataclasses
from collections.abc import Iterable

from spacy.tokens import Token

from dragoman.extraction.arguments import governing_verb
from dragoman.extraction.draft import Draft
from dragoman.extraction.frames import Match
from dragoman.extraction.slots import SlotFinder
from dragoman.extraction.triggers import Trigger, TriggerFinder
from dragoman.lexicons.patterns import Pattern
from dragoman.records import Dropped, Span

_TRANSPARENT_DEPS = ("poss", "amod", "compound", "nmod")


class _Arguments:
    """Finds which actor phrases of one parse fill the slots of a trigger."""

    def __init__(self, draft: Draft, *, parse: int, finder: SlotFinder) -> None:
        self._draft = draft
        self._parse = parse
        self._finder = finder

    def side(self, slots: tuple[str, ...], trigger: Trigger, *, loose: bool) -> tuple[int, ...]:
        """Return the heads of the actor phrases in the first slot that has any."""
        for group in slots:
            heads: list[int] = []
            for slot in group.split("+"):
                for token in self._finder.find(slot.strip(), trigger.token, trigger.companion):
                    if slot != "self" and token.i in (trigger.token.i,):
                        continue
                    head = self._actor_head(token, loose=loose)
                    if head is not None and head not in heads:
                        heads.append(head)
            if heads:
                return tuple(heads)
        return ()

    def _actor_head(self, token: Token, *, loose: bool) -> int | None:
        if self._draft.phrase_at(self._parse, token.i) is not None:
            return token.i
        if not loose:
            return None
        for child in token.children:
            if child.dep_ in _TRANSPARENT_DEPS and self._draft.phrase_at(self._parse, child.i) is not None:
                return child.i
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in ("of", "by", "in"):
                for grand in child.children:
                    if self._draft.phrase_at(self._parse, grand.i) is not None:
                        return grand.i
        return None


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
        self, *, relations: Iterable[Pattern], events: Iterable[Pattern], light: frozenset[str]
    ) -> None:
        self._relations = TriggerFinder(relations)
        self._events = TriggerFinder(events)
        self._light = light
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
            arguments = _Arguments(draft, parse=index, finder=self._slots)
            for trigger in finder.find(parse.doc):
                match = self._fill(trigger, arguments, parse=index, needs=needs)
                if match is not None:
                    matches.append(match)
                else:
                    alone[index, trigger.token.i] = parse.span(draft.story, trigger.token.i, trigger.token.i)
        for found in matches:
            alone.pop((found.parse, found.trigger), None)
        reason = "relation word without two actors in its arguments"
        return matches, [Dropped(span=span, reason=reason) for span in alone.values()]

    def _fill(self, trigger: Trigger, arguments: _Arguments, *, parse: int, needs: str) -> Match | None:
        pattern = trigger.pattern
        loose = "loose" in pattern.options
        sources = arguments.side(pattern.arguments.source, trigger, loose=False)
        targets = arguments.side(pattern.arguments.target, trigger, loose=loose)
        if pattern.arguments.symmetric:
            sources, targets = _paired(sources, targets)
        targets = tuple(head for head in targets if head not in sources or pattern.arguments.symmetric)
        required = next(iter(pattern.option("needs")), needs)
        if not _satisfies(required, sources=sources, targets=targets):
            return None
        return Match(
            pattern=pattern,
            parse=parse,
            trigger=trigger.token.i,
            words=trigger.words,
            clause=clause_of(trigger.token, light=self._light).i,
            sources=sources,
            targets=targets,
        )


def _paired(sources: tuple[int, ...], targets: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """In a mutual pattern with one side empty, pair the members of the other with each other."""
    if sources and not targets and len(sources) > 1:
        return sources, sources
    if targets and not sources and len(targets) > 1:
        return targets, targets
    return sources, targets


def _satisfies(required: str, *, sources: tuple[int, ...], targets: tuple[int, ...]) -> bool:
    if required == "both":
        return bool(sources and targets)
    if required == "source":
        return bool(sources)
    if required == "target":
        return bool(targets)
    return bool(sources or targets)
