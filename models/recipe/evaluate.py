"""Measure a pipeline on tagged files: `python -m models.recipe.evaluate [FILE...] [--json]`.

Without files it measures the test parts of the corpora that the recipe holds out.

Each line of a file is `{"tokens": [...], "tags": [...]}`; empty lines are skipped. Tags may be IO,
BIO or BILOU, and of any subset of labels: labels we don't know are left out, and labels the file
never uses are not scored.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from integritetskoll.errors import PipelineError
from integritetskoll.text.pipeline import entity_of, load_pipeline
from models.recipe import corpora, score
from models.recipe.corpora import repair
from models.recipe.sources import Sentence, read_tagged

_OURS = {"PERSON": "PER", "LOCATION": "LOC", "ORGANIZATION": "ORG"}
_ALSO = {
    "PERS": "PER",
    "LOCATION": "LOC",
    "PLACE": "LOC",
    "ORGANIZATION": "ORG",
    "ORGANISATION": "ORG",
    "MISC": "MISC",
}
_STARTS = frozenset("BUS")


def readable(path: Path) -> list[Sentence]:
    """The sentences of a file, with our labels; ValueError says which line is wrong."""
    try:
        return [_ours(sentence) for sentence in read_tagged(path)]
    except (KeyError, TypeError, AttributeError, json.JSONDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: not token/tag JSON Lines ({error})") from error


def _ours(sentence: Sentence) -> Sentence:
    if len(sentence.tokens) != len(sentence.tags):
        raise TypeError("as many tags as tokens are needed")
    tokens = [token or " " for token in sentence.tokens]  # spaCy has no empty tokens
    return replace(sentence, tokens=tokens, tags=repair([_tag(tag) for tag in sentence.tags]))


def _tag(tag: str) -> str:
    prefix, _, label = tag.rpartition("-")
    ours = _OURS.get(entity_of(label.upper()) or "") or _ALSO.get(label.upper())
    if not ours:
        return "O"
    return ("B-" if prefix[:1].upper() in _STARTS and prefix else "I-") + ours


def sets(files: list[Path]) -> Iterator[tuple[str, list[Sentence]]]:
    """Name and sentences of each file, or of each held-out part when there are no files."""
    if files:
        yield from ((str(path), readable(path)) for path in files)
    else:
        yield from corpora.test().items()


def measure(nlp: Language, sentences: list[Sentence]) -> dict[str, Any]:
    """Figures of one file: per case, per way of counting, per label."""
    labels = sorted({tag[2:] for sentence in sentences for tag in sentence.tags} - {""})
    result: dict[str, Any] = {"sentences": len(sentences)}
    for case, lower in (("as_is", False), ("lower", True)):
        by_span, by_token = score.compare(nlp, sentences, lower=lower)
        result[case] = {
            label: {"span": by_span.figures(label), "token": by_token.figures(label)}
            for label in labels
        }
    result["words_per_second"] = speed(nlp, sentences)
    return result


def speed(nlp: Language, sentences: Iterable[Sentence]) -> int:
    """Words a second, the whole pipeline, in batches, tokens given."""
    docs = [Doc(nlp.vocab, words=sentence.tokens) for sentence in sentences if sentence.tokens]
    start = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(docs))
    return round(words / (time.perf_counter() - start))


def table(name: str, figures: dict[str, Any]) -> str:
    """The figures of one file as lines of text."""
    lines = [f"{name}: {figures['sentences']} sentences, {figures['words_per_second']} words/s"]
    for case in ("as_is", "lower"):
        for label, ways in figures[case].items():
            for way, row in ways.items():
                lines.append(
                    f"  {case:6}{label:5}{way:6} P {row['precision']:.3f}  R {row['recall']:.3f}"
                    f"  F {row['f']:.3f}  n {row['true']}"
                )
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Run from the command line; 65 when a file or the pipeline can't be read."""
    parser = argparse.ArgumentParser(description="Measure the names a pipeline finds.")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--pipeline", help="folder or package; default: the one that ships")
    parser.add_argument("--json", action="store_true", help="print figures as JSON")
    options = parser.parse_args(arguments)
    try:
        nlp = load_pipeline(options.pipeline)
        found = {name: measure(nlp, rows) for name, rows in sets(options.files)}
    except (OSError, ValueError, PipelineError) as error:
        print(error, file=sys.stderr)
        return 65
    if options.json:
        print(json.dumps(found, indent=1, ensure_ascii=False))
    else:
        print("\n".join(table(name, figures) for name, figures in found.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
