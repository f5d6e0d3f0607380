"""Resolution: the phrases of one story, each turned into the actors it means.

Names by the code tables and the date; titles with what they belong to; persons by apposition or
first mention, remembered through the story; first-person pronouns by the speaker; the rest by
what stands before. What stays open is left open.
"""

from dragoman.extraction.actors.affiliations import choose_owners, role_in
from dragoman.extraction.actors.anaphora import Antecedents
from dragoman.extraction.actors.names import NameReader
from dragoman.extraction.actors.references import (
    OPEN,
    UNKNOWN_COUNTRY,
    Resolved,
    refer,
    taken_up,
    with_actors,
)
from dragoman.extraction.actors.speaking import Speakers
from dragoman.extraction.actors.tables import ActorTables
from dragoman.extraction.actors.titles import TitleReader
from dragoman.extraction.draft import ActorPhrase, Draft
from dragoman.lexicons.pronouns import FIRST_PERSON
from dragoman.records import ActorRef, MentionKind

_CIVILIANS = "CVL"


class Resolution:
    """The phrases of one story while they are resolved, in order of text."""

    def __init__(self, draft: Draft, *, tables: ActorTables) -> None:
        self._draft = draft
        self._words = tables.words
        self.states = frozenset(tables.tags) | {UNKNOWN_COUNTRY}
        self._done: dict[int, ActorPhrase] = {}
        self._busy: set[int] = set()
        self._persons: dict[str, ActorPhrase] = {}
        self._antecedents = Antecedents(draft, self._done, tables=tables)
        self._names = NameReader(draft, lookup=self, tables=tables)
        self._titles = TitleReader(draft, lookup=self, antecedents=self._antecedents, tables=tables)
        self._speakers = Speakers(draft)
        self._shared = self._find_shared()
        # Surnames of people whom no table knows, and names that stand alone, by their first phrase.
        self._bearers: dict[str, int] = {}
        self._firsts: dict[str, int] = {}
        for index, phrase in enumerate(draft.phrases):
            words = (phrase.clues.person or "").split()
            if len(words) > 1:
                self._bearers.setdefault(words[-1], index)
            elif phrase.clues.forms:
                self._firsts.setdefault(phrase.mention.span.text, index)

    def resolve(self, index: int) -> ActorPhrase:
        """Return a phrase with its actors; unresolved where the words do not say."""
        if index in self._done:
            return self._done[index]
        phrase = self._draft.phrases[index]
        if index in self._busy:
            return phrase
        self._busy.add(index)
        actors, refers_to = self._actors_of(phrase)
        self._busy.discard(index)
        resolved = with_actors(phrase, actors, refers_to)
        self._done[index] = resolved
        self._remember(resolved)
        return resolved

    def at(self, phrase: ActorPhrase, head: int | None) -> ActorPhrase | None:
        """Return the phrase at a head in the same parse, resolved; None where there is none."""
        index = None if head is None else self._draft.heads.get((phrase.parse, head))
        return None if index is None else self.resolve(index)

    def owners(self, phrase: ActorPhrase) -> list[ActorPhrase]:
        """Return the resolved phrases that a noun belongs to, the chosen ones of several."""
        doc = self._draft.parses[phrase.parse].doc
        owners = [self.at(phrase, head) for head in phrase.clues.affiliates]
        known = [owner for owner in owners if owner is not None and owner.actors]
        return choose_owners(known, tokens=[doc[owner.head] for owner in known])

    def affiliated(self, phrase: ActorPhrase) -> tuple[ActorRef, ...]:
        """Return a noun's owners' actors with the role that the noun gives them."""
        noun = phrase.clues.noun
        return tuple(
            refer(phrase, ref.actor, role_in(ref, noun, states=self.states))
            for owner in self.owners(phrase)
            for ref in owner.actors
        )

    def home(self, phrase: ActorPhrase) -> str | None:
        """Return the state that the story is about, where one stands out before a phrase."""
        home = self._antecedents.home(phrase)
        return home.actors[0].actor if home is not None else None

    def known(self, name: str) -> ActorPhrase | None:
        """Return the first phrase of the story that named a person of this surname and was resolved."""
        surname = name.rsplit(maxsplit=1)[-1]
        if surname in self._shared and " " not in name:
            return None
        found = self._persons.get(surname)
        if found is None or not found.actors:
            return None
        bearer = (found.clues.person or _full_name(found)).split()
        other = len(bearer) > 1 and " " in name and bearer[0] != name.split(maxsplit=1)[0]
        return None if other else found

    def is_surname(self, phrase: ActorPhrase) -> bool:
        """Whether a name is that of a person of this story: "Kwame Chad ... *Chad* said".

        The full name must come first, and the place not be named before the surname stands alone.
        """
        text = phrase.mention.span.text
        bearer = self._bearers.get(text)
        if bearer is None or phrase.mention.kind is MentionKind.PERSON:
            return False
        return bearer < self._draft.heads[(phrase.parse, phrase.head)] and self._firsts[text] > bearer

    def is_told_of(self, actor: str) -> bool:
        """Whether a state or body is named anywhere in the story."""
        return self._antecedents.is_told_of(actor)

    def _find_shared(self) -> frozenset[str]:
        """Return the surnames that two people of this story bear."""
        bearers: dict[str, set[str]] = {}
        for phrase in self._draft.phrases:
            words = (phrase.clues.person or _full_name(phrase)).split()
            if len(words) > 1:
                bearers.setdefault(words[-1], set()).add(words[0])
        return frozenset(surname for surname, names in bearers.items() if len(names) > 1)

    def _remember(self, phrase: ActorPhrase) -> None:
        name = phrase.clues.person or next((form.name for form in phrase.clues.forms if form.name), None)
        if name and phrase.mention.kind is MentionKind.PERSON and phrase.actors:
            self._persons.setdefault(name.split()[-1], phrase)
            self._persons.setdefault(phrase.mention.span.text.split()[-1], phrase)

    def _actors_of(self, phrase: ActorPhrase) -> Resolved:
        clues = phrase.clues
        if clues.forms:
            if phrase.mention.span.text in self._shared and all(f.source == "surname" for f in clues.forms):
                return OPEN
            return self._names.actors_of(phrase), None
        if clues.transparent is not None:
            return self._handed_on(phrase)
        if clues.person is not None:
            return self._titles.person(phrase)
        if clues.noun is not None:
            return self._titles.office(phrase)
        return self._anaphor(phrase)

    def _handed_on(self, phrase: ActorPhrase) -> Resolved:
        """Resolve "hundreds of Palestinians", "members of Hamas" by what stands after "of"."""
        inner = self.at(phrase, phrase.clues.transparent)
        if inner is None:
            return OPEN
        if phrase.clues.counted and inner.plural and inner.mention.kind is MentionKind.DEMONYM:
            return tuple(
                refer(phrase, ref.actor, ref.role or _CIVILIANS) for ref in inner.actors
            ), inner.mention.id
        return inner.actors, inner.mention.id

    def _anaphor(self, phrase: ActorPhrase) -> Resolved:
        clues = phrase.clues
        if phrase.mention.kind is MentionKind.PRONOUN and clues.description in FIRST_PERSON:
            return self._speaker(phrase)
        if clues.affiliates:
            return self._owned(phrase)
        if clues.description in self._words.halves:
            half = self._antecedents.half(phrase)
            return ((refer(phrase, half),), None) if half is not None else OPEN
        actors, refers_to = taken_up(self._antecedents.of(phrase))
        if self._words.owned.get(clues.description or "") == "home":
            return tuple(refer(phrase, ref.actor) for ref in actors), refers_to
        return actors, refers_to

    def _owned(self, phrase: ActorPhrase) -> Resolved:
        """Resolve "his country", "its neighbour", "the M23 movement", "the Israeli side"."""
        owners = self.owners(phrase)
        refs = [ref for owner in owners for ref in owner.actors]
        if not refs:
            return OPEN
        meant = self._words.owned.get(phrase.clues.description or "")
        if meant == "neighbour":
            # The map decides where it can: "its northern neighbour" is not the eastern one just named.
            mapped = self._antecedents.bordering(phrase, refs[0].actor)
            if mapped is not None:
                return (refer(phrase, mapped),), None
            neighbour = self._antecedents.neighbour(phrase, refs[0].actor)
            return taken_up([neighbour] if neighbour is not None else [])
        if meant == "home":
            refs = [ref for ref in refs if ref.actor in self.states]
        elif owners[0].head > phrase.head or owners[0].mention.kind not in (
            MentionKind.NAME,
            MentionKind.DEMONYM,
        ):
            return OPEN
        return tuple(refer(phrase, ref.actor, None) for ref in refs), owners[0].mention.id if refs else None

    def _speaker(self, phrase: ActorPhrase) -> Resolved:
        for index in self._speakers.of(phrase):
            if index not in self._busy:
                source = self.resolve(index)
                if source.actors:
                    return source.actors, source.mention.id
        return OPEN


def _full_name(phrase: ActorPhrase) -> str:
    """Return the name of a person of the tables where the story gives it in full, or nothing."""
    names = (form.name or "" for form in phrase.clues.forms if form.kind is MentionKind.PERSON)
    return next((name for name in names if phrase.mention.span.text.endswith(name)), "")
