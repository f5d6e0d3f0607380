"""The actors that phrases of a text mean, read with the packaged tables and the real parser."""

import dataclasses
from datetime import date
from functools import cache

from dragoman.codes.actors.directory import load_directory
from dragoman.codes.actors.phrases.classes import load_classes
from dragoman.codes.actors.phrases.roles import load_roles
from dragoman.codes.geography import load_geography
from dragoman.extraction.actors.stage import ActorStage
from dragoman.extraction.attributions.stage import AttributionStage
from dragoman.extraction.draft import Draft, Stage
from dragoman.extraction.language import LanguageModel, LanguageStage
from dragoman.extraction.mentions.gazetteer import Gazetteer
from dragoman.extraction.mentions.role_nouns import RoleFinder
from dragoman.extraction.mentions.stage import MentionStage
from dragoman.extraction.sentences import SentenceStage
from dragoman.lexicons.mentions import load_mention_words
from dragoman.lexicons.speech import load_speech
from dragoman.records import Story


@cache
def load_gazetteer() -> Gazetteer:
    """Return the gazetteer over all packaged tables."""
    return Gazetteer(load_directory().forms(), shields=load_directory().shields())


@cache
def load_stages() -> tuple[Stage, ...]:
    """Return the stages that make and resolve phrases, without the gate."""
    words = load_mention_words()
    mentions = MentionStage(
        gazetteer=load_gazetteer(), roles=RoleFinder(load_roles()), classes=load_classes(), words=words
    )
    actors = ActorStage(directory=load_directory(), words=words, geography=load_geography())
    return LanguageStage(LanguageModel()), mentions, AttributionStage(load_speech()), actors


def read_phrases(text: str, *, on: date | None = None) -> Draft:
    """Return a draft with its phrases resolved, every sentence let through."""
    draft = SentenceStage()(Draft(story=Story(id="x", text=text, sha256="", published_on=on)))
    draft = dataclasses.replace(draft, gated=tuple(range(len(draft.sentences))))
    for stage in load_stages():
        draft = stage(draft)
    return draft


def find_actors(text: str, phrase: str, *, on: date | None = None) -> set[str]:
    """Return the actors, with roles, of the last phrase of a text that ends in the given words."""
    draft = read_phrases(text, on=on)
    fitting = [found for found in draft.phrases if found.mention.span.text.endswith(phrase)]
    refs = fitting[-1].actors if fitting else ()
    return {ref.actor + (f":{ref.role}" if ref.role else "") for ref in refs}
