"""Schools and classes made comparable: "Granbackaskolans" and "Granbacka skola" are one."""

from __future__ import annotations

import regex

from integritetskoll.plain.fold import fold_marks
from integritetskoll.plain.normalize import normalize

_SCHOOL = regex.compile(
    r"(?<=\p{L})\s*(?:fri|grund|central|hog|for|resurs|montessori|waldorf|by|sam)?"
    r"(?:skol(?:a|as|an|ans|orna)|gymnasi(?:um|ums|et|ets|eskola|eskolan)|"
    r"fritids(?:hem|hems|hemmet)?)\b.*+$"
)
_KIND_FIRST = regex.compile(r"^(?:forskolan|friskolan|gymnasiet|skolan|fritidshemmet|fritids)\s+")
_CLASS_WORD = regex.compile(
    r"^(?:klass(?:en)?|kl|ak|arskurs(?:en)?|arsk|avd|avdelning(?:en)?|grupp(?:en)?)[.\s]*(?=\w)"
)
_CLASS_ENDING = regex.compile(r"(?<=\w)[:'](?:s|an|ans|or|orna)$|(?<=\d[a-h])s$")
_SIGN = regex.compile(r"[^\p{L}\p{N}]++")
IN_A_NAME = regex.compile(r"(?<![\p{L}\p{N}])(?:\d{1,2}[_ -]?[a-hA-H])(?![\p{L}\p{N}])")
"""A class inside a file name, handle or hashtag."""


def fold_school(text: str) -> str:
    """Return what is left of a school's name without its kind and genitive; may be empty."""
    plain = fold_marks(normalize(text).text).strip()
    core = _SIGN.sub("", _SCHOOL.sub("", _KIND_FIRST.sub("", plain)))
    return str(core.removesuffix("s") if len(core) > 3 else core)  # noqa: PLR2004 - "Ås" stays


def fold_class(text: str) -> str:
    """Return a class without the word for it, signs and genitive: "klass 7 B:s" is "7b"."""
    plain = fold_marks(normalize(text).text).strip()
    return str(_SIGN.sub("", _CLASS_ENDING.sub("", _CLASS_WORD.sub("", plain))))
