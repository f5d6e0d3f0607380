"""Report: the figures of one comparison, as a text for the terminal and as a JSON object."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.evaluation.coded import CodedItem
from dragoman.evaluation.errors import RowError, count_causes, find_errors
from dragoman.evaluation.fields import FieldAccuracy, claim_fields, event_fields
from dragoman.evaluation.scores import RESAMPLES, LedgerScores, Measure, Score, Scores, score


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Scores, the accuracy of fields on matched rows, and every disagreement."""

    scores: Scores
    claim_fields: tuple[FieldAccuracy, ...]
    event_fields: tuple[FieldAccuracy, ...]
    errors: tuple[RowError, ...]


def build_report(gold: Sequence[CodedItem], predicted: Mapping[str, CodedItem]) -> Report:
    """Compare predictions, by item id, with the gold."""
    return Report(
        scores=score(gold, predicted),
        claim_fields=claim_fields(gold, predicted),
        event_fields=event_fields(gold, predicted),
        errors=find_errors(gold, predicted),
    )


def write_text(report: Report, *, errors: int = 0) -> str:
    """Return the report as lines of text, with up to ``errors`` disagreements of each ledger."""
    scores = report.scores
    counts = f"{scores.items} items, {scores.without_prediction} without prediction"
    lines = [
        f"{counts}; 95% intervals from {RESAMPLES} resamples of items",
        "",
        *_ledger_lines("claims", "relation", scores.claims),
        *_field_lines(report.claim_fields),
        "",
        *_ledger_lines("events", "dyad+type", scores.events),
        *_field_lines(report.event_fields),
    ]
    if errors:
        lines += ["", *_error_lines(report.errors, errors)]
    return "\n".join(lines) + "\n"


def write_json(report: Report, *, errors: int = 0) -> dict[str, Any]:
    """Return the report as a JSON object; numbers in full, intervals as [low, high]."""
    scores = report.scores
    return {
        "items": scores.items,
        "without_prediction": scores.without_prediction,
        "resamples": RESAMPLES,
        "claims": {**_ledger_json(scores.claims), "fields": [_field_json(f) for f in report.claim_fields]},
        "events": {**_ledger_json(scores.events), "fields": [_field_json(f) for f in report.event_fields]},
        "causes": [
            {"ledger": ledger, "cause": cause, "count": n} for ledger, cause, n in count_causes(report.errors)
        ],
        "errors": [_error_json(error) for error in _shown(report.errors, errors)],
    }


def _ledger_lines(name: str, type_figure: str, ledger: LedgerScores) -> list[str]:
    header = f"{'':24s} {'gold':>5} {'found':>5} {'right':>5}  {'P':^19}  {'R':^19}  {'F1':^19}"
    return [
        f"{name.upper()}: {ledger.gold} in the gold, {ledger.predicted} predicted",
        header,
        *(_score_line(entry) for entry in ledger.figures),
        f"  by type, at {type_figure}",
        *(_score_line(entry) for entry in ledger.types),
    ]


def _score_line(entry: Score) -> str:
    measures = "  ".join(_measure_text(m) for m in (entry.precision, entry.recall, entry.f1))
    return f"  {entry.figure:22s} {entry.gold:5d} {entry.predicted:5d} {entry.hits:5d}  {measures}"


def _measure_text(measure: Measure) -> str:
    return f"{measure.value:.3f} [{measure.low:.3f} {measure.high:.3f}]"


def _field_lines(fields: Sequence[FieldAccuracy]) -> list[str]:
    lines = ["  fields of the matched rows"]
    for entry in fields:
        wrong = sorted(
            ((one, other, n) for one, other, n in entry.confusion if one != other), key=lambda e: (-e[2], e)
        )
        confused = ", ".join(f"{one} read as {other} {n}" for one, other, n in wrong[:6])
        share = f"{entry.right}/{entry.rows} = {entry.accuracy:.3f}"
        lines.append(f"  {entry.field:22s} {share}  {confused}".rstrip())
    return lines


def _error_lines(errors: Sequence[RowError], limit: int) -> list[str]:
    lines = ["CAUSES"]
    lines += [f"  {n:4d} {ledger:7s} {cause}" for ledger, cause, n in count_causes(errors)]
    lines += ["", "ERRORS"]
    for error in _shown(errors, limit):
        lines.append(f"  {error.item} [{error.ledger}: {error.cause}]")
        lines += [f"    gold   {error.gold}"] if error.gold else []
        lines += [f"    read   {error.predicted}"] if error.predicted else []
        lines.append(f"    text   {error.sentence}")
    return lines


def _shown(errors: Sequence[RowError], limit: int) -> list[RowError]:
    claims = [error for error in errors if error.ledger == "claims"]
    events = [error for error in errors if error.ledger == "events"]
    return claims[:limit] + events[:limit]


def _ledger_json(ledger: LedgerScores) -> dict[str, Any]:
    return {
        "gold": ledger.gold,
        "predicted": ledger.predicted,
        "figures": {entry.figure: _score_json(entry) for entry in ledger.figures},
        "types": {entry.figure: _score_json(entry) for entry in ledger.types},
    }


def _score_json(entry: Score) -> dict[str, Any]:
    out: dict[str, Any] = {"gold": entry.gold, "predicted": entry.predicted, "hits": entry.hits}
    for name, measure in (("precision", entry.precision), ("recall", entry.recall), ("f1", entry.f1)):
        out[name] = measure.value
        out[f"{name}_interval"] = [measure.low, measure.high]
    return out


def _field_json(entry: FieldAccuracy) -> dict[str, Any]:
    confusion = [{"gold": one, "predicted": other, "count": n} for one, other, n in entry.confusion]
    return {"field": entry.field, "rows": entry.rows, "right": entry.right, "confusion": confusion}


def _error_json(error: RowError) -> dict[str, Any]:
    return {
        "item": error.item,
        "ledger": error.ledger,
        "cause": error.cause,
        "gold": error.gold,
        "predicted": error.predicted,
        "sentence": error.sentence,
    }
