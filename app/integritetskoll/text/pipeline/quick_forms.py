"""The forms of one text embedded once each, without thinc's wrapping: the same numbers.

The features know already which tokens have the same form. Through thinc's layers the rows would be
repeated for each token, sorted for what is alike, and repeated again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.tokens import Doc
from thinc.api import Model

from integritetskoll.text.pipeline.features import COLUMNS, Forms, distinct_forms, table_of
from integritetskoll.text.pipeline.quick_encoder import Floats, Layer, maxed, no_training, normed

_NAMES = [COLUMNS, "list2ragged", "with_array", "ragged2list"]


@dataclass(frozen=True, slots=True)
class _Table:
    """One embedding; without a seed its ids are its rows, with one they are hashed."""

    column: int
    vectors: Floats
    seed: int | None
    ops: Any

    def of(self, ids: Forms) -> Floats:
        asked = np.ascontiguousarray(ids[:, self.column])
        if self.seed is None:
            return self.vectors[asked]
        rows = self.ops.hash(asked, self.seed) % len(self.vectors)
        found: Floats = self.ops.gather_add(self.vectors, rows)
        return found


def quicken(embedding: Model[Any, Any]) -> None:
    """Let name features predict one text by its distinct forms; other layers stay as they are."""
    if [layer.name.partition("(")[0] for layer in embedding.layers] != _NAMES:
        return
    columns, _, by_form, _ = embedding.layers
    together, mix = by_form.layers[0].layers[0].layers
    tables = [_read(column) for column in together.layers]
    layer = maxed({node.name: node for node in mix.walk() if not node.layers})
    if layer is not None:
        usual = embedding._func  # noqa: SLF001 - thinc has no public way to it
        embedding._func = _forward(usual, columns, tables, layer)  # noqa: SLF001


def _read(column: Model[Any, Any]) -> _Table:
    table = column.layers[1]
    seed = table.attrs["seed"] if table.name == "hashembed" else None
    return _Table(column.attrs["column"], table.get_param("E"), seed, table.ops)


def _forward(
    usual: Callable[..., Any], columns: Model[Any, Any], tables: Sequence[_Table], mix: Layer
) -> Callable[..., Any]:
    def forward(model: Model[Any, Any], docs: list[Doc], is_train: bool) -> Any:
        if is_train or len(docs) != 1 or not len(docs[0]):
            return usual(model, docs, is_train)
        ids, back = distinct_forms(docs[0], table_of(columns))
        seen = np.concatenate([table.of(ids) for table in tables], 1)
        return [normed(seen, mix)[back]], no_training

    return forward
