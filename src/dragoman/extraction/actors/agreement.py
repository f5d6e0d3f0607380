"""Agreement: whether a pronoun or description can mean a phrase, and how well it fits.

Weights are small whole numbers by the usual preferences of English: the subject first, the same
clause never for a plain pronoun ("Iran attacked it" is not Iran), a coordinated owner always
("Japan and its neighbours").
"""

from spacy.tokens import Token

from dragoman.extraction.actors.tables import ActorTables
from dragoman.extraction.draft import ActorPhrase
from dragoman.lexicons.pronouns import PLURAL, POSSESSIVE, SINGULAR_PERSONS
from dragoman.records import MentionKind

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MODIFIERS = frozenset({"amod", "compound", "nmod"})
_SINGLE_PARTY = -1.5
"""How much less "their" fits one state than several actors."""


def is_person(phrase: ActorPhrase) -> bool:
    """Whether a phrase means one person or persons."""
    if phrase.mention.kind is MentionKind.PRONOUN:
        return phrase.clues.description in SINGULAR_PERSONS
    noun = phrase.clues.noun
    return phrase.mention.kind is MentionKind.PERSON or (noun is not None and noun.kind == "person")


def agrees(candidate: ActorPhrase, pronoun: str, *, several: bool) -> float | None:
    """Return how well a candidate agrees with a pronoun in kind and number; None where it does not."""
    person = is_person(candidate)
    if pronoun in SINGULAR_PERSONS:
        return 0.0 if person and not candidate.plural else None
    if pronoun not in PLURAL:
        plain = candidate.clues.description not in PLURAL
        return 0.0 if not person and not candidate.plural and plain else None
    noun = candidate.clues.noun
    collective = noun is not None and noun.kind in ("people", "force", "body")
    group = any(form.source == "groups" for form in candidate.clues.forms)
    if candidate.plural or len(candidate.actors) > 1 or several or collective or group:
        return 0.0
    if candidate.clues.description in PLURAL:
        return 0.0
    return None if person or candidate.mention.kind is MentionKind.PRONOUN else _SINGLE_PARTY


def weigh(token: Token, other: Token | None, *, role: Token, pronoun: str) -> float | None:
    """Return how well a candidate's place suits a pronoun; None where it cannot be meant.

    ``other`` is the candidate's head where it stands in the pronoun's own sentence; ``role`` is
    the head wherever it stands.
    """
    is_subject = role.dep_ in _SUBJECTS
    owns_subject = role.dep_ == "poss" and role.head.dep_ in _SUBJECTS
    score = (
        2.0 if is_subject else 1.5 if owns_subject else -1.0 if role.dep_ in {*_MODIFIERS, "poss"} else 0.0
    )
    if other is None:
        return score
    if _is_apposed_to(token, other):
        return None
    if pronoun in POSSESSIVE:
        if token.head.dep_ == "conj" and token.head.head.i == other.i:
            return score + 4.0
        return score + (2.0 if is_subject and _clause(other) in _clauses(token) else 0.0)
    if _clause(token) == _clause(other):
        if is_subject and token.dep_ not in _SUBJECTS:
            return None
        score -= 6.0
    if token.dep_ in _SUBJECTS and is_subject:
        return score + 1.0
    return score + (3.0 if token.dep_ not in _SUBJECTS and not is_subject else 0.0)


def is_of_kind(
    candidate: ActorPhrase, kind: str, *, tables: ActorTables, tags: frozenset[str] = frozenset()
) -> bool:
    """Whether a candidate is a state, a group, an organisation or a person, as a description asks.

    ``tags`` are those of states that the description asks for ("the *Arab* country").
    """
    actor = candidate.actors[0].actor
    is_state = actor in tables.tags
    if tags:
        return is_state and tags <= tables.tags[actor]
    if kind == "person":
        return is_person(candidate)
    if kind == "state":
        return is_state and candidate.actors[0].role in (None, "GOV", "MIL")
    sources = {form.source for form in candidate.clues.forms}
    sectors = {form.sector for form in candidate.clues.forms}
    if kind == "party":
        return "PTY" in sectors
    if kind == "group":
        return bool(sectors & tables.sectors.band) or (candidate.actors[0].role == "REB" and is_state)
    if kind == "organisation":
        return "organisations" in sources
    if kind == "body":
        return bool(sources & {"groups", "organisations"})
    return True


def _is_apposed_to(token: Token, other: Token) -> bool:
    """Whether a pronoun stands in an apposition of a candidate: "France, its oldest partner"."""
    current = token
    while current.head.i != current.i:
        if current.dep_ == "appos" and current.head.i == other.i:
            return True
        current = current.head
    return False


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
