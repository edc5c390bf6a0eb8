"""What the model sees of a token: its form, parts of its form, and how common it is as a name.

Everything is a property of the word form alone, so each distinct form of a text is embedded once.
Nothing is kept from one text to the next.
"""

import unicodedata
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import LOWER, ORTH, SHAPE, SUFFIX
from spacy.strings import get_string_id
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import (
    Embed,
    HashEmbed,
    Maxout,
    Model,
    chain,
    concatenate,
    list2ragged,
    ragged2list,
    uniqued,
    with_array,
)

from integritetskoll.text.pipeline.names import BUCKETS, KINDS, Codes, NameTable, unpack

_COLUMNS = 9
_ORTH, _LOWER, _HEAD, _SUFFIX, _TAIL, _SHAPE, _GIVEN, _SURNAME, _JOINT = range(_COLUMNS)
_PAIRS = BUCKETS * BUCKETS
_TABLES = ((_GIVEN, 3 * _PAIRS), (_SURNAME, KINDS * _PAIRS), (_JOINT, 3 * KINDS * _PAIRS))
_HOW_BIT = 12
_STEM, _COMPOUND = 1 << _HOW_BIT, 2 << _HOW_BIT
_NAMES, _COMMON = 63, 7 << 6
_TOO_SHORT, _SHORTEST_END, _SHORTEST_COMPOUND = 2, 4, 7
_ENDINGS = ("'s", "’s", ":s", "´s", "s")
"""All end in an s."""
_KEPT, _HIDDEN = "åäöéü", "\ue000\ue001\ue002\ue003\ue004"
_SWEDISH = frozenset("abcdefghijklmnopqrstuvwxyz-" + _KEPT)
_HIDE = str.maketrans(_KEPT + "łıøđæß", _HIDDEN + "liodas")
_SHOW = str.maketrans(_HIDDEN, _KEPT)
_HYPHENS = ("-", "‐", "‑", "–")

Forms = NDArray[np.uint64]
COLUMNS = "name_features"
"""The name of the layer that tells the features."""


@registry.architectures("integritetskoll.NameFeatures.v2")
def name_features(
    width: int, rows: list[int], form_width: int, part_width: int, name_width: int
) -> Model[list[Doc], list[Any]]:
    """Embed tokens from their forms and name counts: one array (tokens, `width`) per doc.

    `rows` are the sizes of the hash tables for word, first four letters, last three, last four
    and shape. The name table itself is an attribute of the first layer, saved with the weights.
    """
    columns = (_LOWER, _HEAD, _SUFFIX, _TAIL, _SHAPE)
    widths = (form_width, *[part_width] * 4)
    parts: list[Model[Any, Any]] = [
        HashEmbed(nO=wide, nV=size, column=column, seed=7 + column)
        for column, size, wide in zip(columns, rows, widths, strict=True)
    ]
    parts += [_table(column, size, name_width) for column, size in _TABLES]
    mix: Model[Any, Any] = Maxout(nO=width, nP=2, normalize=True, dropout=0.0)
    by_form: Model[Any, Any] = with_array(uniqued(chain(concatenate(*parts), mix), column=_ORTH))
    model: Model[Any, Any] = chain(_form_columns(), list2ragged(), by_form, ragged2list())
    model.set_dim("nO", width)
    return model


def _table(column: int, size: int, width: int) -> Model[Any, Any]:
    """A plain embedding of a small number of ids: no hashing, so no two ids share a row."""
    table: Model[Any, Any] = Embed(nO=width, nV=size, column=column)
    return table


def _form_columns() -> Model[list[Doc], list[Forms]]:
    attrs = {
        "name_keys": np.zeros(0, dtype=np.uint32),
        "name_codes": np.zeros(0, dtype=np.uint16),
    }
    return Model(COLUMNS, _forward, attrs=attrs)


def table_of(columns: Model[Any, Any]) -> NameTable:
    """The name table of the first layer."""
    return NameTable(columns.attrs["name_keys"], columns.attrs["name_codes"])


def _forward(
    model: Model[Any, Any],
    docs: list[Doc],
    is_train: bool,  # noqa: ARG001
) -> tuple[Any, Any]:
    table = table_of(model)
    return [form_ids(doc, table) for doc in docs], lambda _gradient: []


def form_ids(doc: Doc, table: NameTable) -> Forms:
    """The ids of each token's features: shape (tokens, 9), the first column being the form."""
    ids, back = distinct_forms(doc, table)
    rows: Forms = ids[back]
    return rows


def distinct_forms(doc: Doc, table: NameTable) -> tuple[Forms, NDArray[np.intp]]:
    """The ids of each distinct form: shape (forms, 9); and the row of each token among them."""
    seen = np.asarray(doc.to_array([ORTH, LOWER, SUFFIX, SHAPE]), dtype=np.uint64).reshape(-1, 4)
    _, first, back = np.unique(seen[:, 0], return_index=True, return_inverse=True)
    strings = doc.vocab.strings
    words = [strings[lower] for lower in seen[first, 1].tolist()]
    codes = _with_parts(words, table.look_up(seen[first, 1]), table)
    ids = np.zeros((len(first), _COLUMNS), dtype=np.uint64)
    ids[:, [_ORTH, _LOWER, _SUFFIX, _SHAPE]] = seen[first]
    ids[:, _HEAD] = [get_string_id(word[:4]) for word in words]
    ids[:, _TAIL] = [get_string_id(word[-4:]) for word in words]
    ids[:, _GIVEN], ids[:, _SURNAME], ids[:, _JOINT] = _name_ids(codes)
    return ids, back.reshape(-1)


def _name_ids(codes: Codes) -> tuple[Codes, Codes, Codes]:
    given, surname, common, kind = unpack(codes)
    how = codes >> np.uint16(_HOW_BIT)
    six, eight = np.uint16(BUCKETS), np.uint16(KINDS)
    return (
        (how * six + given) * six + common,
        (kind * six + surname) * six + common,
        ((how * eight + kind) * six + given) * six + surname,
    )


def _with_parts(words: list[str], codes: Codes, table: NameTable) -> Codes:
    """Fill in what is known of the parts of words that are unknown whole."""
    for row, (word, code) in enumerate(zip(words, codes.tolist(), strict=True)):
        if not code & _NAMES and len(word) > _TOO_SHORT:
            codes[row] = code | _part_code(word, table)
    long = [
        row
        for row, code in enumerate(codes.tolist())
        if not code and len(words[row]) >= _SHORTEST_COMPOUND
    ]
    codes[long] = _compound_codes([words[row] for row in long], table)
    return codes


def _compound_codes(words: list[str], table: NameTable) -> Codes:
    """How common the longest known end of each word is: "linsgryta" is a kind of "gryta"."""
    sizes = [len(word) - 2 - _SHORTEST_END for word in words]
    ends = [word[at:] for word in words for at in range(3, len(word) - _SHORTEST_END + 1)]
    common = table.look_up(np.array([get_string_id(end) for end in ends], dtype=np.uint64))
    common &= np.uint16(_COMMON)
    first = np.cumsum([0, *sizes])
    return np.array(
        [_longest(common[first[row] : first[row + 1]]) for row in range(len(words))],
        dtype=np.uint16,
    )


def _longest(common: Codes) -> int:
    """The code of a compound: the bucket of its longest known end; 0 when no end is known."""
    known = np.flatnonzero(common)
    return int(common[known[0]]) | _COMPOUND if len(known) else 0


def _part_code(word: str, table: NameTable) -> int:
    if word.endswith("s"):
        for ending in _ENDINGS:
            if word.endswith(ending):
                code = table.code(word[: -len(ending)])
                if code & _NAMES:
                    return code & ~_COMMON | _STEM
    if not word.isalpha():
        for hyphen in _HYPHENS:
            if hyphen in word[1:-1]:
                return min(_weak_code(part, table) for part in word.split(hyphen))
    bare = without_marks(word)
    return table.code(bare) & _NAMES if bare != word else 0


def without_marks(word: str) -> str:
    """The lower-cased word without the marks Swedish does not use, as the counts have names.

    "Łukasz" is counted as "Lukasz"; å, ä, ö, é and ü stay.
    """
    if word.isascii() or not set(word) - _SWEDISH:
        return word
    letters = unicodedata.normalize("NFD", unicodedata.normalize("NFC", word).translate(_HIDE))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return plain.translate(_SHOW)


def _weak_code(part: str, table: NameTable) -> int:
    """Name buckets of one part of a hyphenated word; the weakest part decides."""
    return table.code(part) & _NAMES
