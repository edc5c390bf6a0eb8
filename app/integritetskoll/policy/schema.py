"""The shape of a policy file. A wrong key or value is an error that names it."""

from __future__ import annotations

from typing import Annotated, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Link, Role

Level = Annotated[int, Field(ge=0, le=4)]
InformationClass = Literal["MU", "PA", "PED", "SEK"]
Allowance = Literal["allowed", "care", "never", "silent"]
Audience = Literal["one", "group", "staff", "school", "everyone"]
AUDIENCES: tuple[str, ...] = get_args(Audience)
Purpose = Literal["needed", "inform", "show", "unknown"]


class Part(BaseModel):
    """Base of every part: frozen, and no key that nobody reads."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(Part):
    """A text in the two languages of the product."""

    sv: str
    en: str


class Destination(Part):
    """Somewhere a draft can go.

    `spread` is the factor's level (0 right system, 4 open web); `spread_for` and
    `spread_by_audience` lower or raise it, the audience last. `right` names the document types
    that belong here and the highest sensitivity that then counts as 0 ("rätt uppgift i rätt
    system"); "*" stands for every type.
    """

    label: Text
    definite: Text
    group: Literal["open", "closed", "learning", "mail", "administration", "cloud"]
    spread: Level
    open: bool = False
    cloud: bool = False
    administration: bool = False
    spread_for: dict[str, Level] = {}
    spread_by_audience: dict[Audience, Level] = {}
    information: dict[InformationClass, Allowance]
    right: dict[str, Level] = {}

    def right_level(self, document_type: str) -> int | None:
        """Return the sensitivity up to which a document type belongs here, None if it doesn't."""
        return self.right.get(document_type, self.right.get("*"))


class DocumentType(Part):
    """What a draft is. The levels are those that the kind of document brings by itself."""

    label: Text
    information: InformationClass
    sensitivity: Level = 0
    consequence: Level = 0
    about_one: bool = False
    assessment: bool = False
    sensible: tuple[str, ...] = ()

    @property
    def of_knowledge(self) -> bool:
        """Tell whether it assesses knowledge against criteria; an investigation does not."""
        return self.assessment and self.information == "PA"


class EntityWeight(Part):
    """How an entity weighs: sensitivity, consequence, class, and the link it has by itself.

    `needs_link`: with a weaker tie than this it is no finding (teaching content, a whole group).
    """

    sensitivity: Level = 0
    consequence: Level = 0
    information: InformationClass = "PA"
    link: Link = Link.NONE
    needs_link: Link = Link.NONE


class CodeWeight(Part):
    """What a reason code weighs where that differs from its entity.

    `capped`: its levels are never above those of the entity; what is unsure weighs no more than
    what is sure.
    """

    sensitivity: Level | None = None
    consequence: Level | None = None
    link: Link | None = None
    capped: bool = False


class RoleWeight(Part):
    """Entities that say nothing of weight when they are about a person in this role."""

    free: tuple[Entity, ...] = ()


class Thresholds(Part):
    """Sums from which a verdict follows (assessment scheme: 0-6, 7-10, 11-17).

    `bulk`: persons that make a register. `group_*`: the most that sensitive data weigh when they
    are said of a whole group.
    """

    review: int = 7
    do_not_publish: int = 11
    bulk: int = 5
    group_sensitivity: Level = 2
    group_consequence: Level = 1


class Rules(Part):
    """Which findings fire the rules that name them; `suggestions` never fire F5."""

    hard_stop: tuple[str, ...]
    whereabouts: tuple[str, ...]
    security: tuple[str, ...]
    value_words_everywhere: tuple[str, ...]
    suggestions: tuple[str, ...] = ()


class Allow(Part):
    """What an installation has judged to be nobody's: compared folded, whole value only."""

    phone: tuple[str, ...] = ()
    email: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    other: tuple[str, ...] = ()


class Policy(Part):
    """A whole policy."""

    name: str
    version: str
    destinations: dict[str, Destination]
    document_types: dict[str, DocumentType]
    purposes: dict[Purpose, Level]
    places: dict[InformationClass, str]
    entities: dict[Entity, EntityWeight]
    codes: dict[str, CodeWeight] = {}
    roles: dict[Role, RoleWeight] = {}
    thresholds: Thresholds = Thresholds()
    rules: Rules
    allow: Allow = Allow()

    @model_validator(mode="after")
    def _names_are_known(self) -> Self:
        for key, document_type in self.document_types.items():
            for name in document_type.sensible:
                _must_know(f"document_types.{key}.sensible", name, self.destinations)
        for key, destination in self.destinations.items():
            for name in (*destination.right, *destination.spread_for):
                _must_know(f"destinations.{key}", name, {**self.document_types, "*": None})
        for place in self.places.values():
            _must_know("places", place, self.destinations)
        missing = set(Entity) - set(self.entities)
        if missing:
            key = f"entities.{sorted(missing)[0]}"
            raise PydanticCustomError("policy_key_missing", "{key} is missing", {"key": key})
        return self


def _must_know(where: str, name: str, known: object) -> None:
    if name not in known:  # type: ignore[operator]
        raise PydanticCustomError(
            "policy_name_unknown", "{key}: {name} is not known", {"key": where, "name": name}
        )
