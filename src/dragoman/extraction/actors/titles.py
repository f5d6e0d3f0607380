"""Titles: the actors of persons and of nouns of office, by apposition, owner, or what stands before."""

from dragoman.codes.actors.phrases.roles import RoleNoun
from dragoman.extraction.actors.anaphora import Antecedents
from dragoman.extraction.actors.persons import is_private, named_company, named_person
from dragoman.extraction.actors.references import (
    ELITE,
    OPEN,
    UNKNOWN_COUNTRY,
    Lookup,
    Resolved,
    refer,
    taken_up,
)
from dragoman.extraction.actors.tables import ActorTables
from dragoman.extraction.draft import ActorPhrase, Draft
from dragoman.extraction.mentions.noun_phrases import NounPhrases
from dragoman.records import ActorRef, MentionKind

_COMPANY_ROLE = "BUS"
_REBELS = "REB"


class TitleReader:
    """Resolves persons of no table and nouns of office. ``lookup`` resolves what stands beside them."""

    def __init__(
        self, draft: Draft, *, lookup: Lookup, antecedents: Antecedents, tables: ActorTables
    ) -> None:
        self._draft = draft
        self._lookup = lookup
        self._antecedents = antecedents
        self._words = tables.words.phrases
        self._phrases = NounPhrases(tables.words.phrases)
        self._sectors = tables.sectors

    def person(self, phrase: ActorPhrase) -> Resolved:
        """Resolve a name that no table holds: by its title, what stands beside it, or an earlier mention."""
        clues = phrase.clues
        if clues.former:
            return named_person(phrase), None
        if clues.noun is not None and _is_company(clues.noun):
            return named_company(phrase, common=self._words.company), None
        if self._is_private(clues.noun):
            return named_person(phrase), None
        if clues.noun is not None and clues.affiliates:
            found = self._lookup.affiliated(phrase)
            if found:
                return found, None
        known = self._lookup.known(clues.person or "")
        beside = self._beside(phrase)
        if beside is not None and (beside.clues.noun is not None or beside.clues.transparent is not None):
            if beside.clues.former or self._is_private(beside.clues.noun):
                return named_person(phrase), None
            if beside.clues.noun is not None and _is_company(beside.clues.noun):
                return named_company(phrase, common=self._words.company), None
            if beside.actors:
                return beside.actors, beside.mention.id
        if known is not None:
            return known.actors, known.mention.id
        led = self._lookup.at(phrase, clues.heads)
        if led is not None and led.actors and _is_body(led):
            return led.actors, led.mention.id
        if clues.noun is not None and clues.noun.kind == "person":
            return self._home_of(phrase)
        return OPEN

    def _beside(self, phrase: ActorPhrase) -> ActorPhrase | None:
        """Return the phrase in apposition; past a place in between ("its envoy in Cyprus, X")."""
        token = self._draft.token(phrase.parse, phrase.head)
        if token.dep_ == "pobj" and phrase.clues.noun is None and phrase.clues.affiliates:
            outer = self._lookup.at(phrase, token.head.head.i)
            return outer if outer is not None and outer.clues.noun is not None else None
        beside = self._lookup.at(phrase, phrase.clues.apposed)
        if beside is None or beside.clues.noun is not None or not beside.clues.forms:
            return beside
        place = self._draft.token(beside.parse, beside.head)
        if place.dep_ != "pobj" or place.i > phrase.head:
            return beside
        outer = self._lookup.at(phrase, place.head.head.i)
        return outer if outer is not None and outer.clues.noun is not None else beside

    def office(self, phrase: ActorPhrase) -> Resolved:
        """Resolve "the Iranian minister", "rebels", "the army": whose they are, or whom they take up."""
        clues = phrase.clues
        noun = clues.noun
        if noun is None:
            return OPEN
        if noun.kind == "person" and (clues.former or self._holder(phrase) is not None):
            return self._held(phrase)
        if noun.role in self._sectors.band:
            named = self._lookup.at(phrase, clues.apposed)
            if named is not None and named.actors and _is_group(named):
                return named.actors, named.mention.id
        if clues.affiliates:
            found = self._lookup.affiliated(phrase)
            if found:
                return found, None
        beside = self._lookup.at(phrase, clues.apposed) if noun.kind in ("person", "body") else None
        is_named = beside is not None and beside.clues.noun is None and not beside.clues.person
        if beside is not None and beside.actors and is_named:
            return beside.actors, beside.mention.id
        if noun.kind == "person" and phrase.plural and clues.counted and clues.definite:
            return taken_up(self._antecedents.pair(phrase, kind="person"))
        if noun.role in self._sectors.crowd:
            return self._collective(phrase)
        if clues.definite:
            antecedent = self._antecedents.of_role(phrase)
            if antecedent is not None:
                return antecedent.actors, antecedent.mention.id
        if noun.noun in self._words.victim:
            found = self._placed(phrase)
            if found:
                return found, None
        return self._home_of(phrase) if clues.definite or phrase.plural else OPEN

    def _holder(self, phrase: ActorPhrase) -> ActorPhrase | None:
        """Return the person whose title a phrase is: "*President* Ada Lund"."""
        token = self._draft.token(phrase.parse, phrase.head)
        if token.dep_ != "compound" or token.head.i < token.i:
            return None
        named = self._lookup.at(phrase, token.head.i)
        is_person = named is not None and named.mention.kind is MentionKind.PERSON
        return named if is_person and named is not None and named.actors else None

    def _held(self, phrase: ActorPhrase) -> Resolved:
        """Resolve "*President* Ada Lund" by the person, "a former Kenyan minister" as of Kenya's elite."""
        holder = self._holder(phrase)
        if holder is not None:
            return holder.actors, holder.mention.id
        owners = self._lookup.owners(phrase) if phrase.clues.affiliates else []
        return (
            tuple(
                refer(phrase, ref.actor, ELITE)
                for owner in owners
                for ref in owner.actors
                if ref.actor in self._lookup.states
            ),
            None,
        )

    def _collective(self, phrase: ActorPhrase) -> Resolved:
        """Resolve "rebels", "civilians": those named before, else those of the place, else unknown."""
        noun = phrase.clues.noun
        if phrase.clues.definite or (noun is not None and noun.role == _REBELS):
            antecedent = self._antecedents.of_role(phrase)
            if antecedent is not None:
                return antecedent.actors, antecedent.mention.id
        found = self._placed(phrase)
        return found or (refer(phrase, UNKNOWN_COUNTRY, noun.role if noun is not None else None),), None

    def _placed(self, phrase: ActorPhrase) -> tuple[ActorRef, ...]:
        place = self._lookup.at(phrase, phrase.clues.place)
        noun = phrase.clues.noun
        lands = (
            [form.actor for form in place.clues.forms if form.source in ("states", "regions")]
            if place
            else []
        )
        if place is None or not place.actors or not lands:
            return ()
        actor = place.actors[0].actor if place.actors[0].actor in self._lookup.states else lands[-1]
        return (refer(phrase, actor, noun.role if noun is not None else None),)

    def _home_of(self, phrase: ActorPhrase) -> Resolved:
        """Resolve "the government", "army spokesman": the state the story is about, if one stands out."""
        noun = phrase.clues.noun
        home = self._antecedents.home(phrase)
        if noun is None or home is None or self._phrases.is_posted(noun):
            return OPEN
        # "The ruling party" is the state's own; "the party" can be any.
        if noun.role not in self._sectors.state and not (
            noun.role in self._sectors.office and " " in noun.noun
        ):
            return OPEN
        return (refer(phrase, home.actors[0].actor, noun.role),), home.mention.id

    def _is_private(self, noun: RoleNoun | None) -> bool:
        return is_private(noun, public=self._sectors.public)


def _is_company(noun: RoleNoun) -> bool:
    return noun.role == _COMPANY_ROLE and noun.kind == "body"


def _is_body(phrase: ActorPhrase) -> bool:
    """Whether a phrase means a body that somebody can lead and speak for."""
    noun = phrase.clues.noun
    return noun is not None or (phrase.clues.forms[:1] != () and phrase.clues.forms[0].source != "states")


def _is_group(phrase: ActorPhrase) -> bool:
    return any(form.source == "groups" for form in phrase.clues.forms)
