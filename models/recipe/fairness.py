"""Recall of names by origin, rarity and gender, in school sentences kept for measuring."""

import math
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.language import Language

from models.recipe.found import Finder, by_pipeline
from models.recipe.names import Draw, Names, origins

MENTIONS = 1200
FRAMES = (
    "{0} har glömt sin mössa i matsalen.",
    "Nu är {0} frisk igen och tillbaka i klassen.",
    "Vi ringde hem till {0} efter lunch.",
    "{0}s mamma undrar om skolskjutsen.",
    "I gruppen finns {0}, {1} och {2}.",
    "Mentorn har talat med {0} om frånvaron.",
    "{0} och {1} delar bänk i bilden.",
    "Hälsningar\n{0}",
    "Mvh {0}",
    "- {0}\n- {1}\n- {2}",
    "Dagens stjärna är {0}!",
    "Det var {0} som hittade nyckeln, inte {1}.",
    "Läraren berömde {0} för hans teckning.",
    "{0} har börjat läsa kapitelböcker på egen hand.",
    "På rasten ramlade {0} från gungan.",
    "Hej {0}, tack för ditt mejl!",
    "Fråga {0} om du inte hittar boken.",
    "Bredvid {0} sitter {1}.",
    "{0} saknar två uppgifter i kemi.",
    "Tillsammans med {0} ritade {1} en stor drake.",
    "Grupp 3: {0}, {1}",
    "Stipendiet går i år till {0}.",
    "Så här skrev {0}: det var en kall natt.",
    "{0} fyller nio år på söndag.",
    "/{0}",
)


@dataclass(frozen=True, slots=True)
class Share:
    """Found of all, with the 95 % interval after Wilson."""

    found: int
    all: int

    def row(self) -> dict[str, float]:
        """Share and interval as fractions."""
        share, z, n = self.found / self.all, 1.96, self.all
        middle = (share + z * z / (2 * n)) / (1 + z * z / n)
        half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return {
            "recall": round(share, 4),
            "low": round(middle - half, 4),
            "high": round(middle + half, 4),
            "mentions": n,
        }


def groups(names: Names) -> Iterator[tuple[str, list[str], list[str]]]:
    """Group, given names and surnames (none: given names stand alone)."""
    for origin, (women, men, last) in origins(held_out=True).items():
        yield f"{origin} girls", women, last
        yield f"{origin} boys", men, last
    for kind, draw in (("girls", names.women), ("boys", names.men)):
        yield f"rare given names, {kind}", between(draw, 2, 10), []
        yield f"common given names, {kind}", between(draw, 1000, 10**9), []
    yield "rare surnames", between(names.women, 1000, 10**9), between(names.last, 2, 10)


def between(draw: Draw, low: int, high: int) -> list[str]:
    """Names of one word with so many bearers."""
    counts = _counts(draw)
    return [name for name, count in counts if low <= count <= high and " " not in name]


def _counts(draw: Draw) -> list[tuple[str, int]]:
    before, found = 0.0, []
    for name, total in zip(draw.names, draw.by_count, strict=True):
        found.append((name, round(total - before)))
        before = total
    return found


def measure(
    nlp: Language, names: Names, *, lower: bool = False, find: Finder = by_pipeline
) -> dict[str, dict[str, float]]:
    """Recall per group: a mention counts when all of it is found."""
    return {
        group: share(nlp, _mentions(given, last, lower=lower), lower=lower, find=find).row()
        for group, given, last in groups(names)
    }


def share(
    nlp: Language,
    mentions: Iterable[tuple[str, list[str]]],
    *,
    lower: bool,
    find: Finder = by_pipeline,
) -> Share:
    """How many of the persons in texts are found whole; `lower`: the texts in lower case."""
    rows = list(mentions)
    docs = nlp.pipe(text.lower() if lower else text for text, _ in rows)
    found = said = 0
    for (text, people), doc in zip(rows, docs, strict=True):
        letters = {at for start, end in find(doc) for at in range(start, end)}
        said += len(people)
        found += sum(_inside(text, text.find(person), person, letters) for person in people)
    return Share(found, said)


def _mentions(given: list[str], last: list[str], *, lower: bool) -> Iterator[tuple[str, list[str]]]:
    """Sentences and the persons in them, until there are enough persons."""
    rng = random.Random(11)
    said = 0
    while said < MENTIONS:
        frame = FRAMES[said % len(FRAMES)] if not lower else rng.choice(FRAMES)
        people = [_person(given, last, rng) for _ in range(3)]
        text = frame.format(*people)
        people = [person for person in people if person in text]
        said += len(people)
        yield text, people


def _person(given: list[str], last: list[str], rng: random.Random) -> str:
    first = rng.choice(given)
    return f"{first} {rng.choice(last)}" if last and rng.random() < 0.5 else first


def _inside(text: str, start: int, person: str, letters: set[int]) -> bool:
    inside = range(start, start + len(person))
    return all(at in letters or text[at].isspace() for at in inside)


# Names that are words, in lower case: in a clear context, and the same words as words.
AS_NAMES = (
    "min bror {0} fyller år idag",
    "igår ringde {0} och grät",
    "{0} i 7b har brutit armen",
    "kan {0} och tindra sitta tillsammans?",
    "hon är kär i {0} sen i våras",
    "läraren sa till {0} att sluta prata",
    "vi sov över hos {0} efter kalaset",
    "har nån sett {0}? hen skulle vara här",
    "pappa till {0} kommer kl tre",
    "jag, {0} och moa gjorde en film",
    "{0} har inte lämnat in sin text än",
    "tack {0} för hjälpen med matten",
)
WORDS = "dag liv bo björn sten stig saga storm love max ask my rosa iris linn sol per kim".split()
AS_WORDS = (
    "per vecka blir det två timmar",
    "vi mätte en ek och en ask",
    "kom max fem minuter innan",
    "vi var ute hela dagen",
    "stig ner från stolen",
    "hennes liv förändrades",
    "sten för sten",
    "rosa eller blå jacka",
    "en lång dag på stranden",
    "my favourite subject is art",
    "vilken fin dag det blev",
    "det tog en hel dag att måla",
    "livet är hårt och liv är kort",
    "hon räddade hans liv",
    "de får bo kvar i huset",
    "vi vill bo nära havet",
    "en björn sov i idet",
    "han kastade en sten i sjön",
    "följ den smala stig som går vid ån",
    "en saga om ett troll",
    "det blir storm i natt",
    "love is all you need",
    "max tio sidor",
    "lägg den i en ask",
    "this is my dog",
    "en rosa tröja",
    "iris är en del av ögat",
    "ett linn och shorts",
    "sol och tjugo grader",
    "tre kronor per elev",
    "nästa dag var allt glömt",
    "ett helt liv i skogen",
    "det finns liv på andra planeter",
    "bo på hotell",
    "en stor sten låg på vägen",
    "läs en saga varje kväll",
    "dag ut och dag in",
    "två timmar per dag",
    "en ask och en ek",
    "väggen är byggd av sten",
)


def ambiguous(nlp: Language, find: Finder = by_pipeline) -> dict[str, float]:
    """Lower-case words that are names too: found as names, and wrongly found as words."""
    found = said = 0
    for word in WORDS:
        for frame in AS_NAMES:
            at = frame.index("{0}")
            said += 1
            found += any(start <= at < end for start, end in find(nlp(frame.format(word))))
    false = sum(bool(find(nlp(text))) for text in AS_WORDS)
    return {
        "recall": round(found / said, 4),
        "mentions": said,
        "false_sentences": false,
        "plain_sentences": len(AS_WORDS),
    }
