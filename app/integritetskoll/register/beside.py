"""Given names, and initials with surnames, that stand with a class or a school."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from integritetskoll.plain.fold import fold_name, join_folded
from integritetskoll.plain.tokens import spelled
from integritetskoll.register.forms import PARTICLES, form
from integritetskoll.register.reading import EVERYDAY, Reading

NEAREST = 6
"""Classes and schools on each side of a name that are asked for, where a draft has many."""
SHORTEST = 2
_AT = frozenset({"i", "på", "från", "vid", "ur", "in", "at", "from"})


@dataclass(frozen=True, slots=True)
class Places:
    """Folded classes and schools. Those of the text have a place in it, in order.

    `everywhere` hold for the whole draft. `schools_known` are the schools that the draft is
    known to be about: a class then counts within them only.
    """

    classes: tuple[tuple[int, str], ...] = field(default=(), repr=False)
    schools: tuple[tuple[int, str], ...] = field(default=(), repr=False)
    classes_everywhere: frozenset[str] = field(default=frozenset(), repr=False)
    schools_everywhere: frozenset[str] = field(default=frozenset(), repr=False)
    schools_known: frozenset[str] = field(default=frozenset(), repr=False)

    @property
    def any(self) -> bool:
        """Whether there is any class or school at all."""
        return bool(
            self.classes or self.schools or self.classes_everywhere or self.schools_everywhere
        )


def beside(r: Reading, places: Places) -> Iterator[str]:
    """Yield every form of a name with a class or school that the draft asks for."""
    if not places.any:
        return
    starts = {at for at, _ in (*places.classes, *places.schools)}
    for at, name in _given(r, starts):
        yield from _with_classes("g", name, at, places)
        for school in _near(places.schools, places.schools_everywhere, at):
            yield form("gs", name, school)
    for at, name in _initials(r):
        yield from _with_classes("i", name, at, places)


def _with_classes(kind: str, name: str, at: int, places: Places) -> Iterator[str]:
    for place in _near(places.classes, places.classes_everywhere, at):
        yield form(f"{kind}ca", name, place)
        if places.schools_known:
            for school in places.schools_known:
                yield form(f"{kind}cs", name, place, school)
        else:
            yield form(f"{kind}c", name, place)


def _near(
    placed: Sequence[tuple[int, str]], everywhere: frozenset[str], at: int
) -> frozenset[str] | set[str]:
    if not placed:
        return everywhere
    middle = bisect_left(placed, (at, ""))
    around = placed[max(0, middle - NEAREST) : middle + NEAREST]
    return everywhere | {name for _, name in around}


def _given(r: Reading, starts: Collection[int]) -> Iterator[tuple[int, str]]:
    for at, token in enumerate(r.tokens):
        if not r.shaped[at] and not _placed(r, at, starts):
            continue
        if r.halved(at):
            continue
        if at + 1 == len(r.tokens) or not r.halved(at + 1):
            yield from _bare(token.start, r.folded[at], r.stems[at])
        for more in range(at + 1, min(at + 3, len(r.tokens))):
            following = r.tokens[more]
            if following.gap not in {" ", "-", "", "_", "."} or not r.shaped[more]:
                break
            before = "".join(one.text for one in r.tokens[at:more])
            stem = fold_name(before + following.text[:-1]) if r.stems[more] else ""
            yield from _bare(token.start, fold_name(before + following.text), stem)
    first = r.tokens[0].start if r.tokens else 0
    for piece in spelled(r.tokens):
        yield first, fold_name(piece)


def _placed(r: Reading, at: int, starts: Collection[int]) -> bool:
    """Whether an everyday word is somebody by where it stands: "Per i 7B", "Maj på Ekskolan"."""
    if not r.words[at].name or not r.tokens[at].capital or at + 2 >= len(r.tokens):
        return False
    return r.tokens[at + 1].text in _AT and r.tokens[at + 2].start in starts


def _bare(at: int, *names: str) -> Iterator[tuple[int, str]]:
    return ((at, name) for name in names if len(name) >= SHORTEST)


def _initials(r: Reading) -> Iterator[tuple[int, str]]:
    for at, token in enumerate(r.tokens):
        if token.glued and r.words[at].common < EVERYDAY:
            yield token.start, r.folded[at]  # "tlind" in a handle
        first = _before_particles(r, at) if at else at
        if first < at and r.tokens[first + 1].gap in {" ", ". ", ".", "", "_", "-", ", "}:
            before = r.tokens[first]
            if (len(token.text) == 1) != (len(before.text) == 1) and token.capital:
                letter, stem = r.folded[first], r.stems[at]
                names = join_folded(letter, r.folded[at]), stem and join_folded(letter, stem)
                yield from _bare(before.start, *names)


def _before_particles(r: Reading, at: int) -> int:
    """Where the token before a surname stands: the "M." of "M. van der Meer"."""
    first = at - 1
    while first > 0 and _is_particle(r, first) and r.tokens[first + 1].gap in {" ", "-"}:
        first -= 1
    return first


def _is_particle(r: Reading, at: int) -> bool:
    word = r.tokens[at].text.lower()
    return len(word) > 1 and word in PARTICLES
