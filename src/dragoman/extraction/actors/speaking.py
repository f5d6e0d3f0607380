"""Who speaks where: the source of the innermost attribution around a first-person pronoun."""

from collections.abc import Iterator

from dragoman.extraction.attributions.chain import AttributionIndex
from dragoman.extraction.draft import ActorPhrase, Draft
from dragoman.records import Style


class Speakers:
    """Finds the phrases that "we", "our" and "I" can stand for."""

    def __init__(self, draft: Draft) -> None:
        self._index = AttributionIndex(draft.speeches())

    def of(self, phrase: ActorPhrase) -> Iterator[int]:
        """Yield the indexes of the sources whose words hold a phrase, the likeliest first.

        That is the innermost of those quoted word for word, then of those reported: in "Britain
        sees *us* as a client" it is the man quoted who says "us".
        """
        start = phrase.mention.span.start_char
        holding = [
            (
                attribution.style is not Style.DIRECT,
                sum(span.end_char - span.start_char for span in attribution.content),
                attribution.source,
            )
            for attribution in self._index.chain_at(start_char=start, end_char=start + 1)
            if attribution.source is not None
        ]
        for _, _, source in sorted(holding):
            yield int(source.removeprefix("m")) - 1
