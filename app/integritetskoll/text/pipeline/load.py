"""Load a language pipeline: the one that ships, or another that the installation names."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import spacy
from spacy.language import Language
from thinc.api import NumpyOps

# Importing these registers them, also where the package lies without its entry points.
import integritetskoll.text.pipeline.features
import integritetskoll.text.pipeline.lemmas  # noqa: F401
from integritetskoll.errors import PipelineError
from integritetskoll.text.pipeline import (
    quick_encoder,
    quick_forms,
    quick_names,
    quick_parts,
    quick_words,
)
from integritetskoll.text.pipeline.shipped import find_shipped

FOLDER = "sv_integritetskoll"
_QUICK: Mapping[str, Any] = MappingProxyType(
    {
        "nlp": {"tokenizer": {"@tokenizers": quick_words.UNREAD}},
        "components": {"ner": {"factory": quick_names.FACTORY}},
    }
)
"""What is read in a quicker way than spaCy's in the pipeline that ships; the answers are alike."""
ENTITIES: Mapping[str, str] = MappingProxyType(
    {
        "PER": "PERSON",
        "PRS": "PERSON",
        "PERSON": "PERSON",
        "LOC": "LOCATION",
        "GPE": "LOCATION",
        "ORG": "ORGANIZATION",
    }
)


def load_pipeline(
    where: str | Path | None = None, *, labels: Mapping[str, str] = ENTITIES
) -> Language:
    """Load the shipped pipeline (None), or a folder or installed package; nothing is downloaded.

    PipelineError when it is missing (`pipeline_missing`), can't be read (`pipeline_unreadable`)
    or tags no persons (`pipeline_without_persons`); `labels` are the names it may use for them.
    """
    nlp = _read(where) if where else _read(shipped(), config=dict(_QUICK))
    if not any(entity_of(label, labels) == "PERSON" for label in _labels(nlp)):
        raise PipelineError("pipeline_without_persons", pipeline=str(where or FOLDER))
    _multiply_with_numpy(nlp)
    quick_words.quicken(nlp, own=not where)
    _run_faster(nlp)
    _know_common_words(nlp)
    return nlp


def entity_of(label: str, labels: Mapping[str, str] = ENTITIES) -> str | None:
    """Our name for a label of the pipeline; None for one we don't use."""
    return labels.get(label)


def shipped() -> Path:
    """The folder that ships: beside this file in a wheel, under models/ in the repository."""
    return find_shipped(Path(__file__), FOLDER, "config.cfg")


def _read(where: str | Path, **options: Any) -> Language:
    installed = isinstance(where, str) and spacy.util.is_package(where)
    if not installed and not Path(where).exists():
        raise PipelineError("pipeline_missing", pipeline=str(where))
    try:
        return spacy.load(where, **options)
    except (OSError, ValueError, KeyError, ImportError) as error:
        raise PipelineError("pipeline_unreadable", pipeline=str(where)) from error


def _labels(nlp: Language) -> Iterable[str]:
    found: list[str] = []
    for name, component in nlp.components:
        if nlp.get_pipe_meta(name).assigns and "doc.ents" in nlp.get_pipe_meta(name).assigns:
            found += getattr(component, "labels", ())
    return found


def _know_common_words(nlp: Language) -> None:
    """Make the commonest words known for good, so that no text has to make them anew."""
    for word in nlp.Defaults.stop_words:
        for form in (word, word.capitalize()):
            _ = nlp.vocab[form]


def _run_faster(nlp: Language) -> None:
    for _, component in nlp.components:
        quick_parts.quicken(component)
        model: Any = getattr(component, "model", None)
        for node in list(model.walk()) if hasattr(model, "walk") else ():
            if node.name.startswith("with_array(residual("):
                quick_encoder.quicken(node)
            quick_forms.quicken(node)


def _multiply_with_numpy(nlp: Language) -> None:
    """Use NumPy's matrix product instead of BLIS: three times faster on the sizes we have."""
    for _, component in nlp.components:
        model: Any = getattr(component, "model", None)
        for node in model.walk() if hasattr(model, "walk") else ():
            if isinstance(node.ops, NumpyOps):
                node.ops.use_blis = False
