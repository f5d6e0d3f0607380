"""Runs: a file of marked events judged by the program, with the figures of each corpus."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.evaluation.factuality.figures import Closeness, Found, closeness, found
from dragoman.evaluation.factuality.gold import HIGHEST, MarkedEvent, MarkedText, choose_split, load_texts
from dragoman.evaluation.factuality.judgements import EventJudge, Judgement, load_judge
from dragoman.evaluation.factuality.scale import Scale, load_scale
from dragoman.records import Modality, Polarity

_UNMARKED = frozenset({"prediction", "itself"})
"""Grounds that people mark no modality for: "will" is a tense, and a plan, as a word, is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedEvent:
    """A marked event beside the program's judgement; ``score`` is the program's, -3..+3."""

    text: MarkedText
    event: MarkedEvent
    judgement: Judgement
    score: float

    @property
    def denied(self) -> bool:
        """Whether the program takes the event for negated."""
        judged = self.judgement.qualification
        return judged is not None and judged.polarity is Polarity.DENIED

    @property
    def modal(self) -> bool:
        """Whether the program takes the event for wished, possible, conditional or asked about."""
        judged = self.judgement.qualification
        if judged is None or judged.modality is Modality.ACTUAL:
            return False
        return judged.ground not in _UNMARKED

    @property
    def error(self) -> float:
        """How far off the program is: on the scale, or 1 for each mark that differs."""
        if self.event.score is not None:
            return abs(self.event.score - self.score)
        wrong = self.event.denied is not None and self.event.denied != self.denied
        return float(wrong) + float(self.event.modal is not None and self.event.modal != self.modal)


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusFigures:
    """The figures of one corpus and split, each beside the constant guess.

    The constant is +3 for scores, and for marks that every event has them.
    """

    corpus: str
    split: str | None
    scores: Closeness | None
    constant: Closeness | None
    denied: Found | None
    denied_constant: Found | None
    modal: Found | None
    modal_constant: Found | None


def evaluate_factuality(
    path: Path, *, split: str, limit: int | None = None, model: str | None = None
) -> tuple[JudgedEvent, ...]:
    """Judge the events of the first ``limit`` texts of a split.

    Raises InputError or DataError for a file that cannot be read or lacks the split, ModelError without
    a model.
    """
    texts = choose_split(load_texts(path), split=split, limit=limit)
    return tuple(judge_events(texts, judge=load_judge(model), scale=load_scale()))


def judge_events(texts: Iterable[MarkedText], *, judge: EventJudge, scale: Scale) -> Iterable[JudgedEvent]:
    """Yield each event of the texts with its judgement and score."""
    for text in texts:
        for event, judgement in zip(text.events, judge.judge(text), strict=True):
            score = scale.score(judgement, corpus=text.corpus)
            yield JudgedEvent(text=text, event=event, judgement=judgement, score=score)


def figures_of(judged: Sequence[JudgedEvent]) -> tuple[CorpusFigures, ...]:
    """Return the figures of each corpus, by name."""
    corpora: dict[tuple[str, str | None], list[JudgedEvent]] = {}
    for event in judged:
        corpora.setdefault((event.text.corpus, event.text.split), []).append(event)
    return tuple(
        _figures(corpus, split, events)
        for (corpus, split), events in sorted(corpora.items(), key=lambda entry: str(entry[0]))
    )


def _figures(corpus: str, split: str | None, events: Sequence[JudgedEvent]) -> CorpusFigures:
    pairs = [(one.event.score, one.score) for one in events if one.event.score is not None]
    denied = [(one.event.denied, one.denied) for one in events if one.event.denied is not None]
    modal = [(one.event.modal, one.modal) for one in events if one.event.modal is not None]
    return CorpusFigures(
        corpus=corpus,
        split=split,
        scores=closeness(pairs) if pairs else None,
        constant=closeness([(gold, HIGHEST) for gold, _ in pairs]) if pairs else None,
        denied=found(denied) if denied else None,
        denied_constant=found([(gold, True) for gold, _ in denied]) if denied else None,
        modal=found(modal) if modal else None,
        modal_constant=found([(gold, True) for gold, _ in modal]) if modal else None,
    )
