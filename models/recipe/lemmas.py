"""Build the table of base forms: known forms, minus those that follow from their own end."""

import gzip
import json
from collections import Counter
from importlib.resources import files

import numpy as np
from spacy.language import Language

from integritetskoll.text.pipeline.lemmas import SHORTEST_END, Edit, LemmaTable
from integritetskoll.text.pipeline.names import word_hash
from models.recipe import speech

LONGEST = 18
OWN = {
    "mår": "må",
    "lat": "lat",
    "lata": "lat",
    "smart": "smart",
    "dum": "dum",
    "dumt": "dum",
    "stökig": "stökig",
    "stökigt": "stökig",
    "fick": "få",
    "får": "få",
    "går": "gå",
    "bor": "bo",
    "ser": "se",
    "står": "stå",
    "slår": "slå",
    "bra": "bra",
    "sin": "sin",
    "barn": "barn",
}


def _edit(form: str, lemma: str) -> Edit:
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return len(form) - same, lemma[same:]


def listed() -> dict[str, str]:
    """Form to lemma as the look-up table of spacy-lookups-data has them."""
    raw = files("spacy_lookups_data").joinpath("data", "sv_lemma_lookup.json.gz").read_bytes()
    pairs: dict[str, str] = json.loads(gzip.decompress(raw))
    return pairs


def known() -> dict[str, str]:
    """Form to lemma, lower-cased, from the look-up table; every lemma is a form too."""
    pairs = listed()
    found = {
        form.lower(): lemma.lower()
        for form, lemma in pairs.items()
        if len(form) <= LONGEST and form.isalpha() and lemma.isalpha()
    }
    for lemma in list(found.values()):
        found.setdefault(lemma, lemma)
    return found


def _treebank() -> dict[str, str]:
    """The commonest lemma of each form in the treebanks that have lemmas (never the test file)."""
    votes: dict[str, Counter[str]] = {}
    for rows in speech.read((*speech.DEV, "sv_swell-ud-test.conllu")):
        for form, lemma, part in rows:
            if lemma != "_" and form.isalpha() and part != "PROPN":
                votes.setdefault(form.lower(), Counter())[lemma.lower()] += 1
    return {form: count.most_common(1)[0][0] for form, count in votes.items()}


def build() -> LemmaTable:
    """The table, shortest forms first, so that longer ones can follow from them."""
    wide, sure = known(), _treebank() | OWN
    pairs = wide | sure
    bases = set(wide.values()) - sure.keys()
    rules = Counter(_edit(form, lemma) for form, lemma in pairs.items())
    needed = {_edit(form, lemma) for form, lemma in sure.items()}
    edits = [edit for edit, uses in rules.most_common() if uses > 2 or edit in needed]
    number = {edit: row for row, edit in enumerate(edits)}
    kept: dict[str, int] = {}
    for form in sorted(pairs, key=lambda word: (len(word), word)):
        edit = _edit(form, pairs[form])
        if edit not in number:
            continue
        code = 2 * number[edit] + (form in bases)
        if _from_end(form, kept) != code:
            kept[form] = code
    rows = sorted((word_hash(form) & 0xFFFFFFFF, code) for form, code in kept.items())
    keys = np.array([key for key, _ in rows], dtype=np.uint32)
    return LemmaTable(keys, np.array([code for _, code in rows], dtype=np.uint16), edits)


def _from_end(form: str, kept: dict[str, int]) -> int:
    for at in range(1, len(form) - SHORTEST_END + 1):
        if form[at:] in kept:
            return kept[form[at:]]
    return -1


def put_lemmas(nlp: Language) -> None:
    """Lay a fresh table into the pipeline's lemma component."""
    nlp.get_pipe("integritetskoll_lemmas").table = build()
