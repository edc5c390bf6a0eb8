"""Names to put in: drawn from the counts by frequency, by origin, and from the rare tail."""

import random
from bisect import bisect
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from models.recipe import sources, world
from models.recipe.counts import word_counts

HERE = Path(__file__).parent
BORNE, SEEN = 100, 30
_TAIL = 60
_ONSETS = "b d f g h j k l m n p r s t v br dr fr gr kl kr sv st sh kh z w y ch ts mb nj".split()
_VOWELS = "a e i o u y å ä ö aa ia io ei ou".split()
_CODAS = ["", "", "", "n", "r", "l", "s", "m", "k", "d", "t", "nd", "sh", "z"]


@dataclass(frozen=True, slots=True)
class Draw:
    """A bag of names to draw from: by count, by the root of the count, or evenly from the tail."""

    names: list[str]
    by_count: list[float]
    by_root: list[float]
    tail: list[str]

    def one(self, rng: random.Random) -> str:
        """A name: half by count, a quarter by its root, a quarter from the rare tail."""
        turn = rng.random()
        if turn < 0.25:
            return rng.choice(self.tail)
        weights = self.by_count if turn < 0.6 else self.by_root
        return self.names[bisect(weights, rng.random() * weights[-1])]


def _bag(counts: dict[str, int]) -> Draw:
    names = [name for name in counts if all(len(part) > 1 for part in name.split())]
    return Draw(
        names,
        list(accumulate(float(counts[name]) for name in names)),
        list(accumulate(counts[name] ** 0.5 for name in names)),
        [name for name in names if counts[name] < _TAIL],
    )


@dataclass(frozen=True, slots=True)
class Names:
    """Bags of girls', boys' and family names, and lists by origin.

    `leaning` is bearers as given name minus bearers as surname, by lower-cased word; `words` are
    given names that are ordinary words too.
    """

    women: Draw
    men: Draw
    last: Draw
    leaning: dict[str, int]
    words: list[str]
    origins: dict[str, tuple[list[str], list[str], list[str]]]

    def is_given(self, word: str) -> bool:
        """Whether more people have the word as a given name than as a surname."""
        return self.leaning.get(word.lower(), 0) > 0

    def is_known(self, word: str) -> bool:
        """Whether anybody has the word as a name."""
        return word.lower() in self.leaning

    def given(self, rng: random.Random) -> str:
        """A given name; one in four from an origin list, a few invented, a few that are words."""
        turn = rng.random()
        if turn < 0.03:
            return invented(rng)
        if turn < 0.1:
            return rng.choice(self.words)
        if turn < 0.35 and self.origins:
            women, men, _ = self.origins[rng.choice(sorted(self.origins))]
            return rng.choice(women + men)
        return (self.women if rng.random() < 0.5 else self.men).one(rng)

    def family(self, rng: random.Random) -> str:
        """A surname, of one or more words."""
        turn = rng.random()
        if turn < 0.04:
            return invented(rng)
        if turn < 0.29 and self.origins:
            return rng.choice(self.origins[rng.choice(sorted(self.origins))][2])
        if turn < 0.33:
            return f"{self.last.one(rng)}-{self.last.one(rng)}"
        return self.last.one(rng)

    def full(self, rng: random.Random) -> tuple[str, str]:
        """A given name and a surname, one time in three of the same origin."""
        if self.origins and rng.random() < 0.35:
            women, men, last = self.origins[rng.choice(sorted(self.origins))]
            return rng.choice(women + men), rng.choice(last)
        return self.given(rng), self.family(rng)

    def long(self, rng: random.Random) -> str:
        """Three names of one origin in any order: "Nguyen Thi Lan", "Ali Hassan Omar"."""
        women, men, last = self.origins[rng.choice(sorted(self.origins))]
        words = [rng.choice(women + men), rng.choice(women + men), rng.choice(last)]
        turn = rng.random()
        if turn < 0.3:
            words.reverse()
        elif turn < 0.5:
            rng.shuffle(words)
        return " ".join(words)


def invented(rng: random.Random) -> str:
    """A name nobody has: syllables put together."""
    parts = (
        rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_CODAS)
        for _ in range(rng.randint(2, 3))
    )
    return "".join(parts).capitalize()


def origins(*, held_out: bool) -> dict[str, tuple[list[str], list[str], list[str]]]:
    """Girls', boys' and family names by origin: every other name is kept for measuring."""
    found: dict[str, dict[str, list[str]]] = {}
    rows = (HERE / "origins.tsv").read_text(encoding="utf-8").strip().split("\n")[1:]
    for group, kind, words in (row.split("\t") for row in rows):
        found.setdefault(group, {})[kind] = words.split()[int(held_out) :: 2]
    return {group: (kinds["girl"], kinds["boy"], kinds["last"]) for group, kinds in found.items()}


def _leaning() -> dict[str, int]:
    found: Counter[str] = Counter()
    signs = {"women_tilltalsnamn": 1, "men_tilltalsnamn": 1, "lastname": -1}
    for kind, sign in signs.items():
        for name, bearers in sources.name_counts(kind).items():
            found[name.lower()] += sign * bearers
    return dict(found)


def _words() -> list[str]:
    """Given names of a hundred or more that are also common words ("Maj", "Rose") or well known.

    What is well known is a place, firm, work or event: "Brooklyn", "Mercedes".
    """
    seen = word_counts()
    known = {
        name.lower()
        for kind in ("places", "organisations", "works")
        for name in world.names()[kind]
    }
    return [
        name
        for kind in ("women_tilltalsnamn", "men_tilltalsnamn")
        for name, bearers in sources.name_counts(kind).items()
        if bearers >= BORNE and (seen[name.lower()] >= SEEN or name.lower() in known)
    ]


def load() -> Names:
    """All bags, with the half of the origin lists that training may see."""
    return Names(
        _bag(sources.name_counts("women_tilltalsnamn")),
        _bag(sources.name_counts("men_tilltalsnamn")),
        _bag(sources.name_counts("lastname")),
        _leaning(),
        _words(),
        origins(held_out=False),
    )
