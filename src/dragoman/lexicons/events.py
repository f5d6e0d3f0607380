"""The event lexicon: which words report which act, as the package ships it."""

from dragoman.codes.tables import load_table
from dragoman.lexicons.patterns import Pattern, read_patterns


def load_event_patterns() -> tuple[Pattern, ...]:
    """Load ``data/events.tsv``: patterns whose ``type`` is a PLOVER event type, in the order of the file.

    Raises DataError where a line has an unknown part of speech or option, or arguments without arrow.
    """
    return tuple(read_patterns(load_table("dragoman.lexicons", "events.tsv")))
