"""Who speaks where: the source of the innermost attribution around a first-person pronoun."""

from collections.abc import Iterator

from dragoman.extraction.draft import ActorPhrase, Draft


class Speakers:
    """Finds the phrases that "we", "our" and "I" can stand for."""

    def __init__(self, draft: Draft) -> None:
        self._attributions = draft.attributions

    def of(self, phrase: ActorPhrase) -> Iterator[int]:
        """Yield the indexes of the sources whose words hold a phrase, the innermost first."""
        start = phrase.mention.span.start_char
        holding = [
            (sum(span.end_char - span.start_char for span in attribution.content), attribution.source)
            for attribution in self._attributions
            if attribution.source is not None
            and any(span.start_char <= start < span.end_char for span in attribution.content)
        ]
        for _, source in sorted(holding):
            yield int(source.removeprefix("m")) - 1
