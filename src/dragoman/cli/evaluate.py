"""``dragoman evaluate``: how well the reading does against a gold file."""

import json
from pathlib import Path

import click

_ALL = 1_000_000
_gold = click.argument("gold", type=click.Path(path_type=Path))
_model = click.option("--model", help="The spaCy English pipeline to read with.")
_as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of a table.")


@click.group()
def evaluate() -> None:
    """Score readings against texts that people coded."""


@evaluate.command()
@_gold
@click.option(
    "--predictions",
    type=click.Path(path_type=Path),
    help="Score this file (what `dragoman read` wrote, or another coder's) instead of reading the texts.",
)
@_model
@click.option("--save", type=click.Path(path_type=Path), help="Keep the readings in this file (JSON Lines).")
@click.option(
    "--errors",
    type=click.IntRange(min=0),
    is_flag=False,
    flag_value=_ALL,
    default=0,
    metavar="[N]",
    help="List misses and false rows with their sentences: all, or the first N of each ledger.",
)
@_as_json
def relations(
    gold: Path, predictions: Path | None, model: str | None, save: Path | None, errors: int, as_json: bool
) -> None:
    """Score claims and events against GOLD (JSON Lines, the format of gold/README.md)."""
    if predictions and (save or model):
        msg = "--predictions scores a file as it is; leave out --save and --model"
        raise click.UsageError(msg)
    # Imported here: `dragoman --help` must not wait for numpy, nor a file's scores for the parser.
    from dragoman.evaluation.gold import load_gold  # noqa: PLC0415
    from dragoman.evaluation.predictions import load_predictions  # noqa: PLC0415
    from dragoman.evaluation.report import build_report, write_json, write_text  # noqa: PLC0415

    items = load_gold(gold)
    if predictions:
        predicted = load_predictions(predictions)
    else:
        from dragoman.evaluation.runs import predict, read_gold_texts, save_readings  # noqa: PLC0415

        readings = list(read_gold_texts(items, model=model))
        if save:
            save_readings(readings, save)
        predicted = predict(readings)
    report = build_report(items, predicted)
    if as_json:
        click.echo(json.dumps(write_json(report, errors=errors), ensure_ascii=False, indent=2))
    else:
        click.echo(write_text(report, errors=errors), nl=False)


@evaluate.command()
@_gold
@click.option(
    "--key",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="For linked names: the key from page titles to actors (gold/actor_pages.tsv).",
)
@_model
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Read only the first N items.")
@click.option(
    "--misses",
    type=click.IntRange(min=0),
    default=50,
    show_default=True,
    metavar="N",
    help="List the N commonest misses.",
)
@_as_json
def actors(
    gold: Path, key: Path | None, model: str | None, limit: int | None, misses: int, as_json: bool
) -> None:
    """Score who is found and whom the program takes them for, apart from what is said of them.

    GOLD is a file of coded claims, of phrases, of opinions with holders and targets, or of names that
    link to pages (JSON Lines, docs/validation.md).
    """
    from dragoman.evaluation.actors.outcomes import outcomes_json, write_outcomes  # noqa: PLC0415
    from dragoman.evaluation.actors.runs import evaluate_actors  # noqa: PLC0415

    outcomes = evaluate_actors(gold, key=key, model=model, limit=limit)
    if as_json:
        click.echo(json.dumps(outcomes_json(outcomes, misses=misses), ensure_ascii=False, indent=2))
    else:
        click.echo(write_outcomes(outcomes, misses=misses), nl=False)


@evaluate.command()
@_gold
@click.option(
    "--split", default="test", show_default=True, help="The part of the set to score, if it has parts."
)
@_model
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Read only the first N items.")
@click.option(
    "--errors",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="List the N events that are furthest off, with their sentences.",
)
@_as_json
def factuality(
    gold: Path, split: str, model: str | None, limit: int | None, errors: int, as_json: bool
) -> None:
    """Score how sure the author is that each event of GOLD happened, beside what people say.

    GOLD is a file of events with scores from -3 to +3, or with polarity and modality (JSON Lines,
    docs/validation.md).
    """
    from dragoman.evaluation.factuality.report import factuality_json, write_factuality  # noqa: PLC0415
    from dragoman.evaluation.factuality.runs import evaluate_factuality  # noqa: PLC0415

    judged = evaluate_factuality(gold, split=split, limit=limit, model=model)
    if as_json:
        click.echo(json.dumps(factuality_json(judged, errors=errors), ensure_ascii=False, indent=2))
    else:
        click.echo(write_factuality(judged, errors=errors), nl=False)


@evaluate.command()
@_gold
@click.option("--split", metavar="NAME", help="Only the texts of one split (train, dev, test).")
@_model
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Read only the first N texts.")
@click.option(
    "--errors",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="List the first N attributions that only one side has.",
)
@_as_json
def attribution(
    gold: Path, split: str | None, model: str | None, limit: int | None, errors: int, as_json: bool
) -> None:
    """Score who is said to say what: source, cue and content of attributions.

    GOLD has a text a line with its attributions (JSON Lines, docs/validation.md).
    """
    from dragoman.evaluation.attributions.runs import run_attributions  # noqa: PLC0415
    from dragoman.evaluation.attributions.scores import (  # noqa: PLC0415
        score_runs,
        scores_json,
        write_errors,
        write_scores,
    )

    runs = list(run_attributions(gold, split=split, limit=limit, model=model))
    scores = score_runs(runs)
    if as_json:
        click.echo(json.dumps(scores_json(scores), ensure_ascii=False, indent=2))
    else:
        click.echo(write_scores(scores), nl=False)
        click.echo(write_errors(runs, limit=errors), nl=False)
