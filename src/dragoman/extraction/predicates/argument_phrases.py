"""Argument phrases: which actor phrases of a parse fill the slots of a trigger."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.extraction.draft import ActorPhrase, Draft
from dragoman.extraction.predicates.knowledge import Knowledge
from dragoman.extraction.predicates.triggers import Trigger
from dragoman.extraction.syntax.slots import SlotFinder
from dragoman.extraction.syntax.words import OWNING, is_passive, prepositional_objects

_NEVER_BLOCKING = frozenset({"mod", "self", "clause", "obj"})
"""Slots that something else may fill without naming a second side ("A and B discussed the terms")."""
_LIST = 3
"""From how many members on a list is mended where the parse took it apart."""
_REACH = 10
"""How many tokens on a second side is looked for where the parse lost it."""


@dataclass(frozen=True, slots=True)
class Side:
    """What fills one side of a pattern: heads of actor phrases, and the nouns they were reached through.

    ``blocked`` is True where the words fill the slot with something that is no known actor.
    """

    heads: tuple[int, ...] = ()
    through: tuple[int, ...] = ()
    blocked: bool = False


class ArgumentPhrases:
    """Finds the sides of the triggers of one parse, among its actor phrases.

    ``named`` are the tokens inside names.

    ``acts`` are the lemmas of nouns that name acts ("airstrike"): an act stands for its doer.
    """

    def __init__(
        self,
        draft: Draft,
        phrases: Sequence[ActorPhrase],
        *,
        parse: int,
        finder: SlotFinder,
        knowledge: Knowledge,
        acts: frozenset[str],
    ) -> None:
        self.parse = parse
        self._phrases = {phrase.head: phrase for phrase in phrases}
        self.named = _named_tokens(phrases)
        self._draft = draft
        self._doc = draft.parses[parse].doc
        self._finder = finder
        self._kinds = knowledge.kinds
        self._geography = knowledge.geography
        self._types = knowledge.types
        self._stances = knowledge.stances
        self._placed = knowledge.placed
        self._ranks = knowledge.ranks
        self._acts = acts

    def source(self, slots: tuple[str, ...], trigger: Trigger) -> Side:
        """Return the doers; an act in their place stands for its own doer.

        With the slot ``host``, an arrest told without its doer is the act of the state it took place in.
        """
        named = tuple(slot for slot in slots if slot != "host")
        side = self._side(named, trigger, through=self._acts)
        if side.heads or trigger.token.pos_ != "VERB" or not is_passive(trigger.token):
            return side
        if "host" in slots and not side.blocked:
            return self.place(trigger)
        for preposition in ("in", "during", "by"):
            acts = [t for t in prepositional_objects(trigger.token, preposition) if t.lemma_ in self._acts]
            heads = self._actor_heads(acts, through=self._acts) if acts else []
            if heads:
                return Side(tuple(heads), tuple(token.i for token in acts))
        return side

    def target(self, slots: tuple[str, ...], trigger: Trigger) -> Side:
        """Return those it is done to.

        For a relation with ``loose``, a plan or a bid stands for who has it; for an act, whatever
        belongs to an actor does ("seized an Iranian tanker").
        """
        pattern = trigger.pattern
        if pattern.cameo is not None:
            owned = "owned" in self._types[pattern.type].traits and not pattern.arguments.symmetric
            return self._side(slots, trigger, through=None if owned else frozenset())
        loose = "loose" in pattern.options
        return self._side(slots, trigger, through=self._stances if loose else frozenset())

    def place(self, trigger: Trigger) -> Side:
        """Return the state of the place an act is set in, which stands for a target not named."""
        carriers = [token for token in (trigger.token, trigger.companion) if token is not None]
        below = [child for token in carriers for child in token.children if child.dep_ in ("acl", "dobj")]
        for carrier in (*carriers, *below):
            for child in carrier.children:
                if child.dep_ == "prep" and child.lower_ in self._placed:
                    found = next((token.i for token in child.subtree if self._is_place(token.i)), None)
                    if found is not None:
                        return Side((found,))
        return Side()

    def near(self, trigger: Trigger, target: Side) -> Side:
        """Return the actors of the sentence that "neighbouring" or "occupied" refers to, by the facts.

        The subject of a clause around the word comes first, else every actor that fits.
        """
        if not target.heads:
            return Side()
        land = self._phrase(target.heads[0])
        fitting = [phrase for phrase in self._states() if self._fits(trigger, phrase, land)]
        around = {token.i for token in self._finder.find("clause", trigger.token)}
        chosen = [phrase for phrase in fitting if phrase.head in around] or fitting
        actors = {phrase.actors[0].actor: phrase.head for phrase in reversed(chosen)}
        return Side(tuple(sorted(actors.values())))

    def between(self, trigger: Trigger) -> Side:
        """Return both sides of "between A and B", also where the parse lost the second."""
        tokens = self._finder.find("between", trigger.token, trigger.companion)
        heads = [head for token in tokens for head in self._actor_heads([token], through=frozenset())]
        if len(heads) == 1:
            heads.extend(self._after_and(heads[0]))
        return Side(tuple(dict.fromkeys(heads)))

    def others(self, side: Side, than: Side) -> Side:
        """Return a side without the actors of another ("massed its tanks on the border with Chad").

        A state and a band of its people are two ("gunmen killed three policemen in Mali").
        """
        taken = {one for head in than.heads for one in self._kinds.sides(self._phrase(head))}
        heads = [head for head in side.heads if not self._kinds.sides(self._phrase(head)) <= taken]
        return Side(tuple(heads), side.through, blocked=side.blocked)

    def are_of(self, heads: Iterable[int], kinds: frozenset[str]) -> bool:
        """Whether the actors of a side are of a kind that the pattern asks for; True where it asks none."""
        return not kinds or all(kinds & self._kinds.of(self._phrase(head)) for head in heads)

    def _states(self) -> list[ActorPhrase]:
        """Return the resolved phrases of this parse that mean one state."""
        return [
            phrase
            for phrase in self._phrases.values()
            if len(phrase.actors) == 1
            and self._kinds.is_state(phrase.actors[0].actor)
            and phrase.actors[0].role in (None, "GOV", "MIL", "LEG")
        ]

    def _fits(self, trigger: Trigger, phrase: ActorPhrase, land: ActorPhrase) -> bool:
        actor, owner = phrase.actors[0].actor, land.actors[0].actor
        if "borders" in trigger.pattern.option("facts"):
            return self._geography.is_border(actor, owner)
        places = frozenset({form.name for form in land.clues.forms if form.name} | {land.mention.span.text})
        return actor != owner and self._geography.is_held(places, actor, on=self._draft.story.published_on)

    def _after_and(self, head: int) -> list[int]:
        for index in range(head + 1, min(head + _REACH, len(self._doc))):
            if self._doc[index].lower_ == "and":
                later = range(index + 1, min(index + _REACH, len(self._doc)))
                free = (i for i in later if self._doc[i].dep_ not in ("amod", "compound", "npadvmod", "poss"))
                return [i for i in free if self._is_actor(i)][:1]
        return []

    def _side(self, slots: tuple[str, ...], trigger: Trigger, *, through: frozenset[str] | None) -> Side:
        blocked = False
        for group in slots:
            heads: list[int] = []
            nouns: list[int] = []
            for slot in group.split("+"):
                tokens = self._tokens(slot.strip(), trigger)
                found = self._actor_heads(tokens, through=through)
                if slot == "mod":
                    found = [head for head in found if not self._is_class_noun(head)]
                blocked = blocked or (bool(tokens) and not found and slot not in _NEVER_BLOCKING)
                heads.extend(head for head in found if head not in heads)
                nouns.extend(token.i for token in tokens if found and token.i not in found)
            if heads:
                return Side(tuple(heads), tuple(nouns))
        return Side(blocked=blocked)

    def _tokens(self, slot: str, trigger: Trigger) -> list[Token]:
        adjective = trigger.pattern.pos == "adj"
        tokens = self._finder.find(slot, trigger.token, trigger.companion, adjective=adjective)
        return tokens if slot == "self" else [token for token in tokens if token.i != trigger.token.i]

    def _actor_heads(self, tokens: list[Token], *, through: frozenset[str] | None) -> list[int]:
        """Return the actors that tokens head, with the rest of a list that the parse took apart.

        Where none does, ``through`` names the nouns that stand for their owner; None means any noun.
        """
        named = [self._by_name(token) for token in tokens]
        direct = [member for head in named if head is not None for member in self._listed(head)]
        if direct:
            return list(dict.fromkeys(direct))
        if through is not None and not any(token.lemma_ in through for token in tokens):
            return []
        return [head for token in tokens for head in [next(self._inside(token), None)] if head is not None][
            :1
        ]

    def _by_name(self, token: Token) -> int | None:
        """Return the actor a token heads, or the one in apposition to it ("its neighbour, *Albania*")."""
        if self._is_actor(token.i):
            return int(token.i)
        return next((c.i for c in token.children if c.dep_ == "appos" and self._is_actor(c.i)), None)

    def _listed(self, head: int) -> list[int]:
        """Return the members of a list by its commas and its "and": "Mali, Niger and Chad"."""
        if self._doc[head].pos_ != "PROPN":
            return [head]
        before, joined_before = self._walked(head, step=-1)
        after, joined_after = self._walked(head, step=1)
        members = sorted([*before, head, *after])
        return members if (joined_before or joined_after) and len(members) >= _LIST else [head]

    def _walked(self, head: int, *, step: int) -> tuple[list[int], bool]:
        """Walk along a list from one member; return the members met and whether "and" joins them."""
        members: list[int] = []
        gap: list[str] = []
        joined = False
        index = head + step
        while 0 <= index < len(self._doc):
            token = self._doc[index]
            if token.pos_ == "PROPN" and self._is_actor(index):
                if not gap or not {",", "and", "or"} & set(gap):
                    break
                joined = joined or bool({"and", "or"} & set(gap))
                members.append(index)
                gap = []
            elif token.lower_ in (",", "and", "or", "the") or token.dep_ == "compound":
                gap.append(token.lower_)
            else:
                break
            index += step
        return members, joined

    def _inside(self, token: Token) -> Iterator[int]:
        """Yield the actors that a noun belongs to: before it, after "of" or "by", or further left."""
        before = [child for child in token.lefts if child.dep_ in OWNING]
        yield from (child.i for child in before if self._is_actor(child.i))
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in ("of", "by"):
                yield from (g.i for g in child.children if g.dep_ == "pobj" and self._is_actor(g.i))
        for child in before:
            yield from (g.i for g in child.lefts if g.dep_ in OWNING and self._is_actor(g.i))

    def _is_class_noun(self, head: int) -> bool:
        """Whether a modifier is a class named by a noun ("great-power ally"), which owns nothing."""
        phrase = self._phrase(head)
        return phrase.actors[0].actor.startswith("*") and phrase.lemma in self._ranks

    def _phrase(self, head: int) -> ActorPhrase:
        return self._phrases[head]

    def _is_actor(self, index: int) -> bool:
        phrase = self._phrases.get(index)
        return phrase is not None and bool(phrase.actors)

    def _is_place(self, index: int) -> bool:
        phrase = self._phrases.get(index)
        if phrase is None or not phrase.actors:
            return False
        sources = {form.source for form in phrase.clues.forms}
        kinds = {form.kind.value for form in phrase.clues.forms}
        return bool(sources) and sources <= {"states", "regions"} and bool(kinds & {"name", "metonym"})


def _named_tokens(phrases: Iterable[ActorPhrase]) -> frozenset[int]:
    """Return the tokens inside names, whose words tell nothing ("Alliance of Sahel States")."""
    inside: set[int] = set()
    for phrase in phrases:
        names = [form for form in phrase.clues.forms if form.source != "classes"]
        length = max((len(form.text.split()) for form in names), default=0)
        inside.update(range(phrase.last - length + 1, phrase.last + 1) if length > 1 else ())
    return frozenset(inside)
