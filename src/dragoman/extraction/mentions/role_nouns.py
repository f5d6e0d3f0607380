"""Role nouns: offices, trades and parts ("supreme leader", "troops") as they stand in a parse."""

from collections.abc import Iterable, Mapping

from spacy.tokens import Token

from dragoman.codes.actors.roles import RoleNoun

_LONGEST_ROLE = 4
"""How many words before its last one a role noun may have."""
_CIVILIANS = "CVL"
"""The sector whose nouns are no role inside a name: "Democratic *National* Committee"."""


class RoleFinder:
    """Finds role nouns ("supreme leader", "troops") that end at a token."""

    def __init__(self, roles: Iterable[RoleNoun]) -> None:
        self._roles: Mapping[str, RoleNoun] = {role.noun: role for role in roles}

    def at(self, token: Token) -> tuple[RoleNoun, int] | None:
        """Return the longest role noun that ends at a token, and its first token's index."""
        words = [_role_lemma(token)]
        best: tuple[RoleNoun, int] | None = None
        first = token.i
        if words[0] in self._roles:
            best = (self._roles[words[0]], first)
        for left in range(token.i - 1, max(-1, token.i - _LONGEST_ROLE - 1), -1):
            word = token.doc[left]
            if not (word.is_alpha or word.text == "-") or word.dep_ in ("det", "case", "prep"):
                break
            words.insert(0, _role_lemma(word))
            phrase = " ".join(words).replace(" - ", "-")
            if phrase in self._roles:
                best = (self._roles[phrase], left)
        best = self._followed(token, best)
        if best is not None and token.tag_ == "NNP" and best[0].role == _CIVILIANS:
            return None
        return best

    def _followed(self, token: Token, best: tuple[RoleNoun, int] | None) -> tuple[RoleNoun, int] | None:
        """Read on over "of": "Council of Ministers", "court of appeal"."""
        after = token.i + 2
        if after >= len(token.doc) or token.doc[token.i + 1].lower_ != "of":
            return best
        phrase = f"{_role_lemma(token)} of {_role_lemma(token.doc[after])}"
        return (self._roles[phrase], token.i) if phrase in self._roles else best

    def named(self, noun: str) -> RoleNoun | None:
        """Return a role noun by its words."""
        return self._roles.get(noun.lower())


def _role_lemma(token: Token) -> str:
    """Return the lemma of a role word; capitalised plurals are tagged as names and keep their s."""
    lemma = token.lemma_
    if token.tag_ == "NNPS" and lemma.endswith("s"):
        return lemma[:-1]
    return lemma
