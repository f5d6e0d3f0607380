"""Stage ``mentions``: noun phrases that name or describe an actor, with what they say of him.

Who is meant is decided by the stage ``actors``; here a phrase only gets its words, its kind and
its clues.
"""

import dataclasses
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dragoman.codes.actors.forms import Form
from dragoman.codes.actors.phrases.classes import ActorClass
from dragoman.codes.actors.phrases.roles import RoleNoun
from dragoman.extraction.draft import ActorPhrase, Clues, Draft
from dragoman.extraction.mentions.class_phrases import ClassReader
from dragoman.extraction.mentions.definitions import define
from dragoman.extraction.mentions.described_phrases import PhraseReader, is_counted_pronoun, is_ordered
from dragoman.extraction.mentions.gazetteer import Gazetteer
from dragoman.extraction.mentions.noun_phrases import (
    NAME_TAGS,
    PLURAL_TAGS,
    NounPhrases,
    apposed,
    is_expletive,
    is_then,
)
from dragoman.extraction.mentions.places import Described
from dragoman.extraction.mentions.role_nouns import RoleFinder
from dragoman.extraction.syntax.words import OWNING
from dragoman.lexicons.mentions import MentionWords
from dragoman.lexicons.pronouns import PERSONAL
from dragoman.records import Mention, MentionKind


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Hit:
    """A name of the tables found in a parse: its first, last and head token, and its readings."""

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
        self._words = words
        self._noun_phrases = NounPhrases(words.phrases)
        self._phrases = PhraseReader(roles=roles, words=words, phrases=self._noun_phrases)
        self._classes = ClassReader(classes, roles=roles, words=words, phrases=self._noun_phrases)

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with ``phrases`` in order of text, and ``heads`` to find them by."""
        phrases: list[ActorPhrase] = []
        defined = Gazetteer(define(draft.story.text, known=self._gazetteer))
        for index, parse in enumerate(draft.parses):
            for head, (first, last, kind, clues) in sorted(self._read(parse.doc, defined).items()):
                token = parse.doc[head]
                span = parse.span(draft.story, first, last)
                phrases.append(
                    ActorPhrase(
                        mention=Mention(id=f"m{len(phrases) + 1}", span=span, kind=kind),
                        parse=index,
                        head=head,
                        first=first,
                        last=last,
                        lemma=token.lemma_,
                        plural=token.tag_ in PLURAL_TAGS,
                        clues=clues,
                    )
                )
        heads = {(phrase.parse, phrase.head): number for number, phrase in enumerate(phrases)}
        return dataclasses.replace(draft, phrases=tuple(phrases), heads=heads)

    def _read(self, doc: Doc, defined: Gazetteer) -> dict[int, Described]:
        hits = {hit.head: hit for hit in self._hits(doc, defined)}
        inside = {i for hit in hits.values() for i in range(hit.first, hit.last + 1)}
        found = {
            hit.head: (hit.first, hit.last, hit.forms[0].kind, Clues(forms=hit.forms))
            for hit in hits.values()
        }
        for hit in hits.values():
            found[hit.head] = (hit.first, hit.last, hit.forms[0].kind, self._named(doc[hit.head], hit, found))
        for token in doc:
            described = None if token.i in inside else self._describe(token, found)
            if described is not None:
                found[token.i] = described
        for i, (_, _, _, clues) in tuple(found.items()):
            if clues.noun is not None and clues.person is None and _has_later_owner(doc[i], clues, found):
                found[i] = self._describe(doc[i], found) or found[i]  # whose owner is named after it
        covered = inside | {
            i
            for first, last, _, clues in found.values()
            if clues.forms and clues.forms[0].source == "classes"
            for i in range(first, last + 1)
        }
        for token in doc:
            adjective = (
                None if token.i in covered or token.i in found else self._classes.read_adjective(token)
            )
            if adjective is not None:
                found[token.i] = adjective
        return found

    def _named(self, head: Token, hit: _Hit, found: dict[int, Described]) -> Clues:
        """Return the clues of a name in the tables: title, owner ("Peru's Congress"), number."""
        words = self._noun_phrases.left_words(head)
        form = hit.forms[0]
        is_person = form.kind is MentionKind.PERSON
        title = self._phrases.title_of(head) or self._phrases.office(form.office) if is_person else None
        if form.source == "organs":
            title = self._phrases.office(form.text)  # a name that parliaments or forces of many states have
        owners: tuple[int, ...] = ()
        institution = self._words.institutions.get(head.lower_) if form.source == "organisations" else None
        if institution is not None and (owned := self._owned(head, hit, found)):
            noun = RoleNoun(
                noun=head.lower_, role=institution, kind="body", inherits=False, where="institutions.tsv"
            )
            return Clues(noun=noun, affiliates=owned, apposed=apposed(head))
        if form.source in ("organs", "media"):
            before = (i for i in found if i < hit.first)
            owners = tuple(i for i in before if head.doc[i].head.i == head.i and head.doc[i].dep_ in OWNING)
        if is_person:
            own = frozenset(range(hit.first, hit.last + 1))
            owners = self._noun_phrases.affiliates(head, known=found, first=head.i, role_words=own)
        return Clues(
            forms=hit.forms,
            noun=title,
            titled=is_person and self._phrases.title_of(head) is not None,
            affiliates=owners,
            former=self._noun_phrases.is_former(head, words),
            then=is_then(head, words),
            apposed=apposed(head),
            counted=self._noun_phrases.is_counted(head, words)
            or any(word.tag_.startswith(("JJ", "VB")) for word in words),
        )

    def _owned(self, head: Token, hit: _Hit, found: dict[int, Described]) -> tuple[int, ...]:
        """Return the state that has a body of an organisation's name: "Russia's Security Council"."""
        owners = (word.i for word in head.children if word.dep_ == "poss" and word.i < hit.first)
        return tuple(i for i in owners if i in found and found[i][3].forms[:1] and _is_state(found[i][3]))

    def _hits(self, doc: Doc, defined: Gazetteer) -> Iterator[_Hit]:
        """Yield the forms found, each with its head token; parts of longer names are left out."""
        starts = {token.idx: token.i for token in doc}
        ends = {token.idx + len(token): token.i for token in doc}
        taken: set[int] = set()
        for start, end, forms in (*defined.find(doc.text), *self._gazetteer.find(doc.text)):
            if start not in starts or end not in ends or starts[start] in taken or ends[end] in taken:
                continue
            first, last = starts[start], self._with_kind_of_place(doc, ends[end], forms)
            head = _root(doc, first, last)
            if not self._is_part_of_longer_name(doc, first=first, last=last, head=head, forms=forms):
                taken.update(range(first, last + 1))
                yield _Hit(first=first, last=last, head=head.i, forms=forms)

    def _with_kind_of_place(self, doc: Doc, last: int, forms: tuple[Form, ...]) -> int:
        """Take "Oblast" into "Kherson Oblast", "Province" into "Kunar Province"."""
        after = last + 1
        if forms[0].source in ("regions", "states") and after < len(doc):
            word = doc[after]
            if (
                word.text[0].isupper()
                and word.lower_ in self._words.geographic
                and doc[last].head.i == word.i
            ):
                return after
        return last

    def _is_part_of_longer_name(
        self, doc: Doc, *, first: int, last: int, head: Token, forms: tuple[Form, ...]
    ) -> bool:
        """Whether a form is only a piece of somebody's or something's name ("Michael Jordan")."""
        kinds = {form.kind for form in forms}
        by_surname = all(form.source == "surname" for form in forms)
        if kinds == {MentionKind.DEMONYM}:
            return head.tag_.startswith("V")
        if first > 1 and doc[first - 1].text == "-" and doc[first - 2].lower_ in self._words.phrases.particle:
            return True
        if first > 0 and doc[first - 1].lower_ not in self._words.phrases.address:
            before = doc[first - 1]
            names_on = (
                before.tag_ == "NNP" and before.head.i in (head.i, head.head.i) and before.dep_ == "compound"
            )
            if (
                names_on
                and not self._phrases.is_title(before)
                and before.lower_ not in self._words.phrases.bearing
            ):
                return by_surname or not any(True for _ in self._gazetteer.find(before.text))
        if head.dep_ == "compound" and head.head.tag_ in NAME_TAGS and head.head.i == last + 1:
            after = head.head
            is_title = self._phrases.is_title(after) or self._phrases.has_title(after)
            is_title = is_title or after.lower_ in self._words.institutions
            return by_surname or not (is_title or _is_all_known(self._gazetteer, after))
        return False

    def _describe(self, token: Token, found: dict[int, Described]) -> Described | None:
        if token.tag_ in ("PRP", "PRP$"):
            if token.lower_ not in PERSONAL or (token.lower_ == "it" and is_expletive(token)):
                return None
            return token.i, token.i, MentionKind.PRONOUN, Clues(description=token.lower_)
        if not token.text[0].isalnum():
            return None
        if token.pos_ not in ("NOUN", "PROPN") and not (is_counted_pronoun(token) or is_ordered(token)):
            return None
        return self._classes.read(token, found) or self._phrases.read(token, found)


def _has_later_owner(head: Token, clues: Clues, found: dict[int, Described]) -> bool:
    """Whether a noun of office may belong to a phrase found after it: "head of the league"."""
    if clues.forms:
        return False
    after = (word.i for child in head.children if child.dep_ == "prep" for word in child.children)
    return not clues.affiliates or any(i in found and i not in clues.affiliates for i in after)


def _is_state(clues: Clues) -> bool:
    return clues.forms[0].source == "states"


def _root(doc: Doc, first: int, last: int) -> Token:
    """Return the last token of a stretch whose head stands outside it."""
    outside = [t for t in doc[first : last + 1] if not first <= t.head.i <= last or t.head.i == t.i]
    return outside[-1] if outside else doc[last]


def _is_all_known(gazetteer: Gazetteer, token: Token) -> bool:
    return any(end - start == len(token.text) for start, end, _ in gazetteer.find(token.text))
