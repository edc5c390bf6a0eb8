"""What a sentence says beside its judgement: how it calls the pupil, and the skill it names."""

from __future__ import annotations

from integritetskoll.text.recognizers import _knowledge as knowledge
from integritetskoll.text.recognizers._value_tokens import ENDS, NOMINATIVE, Tokens

_OF = frozenset(("i", "om", "på", "med", "inom"))
_BEFORE, _AFTER = 20, 12
_PHRASE = 3
_PLAIN = frozenset("lektionen lektionerna kunskaper kunskapen uppgift uppgiften arbetet".split())


def called(tokens: Tokens, head: int) -> str:
    """How the sentence calls the pupil: a name or a pronoun, else an empty string."""
    if not 0 <= head < len(tokens.spans):
        return ""
    start, end = tokens.spans[head]
    if tokens.lower[head] in NOMINATIVE:
        return tokens.lower[head]
    following = tokens.word(head + 1)
    genitive = tokens.lower[head].endswith(("s", "x", "z")) and following.isalpha()
    if not tokens.named(head) or not tokens.text[start].isupper() or genitive:
        return ""
    return tokens.text[start:end]


def skill(tokens: Tokens, start: int, end: int) -> str:
    """The content that the sentence names after a preposition: "bråk", "engelska"."""
    for n in [*range(end - 1, end + _AFTER), *range(start - 1, start - _BEFORE, -1)]:
        word = tokens.word(n)
        if word in ENDS:
            if n >= end:
                continue
            break
        if word in _OF and (found := _noun_after(tokens, n)):
            return found
    return _heading(tokens, start)


def _heading(tokens: Tokens, start: int) -> str:
    """The subject that a note stands under: "Slöjd: slarvig"."""
    for n in range(start - 1, max(-1, start - _BEFORE), -1):
        word = tokens.word(n)
        if word in ENDS:
            break
        if word == ":" and tokens.word(n - 1) in knowledge.words("subject"):
            return tokens.lower[n - 1]
    return ""


def _noun_after(tokens: Tokens, n: int) -> str:
    for at in range(n + 1, n + 1 + _PHRASE):
        word = tokens.word(at)
        if not word.isalpha() or word in _PLAIN:
            return ""
        if word in knowledge.words("subject") or knowledge.is_content(word):
            return tokens.text[slice(*tokens.spans[at])]
    return ""
