"""Antecedents: what a pronoun or a definite description stands for, from what stands before it.

Candidates are the actor phrases of the same sentence and the two before it. They are weighed by
distance, by being a subject, and by agreement in kind and number; ties stay open.
"""

from collections import Counter
from collections.abc import Mapping

from spacy.tokens import Token

from dragoman.extraction.arguments import conjuncts
from dragoman.extraction.draft import ActorPhrase, Draft
from dragoman.lexicons.mentions import MentionWords
from dragoman.records import MentionKind

_REACH = 3
"""How many parses back an antecedent is looked for, the pronoun's own counted."""
_POSSESSIVE = frozenset({"his", "her", "its", "their", "theirs", "itself", "himself", "herself", "themselves"})
_PERSONAL = frozenset({"he", "him", "his", "she", "her", "hers", "himself", "herself"})
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_STATE_LENGTH = 3


class Antecedents:
    """Finds antecedents among the phrases resolved so far."""

    def __init__(
        self,
        draft: Draft,
        done: Mapping[int, ActorPhrase],
        *,
        words: MentionWords,
        tags: Mapping[str, frozenset[str]],
    ) -> None:
        self._draft = draft
        self._done = done
        self._words = words
        self._tags = tags

    def of(self, phrase: ActorPhrase) -> list[ActorPhrase]:
        """Return the antecedents of a pronoun or description; several for a set, none if open."""
        noun = phrase.clues.description or ""
        if phrase.mention.kind is MentionKind.PRONOUN:
            best = self._best_for_pronoun(phrase, noun)
            if best is None:
                return []
            return self._with_conjuncts(best) if noun in _PLURAL else [best]
        if phrase.plural or noun in ("two", "both", "three"):
            return self._set(phrase)
        kind = self._words.descriptions.get(noun, "any")
        tag = self._tag_of(phrase)
        for candidate in self._before(phrase):
            if self._is_of_kind(candidate, kind, tag=tag) and len(candidate.actors) == 1:
                return [candidate]
        return []

    def _with_conjuncts(self, phrase: ActorPhrase) -> list[ActorPhrase]:
        """Return a phrase and the resolved ones coordinated with it."""
        members = [
            self._done[index]
            for token in conjuncts(self._token(phrase))
            if (index := self._draft.heads.get((phrase.parse, token.i))) is not None and index in self._done
        ]
        return [member for member in members if member.actors]

    def of_role(self, phrase: ActorPhrase) -> ActorPhrase | None:
        """Return the earlier phrase that "the minister", "the rebels", "the group" takes up."""
        noun = phrase.clues.noun
        for candidate in self._before(phrase, reach=None):
            other = candidate.clues.noun
            if other is not None and noun is not None and (other.noun == noun.noun or self._is_same_person(phrase, candidate)):
                return candidate
            if noun is not None and noun.role == "REB" and any(f.source == "groups" for f in candidate.clues.forms):
                return candidate if self._distance(phrase, candidate) <= 1 else None
        if noun is not None and noun.kind == "person" and not phrase.plural:
            for candidate in self._before(phrase, reach=4):
                if candidate.mention.kind is MentionKind.PERSON:
                    return candidate
        return None

    def home(self, phrase: ActorPhrase) -> ActorPhrase | None:
        """Return the state that "the government" most likely belongs to: the one named most so far."""
        states = [c for c in self._before(phrase, reach=None) if self._is_of_kind(c, "state", tag=None)]
        if not states:
            return None
        near = [c for c in states if self._distance(phrase, c) <= 1]
        counts = Counter(c.actors[0].actor for c in (near or states))
        (top, first), *rest = counts.most_common(2)
        if rest and rest[0][1] == first:
            return None
        return next(c for c in states if c.actors[0].actor == top)

    def _is_same_person(self, phrase: ActorPhrase, candidate: ActorPhrase) -> bool:
        noun, other = phrase.clues.noun, candidate.clues.noun
        if noun is None or other is None or noun.kind != "person" or other.kind != "person":
            return False
        return noun.noun in other.noun and not phrase.plural and not candidate.plural

    def _before(self, phrase: ActorPhrase, *, reach: int | None = _REACH) -> list[ActorPhrase]:
        """Return the resolved phrases before one, the nearest first."""
        found: list[ActorPhrase] = []
        for index in sorted(self._done, reverse=True):
            candidate = self._done[index]
            earlier = (candidate.parse, candidate.head) < (phrase.parse, phrase.head)
            if reach is not None and self._distance(phrase, candidate) >= reach:
                continue
            if earlier and candidate.actors and not candidate.actors[0].actor.startswith("*"):
                found.append(candidate)
        return found

    def _distance(self, phrase: ActorPhrase, candidate: ActorPhrase) -> int:
        here = self._draft.parses[phrase.parse].sentence
        return here - self._draft.parses[candidate.parse].sentence

    def _token(self, phrase: ActorPhrase) -> Token:
        return self._draft.token(phrase.parse, phrase.head)

    def _best_for_pronoun(self, phrase: ActorPhrase, pronoun: str) -> ActorPhrase | None:
        scored: list[tuple[float, int, ActorPhrase]] = []
        for rank, candidate in enumerate(self._before(phrase)):
            if not self._agrees(candidate, pronoun):
                continue
            score = self._score(phrase, candidate, pronoun) - 0.3 * rank
            scored.append((score, -rank, candidate))
        if not scored:
            return None
        best = max(scored, key=lambda entry: entry[:2])
        return best[2]

    def _score(self, phrase: ActorPhrase, candidate: ActorPhrase, pronoun: str) -> float:
        score = -2.0 * self._distance(phrase, candidate)
        token, other = self._token(phrase), self._token(candidate)
        is_subject = other.dep_ in _SUBJECTS
        if is_subject:
            score += 2.0
        elif other.dep_ in ("amod", "compound", "nmod", "poss"):
            score -= 1.0
        if candidate.parse != phrase.parse:
            return score
        if pronoun in _POSSESSIVE and token.head.dep_ == "conj" and token.head.head == other:
            return score + 4.0
        if pronoun in _POSSESSIVE:
            return score + (2.0 if is_subject and token.is_ancestor(other) is False and _clause(other) in _clauses(token) else 0.0)
        if _clause(token) == _clause(other):
            score -= 6.0
        if token.dep_ in _SUBJECTS and is_subject:
            score += 1.0
        elif token.dep_ not in _SUBJECTS and not is_subject:
            score += 3.0
        return score

    def _agrees(self, candidate: ActorPhrase, pronoun: str) -> bool:
        person = candidate.mention.kind is MentionKind.PERSON or (
            candidate.clues.noun is not None and candidate.clues.noun.kind == "person"
        )
        if pronoun in _PERSONAL:
            return person and not candidate.plural
        if pronoun in _PLURAL:
            collective = candidate.clues.noun is not None and candidate.clues.noun.kind in ("people", "force", "body")
            group = any(form.source == "groups" for form in candidate.clues.forms)
            several = candidate.plural or len(candidate.actors) > 1 or len(self._with_conjuncts(candidate)) > 1
            return several or collective or group
        return not person and not candidate.plural

    def _set(self, phrase: ActorPhrase) -> list[ActorPhrase]:
        """Return the two actors of "the two countries": the latest two different ones of one sentence."""
        kind = self._words.descriptions.get(phrase.clues.description or "", "any")
        by_sentence: dict[int, dict[str, ActorPhrase]] = {}
        for candidate in self._before(phrase, reach=4):
            if self._is_of_kind(candidate, kind, tag=None) and len(candidate.actors) == 1:
                sentence = self._draft.parses[candidate.parse].sentence
                by_sentence.setdefault(sentence, {}).setdefault(candidate.actors[0].actor, candidate)
        for sentence in sorted(by_sentence, reverse=True):
            actors = by_sentence[sentence]
            if len(actors) == 2:
                return sorted(actors.values(), key=lambda c: (c.parse, c.head))
            if len(actors) > 2:
                return []
        return []

    def _tag_of(self, phrase: ActorPhrase) -> str | None:
        doc = self._draft.parses[phrase.parse].doc
        known = {tag for tags in self._tags.values() for tag in tags}
        for token in doc[phrase.first : phrase.head]:
            if token.lower_ in known:
                return str(token.lower_)
        return None

    def _is_of_kind(self, candidate: ActorPhrase, kind: str, *, tag: str | None) -> bool:
        actor = candidate.actors[0].actor
        state = actor in self._tags
        if tag is not None:
            return state and tag in self._tags[actor]
        if kind == "state":
            return state and candidate.actors[0].role in (None, "GOV", "MIL")
        sources = {form.source for form in candidate.clues.forms}
        if kind == "group":
            return "groups" in sources or candidate.actors[0].role == "REB"
        if kind == "organisation":
            return "organisations" in sources
        if kind == "body":
            return bool(sources & {"groups", "organisations"})
        return True


def _clause(token: Token) -> int:
    """Return the verb whose clause a token stands in."""
    current = token
    while current.head.i != current.i:
        current = current.head
        if current.pos_ in ("VERB", "AUX"):
            break
    return int(current.i)


def _clauses(token: Token) -> set[int]:
    return {ancestor.i for ancestor in token.ancestors if ancestor.pos_ in ("VERB", "AUX")}
