"""Names: the actors of phrases that the code tables hold, by the story's day and by what is said beside."""

import re

from dragoman.codes.actors.forms import Form
from dragoman.codes.actors.places.namesakes import Namesake
from dragoman.codes.actors.spelling import fold
from dragoman.extraction.actors.persons import choose_form, nearest_form, private
from dragoman.extraction.actors.references import Lookup, refer
from dragoman.extraction.actors.tables import ActorTables
from dragoman.extraction.draft import ActorPhrase, Draft
from dragoman.records import ActorRef, MentionKind

_ANY_STATES = "*COUNTRIES"
"""The class of all states: "the Gulf countries" are those of the Gulf."""
_CIVILIANS = "CVL"


class NameReader:
    """Resolves phrases whose words stand in a table of names. ``lookup`` resolves what stands beside."""

    def __init__(self, draft: Draft, *, lookup: Lookup, tables: ActorTables) -> None:
        self._draft = draft
        self._lookup = lookup
        self._offices = tables.sectors.state
        self._namesakes: dict[str, list[Namesake]] = {}
        for namesake in tables.namesakes:
            self._namesakes.setdefault(fold(namesake.name), []).append(namesake)

    def actors_of(self, phrase: ActorPhrase) -> tuple[ActorRef, ...]:
        """Return who a name means: the reading that held on the story's day, told of in the story first."""
        clues = phrase.clues
        if clues.forms[0].source == "classes":
            return self._class(phrase)
        if self._lookup.is_surname(phrase):
            known = self._lookup.known(phrase.mention.span.text)
            return known.actors if known is not None else ()
        namesake = self._namesake(phrase)
        if namesake is not None:
            return (refer(phrase, namesake.actor),) if namesake.actor is not None else ()
        on = self._draft.story.published_on
        forms = tuple(sorted(clues.forms, key=lambda form: form.needs_full))
        told = tuple(form for form in forms if self._lookup.is_told_of(form.actor))
        form = choose_form(told, on=on) if on is not None and told else None
        form = form or choose_form(forms, on=on)
        if form is None:
            form = nearest_form(clues.forms, on=on)
            known = self._lookup.known(phrase.mention.span.text) if form.source == "surname" else None
            if known is not None:
                return known.actors
            return self._out_of_office(phrase, form)
        if form.source in ("leaders", "surname"):
            return self._leader(phrase, form)
        if form.source in ("organs", "media"):
            owner = self._lookup.at(phrase, next(iter(clues.affiliates), None))
            if owner is not None and owner.actors and owner.actors[0].actor in self._lookup.states:
                return (refer(phrase, owner.actors[0].actor, form.role),)
            if clues.noun is not None and not self._lookup.is_told_of(form.actor):
                return (refer(phrase, self._lookup.home(phrase) or form.actor, form.role),)
        role = form.role
        if role is None and form.kind is MentionKind.DEMONYM and phrase.plural and clues.counted:
            role = _CIVILIANS
        return (refer(phrase, form.actor, role),)

    def _namesake(self, phrase: ActorPhrase) -> Namesake | None:
        """Return the other place of the same name that the story tells of, if it does."""
        if not all(form.source in ("states", "regions") for form in phrase.clues.forms):
            return None
        for namesake in self._namesakes.get(fold(phrase.mention.span.text), ()):
            if self._stands(namesake.signs) and not self._stands(namesake.against):
                return namesake
        return None

    def _stands(self, words: frozenset[str]) -> bool:
        text = self._draft.story.text
        return any(re.search(rf"\b{re.escape(word)}\b", text) for word in words if word in text)

    def _out_of_office(self, phrase: ActorPhrase, form: Form) -> tuple[ActorRef, ...]:
        """Resolve a known name on a day outside its offices: by another title said here, else by name."""
        clues = phrase.clues
        if clues.then:
            return (refer(phrase, form.actor, form.role),)
        in_office = clues.titled and clues.noun is not None and clues.noun.role in self._offices
        if in_office and clues.affiliates and not clues.former:
            return self._lookup.affiliated(phrase) or private(phrase, form)
        return self._office_beside(phrase) or private(phrase, form)

    def _office_beside(self, phrase: ActorPhrase) -> tuple[ActorRef, ...]:
        """Return whom the office that stands beside a name acts for: "Ada Lund, a Peruvian minister"."""
        beside = self._lookup.at(phrase, phrase.clues.apposed)
        if beside is None or beside.clues.noun is None or beside.clues.former:
            return ()
        return tuple(ref for ref in beside.actors if ref.role in self._offices)

    def _leader(self, phrase: ActorPhrase, form: Form) -> tuple[ActorRef, ...]:
        known = self._lookup.known(phrase.mention.span.text)
        if phrase.clues.former:
            return private(phrase, form)
        if form.source == "surname" and known is not None:
            return known.actors
        office = self._office_beside(phrase)
        if office and self._draft.story.published_on is None and office[0].actor != form.actor:
            return office
        if form.needs_full and not phrase.clues.titled and not self._acts_in_office(phrase, form):
            return ()
        return (refer(phrase, form.actor, form.role),)

    def _acts_in_office(self, phrase: ActorPhrase, form: Form) -> bool:
        """Whether a surname that is also a word is a subject in a story about the person's state."""
        token = self._draft.token(phrase.parse, phrase.head)
        is_name = token.tag_ == "NNP" and token.dep_ == "nsubj" and phrase.first == phrase.last
        return is_name and form.start is not None and self._lookup.is_told_of(form.actor)

    def _class(self, phrase: ActorPhrase) -> tuple[ActorRef, ...]:
        """Resolve a class; "EU member states" are the EU, "our Turkish allies" are Turkey."""
        clues = phrase.clues
        owned = clues.definite or clues.forms[0].actor == _ANY_STATES
        if clues.affiliates and owned and not clues.former:
            owners = self._lookup.owners(phrase)
            if owners and (
                clues.forms[0].actor == _ANY_STATES or owners[0].actors[0].actor in self._lookup.states
            ):
                return tuple(ref for owner in owners for ref in owner.actors)
        codes = dict.fromkeys(form.actor for form in clues.forms)
        return tuple(refer(phrase, code, None) for code in codes)
