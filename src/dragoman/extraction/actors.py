"""Stage ``actors``: who each phrase means, on the day of the story.

Names by the code tables and the date; titles with what they belong to; persons by apposition or
first mention, remembered through the story; first-person pronouns by the speaker; the rest by
what stands before. What stays open is left open.
"""

import dataclasses
from datetime import date

from dragoman.codes.forms import Form
from dragoman.codes.states import State
from dragoman.extraction.anaphora import Antecedents
from dragoman.extraction.draft import ActorPhrase, Clues, Draft
from dragoman.lexicons.mentions import MentionWords
from dragoman.records import ActorRef, Dropped, MentionKind

_FIRST_PERSON = frozenset("we us our ours ourselves i me my myself".split())
_UNKNOWN_COUNTRY = "XXX"
_ANY_STATES = "*COUNTRIES"
_COLLECTIVE_ROLES = frozenset({"REB", "CVL", "SET", "CRM", "REF", "OPP"})
_CERTAINTY = {
    MentionKind.NAME: 0.97,
    MentionKind.METONYM: 0.93,
    MentionKind.DEMONYM: 0.95,
    MentionKind.PERSON: 0.93,
    MentionKind.NOMINAL: 0.85,
    MentionKind.PRONOUN: 0.72,
}


class ActorStage:
    """Resolves phrases to actors: states with roles, organisations, groups, classes."""

    name = "actors"
    requires = frozenset({"phrases", "attributions"})
    assigns = frozenset({"phrases", "dropped"})

    def __init__(self, *, states: tuple[State, ...], words: MentionWords) -> None:
        self._tags = {state.code: state.tags for state in states}
        self._words = words

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with ``actors`` filled in on its phrases, and the open ones logged."""
        resolution = _Resolution(draft, words=self._words, tags=self._tags)
        phrases = tuple(resolution.resolve(index) for index in range(len(draft.phrases)))
        dropped = tuple(
            Dropped(span=phrase.mention.span, reason="an expression for an actor that the story does not resolve")
            for phrase in phrases
            if not phrase.actors and phrase.mention.kind in (MentionKind.PRONOUN, MentionKind.NOMINAL)
        )
        return dataclasses.replace(draft, phrases=phrases, dropped=(*draft.dropped, *dropped))


class _Resolution:
    """The phrases of one story while they are resolved, in order of text."""

    def __init__(self, draft: Draft, *, words: MentionWords, tags: dict[str, frozenset[str]]) -> None:
        self._draft = draft
        self._done: dict[int, ActorPhrase] = {}
        self._busy: set[int] = set()
        self._persons: dict[str, ActorPhrase] = {}
        self._antecedents = Antecedents(draft, self._done, words=words, tags=tags)

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
        resolved = _with_actors(phrase, actors, refers_to)
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

    def _actors_of(self, phrase: ActorPhrase) -> tuple[tuple[ActorRef, ...], str | None]:
        clues = phrase.clues
        if clues.forms:
            return self._named(phrase), None
        if clues.transparent is not None:
            inner = self._at(phrase, clues.transparent)
            return (inner.actors, inner.mention.id) if inner is not None else ((), None)
        if clues.person is not None:
            return self._person(phrase)
        if clues.noun is not None:
            return self._role(phrase)
        return self._anaphor(phrase)

    def _named(self, phrase: ActorPhrase) -> tuple[ActorRef, ...]:
        if phrase.clues.forms[0].source == "classes":
            return self._class(phrase)
        form = choose_form(phrase.clues.forms, on=self._draft.story.published_on)
        if form is None:
            return _private(phrase)
        if form.source in ("leaders", "surname"):
            known = self._persons.get(phrase.mention.span.text.split()[-1])
            if phrase.clues.former:
                return _private(phrase)
            if (form.needs_full and known is None and phrase.clues.noun is None):
                return ()
            if form.source == "surname" and known is not None and known.actors:
                return known.actors
        return (ActorRef(actor=form.actor, role=form.role, mention=phrase.mention.id),)

    def _class(self, phrase: ActorPhrase) -> tuple[ActorRef, ...]:
        """Resolve a class; "EU member states" are the EU, "our Turkish allies" are Turkey."""
        clues = phrase.clues
        owned = clues.definite or clues.forms[0].actor == _ANY_STATES
        if clues.affiliates and owned and not clues.former:
            owners = [self._at(phrase, head) for head in clues.affiliates]
            known = [owner for owner in owners if owner is not None and owner.actors]
            if known:
                return tuple(ref for owner in self._choose_owners(phrase, known) for ref in owner.actors)
        codes = dict.fromkeys(form.actor for form in clues.forms)
        return tuple(ActorRef(actor=code, mention=phrase.mention.id) for code in codes)

    def _person(self, phrase: ActorPhrase) -> tuple[tuple[ActorRef, ...], str | None]:
        clues = phrase.clues
        if clues.former:
            return (), None
        if clues.noun is not None and clues.affiliates:
            return self._affiliated(phrase), None
        beside = self._at(phrase, clues.apposed)
        if beside is not None and beside.clues.noun is not None and beside.actors and not beside.clues.former:
            return beside.actors, beside.mention.id
        surname = (clues.person or "").split()[-1]
        known = self._persons.get(surname)
        if known is not None:
            return known.actors, known.mention.id
        if clues.noun is not None and clues.noun.kind == "person":
            return self._home_of(phrase)
        return (), None

    def _role(self, phrase: ActorPhrase) -> tuple[tuple[ActorRef, ...], str | None]:
        clues = phrase.clues
        noun = clues.noun
        if noun is None or (clues.former and noun.kind == "person"):
            return (), None
        if clues.affiliates:
            found = self._affiliated(phrase)
            if found:
                return found, None
        if noun.kind == "person" or noun.kind == "body":
            beside = self._at(phrase, clues.apposed)
            if beside is not None and beside.actors and beside.clues.noun is None and not beside.clues.person:
                return beside.actors, beside.mention.id
        if noun.role in _COLLECTIVE_ROLES:
            return self._collective(phrase)
        if clues.definite:
            antecedent = self._antecedents.of_role(phrase)
            if antecedent is not None:
                return antecedent.actors, antecedent.mention.id
        return self._home_of(phrase) if clues.definite or phrase.plural else ((), None)

    def _collective(self, phrase: ActorPhrase) -> tuple[tuple[ActorRef, ...], str | None]:
        """Resolve "rebels", "civilians": those named before, else those of the place, else unknown."""
        noun = phrase.clues.noun
        role = noun.role if noun is not None else None
        if phrase.clues.definite or role == "REB":
            antecedent = self._antecedents.of_role(phrase)
            if antecedent is not None:
                return antecedent.actors, antecedent.mention.id
        place = self._at(phrase, phrase.clues.place)
        if place is not None and place.actors and len(place.actors[0].actor) == len(_UNKNOWN_COUNTRY):
            return (ActorRef(actor=place.actors[0].actor, role=role, mention=phrase.mention.id),), None
        return (ActorRef(actor=_UNKNOWN_COUNTRY, role=role, mention=phrase.mention.id),), None

    def _home_of(self, phrase: ActorPhrase) -> tuple[tuple[ActorRef, ...], str | None]:
        """Resolve "the government", "army spokesman": the state the story is about, if one stands out."""
        noun = phrase.clues.noun
        home = self._antecedents.home(phrase)
        if noun is None or noun.role not in ("GOV", "MIL", "LEG", "COP", "JUD", "SPY") or home is None:
            return (), None
        ref = ActorRef(actor=home.actors[0].actor, role=noun.role, mention=phrase.mention.id)
        return (ref,), home.mention.id

    def _affiliated(self, phrase: ActorPhrase) -> tuple[ActorRef, ...]:
        noun = phrase.clues.noun
        owners = [self._at(phrase, head) for head in phrase.clues.affiliates]
        known = [owner for owner in owners if owner is not None and owner.actors]
        chosen = self._choose_owners(phrase, known)
        refs = [ref for owner in chosen for ref in owner.actors]
        return tuple(
            ActorRef(actor=ref.actor, role=_role_in(ref, noun, chosen[0].clues), mention=phrase.mention.id)
            for ref in refs
        )

    def _choose_owners(self, phrase: ActorPhrase, owners: list[ActorPhrase]) -> list[ActorPhrase]:
        """Keep coordinated owners together ("US and Iranian officials"); else a group, else the first."""
        if len(owners) <= 1:
            return owners
        doc = self._draft.parses[phrase.parse].doc
        first = owners[0]
        joined = [owner for owner in owners if owner is first or _is_coordinated(doc[owner.head], first.head)]
        if len(joined) > 1:
            return joined
        groups = [owner for owner in owners if any(form.source == "groups" for form in owner.clues.forms)]
        return groups[-1:] or owners[:1]

    def _anaphor(self, phrase: ActorPhrase) -> tuple[tuple[ActorRef, ...], str | None]:
        clues = phrase.clues
        if phrase.mention.kind is MentionKind.PRONOUN and clues.description in _FIRST_PERSON:
            speaker = self._speaker(phrase)
            return (speaker.actors, speaker.mention.id) if speaker is not None else ((), None)
        if clues.affiliates:
            return (), None
        found = self._antecedents.of(phrase)
        if not found:
            return (), None
        refs = {ref.actor: ref for antecedent in found for ref in antecedent.actors}
        return tuple(refs.values()), found[0].mention.id

    def _speaker(self, phrase: ActorPhrase) -> ActorPhrase | None:
        """Return the source of the innermost attribution that holds a first-person pronoun."""
        start = phrase.mention.span.start_char
        holding = [
            (sum(span.end_char - span.start_char for span in attribution.content), attribution)
            for attribution in self._draft.attributions
            if attribution.source is not None
            and any(span.start_char <= start < span.end_char for span in attribution.content)
        ]
        for _, attribution in sorted(holding, key=lambda pair: pair[0]):
            index = self._index_of(attribution.source)
            if index is not None and index not in self._busy:
                source = self.resolve(index)
                if source.actors:
                    return source
        return None

    def _index_of(self, mention: str | None) -> int | None:
        return None if mention is None else int(mention.removeprefix("m")) - 1


def _private(phrase: ActorPhrase) -> tuple[ActorRef, ...]:
    """Return a known person who holds no office that day: the name in capitals (RELATIONS, Actors)."""
    form = phrase.clues.forms[0]
    if form.source not in ("leaders", "surname") or form.needs_full or form.name is None:
        return ()
    name = "".join(char for char in form.name.upper() if char.isalpha())
    return (ActorRef(actor=name, mention=phrase.mention.id),)


def choose_form(forms: tuple[Form, ...], *, on: date | None) -> Form | None:
    """Return the reading of a name that held on a day; without a day, the undated or latest one."""
    if on is None:
        undated = [form for form in forms if form.start is None and form.end is None]
        return (undated or sorted(forms, key=lambda form: form.start or date.min))[-1 if not undated else 0]
    for form in forms:
        if (form.start is None or form.start <= on) and (form.end is None or on <= form.end):
            return form
    return None


def _role_in(ref: ActorRef, noun: object, clues: Clues) -> str | None:
    """Return the role of a noun within an actor: only states have offices worth a code."""
    if len(ref.actor) != len(_UNKNOWN_COUNTRY) or any(form.source in ("groups", "organisations") for form in clues.forms):
        return None
    role = getattr(noun, "role", None)
    inherits = getattr(noun, "inherits", False)
    if inherits and ref.role is not None:
        return ref.role
    return role or ref.role or "GOV"


def _is_coordinated(token: "object", other: int) -> bool:
    current = token
    while getattr(current, "dep_", "") == "conj":
        current = current.head  # type: ignore[attr-defined]
        if current.i == other:
            return True
    return False


def _with_actors(phrase: ActorPhrase, actors: tuple[ActorRef, ...], refers_to: str | None) -> ActorPhrase:
    refs = tuple(dataclasses.replace(ref, mention=phrase.mention.id) for ref in actors)
    form = phrase.clues.forms[0] if phrase.clues.forms else None
    mention = dataclasses.replace(
        phrase.mention,
        actor=refs[0].actor if refs else None,
        role=refs[0].role if refs else None,
        name=phrase.clues.person or (form.name if form is not None and form.kind is MentionKind.PERSON else None),
        refers_to=refers_to,
        confidence=_CERTAINTY[phrase.mention.kind] if refs else 0.0,
    )
    return dataclasses.replace(phrase, mention=mention, actors=refs)
