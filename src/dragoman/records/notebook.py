"""A reading as HTML, for notebooks. Every word that comes from a story is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from dragoman.records.rows import (
    CLAIM_COLUMNS,
    EVENT_COLUMNS,
    LedgerRow,
    Mark,
    Piece,
    claim_rows,
    event_rows,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.records.items import Reading


def reading_to_html(reading: Reading) -> str:
    """Return the claims and the events of a reading as two HTML tables under the story's title."""
    story = reading.story
    about = [story.published_on.isoformat() if story.published_on else None, story.publisher]
    parts = [
        f"<h4>{escape(story.title or story.id)}</h4>",
        f"<p>{escape(', '.join(part for part in about if part))}</p>" if any(about) else "",
        _table("Claims", CLAIM_COLUMNS, claim_rows(reading, names={})),
        _table("Events", EVENT_COLUMNS, event_rows(reading, names={})),
        f"<p>{len(reading.dropped)} dropped</p>",
    ]
    return f'<div class="dragoman-reading">{"".join(parts)}</div>'


def _table(caption: str, columns: Sequence[str], rows: Sequence[LedgerRow]) -> str:
    head = "".join(f'<th style="text-align:left">{escape(column)}</th>' for column in columns)
    body = "".join(_row(row) for row in rows)
    return (
        f'<table><caption style="text-align:left">{escape(caption)} ({len(rows)})</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row(row: LedgerRow) -> str:
    style = "text-align:left;vertical-align:top"
    cells = "".join(f'<td style="{style}">{escape(cell)}</td>' for cell in row.cells)
    sentence = "".join(_piece(piece) for piece in row.sentence)
    title = escape("; ".join(row.basis), quote=True)
    return (
        f'<tr title="{title}">{cells}</tr>'
        f'<tr><td colspan="{len(row.cells)}" style="{style};padding-left:2em">{sentence}</td></tr>'
    )


def _piece(piece: Piece) -> str:
    if piece.mark is Mark.TRIGGER:
        return f"<mark>{escape(piece.text)}</mark>"
    if piece.mark is Mark.CUE:
        return f"<u>{escape(piece.text)}</u>"
    return escape(piece.text)
