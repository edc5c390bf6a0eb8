"""Changes made to training sentences: other names, other case, typing errors, other layout."""

import random
import unicodedata
from collections.abc import Callable
from dataclasses import replace

from models.recipe.names import Names
from models.recipe.sources import Sentence

Rows = list[tuple[str, str]]
SWAPPED = 0.35
SHORTEST_GENITIVE = 5
_SIBILANTS = ("s", "x", "z")
_PLAIN = str.maketrans("åäöÅÄÖéÉüÜ", "aaoAAOeEuU")


def spans(tags: list[str]) -> list[tuple[int, int, str]]:
    """Half-open token spans and their labels."""
    found: list[tuple[int, int, str]] = []
    for row, tag in enumerate(tags):
        if tag.startswith("B-"):
            found.append((row, row + 1, tag[2:]))
        elif tag.startswith("I-") and found:
            found[-1] = (found[-1][0], row + 1, found[-1][2])
    return found


def swap_names(sentence: Sentence, names: Names, rng: random.Random) -> Sentence:
    """Put other names where persons stand; the same name becomes the same other name."""
    tokens, tags = [], []
    other: dict[str, str] = {}
    at = 0
    for start, end, label in spans(sentence.tags):
        if label != "PER":
            continue
        tokens += sentence.tokens[at:start]
        tags += sentence.tags[at:start]
        new = other_name(sentence.tokens[start:end], names, rng, other)
        tokens += new
        tags += ["B-PER"] + ["I-PER"] * (len(new) - 1)
        at = end
    tokens, tags = tokens + sentence.tokens[at:], tags + sentence.tags[at:]
    return replace(sentence, tokens=tokens, tags=tags)


def other_name(old: list[str], names: Names, rng: random.Random, seen: dict[str, str]) -> list[str]:
    """Another name of the same kind; `seen` holds what stands for which name in this text."""
    last, owns = _stem(old[-1], names)
    if len(old) == 1:
        draw = names.given if names.is_given(last) else names.family
        new = seen.setdefault(last, draw(rng)).split()
    else:
        first, family = names.full(rng)
        seen[old[0]] = first
        seen[last] = family
        extra = [names.given(rng)] if len(old) > 2 and rng.random() < 0.5 else []
        new = [*first.split(), *extra, *family.split()]
    return [*new[:-1], genitive(new[-1], rng)] if owns else new


def _stem(word: str, names: Names) -> tuple[str, bool]:
    """The word without its genitive s, and whether it had one: "Elsas" has, "Lukas" has not."""
    owns = word.endswith("s") and not names.is_known(word) and names.is_known(word[:-1])
    return (word[:-1], True) if owns else (word, False)


def genitive(word: str, rng: random.Random) -> str:
    """The word with its genitive, as people write it: now and then with an apostrophe or colon."""
    if word.lower().endswith(_SIBILANTS):
        return word + rng.choice(["", "", "", "", "'", "’"])
    return word + rng.choices(["s", "'s", "’s", ":s"], [92, 3, 3, 2])[0]


def swap_others(
    sentence: Sentence, label: str, draw: Callable[[random.Random], str], rng: random.Random
) -> Sentence:
    """Put other names where names of one label stand; each is left alone two times in three."""
    tokens, tags = list(sentence.tokens), list(sentence.tags)
    for start, end, found in reversed(spans(sentence.tags)):
        if found != label or rng.random() > SWAPPED:
            continue
        new = draw(rng).split()
        owns = _owns(tokens[end - 1], tokens[start:end]) and not new[-1].endswith(_SIBILANTS)
        tokens[start:end] = [*new[:-1], new[-1] + "s" * owns]
        tags[start:end] = [f"B-{label}"] + [f"I-{label}"] * (len(new) - 1)
    return replace(sentence, tokens=tokens, tags=tags)


def _owns(word: str, name: list[str]) -> bool:
    """Whether a name that is no person's is a genitive, as far as its letters tell."""
    return len(name) == 1 and len(word) > SHORTEST_GENITIVE and word.endswith("s")


def change_case(sentence: Sentence, rng: random.Random) -> Sentence:
    """All lower case, all capitals, or names alone in lower case or capitals."""
    turn = rng.random()
    if turn < 0.26:
        return _map(sentence, str.lower)
    if turn < 0.29:
        return _map(sentence, str.upper)
    if turn < 0.33:
        return _map(sentence, str.lower, only="PER")
    if turn < 0.35:
        return _map(sentence, str.upper, only="PER")
    return sentence


def _map(sentence: Sentence, change: object, only: str = "") -> Sentence:
    tokens = [
        change(token) if not only or tag.endswith(only) else token  # type: ignore[operator]
        for token, tag in zip(sentence.tokens, sentence.tags, strict=True)
    ]
    return replace(sentence, tokens=tokens)


def misspell(sentence: Sentence, rng: random.Random) -> Sentence:
    """Typing errors in a few words, or no diacritics at all."""
    if rng.random() < 0.4:
        return _map(sentence, without_marks)
    tokens = [typo(token, rng) if rng.random() < 0.08 else token for token in sentence.tokens]
    return replace(sentence, tokens=tokens)


def without_marks(word: str) -> str:
    """The word in plain ASCII letters, as on a keyboard without Swedish letters."""
    plain = unicodedata.normalize("NFD", word.translate(_PLAIN))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def typo(word: str, rng: random.Random) -> str:
    """One letter left out, doubled or swapped with its neighbour, in words of four or more."""
    if len(word) < 4 or not word.isalpha():
        return word
    at = rng.randrange(1, len(word) - 1)
    return rng.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        ]
    )
