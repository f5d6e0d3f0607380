"""Checks of the lexicons: what the tables of patterns and of qualifying words may not say."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache

from dragoman.codes.tables import load_table
from dragoman.errors import DataError
from dragoman.lexicons.patterns import Pattern
from dragoman.lexicons.qualifying import QualifyingLexicon

_NEEDS = frozenset({"both", "source", "target", "any"})
_STEM_CHARS = 4
"""Letters of a lemma that its inflected forms share; ``data/irregular.tsv`` lists the others."""


def check_patterns(
    patterns: Sequence[Pattern],
    *,
    types: Mapping[str, Collection[str]],
    cameo_codes: Collection[str] = (),
) -> None:
    """Raise DataError at the first pattern that breaks a rule of its lexicon.

    ``types`` maps each type allowed to the modes it may have (none for relations); ``cameo_codes``
    are the codes allowed, empty where the lexicon has no codes. A message names the pattern's id.
    """
    for finding in find_faults(patterns, types=types, cameo_codes=cameo_codes):
        raise DataError(finding)


def find_faults(
    patterns: Sequence[Pattern],
    *,
    types: Mapping[str, Collection[str]],
    cameo_codes: Collection[str] = (),
) -> Iterator[str]:
    """Yield one line for each fault, in the order of the patterns."""
    rules: tuple[Callable[[Pattern], str | None], ...] = (
        lambda pattern: _type_fault(pattern, types),
        lambda pattern: _code_fault(pattern, cameo_codes),
        _needs_fault,
        _example_fault,
    )
    for pattern in patterns:
        for rule in rules:
            fault = rule(pattern)
            if fault is not None:
                yield f"{pattern.id}: {fault}"
    yield from _duplicates(patterns)


def _type_fault(pattern: Pattern, types: Mapping[str, Collection[str]]) -> str | None:
    if pattern.type not in types:
        return f"type {pattern.type!r} is unknown; choose among {', '.join(sorted(types))}"
    if pattern.mode is not None and pattern.mode not in types[pattern.type]:
        allowed = ", ".join(sorted(types[pattern.type])) or "none"
        return f"mode {pattern.mode!r} is none of {pattern.type}'s: {allowed}"
    return None


def _code_fault(pattern: Pattern, cameo_codes: Collection[str]) -> str | None:
    if not cameo_codes:
        return None if pattern.cameo is None else f"CAMEO code {pattern.cameo} in a lexicon without codes"
    if pattern.cameo not in cameo_codes:
        return f"CAMEO code {pattern.cameo!r} is not in the table of codes"
    return None


def _needs_fault(pattern: Pattern) -> str | None:
    unknown = pattern.option("needs") - _NEEDS
    if unknown:
        return f"needs={'|'.join(sorted(unknown))} is none of {', '.join(sorted(_NEEDS))}"
    if (
        pattern.option("needs") & {"both", "target"}
        and pattern.arguments.target == ("-",)
        and not pattern.arguments.symmetric
    ):
        return "an argument is needed that the line says is none ('-')"
    return None


def _example_fault(pattern: Pattern) -> str | None:
    if not pattern.example:
        return "no example; write a sentence that the line must match"
    words = [word.strip(".,;:!?'\"()").lower() for word in pattern.example.replace("-", " ").split()]
    words += [word.strip(".,;:!?'\"()").lower() for word in pattern.example.split()]
    if not any(word.startswith(stem) for lemma in pattern.lemmas for stem in _stems(lemma) for word in words):
        return f"the example has no form of {', '.join(sorted(pattern.lemmas))}: {pattern.example!r}"
    return None


def _stems(lemma: str) -> tuple[str, ...]:
    regular = lemma.lower()
    if len(regular) > _STEM_CHARS:
        regular = regular[: max(_STEM_CHARS, len(regular) - 2)]
    if regular.endswith(("y", "e")):
        regular = regular[:-1]
    return (regular, *_load_irregular().get(lemma.lower(), ()))


@cache
def _load_irregular() -> dict[str, tuple[str, ...]]:
    return {row["lemma"]: row.many("beginnings") for row in load_table("dragoman.lexicons", "irregular.tsv")}


def _duplicates(patterns: Sequence[Pattern]) -> Iterator[str]:
    seen: dict[tuple[object, ...], str] = {}
    for pattern in patterns:
        for lemma in sorted(pattern.lemmas):
            key = (pattern.pos, lemma, pattern.arguments, _options_key(pattern))
            if key in seen and seen[key] != pattern.id:
                yield f"{pattern.id}: {lemma!r} stands with the same arguments and options in {seen[key]}"
            seen.setdefault(key, pattern.id)


def _options_key(pattern: Pattern) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(sorted((name, tuple(sorted(words))) for name, words in pattern.options.items()))


def check_qualifying(lexicon: QualifyingLexicon) -> None:
    """Lint the lexicon. Raises DataError for a duplicate, a missing example, or an idle pseudo negation.

    A pseudo negation must hold a word that negates on its own: else there is nothing to shadow.
    """
    seen: dict[tuple[str, ...], str] = {}
    negations = {cue.words[0] for cue in lexicon.cues if cue.kind == "negation" and len(cue.words) == 1}
    for cue in lexicon.cues:
        key = (*cue.words, cue.pos, cue.effect.only or "")
        if key in seen:
            msg = f"{cue.where}: {' '.join(cue.words)!r} stands already in {seen[key]}; keep one"
            raise DataError(msg)
        seen[key] = cue.where
        if cue.kind == "pseudo_negation" and not negations.intersection(cue.words):
            msg = f"{cue.where}: {' '.join(cue.words)!r} shadows no negation; drop it or name its negation"
            raise DataError(msg)
        if not cue.example:
            msg = f"{cue.where}: {' '.join(cue.words)!r} has no example; write a sentence that shows it"
            raise DataError(msg)
    places: dict[tuple[str, ...], str] = {}
    for word in lexicon.phase_words:
        key = (*word.words, word.pos)
        if key in places:
            msg = f"{word.where}: {' '.join(word.words)!r} stands already in {places[key]}; keep one"
            raise DataError(msg)
        places[key] = word.where
