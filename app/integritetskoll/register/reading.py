"""A text of a draft as the register reads it: tokens, folded, and which look like names."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from integritetskoll.plain.fold import fold_name
from integritetskoll.plain.tokens import Token, tokens
from integritetskoll.register.words import Word, Words

COMMON = 2
"""From here on a word is common: ten and more in eight million."""
EVERYDAY = 4
"""From here on a word is on every page: "per", "dag", "i"."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Lists with one entry for each token. `shaped`: may be a given name by its looks.

    `stems` are the folded tokens without what may be a genitive, empty where there is none: the
    "s" goes before folding, which makes one letter of "ks". `plain`: a capital, a name known as
    such, or part of a handle or file name. `long`: may be part of a misspelt full name. `sure`:
    no everyday word in lower case.
    """

    text: str = field(repr=False)
    tokens: list[Token] = field(repr=False)
    folded: list[str] = field(repr=False)
    stems: list[str] = field(repr=False)
    words: list[Word] = field(repr=False)
    shaped: list[bool]
    plain: list[bool]
    long: list[bool]
    sure: list[bool]

    def halved(self, at: int) -> bool:
        """Whether a token is the second half of a double name: "Britt" in "Gun-Britt"."""
        token = self.tokens[at]
        return token.gap == "-" and not token.glued and self.tokens[at - 1].capital


def read(text: str, words: Words, people: Collection[str] = ()) -> Reading:
    """Read a plain text; `people` are lower-cased words that were found to be persons' names."""
    found = tokens(text)
    lower = [token.text.lower() for token in found]
    distinct = list(dict.fromkeys(lower))
    known = words(distinct)
    fold = {word: fold_name(word) for word in distinct}
    stem = {word: fold_name(word[:-1]) if word[-1] == "s" else "" for word in distinct}
    facts = [known[word] for word in lower]
    folded, stems = [fold[word] for word in lower], [stem[word] for word in lower]
    reading = Reading(text, found, folded, stems, facts, [], [], [], [])
    following = [*found[1:], None][: len(found)]
    for token, after, word, fact in zip(found, following, lower, facts, strict=True):
        double = after is not None and after.gap == "-" and after.capital  # "Inga-Maj"
        # Nobody's rule made this letter a capital.
        chosen = token.capital and (double or not token.first)
        looks = token.glued or chosen or word in people
        name = fact.name and fact.common < COMMON
        reading.shaped.append(looks or name or (token.capital and fact.common < EVERYDAY))
        reading.plain.append(looks or name or (token.capital and fact.common < COMMON))
        reading.long.append(looks or fact.common < COMMON)
        reading.sure.append(looks or fact.common < EVERYDAY)
    return reading
