"""References: the actors of a phrase, written into it and into its mention."""

import dataclasses

from dragoman.extraction.draft import ActorPhrase
from dragoman.records import ActorRef, MentionKind

UNKNOWN_COUNTRY = "XXX"
"""The code of actors whose country the words do not tell."""
_CERTAINTY = {
    MentionKind.NAME: 0.97,
    MentionKind.METONYM: 0.93,
    MentionKind.DEMONYM: 0.95,
    MentionKind.PERSON: 0.93,
    MentionKind.NOMINAL: 0.85,
    MentionKind.PRONOUN: 0.72,
}


def refer(phrase: ActorPhrase, actor: str, role: str | None = None) -> ActorRef:
    """Return a reference to an actor from a phrase."""
    return ActorRef(actor=actor, role=role, mention=phrase.mention.id)


def with_actors(
    phrase: ActorPhrase, actors: tuple[ActorRef, ...], refers_to: str | None = None
) -> ActorPhrase:
    """Return a phrase with its actors, the first of them in its mention."""
    refs = tuple(dataclasses.replace(ref, mention=phrase.mention.id) for ref in actors)
    form = phrase.clues.forms[0] if phrase.clues.forms else None
    mention = dataclasses.replace(
        phrase.mention,
        actor=refs[0].actor if refs else None,
        role=refs[0].role if refs else None,
        name=phrase.clues.person
        or (form.name if form is not None and form.kind is MentionKind.PERSON else None),
        refers_to=refers_to,
        confidence=_CERTAINTY[phrase.mention.kind] if refs else 0.0,
    )
    return dataclasses.replace(phrase, mention=mention, actors=refs)
