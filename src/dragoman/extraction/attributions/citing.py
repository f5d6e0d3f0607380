"""Sources that a source cites: "The paper, citing officials, said that", "it reported, quoting the army"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from dragoman.extraction.attributions.reports import Report
from dragoman.extraction.draft import Parse

_CITING = frozenset({"cite", "quote"})
_ASIDE = frozenset({"advcl", "acl", "prep", "conj", "dep"})
_LONGEST_CLIMB = 3
"""How many governors the verb of speech is looked for at."""


def find_cited(parse: Parse, reports: Sequence[Report]) -> Iterator[Report]:
    """Yield for each source cited beside a report a report of the same content, nested in that one.

    ``reports`` are those of the parse.
    """
    by_head = {report.head: report for report in reports if report.content}
    if not by_head:
        return
    for token in parse.doc:
        if token.tag_ != "VBG" or token.lemma_ not in _CITING or token.dep_ not in _ASIDE:
            continue
        cited = next((child for child in token.children if child.dep_ == "dobj"), None)
        outer = _report_above(token, by_head)
        if cited is None or outer is None or cited.i in outer.content or token.i in outer.content:
            continue
        yield replace(outer, cue=(token.i,), head=token.i, source=cited.i, cites=outer.head)


def _report_above(token: Token, by_head: dict[int, Report]) -> Report | None:
    for _ in range(_LONGEST_CLIMB):
        if token.head.i == token.i:
            return None
        token = token.head
        if token.i in by_head:
            return by_head[token.i]
    return None
