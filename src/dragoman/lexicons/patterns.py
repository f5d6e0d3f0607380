"""Patterns: which words, in which construction, carry a relation or an event.

One line an entry, tab-separated; ``docs/lexicons.md`` explains the columns with examples.
The language is small on purpose: a trigger (a verb, noun or adjective), what must stand beside
it, and where its two arguments are found in the dependency parse.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dragoman.codes.tables import Row
from dragoman.errors import DataError

PARTS_OF_SPEECH = frozenset({"verb", "noun", "adj", "affix"})
SLOTS = frozenset(
    {
        "subj",
        "obj",
        "iobj",
        "poss",
        "mod",
        "holder",
        "head",
        "agent",
        "self",
        "clause",
        "after",
        "near",
        "parties",
        "having",
        "host",
    }
)
"""Slots that are not prepositions; every other word in an argument column is a preposition.

``subj``   the doer: subject of the active verb, ``by`` phrase of the passive, subject of the verb
           that governs a participle, an infinitive or a light-verb noun ("X gave help to Y")
``obj``    direct object, subject of the passive
``iobj``   indirect object
``poss``   possessor of a noun ("Iran's ally", "their ally")
``mod``    actor word modifying a noun ("Syrian ally", "US support", "China-Russia border")
``holder`` what the noun is said of: copula subject, apposition's anchor, name after it
           ("Qatar is an ally", "Oman, a mediator", "US ally Israel"), "as a mediator"
``head``   the noun that an adjective or participle modifies ("Iran-backed militia")
``agent``  possessor of a noun, else its ``by`` phrase
``self``   the trigger itself, where it is an actor ("its *allies* refused")
``clause`` the subject of the nearest clause around the trigger
``after``  what an affix is joined to ("pro-Iranian")
``near``   the actor that the facts choose ("neighbouring", "occupied"; option ``facts``)
``parties`` both sides of what is mediated; ``having`` who has something, before "with"
``host``   events: the state of the place, for a passive that names no doer
"""
CONDITIONS = ("mod", "case", "prt", "noun", "gov", "comp")
"""Options that ask for a word beside the trigger, in the order they are looked for."""
OPTIONS = frozenset(
    {
        *CONDITIONS,
        "nomod",
        "phase",
        "polarity",
        "modality",
        "needs",
        "loose",
        "status",
        "source",
        "target",
        "nopair",
        "facts",
        "when",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """Where the two arguments are looked for: slots in order, the first that is filled wins.

    A slot group is one string with ``+`` between slots that are all collected together.
    """

    source: tuple[str, ...]
    target: tuple[str, ...]
    symmetric: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One line of a lexicon: a trigger in a construction, and what it stands for."""

    id: str
    type: str
    pos: str
    lemmas: frozenset[str]
    arguments: Arguments
    options: Mapping[str, frozenset[str]] = field(default_factory=dict)
    example: str = ""
    cameo: str | None = None
    mode: str | None = None

    def option(self, name: str) -> frozenset[str]:
        """Return the words of an option; empty where the line does not give it."""
        return self.options.get(name, frozenset())


def read_arguments(text: str, *, where: str) -> Arguments:
    """Read ``subj > obj``, ``subj <> with,obj`` or ``poss+mod > for,to``.

    Raises DataError where the arrow is missing or a side is empty.
    """
    arrow = "<>" if "<>" in text else ">"
    source, found, target = text.partition(arrow)
    sides = [tuple(slot.strip() for slot in side.split(",") if slot.strip()) for side in (source, target)]
    if not found or not sides[0] or not sides[1]:
        msg = f"{where}: arguments {text!r} need a source and a target with '>' or '<>' between; '-' for none"
        raise DataError(msg)
    return Arguments(source=sides[0], target=sides[1], symmetric=arrow == "<>")


def read_options(text: str, *, where: str) -> dict[str, frozenset[str]]:
    """Read ``mod=military|advisory; case=at``. Raises DataError for an unknown option."""
    options: dict[str, frozenset[str]] = {}
    for part in filter(None, (piece.strip() for piece in text.split(";"))):
        name, _, value = part.partition("=")
        if name.strip() not in OPTIONS:
            msg = f"{where}: option {name.strip()!r} is unknown; choose among {', '.join(sorted(OPTIONS))}"
            raise DataError(msg)
        options[name.strip()] = frozenset(word.strip() for word in value.split("|") if word.strip())
    return options


def read_patterns(rows: tuple[Row, ...]) -> Iterator[Pattern]:
    """Yield a pattern for each row of a relation or an event table."""
    seen: dict[str, int] = {}
    for row in rows:
        if row["pos"] not in PARTS_OF_SPEECH:
            msg = (
                f"{row.where}: part of speech {row['pos']!r} is none of {', '.join(sorted(PARTS_OF_SPEECH))}"
            )
            raise DataError(msg)
        lemmas = [lemma.strip() for lemma in row["trigger"].split("|") if lemma.strip()]
        stem = f"{row['type'].lower()}-{row['pos']}/{lemmas[0]}"
        seen[stem] = seen.get(stem, 0) + 1
        yield Pattern(
            id=stem if seen[stem] == 1 else f"{stem}-{seen[stem]}",
            type=row["type"],
            pos=row["pos"],
            lemmas=frozenset(lemmas),
            arguments=read_arguments(row["arguments"], where=row.where),
            options=read_options(row["options"], where=row.where),
            example=row["example"],
            cameo=row.get("cameo") or None,
            mode=row.get("mode") or None,
        )
