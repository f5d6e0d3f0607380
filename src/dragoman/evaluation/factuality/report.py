"""Report: the figures of factuality as a text for the terminal and as a JSON object."""

from collections.abc import Sequence
from typing import Any

from dragoman.evaluation.factuality.figures import BINS, Closeness, Found
from dragoman.evaluation.factuality.runs import CorpusFigures, JudgedEvent, figures_of

_LONGEST = 240


def write_factuality(judged: Sequence[JudgedEvent], *, errors: int) -> str:
    """Return the figures, and the ``errors`` events that are furthest off, as lines of text."""
    lines: list[str] = []
    for figures in figures_of(judged):
        lines += [f"{figures.corpus} {figures.split or ''}".strip(), *_score_lines(figures)]
        lines += _mark_lines(figures)
        lines.append("")
    for one in _furthest(judged, errors):
        sentence = " ".join(one.judgement.sentence.split())[:_LONGEST]
        lines += [f"{one.text.id} [{one.judgement.word}] {_contrast(one)}", f"    {sentence}"]
    return "\n".join(lines).rstrip("\n") + "\n"


def factuality_json(judged: Sequence[JudgedEvent], *, errors: int) -> dict[str, Any]:
    """Return the figures, and the ``errors`` events that are furthest off, as a JSON object."""
    return {
        "corpora": [_figures_json(figures) for figures in figures_of(judged)],
        "errors": [_error_json(one) for one in _furthest(judged, errors)],
    }


def _score_lines(figures: CorpusFigures) -> list[str]:
    scores, constant = figures.scores, figures.constant
    if scores is None or constant is None:
        return []
    lines = [
        f"  {'':14s} {'events':>6} {'error':>6} {'r':>6} {'macro F1':>8}",
        _closeness_line("program", scores),
        _closeness_line("constant +3", constant),
        f"  {'people / program':18s}" + "".join(f"{name:>13s}" for name in BINS),
    ]
    for people in BINS:
        row = "".join(f"{scores.confusion.get((people, ours), 0):13d}" for ours in BINS)
        lines.append(f"  {people:18s}{row}")
    return lines


def _closeness_line(name: str, one: Closeness) -> str:
    r = "-" if one.r is None else f"{one.r:.3f}"
    return f"  {name:14s} {one.events:6d} {one.error:6.3f} {r:>6} {one.macro_f1:8.3f}"


def _mark_lines(figures: CorpusFigures) -> list[str]:
    rows = (
        ("negated", figures.denied),
        ("all negated", figures.denied_constant),
        ("modal", figures.modal),
        ("all modal", figures.modal_constant),
    )
    known = [(name, one) for name, one in rows if one is not None]
    if not known:
        return []
    header = f"  {'':14s} {'events':>6} {'gold':>6} {'found':>6} {'right':>6} {'P':>6} {'R':>6} {'F1':>6}"
    return [header, *(_found_line(name, one) for name, one in known)]


def _found_line(name: str, one: Found) -> str:
    counts = f"{one.events:6d} {one.gold:6d} {one.predicted:6d} {one.right:6d}"
    return f"  {name:14s} {counts} {one.precision:6.3f} {one.recall:6.3f} {one.f1:6.3f}"


def _furthest(judged: Sequence[JudgedEvent], limit: int) -> list[JudgedEvent]:
    wrong = [one for one in judged if one.error]
    return sorted(wrong, key=lambda one: -one.error)[:limit]


def _contrast(one: JudgedEvent) -> str:
    judged, event = one.judgement.qualification, one.event
    said = "not parsed" if judged is None else f"{judged.polarity} {judged.modality} {judged.ground or '-'}"
    ours = f"{said}, in words of kind {one.judgement.reported or '-'}"
    if event.score is not None:
        return f"people {event.score:+.1f}, program {one.score:+.1f} ({ours})"
    marks = [name for name, mark in (("negated", event.denied), ("modal", event.modal)) if mark]
    return f"people {' and '.join(marks) or 'unmarked'}, program {ours}"


def _figures_json(figures: CorpusFigures) -> dict[str, Any]:
    return {
        "corpus": figures.corpus,
        "split": figures.split,
        "program": _closeness_json(figures.scores),
        "constant": _closeness_json(figures.constant),
        "negated": _found_json(figures.denied),
        "all_negated": _found_json(figures.denied_constant),
        "modal": _found_json(figures.modal),
        "all_modal": _found_json(figures.modal_constant),
    }


def _closeness_json(one: Closeness | None) -> dict[str, Any] | None:
    if one is None:
        return None
    return {
        "events": one.events,
        "error": one.error,
        "r": one.r,
        "macro_f1": one.macro_f1,
        "confusion": [
            {"people": people, "program": ours, "count": n} for (people, ours), n in one.confusion.items()
        ],
    }


def _found_json(one: Found | None) -> dict[str, Any] | None:
    if one is None:
        return None
    return {
        "events": one.events,
        "gold": one.gold,
        "predicted": one.predicted,
        "right": one.right,
        "precision": one.precision,
        "recall": one.recall,
        "f1": one.f1,
    }


def _error_json(one: JudgedEvent) -> dict[str, Any]:
    return {
        "id": one.text.id,
        "word": one.judgement.word,
        "start_char": one.event.start_char,
        "sentence": one.judgement.sentence,
        "people": {"score": one.event.score, "negated": one.event.denied, "modal": one.event.modal},
        "program": {"score": one.score, "negated": one.denied, "modal": one.modal},
        "says": _contrast(one),
    }
