"""Role nouns: offices, trades and parts ("supreme leader", "troops") as they stand in a parse."""

from collections.abc import Iterable, Mapping

from spacy.tokens import Token

from dragoman.codes.actors.phrases.roles import RoleNoun

_LONGEST_ROLE = 4
"""How many words before its last one a role noun may have."""
_JOINING = frozenset({"of", "-"})
_CIVILIANS = "CVL"
"""The sector whose nouns are no role inside a name: "Democratic *National* Committee"."""


class RoleFinder:
    """Finds role nouns ("supreme leader", "troops") that end at a token."""

    def __init__(self, roles: Iterable[RoleNoun]) -> None:
        self._roles: Mapping[str, RoleNoun] = {role.noun: role for role in roles}

    def at(self, token: Token) -> tuple[RoleNoun, int] | None:
        """Return the longest role noun that ends at a token, and its first token's index."""
        if self._is_continued(token):
            return None
        words = [_role_lemma(token)]
        best: tuple[RoleNoun, int] | None = None
        first = token.i
        if words[0] in self._roles:
            best = (self._roles[words[0]], first)
        for left in range(token.i - 1, max(-1, token.i - _LONGEST_ROLE - 1), -1):
            word = token.doc[left]
            if not (word.is_alpha or word.text == "-") or word.dep_ in ("det", "case", "prep"):
                break
            words.insert(0, word.lower_)
            phrase = " ".join(words).replace(" - ", "-")
            if phrase in self._roles:
                best = (self._roles[phrase], left)
        best = self._followed(token, best)
        if best is not None and token.tag_ == "NNP" and best[0].role == _CIVILIANS:
            return None
        return best

    def _followed(self, token: Token, best: tuple[RoleNoun, int] | None) -> tuple[RoleNoun, int] | None:
        """Read on over "of" and a hyphen: "Council of Ministers", "secretary-general"."""
        phrase = self._onward(token)
        if phrase is None:
            return best
        first = best[1] if best is not None else token.i
        longer = f"{' '.join(_role_lemma(word) for word in token.doc[first : token.i])} {phrase}".strip()
        return (self._roles[longer], first) if longer in self._roles else (self._roles[phrase], token.i)

    def _onward(self, token: Token) -> str | None:
        """Return the role noun that a token begins and a word after "of" or a hyphen ends."""
        after = token.i + 2
        if after >= len(token.doc) or token.doc[token.i + 1].lower_ not in _JOINING:
            return None
        phrase = f"{_role_lemma(token)} {token.doc[token.i + 1].lower_} {_role_lemma(token.doc[after])}"
        phrase = phrase.replace(" - ", "-")
        return phrase if phrase in self._roles else None

    def _is_continued(self, token: Token) -> bool:
        """Whether a token only ends a role noun that an earlier one heads: "staff" in "chief of staff"."""
        first = token.i - 2
        return (
            first >= 0 and token.head.i in (first, token.i - 1) and self._onward(token.doc[first]) is not None
        )

    def named(self, noun: str) -> RoleNoun | None:
        """Return a role noun by its words."""
        return self._roles.get(noun.lower())


def _role_lemma(token: Token) -> str:
    """Return the lemma of a role word; capitalised plurals are tagged as names and keep their s."""
    lemma = token.lemma_
    if token.tag_ == "NNPS" and lemma.endswith("s"):
        return lemma[:-1]
    return lemma
