"""The table: both ledgers of a story as a person reads them on a terminal.

Nothing is told by colour alone: a denied row says NOT, a trigger stands between marks.
"""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.records import Reading
from dragoman.records.rows import (
    CLAIM_COLUMNS,
    EVENT_COLUMNS,
    LedgerRow,
    Mark,
    Piece,
    claim_rows,
    event_rows,
)

WIDEST = 120
"""Wider than this, sentences are hard to read; a wider terminal is not filled."""
_NARROWEST = 60
_SHARES = (18, 23, 18, 17, 24)
_MARKS = ("«", "»")
_OTHER_MARKS = ("⟦", "⟧")
# Characters that would move the cursor, colour the screen or turn the direction of the line.
_UNSEEN = (*range(32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_SHOWN = dict.fromkeys(_UNSEEN, "\ufffd") | dict.fromkeys((9, 10, 13), " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """How the table is shown: characters a line, colour, reasons (``explain``), which ledgers."""

    width: int = 80
    colour: bool = False
    explain: bool = False
    claims: bool = True
    events: bool = True


def write_table(
    readings: Iterable[Reading], *, names: Mapping[str, str], view: TableView | None = None
) -> Iterator[str]:
    """Yield the table of each reading as text. ``names`` gives what actor codes are called."""
    view = view or TableView()
    console = Console(
        file=io.StringIO(),
        width=min(max(view.width, _NARROWEST), WIDEST),
        force_terminal=view.colour,
        color_system="standard" if view.colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for reading in readings:
        with console.capture() as capture:
            for part in _parts(reading, names, view):
                console.print(part)
        yield "".join(f"{line.rstrip()}\n" for line in capture.get().split("\n")[:-1])


def _parts(reading: Reading, names: Mapping[str, str], view: TableView) -> Iterator[RenderableType]:
    yield _heading(reading)
    if view.claims:
        title = "CLAIMS: who is what to whom"
        yield from _ledger(title, CLAIM_COLUMNS, claim_rows(reading, names=names), view)
    if view.events:
        title = "EVENTS: who did what to whom"
        yield from _ledger(title, EVENT_COLUMNS, event_rows(reading, names=names), view)
    if view.explain:
        yield from _dropped(reading)
    yield _footer(reading, view)
    yield Text()


def _heading(reading: Reading) -> Text:
    story = reading.story
    about = [story.published_on.isoformat() if story.published_on else "no date", story.publisher]
    heading = Text(_plain(story.title or story.id), style="bold")
    heading.append(f"\n{_plain(', '.join(part for part in about if part))}\n", style="not bold")
    return heading


def _ledger(
    title: str, columns: Sequence[str], rows: Sequence[LedgerRow], view: TableView
) -> Iterator[RenderableType]:
    if not rows:
        return
    yield Text(title, style="bold")
    yield _line([Text(column, style="underline") for column in columns], view)
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        yield _line([_cell(row, index) for index in range(len(columns))], view)
        if view.explain:
            yield Padding(Text(_plain("; ".join(row.basis)), style="italic"), (0, 0, 0, 4))
        # What one predicate expands into is proved by the same words: they are shown once.
        if following is None or following.passage != row.passage:
            yield Padding(_sentence(row.sentence), (0, 0, 1, 4))


def _line(cells: Sequence[Text], view: TableView) -> Table:
    width = min(max(view.width, _NARROWEST), WIDEST) - len(_SHARES) + 1
    widths = [width * share // sum(_SHARES) for share in _SHARES]
    table = Table.grid(padding=(0, 1, 0, 0))
    for column in widths:
        table.add_column(width=column, overflow="fold")
    table.add_row(*cells)
    return table


def _cell(row: LedgerRow, index: int) -> Text:
    style = ("bold red" if row.denied else "bold") if index == 1 else ""
    return Text(_plain(row.cells[index]), style=style)


def _sentence(pieces: Sequence[Piece]) -> Text:
    text = "".join(piece.text for piece in pieces)
    before, after = _OTHER_MARKS if any(mark in text for mark in _MARKS) else _MARKS
    sentence = Text()
    for piece in pieces:
        words = _plain(piece.text)
        if piece.mark is Mark.TRIGGER:
            sentence.append(f"{before}{words}{after}", style="bold")
        else:
            sentence.append(words, style="dim" if piece.mark is Mark.CUE else "")
    sentence.rstrip()
    return sentence


def _dropped(reading: Reading) -> Iterator[RenderableType]:
    if not reading.dropped:
        return
    yield Text(f"DROPPED ({len(reading.dropped)})", style="bold")
    for dropped in reading.dropped:
        words = Text.assemble((_plain(dropped.reason), "italic"), ": ", _plain(dropped.span.text))
        yield Padding(words, (0, 0, 0, 4))
    yield Text()


def _footer(reading: Reading, view: TableView) -> Text:
    counts: list[str] = []
    if view.claims:
        denied = sum(row.denied for row in claim_rows(reading, names={}))
        counts.append(_count(len(reading.claims), "claim") + (f" ({denied} denied)" if denied else ""))
    if view.events:
        counts.append(_count(len(reading.events), "event"))
    hint = "" if view.explain or not reading.dropped else " (--explain says why)"
    counts.append(f"{len(reading.dropped)} dropped{hint}")
    reader = reading.reader
    return Text(f"{', '.join(counts)}; {reader.name} {reader.version}, {reader.model}", style="dim")


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def _plain(text: str) -> str:
    return text.translate(_SHOWN)
