"""Parts of speech set for a whole text at once: the same parts.

spaCy goes through the tokens and looks up the other features of each label, which the pipeline that
ships does not tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import POS
from spacy.morphology import Morphology
from spacy.pipeline.morphologizer import Morphologizer
from spacy.tokens import Doc


def quicken(component: Any) -> None:
    """Let a morphologizer that tells parts of speech alone set them faster; others stay as is."""
    if not isinstance(component, Morphologizer) or not component.cfg["overwrite"]:
        return
    if not {"", Morphology.EMPTY_MORPH}.issuperset(component.cfg["labels_morph"].values()):
        return
    parts = component.cfg["labels_pos"]
    component.set_annotations = _set(np.array([parts[n] for n in component.labels], np.uint64))


def _set(parts: NDArray[np.uint64]) -> Callable[..., None]:
    def set_annotations(docs: Doc | Iterable[Doc], labels: Iterable[NDArray[np.intp]]) -> None:
        for doc, found in zip([docs] if isinstance(docs, Doc) else docs, labels, strict=True):
            if len(doc):
                doc.from_array([POS], parts[found])

    return set_annotations
