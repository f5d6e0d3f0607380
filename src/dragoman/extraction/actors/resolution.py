"""Resolution: the phrases of one story, each turned into the actors it means.

Names by the code tables and the date; titles with what they belong to; persons by apposition or
first mention, remembered through the story; first-person pronouns by the speaker; the rest by
what stands before. What stays open is left open.
"""

from collections.abc import Mapping

from dragoman.codes.forms import Form
from dragoman.codes.roles import RoleNoun
from dragoman.extraction.actors.affiliations import OFFICES, choose_owners, role_in
from dragoman.extraction.actors.anaphora import Antecedents
from dragoman.extraction.actors.persons import (
    choose_form,
    is_private,
    named_company,
    named_person,
    nearest_form,
    private,
)
from dragoman.extraction.actors.references import UNKNOWN_COUNTRY, refer, with_actors
from dragoman.extraction.actors.speaking import Speakers
from dragoman.extraction.draft import ActorPhrase, Draft
from dragoman.extraction.mentions.noun_phrases import is_posted
from dragoman.lexicons.mentions import MentionWords
from dragoman.records import ActorRef, MentionKind

_FIRST_PERSON = frozenset("we us our ours ourselves i me my myself".split())
_ANY_STATES = "*COUNTRIES"
_COLLECTIVE_ROLES = frozenset({"REB", "CVL", "SET", "CRM", "REF", "OPP", "LAB", "AGR", "MED", "EDU", "UAF"})
_BANDS = frozenset({"REB", "PRM", "UAF", "CRM", "SOC"})
"""Roles whose noun is only the kind of a group named beside it: "the militant group Hamas"."""
_VICTIMS = frozenset({"soldier", "police officer", "policeman", "police"})
"""Forces that a clause's place tells the state of: "two police officers were shot in Karachi"."""
_NEIGHBOURS = frozenset({"neighbour", "neighbor"})
_OWN_STATE = frozenset({"country", "nation", "state", "homeland", "kingdom", "republic"})
Resolved = tuple[tuple[ActorRef, ...], str | None]
"""Actors, and the id of the mention they were taken from."""
_OPEN: Resolved = ((), None)


class Resolution:
    """The phrases of one story while they are resolved, in order of text."""

    def __init__(
        self,
        draft: Draft,
        *,
        words: MentionWords,
        tags: Mapping[str, frozenset[str]],
        borders: frozenset[frozenset[str]],
    ) -> None:
        self._draft = draft
        self._borders = borders
        self._words = words
        self._states = frozenset(tags) | {UNKNOWN_COUNTRY}
        self._done: dict[int, ActorPhrase] = {}
        self._busy: set[int] = set()
        self._persons: dict[str, ActorPhrase] = {}
        self._antecedents = Antecedents(draft, self._done, words=words, tags=tags)
        self._speakers = Speakers(draft)

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

    def _at(self, phrase: ActorPhrase, head: int | None) -> ActorPhrase | None:
        if head is None:
            return None
        index = self._draft.heads.get((phrase.parse, head))
        return None if index is None else self.resolve(index)

    def _remember(self, phrase: ActorPhrase) -> None:
        name = phrase.clues.person or next((form.name for form in phrase.clues.forms if form.name), None)
        if name and phrase.mention.kind is MentionKind.PERSON and phrase.actors:
            self._persons.setdefault(name.split()[-1], phrase)
            self._persons.setdefault(phrase.mention.span.text.split()[-1], phrase)

    def _actors_of(self, phrase: ActorPhrase) -> Resolved:
        clues = phrase.clues
        if clues.forms:
            return self._named(phrase), None
        if clues.transparent is not None:
            return self._handed_on(phrase)
        if clues.person is not None:
            return self._person(phrase)
        if clues.noun is not None:
            return self._role(phrase)
        return self._anaphor(phrase)

    def _named(self, phrase: ActorPhrase) -> tuple[ActorRef, ...]:
        clues = phrase.clues
        if clues.forms[0].source == "classes":
            return self._class(phrase)
        on = self._draft.story.published_on
        told = tuple(form for form in clues.forms if self._antecedents.is_told_of(form.actor))
        form = choose_form(told, on=on) if on is not None and told else None
        form = form or choose_form(clues.forms, on=on)
        if form is None:
            form = nearest_form(clues.forms, on=on)
            known = self._known(phrase) if form.source == "surname" else None
            if known is not None:
                return known.actors
            return self._out_of_office(phrase, form)
        if form.source in ("leaders", "surname"):
            return self._leader(phrase, form)
        if form.source in ("organs", "media"):
            owner = self._at(phrase, next(iter(clues.affiliates), None))
            if owner is not None and owner.actors and owner.actors[0].actor in self._states:
                return (refer(phrase, owner.actors[0].actor, form.role),)
        role = form.role
        if role is None and form.kind is MentionKind.DEMONYM and phrase.plural and clues.counted:
            role = "CVL"
        return (refer(phrase, form.actor, role),)

    def _known(self, phrase: ActorPhrase) -> ActorPhrase | None:
        known = self._persons.get(phrase.mention.span.text.split()[-1])
        return known if known is not None and known.actors else None

    def _out_of_office(self, phrase: ActorPhrase, form: Form) -> tuple[ActorRef, ...]:
        """Resolve a known name on a day outside its offices: by another title said here, else by name."""
        clues = phrase.clues
        if clues.then:
            return (refer(phrase, form.actor, form.role),)
        in_office = clues.titled and clues.noun is not None and clues.noun.role in OFFICES - {"PTY"}
        if in_office and clues.affiliates and not clues.former:
            return self._affiliated(phrase) or private(phrase, form)
        return private(phrase, form)

    def _leader(self, phrase: ActorPhrase, form: Form) -> tuple[ActorRef, ...]:
        known = self._known(phrase)
        if phrase.clues.former:
            return private(phrase, form)
        if form.source == "surname" and known is not None:
            return known.actors
        if form.needs_full and not phrase.clues.titled and not self._acts_in_office(phrase, form):
            return ()
        return (refer(phrase, form.actor, form.role),)

    def _acts_in_office(self, phrase: ActorPhrase, form: Form) -> bool:
        """Whether a surname that is also a word is a subject in a story about the person's state."""
        token = self._draft.token(phrase.parse, phrase.head)
        is_name = token.tag_ == "NNP" and token.dep_ == "nsubj" and phrase.first == phrase.last
        return is_name and form.start is not None and self._antecedents.is_told_of(form.actor)

    def _class(self, phrase: ActorPhrase) -> tuple[ActorRef, ...]:
        """Resolve a class; "EU member states" are the EU, "our Turkish allies" are Turkey."""
        clues = phrase.clues
        owned = clues.definite or clues.forms[0].actor == _ANY_STATES
        if clues.affiliates and owned and not clues.former:
            owners = self._owners(phrase)
            if owners and (clues.forms[0].actor == _ANY_STATES or owners[0].actors[0].actor in self._states):
                return tuple(ref for owner in owners for ref in owner.actors)
        codes = dict.fromkeys(form.actor for form in clues.forms)
        return tuple(refer(phrase, code, None) for code in codes)

    def _handed_on(self, phrase: ActorPhrase) -> Resolved:
        """Resolve "hundreds of Palestinians", "members of Hamas" by what stands after "of"."""
        inner = self._at(phrase, phrase.clues.transparent)
        if inner is None:
            return _OPEN
        if phrase.clues.counted and inner.plural and inner.mention.kind is MentionKind.DEMONYM:
            return tuple(
                refer(phrase, ref.actor, ref.role or "CVL") for ref in inner.actors
            ), inner.mention.id
        return inner.actors, inner.mention.id

    def _person(self, phrase: ActorPhrase) -> Resolved:
        clues = phrase.clues
        if clues.former:
            return named_person(phrase), None
        if clues.noun is not None and _is_company(clues.noun):
            return named_company(phrase), None
        if is_private(clues.noun):
            return named_person(phrase), None
        if clues.noun is not None and clues.affiliates:
            found = self._affiliated(phrase)
            if found:
                return found, None
        known = self._persons.get((clues.person or "").split()[-1])
        beside = self._beside(phrase)
        if beside is not None and (beside.clues.noun is not None or beside.clues.transparent is not None):
            if beside.clues.former or is_private(beside.clues.noun):
                return named_person(phrase), None
            if beside.clues.noun is not None and _is_company(beside.clues.noun):
                return named_company(phrase), None
            if beside.actors:
                return beside.actors, beside.mention.id
        if known is not None:
            return known.actors, known.mention.id
        if clues.noun is not None and clues.noun.kind == "person":
            return self._home_of(phrase)
        return _OPEN

    def _beside(self, phrase: ActorPhrase) -> ActorPhrase | None:
        """Return the phrase in apposition; past a place in between ("its envoy in Cyprus, X")."""
        token = self._draft.token(phrase.parse, phrase.head)
        if token.dep_ == "pobj" and phrase.clues.noun is None and phrase.clues.affiliates:
            outer = self._at(phrase, token.head.head.i)
            return outer if outer is not None and outer.clues.noun is not None else None
        beside = self._at(phrase, phrase.clues.apposed)
        if beside is None or beside.clues.noun is not None or not beside.clues.forms:
            return beside
        place = self._draft.token(beside.parse, beside.head)
        if place.dep_ != "pobj" or place.i > phrase.head:
            return beside
        outer = self._at(phrase, place.head.head.i)
        return outer if outer is not None and outer.clues.noun is not None else beside

    def _role(self, phrase: ActorPhrase) -> Resolved:
        clues = phrase.clues
        noun = clues.noun
        if noun is None or (clues.former and noun.kind == "person"):
            return _OPEN
        if noun.role in _BANDS:
            named = self._at(phrase, clues.apposed)
            if named is not None and named.actors and _is_group(named):
                return named.actors, named.mention.id
        if clues.affiliates:
            found = self._affiliated(phrase)
            if found:
                return found, None
        beside = self._at(phrase, clues.apposed) if noun.kind in ("person", "body") else None
        is_named = beside is not None and beside.clues.noun is None and not beside.clues.person
        if beside is not None and beside.actors and is_named:
            return beside.actors, beside.mention.id
        if noun.kind == "person" and phrase.plural and clues.counted and clues.definite:
            return self._taken_up(self._antecedents.pair(phrase, kind="person"))
        if noun.role in _COLLECTIVE_ROLES:
            return self._collective(phrase)
        if clues.definite:
            antecedent = self._antecedents.of_role(phrase)
            if antecedent is not None:
                return antecedent.actors, antecedent.mention.id
        if noun.noun in _VICTIMS:
            found = self._placed(phrase)
            if found:
                return found, None
        return self._home_of(phrase) if clues.definite or phrase.plural else _OPEN

    def _collective(self, phrase: ActorPhrase) -> Resolved:
        """Resolve "rebels", "civilians": those named before, else those of the place, else unknown."""
        noun = phrase.clues.noun
        if phrase.clues.definite or (noun is not None and noun.role == "REB"):
            antecedent = self._antecedents.of_role(phrase)
            if antecedent is not None:
                return antecedent.actors, antecedent.mention.id
        found = self._placed(phrase)
        return found or (refer(phrase, UNKNOWN_COUNTRY, noun.role if noun is not None else None),), None

    def _placed(self, phrase: ActorPhrase) -> tuple[ActorRef, ...]:
        place = self._at(phrase, phrase.clues.place)
        noun = phrase.clues.noun
        lands = (
            [form.actor for form in place.clues.forms if form.source in ("states", "regions")]
            if place
            else []
        )
        if place is None or not place.actors or not lands:
            return ()
        actor = place.actors[0].actor if place.actors[0].actor in self._states else lands[-1]
        return (refer(phrase, actor, noun.role if noun is not None else None),)

    def _home_of(self, phrase: ActorPhrase) -> Resolved:
        """Resolve "the government", "army spokesman": the state the story is about, if one stands out."""
        noun = phrase.clues.noun
        home = self._antecedents.home(phrase)
        if noun is None or home is None or noun.role not in OFFICES - {"PTY"} or is_posted(noun):
            return _OPEN
        return (refer(phrase, home.actors[0].actor, noun.role),), home.mention.id

    def _affiliated(self, phrase: ActorPhrase) -> tuple[ActorRef, ...]:
        noun = phrase.clues.noun
        return tuple(
            refer(phrase, ref.actor, role_in(ref, noun, states=self._states))
            for owner in self._owners(phrase)
            for ref in owner.actors
        )

    def _owners(self, phrase: ActorPhrase) -> list[ActorPhrase]:
        doc = self._draft.parses[phrase.parse].doc
        owners = [self._at(phrase, head) for head in phrase.clues.affiliates]
        known = [owner for owner in owners if owner is not None and owner.actors]
        return choose_owners(known, tokens=[doc[owner.head] for owner in known])

    def _anaphor(self, phrase: ActorPhrase) -> Resolved:
        clues = phrase.clues
        if phrase.mention.kind is MentionKind.PRONOUN and clues.description in _FIRST_PERSON:
            return self._speaker(phrase)
        if clues.affiliates:
            return self._owned(phrase)
        if clues.description in self._words.halves:
            half = self._antecedents.half(phrase)
            return ((refer(phrase, half),), None) if half is not None else _OPEN
        actors, refers_to = self._taken_up(self._antecedents.of(phrase))
        if clues.description in _OWN_STATE:
            return tuple(refer(phrase, ref.actor) for ref in actors), refers_to
        return actors, refers_to

    def _taken_up(self, antecedents: list[ActorPhrase]) -> Resolved:
        refs = {ref.actor: ref for antecedent in antecedents for ref in antecedent.actors}
        return (tuple(refs.values()), antecedents[0].mention.id) if refs else _OPEN

    def _owned(self, phrase: ActorPhrase) -> Resolved:
        """Resolve "his country", "its neighbour", "the M23 movement", "the Israeli side"."""
        owners = self._owners(phrase)
        refs = [ref for owner in owners for ref in owner.actors]
        if not refs:
            return _OPEN
        noun = phrase.clues.description
        if noun in _NEIGHBOURS:
            neighbour = self._antecedents.neighbour(phrase, refs[0].actor, borders=self._borders)
            return self._taken_up([neighbour] if neighbour is not None else [])
        if noun in _OWN_STATE:
            refs = [ref for ref in refs if ref.actor in self._states]
        elif owners[0].head > phrase.head or owners[0].mention.kind not in (
            MentionKind.NAME,
            MentionKind.DEMONYM,
        ):
            return _OPEN
        return tuple(refer(phrase, ref.actor, None) for ref in refs), owners[0].mention.id if refs else None

    def _speaker(self, phrase: ActorPhrase) -> Resolved:
        for index in self._speakers.of(phrase):
            if index not in self._busy:
                source = self.resolve(index)
                if source.actors:
                    return source.actors, source.mention.id
        return _OPEN


def _is_company(noun: RoleNoun) -> bool:
    return noun.role == "BUS" and noun.kind == "body"


def _is_group(phrase: ActorPhrase) -> bool:
    return any(form.source == "groups" for form in phrase.clues.forms)
