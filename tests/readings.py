"""A story with a reading made by hand, and a reader that gives it: tests of outputs need no model."""

import dataclasses
from collections.abc import Iterable, Iterator
from datetime import date

from dragoman.records import (
    AUTHOR,
    ActorRef,
    Attribution,
    Claim,
    Cues,
    DatePrecision,
    Dropped,
    Event,
    EventDate,
    Mention,
    MentionKind,
    Modality,
    Phase,
    Place,
    PloverCode,
    Polarity,
    Reader,
    Reading,
    Sentence,
    Span,
    Speaker,
    SpeechKind,
    Status,
    Story,
    Style,
    Time,
    hash_text,
    select,
)

TEXT = (
    'Norland "is not an ally of Sudria and never\nwas", Norland\'s foreign minister, Ada Berg, said. '
    "Sudria may impose sanctions on Norland if talks fail. "
    "Sudrian jets bombed Norland's port on Friday <b>."
)


def span(words: str, *, text: str = TEXT) -> Span:
    """Return the one place of some words."""
    start = text.index(words)
    return Span(start_char=start, end_char=start + len(words), text=words)


def sentences() -> tuple[Span, ...]:
    """Return the three sentences of the text."""
    return (
        span(TEXT[: TEXT.index(" Sudria may")]),
        span("Sudria may impose sanctions on Norland if talks fail."),
        span(TEXT[TEXT.index("Sudrian jets") :]),
    )


STORY = Story(
    id="n1",
    text=TEXT,
    sha256=hash_text(TEXT),
    title="Norland & Sudria fall out",
    published_on=date(2025, 5, 18),
    publisher="The Example Gazette",
    language="en",
)
NORLAND = ActorRef(actor="NOR", role=None, mention="m1")
SUDRIA = ActorRef(actor="SDN", role="MIL", mention="m2")
BERG = Speaker(actor="NOR", role="GOV", name="Ada Berg", attribution="a1")
DENIED = Claim(
    id="c1",
    relation="alliance",
    grade=None,
    label="ally",
    subject=NORLAND,
    object=ActorRef(actor="SDN", role=None, mention="m2"),
    polarity=Polarity.DENIED,
    modality=Modality.ACTUAL,
    time=Time.PRESENT,
    phase=Phase.HOLDS,
    condition=None,
    said_by=(Speaker(actor=AUTHOR), BERG),
    statement="s1",
    contrast_with="c2",
    evidence=sentences()[0],
    trigger=span("ally"),
    cues=Cues(negation=(span("not"), span("never"))),
    confidence=0.91,
    rule="copula/ally",
)
POSSIBLE = dataclasses.replace(
    DENIED,
    id="c2",
    relation="sanctions",
    grade="heavy",
    label="sanctions",
    subject=ActorRef(actor="SDN"),
    object=NORLAND,
    polarity=Polarity.AFFIRMED,
    modality=Modality.POSSIBLE,
    time=Time.FUTURE,
    phase=Phase.BEGINS,
    condition=span("if talks fail"),
    said_by=(Speaker(actor=AUTHOR),),
    statement="s2",
    contrast_with=None,
    evidence=sentences()[1],
    trigger=span("sanctions"),
    cues=Cues(modality=(span("may"),)),
    confidence=0.4,
    rule="verb/impose",
)
BOMBED = Event(
    id="e1",
    source=SUDRIA,
    target=NORLAND,
    plover=PloverCode(type="ASSAULT", mode="aerial", contexts=("military",)),
    cameo="195",
    goldstein=-9.0,
    quad=4,
    date=EventDate(start=date(2025, 5, 16), end=date(2025, 5, 16), precision=DatePrecision.DAY),
    place=Place(
        name="Norland",
        country="NOR",
        lat=60.5,
        lon=8.0,
        precision="country",
        geoname_id=3144096,
        span=Span(start_char=0, end_char=7, text="Norland"),
    ),
    status=Status.HAPPENED,
    said_by=(Speaker(actor=AUTHOR),),
    act="t1",
    reciprocal=False,
    evidence=sentences()[2],
    trigger=span("bombed"),
    cues=Cues(time=(span("on Friday"),)),
    confidence=0.88,
    rule="verb/bomb",
)
READING = Reading(
    story=STORY,
    reader=Reader(name="dragoman", version="0.1.0", lexicon="abc", model="en_core_web_sm 3.8.0"),
    sentences=tuple(Sentence(span=one, paragraph=0) for one in sentences()),
    mentions=(
        Mention(
            id="m1",
            span=Span(start_char=0, end_char=7, text="Norland"),
            kind=MentionKind.NAME,
            actor="NOR",
            confidence=0.99,
        ),
        Mention(id="m2", span=span("Sudrian"), kind=MentionKind.DEMONYM),
    ),
    attributions=(
        Attribution(
            id="a1",
            source="m3",
            source_span=span("Ada Berg"),
            cue=span("said"),
            content=(span('"is not an ally of Sudria and never\nwas"'),),
            style=Style.MIXED,
            kind=SpeechKind.SAY,
        ),
    ),
    claims=(DENIED, POSSIBLE),
    events=(BOMBED,),
    dropped=(Dropped(span=span("talks"), reason="event word without a second actor"),),
)
NAMES = {"NOR": "Norland", "SDN": "Sudria"}


class FakeReader:
    """Reads every story as READING, under the story's own name; keeps to the confidence asked for."""

    def __init__(self, min_confidence: float = 0.0) -> None:
        self._min_confidence = min_confidence

    def stream(self, stories: Iterable[Story]) -> Iterator[Reading]:
        """Yield the reading made by hand for each story."""
        for story in stories:
            reading = dataclasses.replace(READING, story=story)
            yield select(reading, min_confidence=self._min_confidence)
