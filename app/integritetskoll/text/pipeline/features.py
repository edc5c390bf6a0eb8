"""What the model sees of a token: its form, parts of its form, and how common it is as a name.

Everything is a property of the word form alone, so each distinct form of a text is embedded once.
Nothing is kept from one text to the next.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import LOWER, ORTH, SHAPE, SUFFIX
from spacy.strings import get_string_id
from spacy.tokens import Doc
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

from integritetskoll.text.pipeline.names import BUCKETS, Codes, NameTable, unpack

_COLUMNS = 9
_ORTH, _LOWER, _HEAD, _SUFFIX, _TAIL, _SHAPE, _GIVEN, _SURNAME, _JOINT = range(_COLUMNS)
_PAIRS = 2 * BUCKETS * BUCKETS
_STEM = 1 << 10
_ENDINGS = ("'s", "’s", ":s", "´s", "s")
_HYPHENS = ("-", "‐", "‑", "–")

Forms = NDArray[np.uint64]


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
    parts += [_table(_GIVEN, _PAIRS, name_width), _table(_SURNAME, _PAIRS, name_width)]
    parts.append(_table(_JOINT, BUCKETS * BUCKETS * 4, name_width))
    mixed = chain(concatenate(*parts), Maxout(nO=width, nP=3, normalize=True, dropout=0.0))
    by_form = with_array(uniqued(mixed, column=_ORTH))
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
    return Model("name_features", _forward, attrs=attrs)


def _forward(model: Model[Any, Any], docs: list[Doc], is_train: bool) -> tuple[Any, Any]:
    table = NameTable(model.attrs["name_keys"], model.attrs["name_codes"])
    return [form_ids(doc, table) for doc in docs], lambda gradient: []


def form_ids(doc: Doc, table: NameTable) -> Forms:
    """The ids of each token's features: shape (tokens, 9), the first column being the form."""
    seen = np.asarray(doc.to_array([ORTH, LOWER, SUFFIX, SHAPE]), dtype=np.uint64).reshape(-1, 4)
    _, first, back = np.unique(seen[:, 0], return_index=True, return_inverse=True)
    words = [doc[int(i)].lower_ for i in first]
    codes = _with_parts(words, table.look_up(seen[first, 1]), table)
    ids = np.zeros((len(first), _COLUMNS), dtype=np.uint64)
    ids[:, [_ORTH, _LOWER, _SUFFIX, _SHAPE]] = seen[first]
    ids[:, _HEAD] = [get_string_id(word[:4]) for word in words]
    ids[:, _TAIL] = [get_string_id(word[-4:]) for word in words]
    ids[:, _GIVEN], ids[:, _SURNAME], ids[:, _JOINT] = _name_ids(codes)
    rows: Forms = ids[back.reshape(-1)]
    return rows


def _name_ids(codes: Codes) -> tuple[Codes, Codes, Codes]:
    given, surname, common, place = unpack(codes)
    stem = codes >> 10 & 1
    return (
        (stem * BUCKETS + given) * BUCKETS + common,
        (place * BUCKETS + surname) * BUCKETS + common,
        ((stem * 2 + place) * BUCKETS + given) * BUCKETS + surname,
    )


def _with_parts(words: list[str], codes: Codes, table: NameTable) -> Codes:
    """Fill in names of words that are unknown whole, from their stem or hyphenated parts."""
    for row, (word, code) in enumerate(zip(words, codes.tolist(), strict=True)):
        if not code & 63 and len(word) > 2:
            codes[row] = code | _part_code(word, table)
    return codes


def _part_code(word: str, table: NameTable) -> int:
    for ending in _ENDINGS:
        if word.endswith(ending):
            code = table.code(word[: -len(ending)])
            if code & 63:
                return code & ~(7 << 6) | _STEM
    for hyphen in _HYPHENS:
        if hyphen in word[1:-1]:
            return min(_weak_code(part, table) for part in word.split(hyphen))
    return 0


def _weak_code(part: str, table: NameTable) -> int:
    """Name buckets of one part of a hyphenated word; the weakest part decides."""
    return table.code(part) & 63
