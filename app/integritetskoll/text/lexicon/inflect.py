"""Swedish inflection by rule: every form that a lemma of the lexicon may stand in.

The five declensions, comparison and the four conjugations as in Svenska Akademiens grammatik,
generous rather than exact: a form that no one writes harms nobody. What is irregular stands in
the tables form by form (`stjäla|stjäl|stal|stulit`).
"""

from __future__ import annotations

from collections.abc import Iterator

VOWELS = "aeiouyåäöé"
_SHORT = 3
"""Lemmas up to this length don't vary ("soc" is not "socker"); "bup:s" is read at the colon."""


def noun_forms(lemma: str) -> set[str]:
    """Return singular, plural, definite forms and their genitives."""
    forms = {lemma, *_noun(lemma)}
    return forms | {form + "s" for form in forms if form[-1] not in "sxz"}


def _noun(lemma: str) -> Iterator[str]:
    stem = lemma[:-1]
    if len(lemma) <= _SHORT:
        return
    elif lemma.endswith("a"):
        yield from (stem + end for end in ("an", "or", "orna"))
        yield from (lemma + end for end in ("t", "n", "na"))
    elif lemma.endswith("are"):
        yield from (lemma + "n", stem + "na", stem)
    elif lemma.endswith("e"):
        yield from (stem + end for end in ("en", "et", "ar", "arna", "n", "er", "erna"))
        yield from (lemma + end for end in ("n", "t", "na"))
    elif lemma[-1] in VOWELS:
        yield from (lemma + end for end in ("n", "t", "er", "erna", "en", "et", "na", "r", "rna"))
    else:
        ends = ("en", "et", "n", "ar", "arna", "er", "erna", "or", "orna", "a", "na", "ana")
        yield from (lemma + end for end in ends)
        yield from _doubled_or_short(lemma)


def _doubled_or_short(lemma: str) -> Iterator[str]:
    if lemma[-1] in "mn" and lemma[-2] in VOWELS:
        yield from (lemma + lemma[-1] + end for end in ("en", "et", "er", "erna", "ar", "arna"))
    if lemma[-2:] in {"el", "er", "en", "or"}:
        bare = lemma[:-2] + lemma[-1]
        yield from (bare + end for end in ("ar", "arna", "et", "en", "a", "na", "er", "erna"))


def adjective_forms(lemma: str) -> set[str]:
    """Return the forms of an adjective or participle, also as a noun ("den sjuke", "de dövas")."""
    forms = {lemma, lemma + "t", lemma + "a", lemma + "e"}
    if lemma.endswith("ad"):
        forms |= {lemma[:-1] + "t", lemma + "es"}
    elif lemma.endswith("d"):
        forms.add(lemma[:-1] + "t")
    elif lemma.endswith("en"):
        forms |= {lemma[:-1] + "t", lemma[:-2] + "na", lemma[:-2] + "ne"}
    elif lemma[-2:] in {"el", "er"}:
        forms |= {lemma[:-2] + lemma[-1] + end for end in "ae"}
    forms |= {lemma + end for end in ("are", "ast", "aste")}
    return forms | {form + "s" for form in forms if form[-1] in "ae"}


def verb_forms(lemma: str) -> set[str]:
    """Return the forms of a regular verb from its infinitive, with the passive and participles."""
    stem = lemma[:-1]
    if not lemma.endswith("a"):
        return {lemma}
    first = {lemma + end for end in ("", "r", "de", "t", "d", "s", "des", "ts", "nde", "dt")}
    second = {
        stem + end
        for end in ("er", "te", "de", "t", "d", "s", "es", "tes", "des", "ts", "ande", "ta", "da")
    }
    return first | second | {stem + "ning", stem + "ningen", stem + "ningar"}


def join_forms(lemma: str) -> set[str]:
    """Return the forms in which a noun begins a compound: "skilsmässa" gives "skilsmässo"."""
    forms = {lemma, lemma + "s"}
    if lemma[-1] in "ae":
        forms |= {lemma[:-1] + end for end in ("", "s", "o", "u")}
    if lemma.endswith("are"):
        forms.add(lemma[:-1])
    return {form for form in forms if len(form) >= _SHORT}
