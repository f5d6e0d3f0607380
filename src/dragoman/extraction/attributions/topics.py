"""Topics: what somebody speaks of, without a clause that tells it ("criticised the tariffs")."""

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from dragoman.extraction.attributions.clauses import subtree
from dragoman.extraction.attributions.reports import Report, cue_words
from dragoman.extraction.attributions.sources import find_noun_source, find_source
from dragoman.extraction.draft import Parse
from dragoman.extraction.syntax.words import is_infinitive
from dragoman.lexicons.topics import INFINITIVE, OBJECT, TopicCue, TopicLexicon

_CLAUSES = frozenset({"xcomp", "ccomp", "acl", "advcl"})


def find_topics(
    parse: Parse, number: int, lexicon: TopicLexicon, *, taken: Collection[int]
) -> Iterator[Report]:
    """Yield a report for each topic of one parse; words that report a clause, ``taken``, have none."""
    for token in parse.doc:
        if token.i in taken:
            continue
        if token.tag_.startswith("VB"):
            cues = lexicon.verbs.get(token.lemma_, ())
        elif token.tag_ in ("NN", "NNS"):
            cues = lexicon.nouns.get(token.lemma_, ())
        else:
            continue
        report = next((found for cue in cues if (found := _report(token, cue, number)) is not None), None)
        if report is not None:
            yield report


def _report(token: Token, cue: TopicCue, number: int) -> Report | None:
    topic = _topic(token, cue.construction)
    if topic is None:
        return None
    verb = token.tag_.startswith("VB")
    source = find_source(token) if verb else find_noun_source(token, frozenset())
    if source is None and not verb:
        return None  # "criticism of the plan": nobody's
    if source is not None and (source.i == topic.i or (source.is_ancestor(topic) and not verb)):
        return None
    return Report(
        parse=number,
        cue=cue_words(token, ()),
        head=token.i,
        source=None if source is None else source.i,
        content=frozenset(_named(topic) - {token.i}),
        kind=cue.kind,
        takes_quotation=False,
    )


def _named(topic: Token) -> set[int]:
    """Return a topic's words, without a clause after a comma that only tells more of it."""
    words = subtree(topic)
    for clause in topic.children:
        before = clause.left_edge.i - 1
        if clause.dep_ == "relcl" and topic.doc[before].text == ",":
            words = {i for i in words if i < before}
    return words


def _topic(token: Token, construction: str) -> Token | None:
    for child in token.children:
        if construction == OBJECT:
            if child.dep_ in ("dobj", "nsubjpass"):
                return child
        elif construction == INFINITIVE:
            if child.dep_ in _CLAUSES and child.i > token.i and is_infinitive(child):
                return child
        elif child.dep_ == "prep" and child.lower_ == construction:
            return next((inner for inner in child.children if inner.dep_ in ("pobj", "pcomp")), None)
    return None
