"""Everything Dragoman raises on purpose.

The tree::

    DragomanError
    ├── InputError       something given to read cannot be read
    │   ├── StoryError   one story of a source: the others go on
    │   └── LanguageError  a story in a language Dragoman does not read
    ├── SettingsError    a setting or an option has a value it cannot have
    ├── DataError        a code table, lexicon or gold file breaks its own rules
    ├── ModelError       the parser's model is missing or unfit
    └── PipelineError    stages in an order that cannot work

A message says the fact, the value, the place and the remedy, in one line.
"""


class DragomanError(Exception):
    """Anything Dragoman raises on purpose."""


class InputError(DragomanError):
    """Something given to read cannot be read."""


class StoryError(InputError):
    """One story of a source cannot be read; the rest of the source can."""


class LanguageError(StoryError):
    """A story is in a language that Dragoman does not read."""


class SettingsError(DragomanError):
    """A setting has a value it cannot have."""


class DataError(DragomanError):
    """A code table, lexicon or gold file breaks its own rules."""


class ModelError(DragomanError):
    """The parser's model is missing or unfit."""


class PipelineError(DragomanError):
    """The stages of a pipeline stand in an order that cannot work."""
