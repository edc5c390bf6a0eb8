"""How a text gives a secret away: what stands between the word and the secret, what a secret is.

A secret is a made-up string, a number, or an ordinary word where nothing else can stand.
"""

from __future__ import annotations

import regex

from integritetskoll.text.recognizers.secret_words import NO_PASSWORDS, UNITS

TARGET = (
    r"(?: ?\([^()\n]{1,40}\))?(?: (?:in|dit|hit|ut|hem|där|där in)(?= (?:är|blir)\b))?"
    r"(?: (?:till|för|på|i|hos|vid|från) "
    r"(?P<target>[^\s:.!?,]++(?: [^\s:.!?,]++){0,4}?))?"
)
IS = (
    r"(?P<sign>\)? ?(?:[:=]|->) ?\n?| - | = )|(?P<verb> (?:är|blir|heter|var|lyder|e"
    r"|byts till|ändras till|bytt till)"
    r"(?: nu| just nu| fortfarande| alltså| ju)?:? )"
)
OPEN = r"[^\s\"'”“<>\[\](){}|,;]"
SHOWN = rf"(?:[\"'”“](?P<quoted>(?![.,;:) ])[^\"'”“\n]{{3,60}})[\"'”“]|(?P<open>{OPEN}{{2,64}}+))"
SAID = rf"(?:{TARGET}(?:{IS})|{TARGET} (?=[\"'”“]|[^\s\d]*\d)){SHOWN}"
"""For lower-cased text: groups target, sign, verb, and quoted or open, which is the secret."""

SHORTEST = 4
CLAUSE_END = regex.compile(r"[\"'”“)]*\s*(?:$|[\n,;.!?)/|]|och |men |för |så )")
CLOSING = ".,:;…"
SYMBOL = regex.compile(r"[!@#$%&*?+=~^€£]")
NOT_MADE_UP = ("-tecken", ":an", ":or")


def closed(text: str, start: int, end: int) -> int:
    """Give back closing punctuation; "!" and "?" stay where the sentence goes on."""
    while end > start and text[end - 1] in CLOSING:
        end -= 1
    if end > start and text[end - 1] in "!?" and not text[end : end + 2].strip()[:1].islower():
        end -= 1
    return end


def is_ordinary(text: str, start: int, end: int) -> bool:
    """Tell whether what stands there is what one says about secrets, or counts something."""
    secret = text[start:end].lower()
    return (
        secret in NO_PASSWORDS
        or "tecken" in secret
        or not any(c.isalnum() for c in secret)
        or bool(UNITS.match(text[end : end + 12].lower()))
    )


def is_made_up(secret: str) -> bool:
    """Tell a made-up string from a word or a number."""
    inner = secret[1:]
    if len(secret) < SHORTEST or not any(c.isalpha() for c in secret):
        return False
    digits = any(c.isdigit() for c in secret) and not secret.endswith(NOT_MADE_UP)
    camel = inner != inner.lower() and inner != inner.upper() and "-" not in secret
    return digits or camel or bool(SYMBOL.search(secret[:-1]))


def is_word_alone(text: str, start: int, end: int) -> bool:
    """Tell whether an ordinary word of some length ends its clause."""
    return (
        end - start >= SHORTEST and text[start:end].isalpha() and bool(CLAUSE_END.match(text, end))
    )
