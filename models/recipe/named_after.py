"""Firms, clubs, places and works with a person's or a place's name in them, made at random.

What is named after somebody is not somebody: "Bröderna Ek", "Kvists Bil AB", "Noorparken".
"""

import random

from models.recipe.fill import Fill

_LETTERS = "ABCDEFGHIKLMNOPRSTUV"


def organisation(fill: Fill, rng: random.Random) -> str:
    """A firm named after a person, a club or an authority named after a place, or letters."""
    turn = rng.random()
    if turn < 0.4:
        return _firm(fill, rng)
    if turn < 0.55:
        return _club(fill, rng)
    if turn < 0.75:
        return f"{_owns(rng.choice(fill.places))} {rng.choice(fill.lists['place_orgs'])}"
    if turn < 0.88:
        return "".join(rng.choice(_LETTERS) for _ in range(rng.randint(2, 5)))
    return rng.choice(fill.lists["orgs"])


def _firm(fill: Fill, rng: random.Random) -> str:
    family = fill.names.family(rng)
    own = family if rng.random() < 0.6 else fill.names.given(rng)
    end = rng.choice(fill.lists["company_ends"])
    return rng.choice(
        [
            f"{own} {end}",
            f"{_owns(own)} {end}",
            f"{family} & {fill.names.family(rng)}",
            f"{rng.choice(fill.lists['company_starts'])} {own}",
            f"{own}-koncernen",
            f"{family}stiftelsen",
        ]
    )


def _club(fill: Fill, rng: random.Random) -> str:
    town = rng.choice(fill.places)
    if rng.random() < 0.5:
        return f"{rng.choice(fill.lists['club_starts'])} {town}"
    return f"{town} {rng.choice(fill.lists['club_ends'])}"


def any_organisation(fill: Fill, rng: random.Random) -> str:
    """An organisation to put where another stood: known, a school, or made up."""
    turn = rng.random()
    if turn < 0.45:
        return rng.choice(fill.world["organisations"])
    return rng.choice(fill.lists["orgs"]) if turn < 0.6 else organisation(fill, rng)


def any_place(fill: Fill, rng: random.Random) -> str:
    """A place to put where another stood: in Sweden, in the world, a street, or made up."""
    turn = rng.random()
    if turn < 0.4:
        return rng.choice(fill.places)
    if turn < 0.8:
        return rng.choice(fill.world["places"])
    if turn < 0.9:
        return rng.choice(fill.lists["countries"])
    return rng.choice(fill.streets) if turn < 0.95 else place(fill, rng)


def place(fill: Fill, rng: random.Random) -> str:
    """A place with somebody's name in it."""
    given, family = fill.names.given(rng), fill.names.family(rng)
    end = rng.choice(fill.lists["place_ends"])
    return rng.choice(
        [
            f"{given}{end}",
            f"{family}{end}",
            f"{_owns(given)} {end}",
            f"{_owns(family)} {end}",
            f"Sankt {_owns(given)} kyrka",
            f"S:t {given}",
            f"Villa {given}",
            f"Port {given}",
            f"{given} {_owns(family)} {rng.choice(['väg', 'gata', 'plats', 'torg', 'gränd'])}",
        ]
    )


def work(fill: Fill, rng: random.Random) -> str:
    """A prize, ship, storm, law or event with somebody's name in it."""
    given, family = fill.names.given(rng), fill.names.family(rng)
    return rng.choice(
        [
            f"M/S {given}",
            f"S/S {given} {family}",
            f"{family}{rng.choice(fill.lists['work_ends'])}",
            f"{given}{rng.choice(fill.lists['work_ends'])}",
            f"Operation {given}",
            f"{family} Cup",
            f"{_owns(family)} {rng.choice(['sjukdom', 'lag', 'syndrom', 'sats', 'pris', 'fond'])}",
        ]
    )


def any_work(fill: Fill, rng: random.Random) -> str:
    """A product, work or event to put where another stood: well-known, or made up."""
    return rng.choice(fill.world["works"]) if rng.random() < 0.85 else work(fill, rng)


def _owns(name: str) -> str:
    """The genitive as official names have it: without a mark, and nothing after s, x, z."""
    return name if name[-1:].lower() in {"s", "x", "z"} else f"{name}s"
