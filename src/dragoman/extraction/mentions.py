"""Stage ``mentions``: noun phrases that name or describe an actor, with what they say of him.

Who is meant is decided by the stage ``actors``; here a phrase only gets its words, its kind and
its clues.
"""

import dataclasses
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dragoman.codes.classes import ActorClass
from dragoman.codes.forms import Form
from dragoman.codes.roles import RoleNoun
from dragoman.extraction.draft import ActorPhrase, Clues, Draft
from dragoman.extraction.gazetteer import Gazetteer
from dragoman.extraction.noun_phrases import (
    RoleFinder,
    affiliates,
    apposed,
    is_former,
    left_words,
    proper_name,
)
from dragoman.lexicons.mentions import MentionWords
from dragoman.records import Mention, MentionKind

_PRONOUNS = frozenset(
    "he him his she her hers it its they them their theirs we us our ours i me my himself herself itself themselves"
    " ourselves".split()
)
_NOMINAL_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "CD", "DT"})
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_MODIFYING = frozenset({"amod", "compound", "nmod", "npadvmod"})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Hit:
    first: int
    last: int
    head: int
    forms: tuple[Form, ...]


class MentionStage:
    """Finds the actor phrases of every parse."""

    name = "mentions"
    requires = frozenset({"parses"})
    assigns = frozenset({"phrases", "heads"})

    def __init__(
        self,
        *,
        gazetteer: Gazetteer,
        roles: RoleFinder,
        classes: tuple[ActorClass, ...],
        words: MentionWords,
    ) -> None:
        self._gazetteer = gazetteer
        self._roles = roles
        self._words = words
        self._classes = {
            phrase: Form(text=phrase, kind=MentionKind.NOMINAL, actor=group.code, role=None, source="classes")
            for group in classes
            for phrase in group.phrases
        }

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with ``phrases`` in order of text, and ``heads`` to find them by."""
        phrases: list[ActorPhrase] = []
        for index, parse in enumerate(draft.parses):
            for first, last, kind, head, clues in self._read(parse.doc):
                mention = Mention(
                    id=f"m{len(phrases) + 1}", span=parse.span(draft.story, first, last), kind=kind
                )
                phrases.append(
                    ActorPhrase(
                        mention=mention,
                        parse=index,
                        head=head.i,
                        first=first,
                        last=last,
                        lemma=head.lemma_,
                        plural=head.tag_ in _PLURAL_TAGS,
                        clues=clues,
                    )
                )
        heads = {(phrase.parse, phrase.head): number for number, phrase in enumerate(phrases)}
        return dataclasses.replace(draft, phrases=tuple(phrases), heads=heads)

    def _read(self, doc: Doc) -> list[tuple[int, int, MentionKind, Token, Clues]]:
        hits = {hit.head: hit for hit in self._hits(doc)}
        inside = {i: hit.head for hit in hits.values() for i in range(hit.first, hit.last + 1)}
        found: dict[int, tuple[int, int, MentionKind, Clues]] = {}
        for hit in hits.values():
            kind = hit.forms[0].kind
            clues = Clues(
                forms=hit.forms,
                noun=self._title_of(doc[hit.head]) if kind is MentionKind.PERSON else None,
                former=self._is_former(doc[hit.head]),
                apposed=apposed(doc[hit.head]),
            )
            found[hit.head] = (hit.first, hit.last, kind, clues)
        for token in doc:
            if token.i in inside:
                continue
            described = self._describe(token, inside=inside, found=found)
            if described is not None:
                found[token.i] = described
        return [(*found[i][:3], doc[i], found[i][3]) for i in sorted(found)]

    def _title_of(self, head: Token) -> RoleNoun | None:
        titles = (self._roles.at(word) for word in left_words(head))
        return next((title[0] for title in titles if title is not None), None)

    def _is_former(self, head: Token) -> bool:
        return is_former(head, left_words(head))

    def _hits(self, doc: Doc) -> Iterator[_Hit]:
        """Yield the forms found, each with its head token; parts of longer names are left out."""
        starts = {token.idx: token.i for token in doc}
        ends = {token.idx + len(token): token.i for token in doc}
        for start, end, forms in self._gazetteer.find(doc.text):
            if start not in starts or end not in ends:
                continue
            first, last = starts[start], ends[end]
            head = _root(doc, first, last)
            if not self._is_part_of_longer_name(doc, first=first, last=last, head=head, forms=forms):
                yield _Hit(first=first, last=last, head=head.i, forms=forms)

    def _is_part_of_longer_name(
        self, doc: Doc, *, first: int, last: int, head: Token, forms: tuple[Form, ...]
    ) -> bool:
        """Whether a form is only a piece of somebody's or something's name ("Michael Jordan")."""
        kinds = {form.kind for form in forms}
        if kinds == {MentionKind.DEMONYM}:
            return head.tag_.startswith("V")
        if first > 0:
            before = doc[first - 1]
            names_on = before.tag_ == "NNP" and before.head in (head, head.head) and before.dep_ == "compound"
            if names_on and not self._is_title(before) and not _is_geographic(before):
                return not any(True for _ in self._gazetteer.find(before.text))
        if head.dep_ == "compound" and head.head.tag_ in ("NNP", "NNPS") and head.head.i == last + 1:
            after = head.head
            return not (self._is_title(after) or self._has_title(after) or _is_all_known(self._gazetteer, after))
        return False

    def _is_title(self, token: Token) -> bool:
        return self._roles.at(token) is not None

    def _has_title(self, head: Token) -> bool:
        return any(word.dep_ == "compound" and self._is_title(word) for word in left_words(head))

    def _describe(
        self, token: Token, *, inside: dict[int, int], found: dict[int, tuple[int, int, MentionKind, Clues]]
    ) -> tuple[int, int, MentionKind, Clues] | None:
        if token.tag_ in ("PRP", "PRP$"):
            if token.lower_ not in _PRONOUNS:
                return None
            return token.i, token.i, MentionKind.PRONOUN, Clues(description=token.lower_)
        if token.pos_ not in ("NOUN", "PROPN") and not self._is_counted(token):
            return None
        for reading in (self._class_of, self._role_of, self._name_of, self._description_of, self._handed_on):
            described = reading(token, found)
            if described is not None:
                return described
        return None

    def _class_of(
        self, token: Token, found: dict[int, tuple[int, int, MentionKind, Clues]]
    ) -> tuple[int, int, MentionKind, Clues] | None:
        """Read "global powers", "its allies", "the West"."""
        words = [token.lemma_ if token.tag_ != "NNPS" else token.lemma_.removesuffix("s")]
        first = token.i
        best: tuple[Form, int] | None = None
        if words[0] in self._classes and (token.tag_ in _PLURAL_TAGS or token.tag_ in ("NNP", "NN")):
            best = (self._classes[words[0]], first)
        for left in range(token.i - 1, max(-1, token.i - 4), -1):
            if token.doc[left].dep_ in ("prep", "punct", "case"):
                break
            words.insert(0, token.doc[left].lemma_)
            if " ".join(words) in self._classes:
                best = (self._classes[" ".join(words)], left)
        if best is None or (token.tag_ == "NN" and best[1] == token.i):
            return None
        if best[1] == token.i and token.lower_ in ("east", "west") and not _is_preceded_by_the(token):
            return None
        words_before = left_words(token)
        belongs = affiliates(
            token, known=found, first=token.i, role_words=frozenset(w.i for w in words_before if w.dep_ == "poss")
        )
        clues = Clues(
            forms=(best[0], *self._other_classes(token, best[1])),
            affiliates=belongs,
            definite=any(w.dep_ == "poss" for w in words_before),
            former=is_former(token, words_before),
        )
        return best[1], token.i, MentionKind.NOMINAL, clues

    def _other_classes(self, token: Token, first: int) -> tuple[Form, ...]:
        """Return the classes of coordinated adjectives: "an eastern or western power"."""
        adjectives = [word for word in token.lefts if word.i >= first and word.dep_ == "amod"]
        others = [other for word in adjectives for other in word.children if other.dep_ == "conj"]
        phrases = (f"{word.lemma_} {token.lemma_}" for word in (*adjectives, *others))
        return tuple(self._classes[phrase] for phrase in phrases if phrase in self._classes)

    def _role_of(
        self, token: Token, found: dict[int, tuple[int, int, MentionKind, Clues]]
    ) -> tuple[int, int, MentionKind, Clues] | None:
        """Read "the Iranian foreign minister", "rebels in Syria"."""
        role = self._roles.at(token)
        if role is None or token.dep_ in _MODIFYING and token.head.tag_ not in ("NNP", "NNPS", "NN", "NNS"):
            return None
        noun, first = role
        role_words = frozenset(range(first, token.i + 1))
        words = left_words(token)
        clues = Clues(
            noun=noun,
            affiliates=affiliates(token, known=found, first=first, role_words=role_words),
            apposed=apposed(token),
            place=_place(token, found),
            former=is_former(token, words),
            definite=any(word.lower_ in ("the", "this", "that", "these", "those") for word in words),
        )
        start = min([first, *(word.i for word in words if word.dep_ != "punct")])
        return start, token.i, MentionKind.NOMINAL, clues

    def _name_of(
        self, token: Token, found: dict[int, tuple[int, int, MentionKind, Clues]]
    ) -> tuple[int, int, MentionKind, Clues] | None:
        """Read a proper name that no table holds, with its title if it has one."""
        if token.tag_ not in ("NNP", "NNPS") or token.dep_ in _MODIFYING:
            return None
        words = left_words(token)
        titles = [(role, word) for word in words if (role := self._roles.at(word)) is not None]
        title_words = frozenset(i for (_, first), word in titles for i in range(first, word.i + 1))
        name = proper_name(token, token.doc, title_words=title_words, taken=found)
        if name is None:
            return None
        noun = titles[-1][0][0] if titles else None
        belongs = affiliates(token, known=found, first=token.i, role_words=title_words) if titles else ()
        clues = Clues(
            noun=noun,
            affiliates=belongs,
            apposed=apposed(token),
            person=name,
            former=is_former(token, words),
        )
        first = min([token.i - len(name.split()) + 1, *(word.i for word in words if word.dep_ != "punct")])
        return max(first, 0), token.i, MentionKind.PERSON, clues

    def _description_of(
        self, token: Token, found: dict[int, tuple[int, int, MentionKind, Clues]]
    ) -> tuple[int, int, MentionKind, Clues] | None:
        """Read "the country", "both sides", "the Arab country"."""
        noun = token.lemma_
        if noun not in self._words.descriptions and not self._is_counted(token):
            return None
        words = left_words(token)
        determined = any(
            word.lower_ in ("the", "this", "that", "both", "two", "these") or word.dep_ == "poss" for word in words
        )
        if not determined and not self._is_counted(token):
            return None
        belongs = affiliates(token, known=found, first=token.i, role_words=frozenset({token.i}))
        first = min([token.i, *(word.i for word in words if word.dep_ != "punct")])
        return first, token.i, MentionKind.NOMINAL, Clues(description=noun, affiliates=belongs, definite=True)

    def _handed_on(
        self, token: Token, found: dict[int, tuple[int, int, MentionKind, Clues]]
    ) -> tuple[int, int, MentionKind, Clues] | None:
        """Read "an array of militant groups", "members of Hamas": what follows "of" is meant."""
        if token.lemma_ not in self._words.transparent:
            return None
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                for grand in child.children:
                    if grand.dep_ == "pobj":
                        return token.i, token.i, MentionKind.NOMINAL, Clues(transparent=grand.i)
        return None

    def _is_counted(self, token: Token) -> bool:
        """Whether a token is "the two", "both" or "one another" used as a noun."""
        return token.lower_ in ("two", "both", "three") and token.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj")


def _root(doc: Doc, first: int, last: int) -> Token:
    """Return the last token of a stretch whose head stands outside it."""
    outside = [t for t in doc[first : last + 1] if not first <= t.head.i <= last or t.head == t]
    return outside[-1] if outside else doc[last]


def _is_preceded_by_the(token: Token) -> bool:
    return token.i > 0 and token.doc[token.i - 1].lower_ == "the"


def _is_geographic(token: Token) -> bool:
    return token.lower_ in ("southern", "northern", "eastern", "western", "central", "north", "south", "east", "west")


def _is_all_known(gazetteer: Gazetteer, token: Token) -> bool:
    return any(end - start == len(token.text) for start, end, _ in gazetteer.find(token.text))


def _place(token: Token, found: dict[int, tuple[int, int, MentionKind, Clues]]) -> int | None:
    """Return the head of the place where a clause is set: "killed four people in Sumy"."""
    verb = token.head
    for _ in range(3):
        if verb.pos_ in ("VERB", "AUX") or verb.head == verb:
            break
        verb = verb.head
    carriers = [token, verb, *(child for child in verb.children if child.dep_ == "conj" and child.pos_ == "VERB")]
    for carrier in carriers:
        for child in carrier.children:
            if child.dep_ == "prep" and child.lower_ in ("in", "near", "at", "outside", "across", "inside"):
                for grand in child.subtree:
                    if grand.i in found and grand.i != token.i:
                        return int(grand.i)
    return None

