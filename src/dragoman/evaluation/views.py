"""Views: what of a claim or an event is compared, at each figure's strictness.

A view is a hashable value; two rows agree at a figure where their views are equal. The figures
and the normalisation of keys follow the scoring of the project's relation gold: class actors
(``*WEST``) agree with one another, and a state agrees with its government, army, parliament
and courts (``IRN:GOV`` is ``IRN``). Sources agree by country, whatever their role.
"""

from collections.abc import Hashable
from functools import cache

from dragoman.codes.relations import load_relations
from dragoman.codes.tables import load_table
from dragoman.evaluation.coded import CodedActor, CodedClaim, CodedEvent

View = Hashable
CLAIM_FIGURES = (
    "pair",
    "family",
    "relation",
    "rel+polarity",
    "rel+pol+mod",
    "rel+pol+mod+time",
    "rel+pol+source",
    "joint",
)
EVENT_FIGURES = ("type", "dyad", "dyad+type", "joint")
_STATE_SUFFIXES = (":GOV", ":MIL", ":LEG", ":JUD")


@cache
def load_families() -> dict[str, str]:
    """Return each relation type's family."""
    return {row["relation"]: row["family"] for row in load_table("dragoman.evaluation", "families.tsv")}


@cache
def load_symmetric() -> frozenset[str]:
    """Return the relation types that hold both ways, whose actors are compared without order."""
    return frozenset(relation.name for relation in load_relations() if relation.symmetric)


def actor_of(actor: CodedActor | None) -> str | None:
    """Return an actor's key as it is compared: None, ``*`` for any class, else code or code:role."""
    if actor is None or not actor.key:
        return None
    if actor.key.startswith("*"):
        return "*"
    return actor.key.split(":")[0] if actor.key.endswith(_STATE_SUFFIXES) else actor.key


def speaker_of(actor: CodedActor | None) -> str | None:
    """Return a source as it is compared: its country or name, without any role."""
    key = actor_of(actor)
    return key.split(":")[0] if key and key != "*" else key


def arguments_of(claim: CodedClaim) -> tuple[str | None, str | None]:
    """Return the two actors as they are compared: sorted where the relation is symmetric."""
    if claim.relation in load_symmetric():
        return pair_of(claim)
    return actor_of(claim.subject), actor_of(claim.object)


def pair_of(claim: CodedClaim) -> tuple[str, str]:
    """Return the two actors without order."""
    first, second = sorted((actor_of(claim.subject) or "", actor_of(claim.object) or ""))
    return first, second


def claim_views(claim: CodedClaim) -> dict[str, View]:
    """Return the claim's view at each of CLAIM_FIGURES."""
    pair, relation = pair_of(claim), (arguments_of(claim), claim.relation)
    polarity, source = claim.polarity, speaker_of(claim.source)
    return {
        "pair": pair,
        "family": (pair, load_families().get(claim.relation)),
        "relation": relation,
        "rel+polarity": (relation, polarity),
        "rel+pol+mod": (relation, polarity, claim.modality),
        "rel+pol+mod+time": (relation, polarity, claim.modality, claim.time),
        "rel+pol+source": (relation, polarity, source),
        "joint": (relation, polarity, claim.modality, claim.time, source),
    }


def event_views(event: CodedEvent) -> dict[str, View]:
    """Return the event's view at each of EVENT_FIGURES."""
    dyad = (actor_of(event.source), actor_of(event.target))
    return {
        "type": event.type,
        "dyad": dyad,
        "dyad+type": (dyad, event.type),
        "joint": (dyad, event.type, event.status),
    }
