"""Stage ``actors``: who each phrase means, on the day of the story."""

import dataclasses

from dragoman.codes.actors.directory import ActorDirectory
from dragoman.codes.geography import Geography
from dragoman.extraction.actors.persons import named_person
from dragoman.extraction.actors.references import UNKNOWN_COUNTRY, refer, with_actors
from dragoman.extraction.actors.resolution import Resolution
from dragoman.extraction.actors.tables import ActorTables
from dragoman.extraction.draft import ActorPhrase, Draft
from dragoman.lexicons.mentions import MentionWords
from dragoman.records import Dropped, MentionKind, SpeechKind


class ActorStage:
    """Resolves phrases to actors: states with roles, organisations, groups, classes."""

    name = "actors"
    requires = frozenset({"phrases", "attributions"})
    assigns = frozenset({"phrases", "dropped"})

    def __init__(self, *, directory: ActorDirectory, words: MentionWords, geography: Geography) -> None:
        self._tables = ActorTables(
            words=words,
            tags={state.code: state.tags for state in directory.states},
            asked=directory.tags,
            geography=geography,
            sectors=directory.sectors,
            namesakes=directory.namesakes,
        )

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with ``actors`` filled in on its phrases, and the open ones logged."""
        resolution = Resolution(draft, tables=self._tables)
        speakers = {
            attribution.source for attribution in draft.speeches() if attribution.kind is SpeechKind.SAY
        }
        resolved = (resolution.resolve(index) for index in range(len(draft.phrases)))
        phrases = tuple(
            _as_speaker(phrase) if phrase.mention.id in speakers else phrase for phrase in resolved
        )
        dropped = tuple(
            Dropped(
                span=phrase.mention.span, reason="an expression for an actor that the story does not resolve"
            )
            for phrase in phrases
            if not phrase.actors and phrase.mention.kind in (MentionKind.PRONOUN, MentionKind.NOMINAL)
        )
        return dataclasses.replace(draft, phrases=phrases, dropped=(*draft.dropped, *dropped))


def _as_speaker(phrase: ActorPhrase) -> ActorPhrase:
    """Give a speaker of unknown country a code, so that what he says is not the writer's word."""
    clues = phrase.clues
    if phrase.actors or phrase.mention.kind is MentionKind.PRONOUN:
        return phrase
    if clues.forms:
        return phrase
    if clues.person is not None and clues.noun is None and clues.apposed is None:
        return with_actors(phrase, named_person(phrase), None)
    if clues.person is not None and clues.noun is not None and clues.noun.role is None:
        return with_actors(phrase, named_person(phrase), None)
    if clues.noun is not None:
        return with_actors(phrase, (refer(phrase, UNKNOWN_COUNTRY, clues.noun.role),), None)
    return phrase
