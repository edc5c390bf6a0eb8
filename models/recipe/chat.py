"""Recall of surnames of two to ten bearers in chat, alone or after a given name, in lower case."""

import random
from collections.abc import Iterator

from spacy.language import Language

from models.recipe import fairness
from models.recipe.names import Names

CHAT = (
    "har nån sett {0} idag?",
    "asså {0} är så himla snäll",
    "{0} sa att provet är flyttat",
    "kan {0} o {1} va i samma grupp",
    "vi har vikarie imorgon, {0} heter hen",
    "fråga {0} han vet",
    "sitter {0} bredvid dig på matten?",
    "glöm inte å skriva upp {0}",
    "hos {0} efter skolan, häng med",
    "{0} glömde sin jacka i salen",
    "varför är {0} o {1} osams",
    "mejla {0} om du är sjuk",
    "tack {0} för igår ❤️",
    "jag, {0} och {1} tar bussen hem",
    "hej {0} när slutar ni",
    "{0} kommer inte idag heller",
)


def rare_in_chat(nlp: Language, names: Names) -> dict[str, float]:
    """Recall of rare surnames in chat: a mention counts when every token of it is tagged."""
    return fairness.share(nlp, _mentions(names), lower=False).row()


def _mentions(names: Names) -> Iterator[tuple[str, list[str]]]:
    given = fairness.between(names.women, 1000, 10**9)
    last = fairness.between(names.last, 2, 10)
    rng = random.Random(13)
    said = 0
    while said < fairness.MENTIONS:
        frame = CHAT[said % len(CHAT)]
        people = [
            f"{rng.choice(given)} {name}" if rng.random() < 1 / 3 else name
            for name in rng.sample(last, 2)
        ]
        people = [person.lower() for person in people]
        text = frame.format(*people)
        people = [person for person in people if person in text]
        said += len(people)
        yield text, people
