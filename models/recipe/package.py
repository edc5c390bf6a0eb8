"""Write a trained pipeline so that nothing of the corpora lies in it."""

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

from spacy.language import Language

from integritetskoll.text.pipeline import name_table
from models.recipe import build
from models.recipe.lemmas import put_lemmas

META: dict[str, Any] = {
    "lang": "sv",
    "name": "integritetskoll",
    "description": "Persons, places and organisations in Swedish, with parts of speech and lemmas.",
    "author": "Integritetskoll",
    "license": "CC BY-SA 4.0",
}


def clean_copy(nlp: Language, version: str) -> Language:
    """The same weights in a pipeline whose string store never saw a corpus."""
    fresh = type(nlp).from_config(nlp.config)
    build.set_rules(fresh)
    build.start(fresh, name_table(nlp), nlp.get_pipe("ner").labels)
    moves = nlp.get_pipe("ner").moves.to_bytes(exclude=["strings"])
    fresh.get_pipe("ner").moves.from_bytes(moves, exclude=["strings"])
    for name, component in nlp.components:
        if hasattr(component, "model"):
            fresh.get_pipe(name).model.from_bytes(component.model.to_bytes())
    put_lemmas(fresh)
    fresh.meta.update(META, version=version)
    return fresh


def write(nlp: Language, target: Path) -> None:
    """Write beside the target, then take its place, so that nobody reads half a pipeline."""
    folder = Path(tempfile.mkdtemp(dir=target.parent))
    nlp.to_disk(folder)
    _drop_empty_tables(folder)
    folder.chmod(0o755)
    old = target.with_name(target.name + ".old")
    if target.exists():
        target.rename(old)
    folder.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _drop_empty_tables(folder: Path) -> None:
    for name in ("lookups.bin", "vectors"):
        if (folder / "vocab" / name).exists():
            (folder / "vocab" / name).unlink()


def size(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def strings(folder: Path) -> list[str]:
    """The saved string store."""
    found: list[str] = json.loads((folder / "vocab" / "strings.json").read_text(encoding="utf-8"))
    return found
