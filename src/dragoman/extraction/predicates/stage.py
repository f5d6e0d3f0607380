"""Stage ``predicates``: patterns of the lexicons found, with actor phrases in their arguments."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable

from spacy.tokens import Doc

from dragoman.extraction.draft import ActorPhrase, Draft
from dragoman.extraction.matches import Match
from dragoman.extraction.predicates.argument_phrases import ArgumentPhrases, Side
from dragoman.extraction.predicates.knowledge import Knowledge
from dragoman.extraction.predicates.triggers import Trigger, TriggerFinder
from dragoman.extraction.syntax.grammar import Grammar
from dragoman.extraction.syntax.slots import SlotFinder
from dragoman.lexicons.domains import domain_of
from dragoman.lexicons.patterns import Pattern
from dragoman.records import Dropped

_ALONE = "relation word without two actors in its arguments"


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
        grammar: Grammar,
        knowledge: Knowledge,
    ) -> None:
        events = tuple(events)
        self._grammar = grammar
        self._relations = TriggerFinder(relations, grammar=grammar)
        self._events = TriggerFinder(events, grammar=grammar)
        self._slots = SlotFinder(grammar)
        self._knowledge = knowledge
        self._acts = frozenset(
            lemma
            for pattern in events
            for lemma in pattern.lemmas
            if pattern.pos == "noun" and "agentive" in knowledge.types[pattern.type].traits
        )

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with ``relation_matches`` and ``event_matches``."""
        by_parse: dict[int, list[ActorPhrase]] = defaultdict(list)
        for phrase in draft.phrases:
            by_parse[phrase.parse].append(phrase)
        relations: list[Match] = []
        events: list[Match] = []
        dropped: list[Dropped] = []
        for index, parse in enumerate(draft.parses):
            domain = domain_of((token.lower_ for token in parse.doc), self._knowledge.domains)
            if domain is not None:
                span = parse.span(draft.story, 0, len(parse.doc) - 1)
                dropped.append(Dropped(span=span, reason=f"a sentence about {domain}"))
                continue
            if not by_parse[index]:
                continue
            phrases = ArgumentPhrases(
                draft,
                by_parse[index],
                parse=index,
                finder=self._slots,
                knowledge=self._knowledge,
                acts=self._acts,
            )
            found, alone = self._matches(parse.doc, phrases, self._relations, needs="both")
            relations.extend(found)
            events.extend(self._matches(parse.doc, phrases, self._events, needs="any")[0])
            dropped.extend(Dropped(span=parse.span(draft.story, i, i), reason=_ALONE) for i in alone)
        return dataclasses.replace(
            draft,
            relation_matches=tuple(relations),
            event_matches=tuple(events),
            dropped=(*draft.dropped, *dropped),
        )

    def _matches(
        self, doc: Doc, phrases: ArgumentPhrases, finder: TriggerFinder, *, needs: str
    ) -> tuple[list[Match], list[int]]:
        """Return the matches of one parse, and the trigger tokens that no pattern could fill."""
        matches: list[Match] = []
        unfilled: dict[int, None] = {}
        for trigger in finder.find(doc):
            if trigger.token.i in phrases.named:
                continue
            match = self._filled(trigger, phrases, needs=needs)
            if match is not None:
                matches.append(match)
            else:
                unfilled[trigger.token.i] = None
        filled = {match.trigger for match in matches}
        return matches, [index for index in unfilled if index not in filled]

    def _filled(self, trigger: Trigger, phrases: ArgumentPhrases, *, needs: str) -> Match | None:
        """Return the match with its arguments, or None where they do not meet the pattern."""
        pattern = trigger.pattern
        source, target = self._sides(trigger, phrases)
        targets = tuple(h for h in target.heads if h not in source.heads or pattern.arguments.symmetric)
        required = next(iter(pattern.option("needs")), needs)
        if not _satisfies(required, sources=source.heads, targets=targets):
            return None
        if not phrases.are_of(source.heads, pattern.option("source")):
            return None
        if not phrases.are_of(targets, pattern.option("target")):
            return None
        return Match(
            pattern=pattern,
            parse=phrases.parse,
            trigger=trigger.token.i,
            words=trigger.words,
            clause=self._grammar.clause_of(trigger.token).i,
            sources=source.heads,
            targets=targets,
            through=(*source.through, *target.through),
            open_source=source.blocked,
        )

    def _is_placed(self, pattern: Pattern) -> bool:
        """Whether the place of an act names the other side where nobody is named."""
        kind = self._knowledge.types.get(pattern.type)
        return kind is not None and "placed" in kind.traits

    def _sides(self, trigger: Trigger, phrases: ArgumentPhrases) -> tuple[Side, Side]:
        pattern = trigger.pattern
        target = phrases.target(pattern.arguments.target, trigger)
        if pattern.option("facts"):
            return phrases.near(trigger, target), target
        source = phrases.source(pattern.arguments.source, trigger)
        if pattern.arguments.symmetric:
            between = phrases.between(trigger)
            return (between, between) if len(between.heads) > 1 else _paired(source, target, pattern)
        if self._is_placed(pattern) and trigger.token.dep_ != "amod":
            others = phrases.others(target, source)
            target = others if others.heads else phrases.others(phrases.place(trigger), source)
        return source, target


def _paired(source: Side, target: Side, pattern: Pattern) -> tuple[Side, Side]:
    """In a mutual pattern with one side empty, pair the members of the other with each other."""
    if "nopair" in pattern.options or source.blocked or target.blocked:
        return source, target
    if source.heads and not target.heads:
        return source, source
    return source, target


def _satisfies(required: str, *, sources: tuple[int, ...], targets: tuple[int, ...]) -> bool:
    if required == "both":
        return bool(sources and targets)
    if required == "source":
        return bool(sources)
    if required == "target":
        return bool(targets)
    return bool(sources or targets)
