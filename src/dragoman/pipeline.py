"""The pipeline: stages in a checked order, reading one story or a stream of them."""

import dataclasses
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from dragoman.codes.actors.directory import ActorDirectory, load_directory, uncollected
from dragoman.codes.actors.phrases.sectors import Sectors
from dragoman.codes.actors.places.states import State
from dragoman.codes.actors.rows import check_folder
from dragoman.codes.cameo import load_cameo
from dragoman.codes.geography import Geography, load_geography
from dragoman.codes.plover import PloverType, load_plover
from dragoman.codes.relations import load_relations
from dragoman.errors import PipelineError
from dragoman.extraction.actors.references import by_role
from dragoman.extraction.actors.stage import ActorStage
from dragoman.extraction.actors.unread import NameStage
from dragoman.extraction.attributions.stage import AttributionStage
from dragoman.extraction.draft import Draft, Stage
from dragoman.extraction.gate import GateStage
from dragoman.extraction.language import LanguageModel, LanguageStage
from dragoman.extraction.ledgers.claims import ClaimStage
from dragoman.extraction.ledgers.events import EventStage
from dragoman.extraction.mentions.gazetteer import Gazetteer
from dragoman.extraction.mentions.role_nouns import RoleFinder
from dragoman.extraction.mentions.stage import MentionStage
from dragoman.extraction.predicates.kinds import ActorKinds
from dragoman.extraction.predicates.knowledge import Knowledge
from dragoman.extraction.predicates.stage import PredicateStage
from dragoman.extraction.sentences import SentenceStage
from dragoman.extraction.syntax.grammar import Grammar
from dragoman.lexicons.constructions import Constructions, load_constructions
from dragoman.lexicons.domains import load_domains
from dragoman.lexicons.events import load_event_patterns
from dragoman.lexicons.gate import gather_wake_words
from dragoman.lexicons.inflections import load_inflections
from dragoman.lexicons.mentions import load_mention_words
from dragoman.lexicons.qualifying import load_qualifying
from dragoman.lexicons.relations import load_grades, load_relation_patterns, load_stances
from dragoman.lexicons.speech import load_speech
from dragoman.lexicons.topics import load_topics
from dragoman.records import ActorRef, Mention, Reader, Reading, Story
from dragoman.records.days import read_day
from dragoman.records.identity import default_id, hash_text
from dragoman.records.selection import select
from dragoman.settings import Settings

_DATA_PACKAGES = ("dragoman.codes", "dragoman.codes.actors", "dragoman.lexicons")


def check_order(stages: Sequence[Stage]) -> None:
    """Raise PipelineError where a stage requires what no stage before it assigns."""
    assigned = {"story"}
    for stage in stages:
        lacking = sorted(stage.requires - assigned)
        if lacking:
            msg = (
                f"stage {stage.name!r} requires {', '.join(lacking)}, which no stage before it assigns;"
                " put a stage that does before it"
            )
            raise PipelineError(msg)
        assigned |= stage.assigns


class StoryReader:
    """Reads stories: the parser and the lexicons, loaded once, and the stages in their order."""

    def __init__(self, stages: Sequence[Stage], *, reader: Reader, settings: Settings) -> None:
        check_order(stages)
        self._stages = tuple(stages)
        self._reader = reader
        self._settings = settings

    def read(
        self,
        text: str,
        *,
        published_on: date | str | None = None,
        publisher: str | None = None,
        title: str | None = None,
        url: str | None = None,
        id: str | None = None,
    ) -> Reading:
        """Read one text. ``published_on`` is a date or a day as news writes it; offices depend on it.

        Raises InputError for a day that is none.
        """
        digest = hash_text(text)
        return self.read_story(
            Story(
                id=id or default_id(digest),
                text=text,
                sha256=digest,
                title=title,
                published_on=read_day(published_on) if isinstance(published_on, str) else published_on,
                publisher=publisher,
                url=url,
                language="en",
            )
        )

    def read_story(self, story: Story) -> Reading:
        """Read one story."""
        draft = Draft(story=story)
        for stage in self._stages:
            draft = stage(draft)
        reading = Reading(
            story=story,
            reader=self._reader,
            sentences=draft.sentences,
            mentions=_mentions(draft),
            attributions=draft.attributions,
            claims=draft.claims,
            events=draft.events,
            dropped=draft.dropped,
        )
        return select(reading, min_confidence=self._settings.min_confidence)

    def resolve(self, phrase: str, *, published_on: date | None = None) -> tuple[tuple[ActorRef, str], ...]:
        """Return whom a phrase means that stands alone, each with the words that say so.

        "the Iranian foreign minister" is IRN GOV. Nothing is returned for a phrase that means no actor.
        """
        draft = Draft(story=Story(id="phrase", text=phrase, sha256="", published_on=published_on))
        for stage in self._stages:
            draft = stage(draft)
            if stage.name == "gate":
                draft = dataclasses.replace(draft, gated=tuple(range(len(draft.sentences))))
            if stage.name == "actors":
                break
        roots = [p for p in draft.phrases if draft.token(p.parse, p.head).dep_ == "ROOT"]
        return tuple(
            (ref, p.mention.span.text)
            for p in (roots or draft.phrases[:1])
            for ref in (p.actors or by_role(p))
        )

    def stream(self, stories: Iterable[Story]) -> Iterator[Reading]:
        """Yield a reading for each story, in order, holding one story at a time."""
        for story in stories:
            yield self.read_story(story)


def _mentions(draft: Draft) -> tuple[Mention, ...]:
    """Return all mentions in order of text."""
    found = [phrase.mention for phrase in draft.phrases] + list(draft.named)
    return tuple(sorted(found, key=lambda mention: (mention.span.start_char, mention.span.end_char)))


def load_reader(settings: Settings | None = None) -> StoryReader:
    """Load model, code tables and lexicons. Raises ModelError where the model is missing."""
    settings = settings or Settings()
    language = LanguageModel(settings.model)
    reader = Reader(
        name="dragoman",
        version=package_version(),
        lexicon=lexicon_hash(settings.actors),
        model=language.version,
    )
    stages = load_stages(language, directory=load_directory(settings.actors))
    return StoryReader(stages, reader=reader, settings=settings)


def load_stages(language: LanguageModel, *, directory: ActorDirectory | None = None) -> tuple[Stage, ...]:
    """Build the stages over the packaged data and a directory of actors (the packaged one), in order.

    Raises DataError for a broken table.
    """
    directory = directory or load_directory()
    constructions, words, speech = load_constructions(), load_mention_words(), load_speech()
    with uncollected():
        gazetteer = Gazetteer(directory.forms(), shields=directory.shields())
    states, sectors, geography = directory.states, directory.sectors, load_geography()
    kinds = ActorKinds(
        states=states, organisations=directory.organisations, groups=directory.groups, sectors=sectors
    )
    relations, events = load_relation_patterns(), load_event_patterns()
    roles, classes = directory.roles, directory.classes
    plover = {kind.name: kind for kind in load_plover()}
    wake_words = gather_wake_words(
        (*relations, *events), speech=speech, roles=roles, classes=classes, words=words
    )
    return (
        SentenceStage(),
        GateStage(gazetteer=gazetteer, words=wake_words, inflections=load_inflections()),
        LanguageStage(language),
        MentionStage(gazetteer=gazetteer, roles=RoleFinder(roles), classes=classes, words=words),
        AttributionStage(speech, load_topics()),
        ActorStage(directory=directory, words=words, geography=geography),
        NameStage(gazetteer),
        PredicateStage(
            relations=relations,
            events=events,
            grammar=Grammar(constructions),
            knowledge=_load_knowledge(constructions, kinds, geography=geography, plover=plover),
        ),
        *_load_ledgers(constructions, states=states, sectors=sectors, plover=plover),
    )


def _load_knowledge(
    constructions: Constructions,
    kinds: ActorKinds,
    *,
    geography: Geography,
    plover: Mapping[str, PloverType],
) -> Knowledge:
    return Knowledge(
        kinds=kinds,
        geography=geography,
        types=plover,
        stances=load_stances(),
        placed=constructions.placed,
        ranks=constructions.rank,
        domains=load_domains(),
    )


def _load_ledgers(
    constructions: Constructions,
    *,
    states: tuple[State, ...],
    sectors: Sectors,
    plover: Mapping[str, PloverType],
) -> tuple[Stage, Stage]:
    qualifying = load_qualifying()
    claims = ClaimStage(
        lexicon=qualifying,
        relations={relation.name: relation for relation in load_relations()},
        grades=load_grades(),
        states=frozenset(state.code for state in states),
        sectors=sectors,
        constructions=constructions,
    )
    events = EventStage(
        lexicon=qualifying,
        plover=plover,
        cameo={code.code: code for code in load_cameo()},
        sectors=sectors,
        constructions=constructions,
    )
    return claims, events


def package_version() -> str:
    """Return the installed version of this package."""
    try:
        return version("dragoman")
    except PackageNotFoundError:
        return "0.0.0"


def lexicon_hash(actors: Path | None = None) -> str:
    """Return the hash of every table: two runs with the same hash used the same words.

    ``actors`` is a user's folder of actor tables, whose bytes count too.
    """
    digest = hashlib.sha256()
    for package in _DATA_PACKAGES:
        for name, content in sorted(_tables(files(package) / "data")):
            digest.update(name.encode())
            digest.update(content)
    for table in check_folder(actors) if actors is not None else ():
        digest.update(f"own {table}".encode())
        digest.update((Path(actors or "") / f"{table}.tsv").read_bytes())
    return f"sha256:{digest.hexdigest()[:16]}"


def _tables(folder: Traversable) -> Iterator[tuple[str, bytes]]:
    """Yield each table in a folder and the folders in it: its name and its bytes."""
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _tables(entry)
        else:
            yield entry.name, entry.read_bytes()
