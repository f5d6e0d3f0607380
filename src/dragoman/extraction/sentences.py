"""Stage ``sentences``: paragraphs, sentences, headline and dateline, and paired quotation marks."""

import dataclasses
import re
from collections.abc import Iterator

import nupunkt

from dragoman.codes.tables import load_table
from dragoman.extraction.draft import Draft
from dragoman.extraction.quotations import read_quotations
from dragoman.records import Sentence, Span

_BLANK_LINE = re.compile(r"\n[ \t\u00a0]*\n\s*")
_TERMINAL = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]]*\s*$")
_SOFT_WRAP_AT = 100
"""Lines shorter than this, without end punctuation, in a text with blank lines are soft-wrapped."""
_BEFORE_QUOTATION = re.compile(r"(\w{2,}[.!?])\s+(?=[\"\u201c\u00ab][\w\[\u2026])")
_LONGEST_HEADLINE = 160
_MOST_HEADLINES = 3
_LONGEST_SMALL_WORD = 4
"""Words this short ("with", "from") may stand small in a title."""
_FEWEST_TITLE_WORDS = 3

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?"
_LETTER = r"[A-Z\u00c0-\u00de]"
_WORD = rf"{_LETTER}[A-Z\u00c0-\u00de.'\u2019]"
_CAPITALS = rf"{_WORD}+(?:[ /-]{_WORD}*)*"
_REGION = r"(?:,\s+[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)"
_DASH = r"\s*(?:--|[-\u2013\u2014_])\s+"
_DATELINE = re.compile(
    rf"(?:{_CAPITALS}{_REGION}?(?:,\s+{_DAY})?\s*\([A-Z][\w ./-]{{1,30}}\){_DASH}"
    rf"|{_CAPITALS}{_REGION}?,\s+{_DAY}{_DASH}"
    rf"|{_CAPITALS}{_REGION}{_DASH}"
    rf"|(?:{_LETTER}{{5,}}|{_LETTER}{{2,}}(?:[ ]{_LETTER}{{2,}})+){_DASH}"
    rf"|[A-Z]\w+(?:\s[A-Z]\w+){{0,2}}(?:,\s+{_DAY})?\s*\([A-Z][\w./-]{{1,20}}\){_DASH}"
    rf"|\([A-Z][\w./-]{{1,20}}\){_DASH})"
)
"""Place in capitals, with a region, a day or an agency; or any place with an agency in brackets."""


def dateline_end(text: str, start_char: int) -> int | None:
    """Return where the words after a dateline begin, or None where none stands at ``start_char``.

    "KHARTOUM, May 3 (Reuters) - ", "OSLO (AP) \u2014 ", "SAN JOS\u00c9, Costa Rica \u2014 ".
    """
    match = _DATELINE.match(text, start_char)
    return None if match is None else match.end()


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open characters of each paragraph, outer white space left out."""
    blocks = _blocks(text)
    hard = len(blocks) == 1
    for start, end in blocks:
        for line_start, line_end in _lines(text, start, end, hard=hard):
            stripped = text[line_start:line_end].strip()
            if stripped:
                offset = line_start + text[line_start:line_end].index(stripped)
                yield offset, offset + len(stripped)


def _blocks(text: str) -> list[tuple[int, int]]:
    cuts = [(m.start(), m.end()) for m in _BLANK_LINE.finditer(text)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    return list(zip(starts, ends, strict=True))


def _lines(text: str, start: int, end: int, *, hard: bool) -> Iterator[tuple[int, int]]:
    """Cut a block at the line breaks that end a sentence or a headline; keep soft wraps together."""
    position = start
    for match in re.finditer(r"\n", text[start:end]):
        cut = start + match.start()
        line = text[position:cut]
        if (
            _TERMINAL.search(line)
            or (hard and len(line) > _SOFT_WRAP_AT)
            or _is_title_line(text, position, cut, end)
        ):
            yield position, cut
            position = cut + 1
    yield position, end


def _is_title_line(text: str, start: int, cut: int, end: int) -> bool:
    """Answer whether a block's line is a title: a dateline or a far longer line follows it."""
    following = text[cut + 1 : end].split("\n", 1)[0]
    indent = len(following) - len(following.lstrip())
    if not text[start:cut].strip() or "\n" in text[start:cut]:
        return False
    return len(following) > 2 * _SOFT_WRAP_AT or dateline_end(text, cut + 1 + indent) is not None


class SentenceStage:
    """Finds paragraphs, sentences and quotations. Offsets stay those of the untouched text."""

    name = "sentences"
    requires = frozenset({"story"})
    assigns = frozenset({"sentences", "quotations"})

    def __init__(self) -> None:
        self._tokenizer = nupunkt.load("default")
        self._abbreviations = {
            row["abbreviation"]: row["before"] for row in load_table("dragoman.lexicons", "abbreviations.tsv")
        }

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with ``sentences`` and ``quotations``."""
        text = draft.story.text
        blocks = tuple(paragraphs(text))
        headlines = _headlines(text, blocks)
        sentences: list[Sentence] = []
        for number, block in enumerate(blocks):
            cuts = [(*block, "headline")] if number < headlines else self._cuts(text, *block)
            sentences.extend(
                Sentence(span=_span(text, start, end), paragraph=number, part=part)
                for start, end, part in cuts
            )
        quotations = read_quotations(text, blocks)
        return dataclasses.replace(draft, sentences=tuple(sentences), quotations=quotations)

    def _cuts(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Yield the half-open characters of a paragraph's dateline and sentences, with their part."""
        after = dateline_end(text, start)
        if after is not None and after < end:
            yield start, after, "dateline"
            start = after
        for first, last in self._split(text, start, end):
            yield first, last, "body"

    def _split(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the sentences of a paragraph, those cut at an abbreviation joined again."""
        pending: tuple[int, int] | None = None
        for piece in self._pieces(text, start, end):
            if not text[piece[0] : piece[1]].strip():
                continue
            if pending is None:
                pending = piece
            elif self._belongs(text, pending, piece):
                pending = (pending[0], piece[1])
            else:
                yield pending
                pending = piece
        if pending is not None:
            yield pending

    def _pieces(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the tokenizer's sentences, cut once more where a quotation opens after a full stop."""
        for first, last in self._tokenizer.span_tokenize(text[start:end]):
            position = start + first
            for match in _BEFORE_QUOTATION.finditer(text, position, start + last):
                if match.group(1) not in self._abbreviations:
                    yield position, match.end()
                    position = match.end()
            yield position, start + last

    def _belongs(self, text: str, before: tuple[int, int], after: tuple[int, int]) -> bool:
        words = text[before[0] : before[1]].split()
        following = text[after[0] : after[1]].lstrip()
        if following[0] in ")],;:" or not any(char.isalnum() for char in following):
            return True
        if following[0].islower():
            return not text[before[0] : before[1]].rstrip().endswith(("?", "!"))
        needs = self._abbreviations.get(words[-1].lstrip("(\"'\u201c\u2018")) if words else None
        if needs == "number":
            return following[0].isdigit()
        return needs == "any" or (needs == "name" and following[0].isupper())


def _headlines(text: str, blocks: tuple[tuple[int, int], ...]) -> int:
    """Return how many of the first paragraphs are headlines: short lines with no full stop."""
    count = 0
    for start, end in blocks[:_MOST_HEADLINES]:
        line = text[start:end]
        ended = _TERMINAL.search(line) is not None and not _is_title_case(line)
        if len(line) > _LONGEST_HEADLINE or ended or dateline_end(text, start) is not None:
            break
        count += 1
    return count if count < len(blocks) or count == 1 else 0


def _is_title_case(line: str) -> bool:
    """Whether a line is written as titles are: its longer words all begin with a capital."""
    words = [word for word in re.findall(r"[^\W\d_][\w'\u2019-]*", line) if len(word) > _LONGEST_SMALL_WORD]
    return len(words) >= _FEWEST_TITLE_WORDS and all(word[0].isupper() for word in words)


def _span(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    stripped = words.strip()
    offset = start + words.index(stripped)
    return Span(start_char=offset, end_char=offset + len(stripped), text=stripped)
