"""Coded rows in one line each: what the tests of the evaluation are written in."""

from dragoman.evaluation.coded import AUTHOR, CodedActor, CodedClaim, CodedEvent, CodedItem


def actor(key: str | None) -> CodedActor | None:
    """Return an actor of a key, None for no key."""
    return None if key is None else CodedActor(text=key.lower(), key=key)


def claim(words: str, *, source: str = "AUTHOR", trigger: str = "", at: int | None = None) -> CodedClaim:
    """Return a claim of ``SUBJECT relation OBJECT [polarity [modality [time]]]``."""
    subject, relation, target, *rest = words.split()
    polarity, modality, time = [*rest, *("affirmed", "actual", "present")[len(rest) :]]
    return CodedClaim(
        subject=CodedActor(text="", key=subject),
        relation=relation,
        object=CodedActor(text="", key=target),
        trigger=trigger,
        polarity=polarity,
        modality=modality,
        time=time,
        source=AUTHOR if source == "AUTHOR" else CodedActor(text="", key=source),
        at=at,
    )


def event(words: str, *, reported_by: str = "AUTHOR") -> CodedEvent:
    """Return an event of ``SOURCE TYPE TARGET [status]``; ``-`` stands for no actor."""
    source, kind, target, *rest = words.split()
    return CodedEvent(
        source=actor(None if source == "-" else source),
        target=actor(None if target == "-" else target),
        type=kind,
        trigger="",
        status=rest[0] if rest else "happened",
        reported_by=CodedActor(text="", key=reported_by),
    )


def item(name: str, *rows: CodedClaim | CodedEvent, text: str = "Some words.") -> CodedItem:
    """Return an item of claims and events."""
    return CodedItem(
        id=name,
        text=text,
        claims=tuple(row for row in rows if isinstance(row, CodedClaim)),
        events=tuple(row for row in rows if isinstance(row, CodedEvent)),
    )
