"""Antecedents: what a pronoun or a definite description stands for, from what stands before it.

Candidates are the actor phrases of the same sentence and the two before it. They are weighed by
distance, by being a subject, and by agreement in kind and number; ties stay open. For "he" and "she"
in the narration, sentences of somebody's speech do not count: “We stay.” *He* left.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import accumulate

from spacy.tokens import Token

from dragoman.codes.actors.places.tags import asked_tags
from dragoman.codes.geography import DIRECTIONS
from dragoman.extraction.actors.agreement import agrees, is_of_kind, is_person, weigh
from dragoman.extraction.actors.tables import ActorTables
from dragoman.extraction.draft import ActorPhrase, Draft
from dragoman.extraction.mentions.noun_phrases import NounPhrases
from dragoman.extraction.syntax.words import OWNING, conjuncts
from dragoman.lexicons.pronouns import COUNTED, ORDERED, PLURAL, SINGULAR_PERSONS
from dragoman.records import MentionKind

_REACH = 3
"""How many sentences back an antecedent is looked for, the phrase's own counted."""
_FAR = 4
_NAMING = frozenset({"states", "regions", "organs", "organisations", "groups"})
_LOOKED_AT = 2000
"""How many actor phrases back anything is looked for, so that a book takes no longer a page than a story."""


class Antecedents:
    """Finds antecedents among the phrases resolved so far."""

    def __init__(self, draft: Draft, done: Mapping[int, ActorPhrase], *, tables: ActorTables) -> None:
        self._draft = draft
        self._done = done
        self._tables = tables
        self._words = tables.words
        self._phrases = NounPhrases(tables.words.phrases)
        quoted = _quoted(draft)
        self._narrated = tuple(accumulate(int(n not in quoted) for n in range(len(draft.sentences))))
        self._told = frozenset(
            phrase.clues.forms[0].actor for phrase in draft.phrases if _is_plain_name(phrase)
        )

    def of(self, phrase: ActorPhrase) -> list[ActorPhrase]:
        """Return the antecedents of a pronoun or description; several for a set, none if open."""
        noun = phrase.clues.description or ""
        if phrase.mention.kind is MentionKind.PRONOUN:
            best = self._best_for_pronoun(phrase, noun)
            if best is None:
                return []
            return self._with_conjuncts(best) if noun in PLURAL else [best]
        if noun in ORDERED:
            both = self.pair(phrase, kind="any")
            return both[ORDERED[noun] : ORDERED[noun] + 1]
        if phrase.plural or noun in COUNTED:
            return self.pair(phrase, kind=self._words.descriptions.get(noun, "any"))
        kind = self._words.descriptions.get(noun, "any")
        tags = self._tags_of(phrase)
        fitting = [c for c in self._before(phrase) if is_of_kind(c, kind, tables=self._tables, tags=tags)]
        fitting = [c for c in fitting if len(c.actors) == 1 and not self._is_excluded(phrase, c)]
        named = [c for c in fitting if c.mention.kind is not MentionKind.DEMONYM] or fitting
        if tags:
            near = [c for c in named if self._distance(phrase, c) == self._distance(phrase, named[0])]
            return near[:1] if len({c.actors[0].actor for c in near}) == 1 else []
        rivals = self._rivals(named)
        if len(rivals) < 2:
            return named[:1]
        told = Counter(
            c.actors[0].actor for c in self._before(phrase, reach=1) if c.actors[0].actor in rivals
        )
        (top, most), *others = told.most_common(2) or [("", 0)]
        return [c for c in named if c.actors[0].actor == top][:1] if others and others[0][1] < most else []

    def _rivals(self, candidates: list[ActorPhrase]) -> set[str]:
        """Return the actors joined with the first candidate: "Iran and Iraq ... *The country*"."""
        if not candidates:
            return set()
        first = candidates[0]
        top = self._token(first)
        while top.dep_ == "conj":
            top = top.head
        joined = {token.i for token in conjuncts(top)}
        return {c.actors[0].actor for c in candidates if c.parse == first.parse and c.head in joined}

    def half(self, phrase: ActorPhrase) -> str | None:
        """Return the state that "the North" or "the South" means, where the story is about its nation."""
        state = self._words.halves.get(phrase.clues.description or "")
        if state is None:
            return None
        token = self._token(phrase)
        directed = token.dep_ == "pobj" and token.head.lower_ in self._words.phrases.direction
        bare = token.text[0].islower() and directed
        topics = set(self._words.halves.values())
        told = any(c.actors[0].actor in topics for c in self._before(phrase, reach=None))
        return state if told and not bare else None

    def pair(self, phrase: ActorPhrase, *, kind: str) -> list[ActorPhrase]:
        """Return the two of "the two countries", "both leaders": the latest two of one sentence."""
        by_sentence: dict[int, dict[str, ActorPhrase]] = {}
        for candidate in self._before(phrase, reach=_FAR):
            if is_of_kind(candidate, kind, tables=self._tables) and len(candidate.actors) == 1:
                sentence = self._draft.parses[candidate.parse].sentence
                by_sentence.setdefault(sentence, {}).setdefault(candidate.actors[0].actor, candidate)
        for sentence in sorted(by_sentence, reverse=True):
            actors = by_sentence[sentence]
            if len(actors) == 2:
                return sorted(actors.values(), key=lambda c: (c.parse, c.head))
            if len(actors) > 2:
                return []
        return []

    def of_role(self, phrase: ActorPhrase) -> ActorPhrase | None:
        """Return the earlier phrase that "the minister", "the rebels", "the group" takes up."""
        noun = phrase.clues.noun
        if noun is None:
            return None
        named = self._tables.sectors.names.get(noun.role or "", frozenset())
        for candidate in self._before(phrase, reach=None):
            other = candidate.clues.noun
            if other is not None and (other.noun == noun.noun or _is_same_person(phrase, candidate)):
                return candidate
            if _sectors(candidate) & named:
                return candidate if self._distance(phrase, candidate) <= 1 else None
        if noun.kind == "person" and not phrase.plural:
            for candidate in self._before(phrase, reach=_FAR):
                if candidate.mention.kind is MentionKind.PERSON:
                    return candidate
        return None

    def home(self, phrase: ActorPhrase) -> ActorPhrase | None:
        """Return the state that "the government" most likely belongs to: the one named most so far.

        A state that only backs, occupies or opposes ("Saudi-backed", "anti-Syrian") is not it.
        """
        states = [
            c
            for c in self._before(phrase, reach=None)
            if is_of_kind(c, "state", tables=self._tables) and not self._phrases.is_bound(self._token(c))
        ]
        if not states:
            return None
        near = [c for c in states if self._distance(phrase, c) <= 1]
        counts = Counter(ref.actor for c in (near or states) for ref in c.actors)
        (top, first), *rest = counts.most_common(2)
        if rest and rest[0][1] == first:
            tied = [c for c in near if counts[c.actors[0].actor] == first]
            return self._spoken_for(phrase, tied)
        return next(c for c in states if c.actors[0].actor == top)

    def _spoken_for(self, phrase: ActorPhrase, tied: list[ActorPhrase]) -> ActorPhrase | None:
        """Return the state that an office-holder speaks for: the subject of the sentence he speaks in.

        "Germany stands by Israel, *the chancellor* said." Only a person decides a tie, and only
        where one subject stands out.
        """
        noun = phrase.clues.noun
        if noun is None or noun.kind != "person" or phrase.plural or not phrase.clues.definite:
            return None
        subjects = [
            c
            for c in tied
            if self._distance(phrase, c) == 0 and self._token(c).dep_ in ("nsubj", "nsubjpass")
        ]
        return subjects[-1] if len({c.actors[0].actor for c in subjects}) == 1 else None

    def is_told_of(self, actor: str) -> bool:
        """Whether a state or body is named anywhere in the story."""
        return actor in self._told

    def bordering(self, phrase: ActorPhrase, owner: str) -> str | None:
        """Return the one state that "its northern neighbour" can mean, by the map alone."""
        doc = self._draft.parses[phrase.parse].doc
        sides = {
            side
            for token in doc[phrase.first : phrase.head]
            if (side := token.lower_.removesuffix("ern")) in DIRECTIONS
        }
        return self._tables.geography.neighbour(owner, side=next(iter(sides), None))

    def neighbour(self, phrase: ActorPhrase, owner: str) -> ActorPhrase | None:
        """Return the neighbour of a state that "its neighbour" means: the last one named that borders it."""
        for candidate in self._before(phrase):
            state = candidate.actors[0].actor
            if (
                len(candidate.actors) == 1
                and state != owner
                and self._tables.geography.is_border(state, owner)
            ):
                return candidate
        return None

    def _with_conjuncts(self, phrase: ActorPhrase) -> list[ActorPhrase]:
        """Return a phrase and the resolved ones coordinated with it."""
        members = [
            self._done[index]
            for token in conjuncts(self._token(phrase))
            if (index := self._draft.heads.get((phrase.parse, token.i))) is not None and index in self._done
        ]
        return [member for member in members if member.actors]

    def _before(self, phrase: ActorPhrase, *, reach: int | None = _REACH) -> Iterator[ActorPhrase]:
        """Yield the resolved phrases before one, the nearest first, of at most _LOOKED_AT."""
        here = self._draft.heads[(phrase.parse, phrase.head)]
        for index in range(here - 1, max(-1, here - 1 - _LOOKED_AT), -1):
            candidate = self._done.get(index)
            if candidate is None:
                continue
            if reach is not None and self._steps(phrase, candidate) >= reach:
                break
            if candidate.actors and not candidate.actors[0].actor.startswith("*"):
                yield candidate

    def _distance(self, phrase: ActorPhrase, candidate: ActorPhrase) -> int:
        here = self._draft.parses[phrase.parse].sentence
        return here - self._draft.parses[candidate.parse].sentence

    def _steps(self, phrase: ActorPhrase, candidate: ActorPhrase) -> int:
        """Return the distance, without quoted sentences for a person's pronoun outside them."""
        here = self._draft.parses[phrase.parse].sentence
        told = self._narrated[here] - (self._narrated[here - 1] if here else 0)
        if phrase.clues.description not in SINGULAR_PERSONS or not told:
            return self._distance(phrase, candidate)
        return self._narrated[here] - self._narrated[self._draft.parses[candidate.parse].sentence]

    def _token(self, phrase: ActorPhrase) -> Token:
        return self._draft.token(phrase.parse, phrase.head)

    def _best_for_pronoun(self, phrase: ActorPhrase, pronoun: str) -> ActorPhrase | None:
        scored: list[tuple[float, int, ActorPhrase]] = []
        token = self._token(phrase)
        for rank, candidate in enumerate(self._before(phrase)):
            several = len(self._with_conjuncts(candidate)) > 1
            fit = agrees(candidate, pronoun, several=several)
            if fit is None:
                continue
            other = self._token(candidate) if candidate.parse == phrase.parse else None
            score = weigh(token, other, role=self._token(candidate), pronoun=pronoun)
            if score is not None:
                score += fit - 2.0 * self._steps(phrase, candidate) - 0.3 * rank
                scored.append((score, -rank, candidate))
        return max(scored, key=lambda entry: entry[:2])[2] if scored else None

    def _is_excluded(self, phrase: ActorPhrase, candidate: ActorPhrase) -> bool:
        """Whether "the country" cannot be a candidate: "Israel's raids in the country" are not on Israel."""
        if phrase.parse != candidate.parse:
            return False
        token, other = self._token(phrase), self._token(candidate)
        if self._phrases.is_bound(other):
            return True
        return other.dep_ in OWNING and other.head.is_ancestor(token)

    def _tags_of(self, phrase: ActorPhrase) -> frozenset[str]:
        """Return the tags that a description asks for: "the *Arab* country", "the *kingdom*"."""
        words = self._draft.parses[phrase.parse].doc[phrase.first : phrase.head]
        before = " ".join(token.lower_ for token in words).replace(" - ", "-")
        noun = phrase.clues.description or ""
        return frozenset(asked_tags(self._tables.asked, before=before, noun=noun))


def _is_plain_name(phrase: ActorPhrase) -> bool:
    """Whether a phrase names one actor and no other: not "Georgia", nor "the Senate"."""
    clues = phrase.clues
    named = bool(clues.forms) and clues.forms[0].source in _NAMING and clues.noun is None
    return named and len({form.actor for form in clues.forms}) == 1


def _quoted(draft: Draft) -> set[int]:
    """Return the sentences that stand whole inside a quotation."""
    starts = [sentence.span.start_char for sentence in draft.sentences]
    ends = [sentence.span.end_char for sentence in draft.sentences]
    return {
        number
        for quotation in draft.quotations
        for number in range(bisect_left(starts, quotation.start_char), bisect_right(ends, quotation.end_char))
    }


def _sectors(phrase: ActorPhrase) -> set[str | None]:
    return {form.sector for form in phrase.clues.forms}


def _is_same_person(phrase: ActorPhrase, candidate: ActorPhrase) -> bool:
    noun, other = phrase.clues.noun, candidate.clues.noun
    if noun is None or other is None or not is_person(phrase) or not is_person(candidate):
        return False
    return noun.noun in other.noun and not phrase.plural and not candidate.plural
