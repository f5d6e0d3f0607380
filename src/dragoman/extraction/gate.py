"""Stage ``gate``: which sentences can carry a record and need a parse."""

import dataclasses

from dragoman.extraction.draft import Draft


class GateStage:
    """Lets every sentence through."""

    name = "gate"
    requires = frozenset({"sentences"})
    assigns = frozenset({"gated"})

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with ``gated``: indexes of the sentences to parse."""
        return dataclasses.replace(draft, gated=tuple(range(len(draft.sentences))))
