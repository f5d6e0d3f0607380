"""Affiliations: whose a minister, a force or a crowd is, out of the names that stand beside it."""

from spacy.tokens import Token

from dragoman.codes.actors.phrases.roles import RoleNoun
from dragoman.extraction.draft import ActorPhrase
from dragoman.records import ActorRef, MentionKind


def role_in(ref: ActorRef, noun: RoleNoun | None, *, states: frozenset[str]) -> str | None:
    """Return the role of a noun within an actor: only states have offices worth a code."""
    if ref.actor not in states:
        return None
    if noun is not None and noun.inherits and ref.role is not None:
        return ref.role
    return (noun.role if noun is not None else None) or ref.role or "GOV"


def choose_owners(owners: list[ActorPhrase], *, tokens: list[Token]) -> list[ActorPhrase]:
    """Keep coordinated owners together ("US and Iranian officials"); else a group, else the first.

    A possessive pronoun gives way to a name: "his Latvian counterpart" is Latvia's. ``tokens`` are
    the owners' heads.
    """
    named = [
        (owner, token)
        for owner, token in zip(owners, tokens, strict=True)
        if owner.mention.kind is not MentionKind.PRONOUN
    ]
    pairs = named or list(zip(owners, tokens, strict=True))
    if len(pairs) <= 1:
        return [owner for owner, _ in pairs]
    first = pairs[0][1]
    joined = [owner for owner, token in pairs if token.i == first.i or is_coordinated(token, first.i)]
    if len(joined) > 1:
        return joined
    groups = [owner for owner, _ in pairs if any(form.source == "groups" for form in owner.clues.forms)]
    with_role = [owner for owner, _ in pairs if _same_actor(owner, pairs[0][0]) and owner.actors[0].role]
    return groups[-1:] or with_role[-1:] or [pairs[0][0]]


def _same_actor(owner: ActorPhrase, other: ActorPhrase) -> bool:
    return {ref.actor for ref in owner.actors} == {ref.actor for ref in other.actors}


def is_coordinated(token: Token, other: int) -> bool:
    """Whether a token is coordinated, at any remove, with token ``other``."""
    current = token
    while current.dep_ == "conj":
        current = current.head
        if current.i == other:
            return True
    return False
