"""Judgements: how the program takes an event word, by the stages and rules that the ledgers use."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.evaluation.factuality.gold import MarkedEvent, MarkedText
from dragoman.evaluation.ungated import read_ungated
from dragoman.extraction.attributions.chain import AttributionIndex, cue_tokens
from dragoman.extraction.draft import Draft, Parse, Stage
from dragoman.extraction.language import LanguageModel
from dragoman.extraction.qualifiers.qualification import Qualification, qualify
from dragoman.extraction.syntax.grammar import Grammar
from dragoman.lexicons.constructions import load_constructions
from dragoman.lexicons.qualifying import QualifyingLexicon, load_qualifying
from dragoman.pipeline import load_stages
from dragoman.records import Story, hash_text

_LAST_STAGE = "attributions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """How one event is meant, and in whose words it stands.

    ``reported`` is the kind of the innermost speech or thought around it, None in the author's own words.
    ``sentence`` is the sentence's text. ``qualification`` is None where no word was parsed there.
    """

    word: str
    sentence: str
    qualification: Qualification | None
    reported: str | None


class EventJudge:
    """Judges marked events: every sentence is parsed, the gate left out."""

    def __init__(self, stages: Sequence[Stage], *, lexicon: QualifyingLexicon, grammar: Grammar) -> None:
        self._stages = tuple(stages)
        self._lexicon = lexicon
        self._grammar = grammar

    def judge(self, text: MarkedText) -> Iterator[Judgement]:
        """Yield a judgement for each event of a text, in its order."""
        story = Story(id=text.id, text=text.text, sha256=hash_text(text.text))
        draft = read_ungated(story, self._stages, last=_LAST_STAGE)
        index = AttributionIndex(draft.attributions)
        for event in text.events:
            yield self._judgement(draft, event, index)

    def _judgement(self, draft: Draft, event: MarkedEvent, index: AttributionIndex) -> Judgement:
        text = draft.story.text
        word = text[event.start_char : event.end_char]
        found = _token_at(draft, event)
        if found is None:
            return Judgement(word=word, sentence=text[:80], qualification=None, reported=None)
        parse, trigger = found
        chain = index.chain_at(start_char=event.start_char, end_char=event.end_char)
        token = parse.doc[trigger]
        return Judgement(
            word=word,
            sentence=draft.sentences[parse.sentence].span.text,
            qualification=qualify(
                parse.doc,
                trigger=trigger,
                clause=self._grammar.clause_of(token).i,
                lexicon=self._lexicon,
                boundary=cue_tokens(parse, chain),
            ),
            reported=str(chain[-1].kind) if chain else None,
        )


def _token_at(draft: Draft, event: MarkedEvent) -> tuple[Parse, int] | None:
    """Return the parse and the last token of an event's words; None where nothing is parsed there."""
    for parse in draft.parses:
        if parse.starts[0] <= event.start_char < parse.ends[-1]:
            inside = [i for i, start in enumerate(parse.starts) if start < event.end_char]
            last = inside[-1]
            return (parse, last) if parse.ends[last] > event.start_char else None
    return None


def load_judge(model: str | None = None) -> EventJudge:
    """Load model, tables and stages. Raises ModelError where the model is missing."""
    return EventJudge(
        load_stages(LanguageModel(model)), lexicon=load_qualifying(), grammar=Grammar(load_constructions())
    )
