"""Speakers: the chain of sources at a place in a story, with who they are."""

import dataclasses

from dragoman.extraction.attributions.chain import AttributionIndex
from dragoman.extraction.draft import ActorPhrase, Draft
from dragoman.extraction.syntax.words import conjuncts
from dragoman.records import AUTHOR, ActorRef, Attribution, Speaker, Style


class SpeakerChains:
    """Answers who says the words at a place; built once a story."""

    def __init__(self, draft: Draft) -> None:
        self._phrases = {phrase.mention.id: phrase for phrase in draft.phrases}
        self._draft = draft
        self._sources = {attribution.id: attribution.source for attribution in draft.attributions}
        self._index = AttributionIndex(draft.speeches())

    def attributions_at(self, start_char: int, end_char: int) -> tuple[Attribution, ...]:
        """Return the attributions whose content holds these characters, outermost first."""
        return self._index.chain_at(start_char=start_char, end_char=end_char)

    def at(self, start_char: int, end_char: int, *, glossed: bool = False) -> tuple[Speaker, ...]:
        """Return the chain from the publisher to the innermost speaker.

        With ``glossed``, reported speech hands on only what it quotes: a gloss is the writer's own.
        """
        chain = [Speaker(actor=AUTHOR)]
        for attribution in self.attributions_at(start_char, end_char):
            if glossed and attribution.style is not Style.DIRECT:
                continue
            phrase = self._phrases.get(attribution.source or "")
            speaker = _speaker(phrase, attribution, name=self._name_of(phrase))
            if _is_same(chain[-1], speaker):
                chain[-1] = dataclasses.replace(
                    speaker, role=speaker.role or chain[-1].role, name=speaker.name or chain[-1].name
                )
            else:
                chain.append(speaker)
        return tuple(chain)

    def joint_speakers(self, speaker: Speaker) -> frozenset[str]:
        """Return the actors who speak together with a speaker of a chain, himself among them."""
        source = self._sources.get(speaker.attribution or "")
        phrase = self._phrases.get(source or "")
        if phrase is None:
            return frozenset()
        heads = (token.i for token in conjuncts(self._draft.token(phrase.parse, phrase.head)))
        joined = (self._draft.phrase_at(phrase.parse, head) for head in heads)
        return frozenset(ref.actor for one in (phrase, *joined) if one is not None for ref in one.actors)

    def _name_of(self, phrase: ActorPhrase | None) -> str | None:
        """Return a speaker's name, also where a pronoun or a title takes it up."""
        seen: set[str] = set()
        while phrase is not None and phrase.mention.id not in seen:
            if phrase.mention.name is not None:
                return phrase.mention.name
            seen.add(phrase.mention.id)
            phrase = self._phrases.get(phrase.mention.refers_to or "")
        return None


def _is_same(speaker: Speaker, other: Speaker) -> bool:
    """Answer whether a source only speaks of itself: "NATO said it saw no evidence that"."""
    roles, names = {speaker.role, other.role} - {None}, {speaker.name, other.name} - {None}
    return speaker.actor == other.actor is not None and len(roles) < 2 and len(names) < 2


def _speaker(phrase: ActorPhrase | None, attribution: Attribution, *, name: str | None) -> Speaker:
    if phrase is None:
        name = attribution.source_span.text if attribution.source_span is not None else None
        return Speaker(actor=None, name=name, attribution=attribution.id)
    actor = phrase.actors[0] if phrase.actors else None
    return Speaker(
        actor=actor.actor if actor else None,
        role=actor.role if actor else None,
        name=name or (None if actor else phrase.mention.span.text),
        attribution=attribution.id,
    )


def own_word(
    chain: tuple[Speaker, ...], actor: ActorRef | None, *, together: frozenset[str]
) -> tuple[Speaker, ...]:
    """Let each of several who speak together speak for itself: "Peru and Chile said they had left".

    The row of the second is the second's word, and not the first's.
    """
    last = chain[-1]
    if actor is None or actor.actor == last.actor or not {actor.actor, last.actor} <= together:
        return chain
    return (*chain[:-1], dataclasses.replace(last, actor=actor.actor, role=actor.role, name=None))
