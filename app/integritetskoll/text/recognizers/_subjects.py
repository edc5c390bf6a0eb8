"""Who a phrase is about: the nearest mention before or after it, and the noun phrase it begins.

Rules instead of a parser, as in plain/segments.py: chat, lists and table rows are full of
sentences that no treebank has.
"""

from __future__ import annotations

import regex

from integritetskoll.text.recognizers._patterns import word_classes
from integritetskoll.text.recognizers._people import CLASS, INFO, WORD, Names, Who, who_is

_NEXT = 5
_BACK = 3
"""Words before the last one that a mention may have."""
REACH = 200
"""Characters within which a mention is looked for: keeps endless sentences linear."""
_WORDS = word_classes("people")
_STOP, _SKIP, _BRIDGE, _LEAD, _DETERMINER = (
    _WORDS[name] for name in ("stop", "skip", "bridge", "lead", "determiner")
)
_PLURAL = frozenset(("de", "dem", "dom", "deras"))
_MANY = regex.compile(r"(?i)\b(?:elever(?:na)?|barn|personer|föräldrar|vårdnadshavare)\b")
_VERB = regex.compile(
    r"har|är|bor|går|lever|får|kommer|heter|flyttar|gömmer|finns|vistas|går|ska|kan|inte|fick|"
    r"bodde|hade|båda|själva|behöver|måste|vill|också|ju"
)
_PLAIN = frozenset(("nya", "gamla", "riktiga", "hela", "förra", "egentliga"))
_HERS = frozenset(("sin", "hennes", "min", "en", "mammas"))
_GROUP = frozenset(("i", "på", "hos", "från"))
Span = tuple[int, int]


def noun_phrase(phrase: str) -> Span:
    """The half-open span of the noun phrase that `phrase` begins with; empty when it has none."""
    start = end = 0
    for match in WORD.finditer(phrase):
        word = match.group().lower()
        if not end and word in _LEAD:
            continue
        if word in _STOP:
            break
        start = start if end else match.start()
        end = match.end()
    return start, end


def within(names: Names, text: str, start: int, phrase: str) -> Who:
    """Whom `phrase`, which stands at `start`, speaks of; "de" after "elever" is anybody."""
    first, last = (start + at for at in noun_phrase(phrase))
    who = who_is(names, text, first, last)
    if who is Who.PRONOUN and text[first:last].lower() in _PLURAL:
        return Who.GENERIC if _MANY.search(text, max(0, first - REACH), first) else who
    return who


def before(names: Names, text: str, span: Span, *, near: bool) -> Who:
    """The last mention in `span`; looking for a subject stops at a thing (unless `near`)."""
    words = _words(text, max(span[0], span[1] - REACH), span[1])
    loose = near
    for at in range(len(words) - 1, -1, -1):
        who = _mention(names, text, words, at)
        if who >= Who.GENERIC:
            return who
        word = text[slice(*words[at])]
        if (len(word) == 1 and word.isupper()) or word.lower() in INFO or CLASS.fullmatch(word):
            continue
        if word.lower() in _BRIDGE or text[words[at][1] : words[at][1] + 1] in set(",:;()-"):
            loose = True
        elif not (loose or word.lower() in _SKIP or _in_group(text, words, at)):
            return Who.THING
    return Who.NOBODY


def after(names: Names, text: str, span: Span) -> Who:
    """The first mention in `span`."""
    words = _words(text, span[0], min(span[1], span[0] + REACH))[:_NEXT]
    found = (_mention(names, text, words, at) for at in range(len(words)))
    return next((who for who in found if who >= Who.GENERIC), Who.NOBODY)


def named_in(names: Names, text: str, span: Span) -> bool:
    """Whether somebody is named within the first `REACH` characters of `span`."""
    words = _words(text, span[0], min(span[1], span[0] + REACH))
    return any(who_is(names, text, *word) is Who.NAMED for word in words)


def _words(text: str, start: int, end: int) -> list[Span]:
    return [match.span() for match in WORD.finditer(text, start, end)]


def _mention(names: Names, text: str, words: list[Span], at: int) -> Who:
    """The clearest reading of one to four words that end at `at`."""
    if at < _BACK:
        return _read_mention(names, text, words, at)
    key = -1, words[at][1], len(text)
    if key not in names.known:
        names.known[key] = _read_mention(names, text, words, at)
    return names.known[key]


def _read_mention(names: Names, text: str, words: list[Span], at: int) -> Who:
    end = words[at][1]
    best = who_is(names, text, words[at][0], end)
    if text[words[at][0] : end].lower() == "man" and text[slice(*words[at - 1])].lower() in _HERS:
        return Who.THING
    if best is Who.NAMED or (best is Who.PRONOUN and _article(text, words[at])):
        return best if best is Who.NAMED else Who.THING
    least = Who.SPECIFIC if best is Who.THING else Who.GENERIC
    for first in range(max(0, at - _BACK), at):
        if _opens(text, words, first, at):
            who = who_is(names, text, words[first][0], end)
            if who >= least or (who is Who.DEFINITE and text[slice(*words[at])].lower() in INFO):
                return who
    return best


def _article(text: str, span: Span) -> bool:
    """Whether "de" or "den" stands before a noun: "de lägenheter", but "de bor"."""
    if text[slice(*span)].lower() not in {"de", "den"}:
        return False
    after = WORD.match(text, span[1] + 1)
    return after is not None and not _VERB.fullmatch(after.group().lower())


def _opens(text: str, words: list[Span], first: int, at: int) -> bool:
    """Whether the word opens a noun phrase that ends at `at`: a determiner or a genitive."""
    word = text[slice(*words[first])].lower()
    middle = text[slice(*words[at - 1])].lower()
    genitive = first == at - 1 or (first == at - 2 and middle in _PLAIN)
    if word not in _DETERMINER and not (genitive and word.endswith(("s", "x", "z"))):
        return False
    return set(",.;:!?\n\t|").isdisjoint(text[words[first][0] : words[at][1]])


def _in_group(text: str, words: list[Span], at: int) -> bool:
    """Whether the word belongs to "i 5B", "på Blåsippan", "i vår klass", "hos oss"."""
    return any(text[slice(*span)].lower() in _GROUP for span in words[max(0, at - 2) : at + 1])
