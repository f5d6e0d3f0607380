"""Speakers: the chain of sources at a place in a story, with who they are."""

from dragoman.extraction.attributions.chain import AttributionIndex
from dragoman.extraction.draft import ActorPhrase, Draft
from dragoman.records import AUTHOR, Attribution, Speaker, Style


class SpeakerChains:
    """Answers who says the words at a place; built once a story."""

    def __init__(self, draft: Draft) -> None:
        self._phrases = {phrase.mention.id: phrase for phrase in draft.phrases}
        self._index = AttributionIndex(draft.attributions)

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
            chain.append(_speaker(phrase, attribution, name=self._name_of(phrase)))
        return tuple(chain)

    def _name_of(self, phrase: ActorPhrase | None) -> str | None:
        """Return a speaker's name, also where a pronoun or a title takes it up."""
        seen: set[str] = set()
        while phrase is not None and phrase.mention.id not in seen:
            if phrase.mention.name is not None:
                return phrase.mention.name
            seen.add(phrase.mention.id)
            phrase = self._phrases.get(phrase.mention.refers_to or "")
        return None


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
