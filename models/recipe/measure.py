"""Measure the shipped pipeline on the held-out test parts: `python -m models.recipe.measure`.

Writes `models/metrics.json`. The test parts are looked at here and nowhere else.
"""

import json
import platform
import statistics
import sys
import time
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from integritetskoll.text.pipeline import load_pipeline
from integritetskoll.text.pipeline.load import shipped
from models.recipe import (
    chat,
    corpora,
    evaluate,
    fairness,
    found,
    held_out,
    package,
    score,
    speech,
    written,
)
from models.recipe import names as bags

METRICS = Path(__file__).parents[1] / "metrics.json"
LETTERS = 2000


def everything(nlp: Language) -> dict[str, Any]:
    """All figures of the model card."""
    texts = held_out.drafts("test")
    return {
        "corpora": {name: evaluate.measure(nlp, rows) for name, rows in corpora.test().items()},
        **persons(nlp),
        "rare_surnames_in_chat": chat.rare_in_chat(nlp, bags.load()),
        "by_product": persons(nlp, found.by_product(nlp)),
        "parts_of_speech": tagging(nlp),
        "speed": speed(nlp, " ".join(text for text, _ in texts)[:LETTERS]),
        "bytes": package.size(shipped()),
    }


def persons(nlp: Language, find: found.Finder = found.by_pipeline) -> dict[str, Any]:
    """The figures of persons: of the pipeline alone, or of what the product finds with it."""
    drafts = {
        "school_drafts": held_out.drafts("test"),
        "written": [draft.persons for draft in written.test("test")],
        "written_natural": [draft.persons for draft in written.test("test_natural")],
    }
    return {
        **{
            kind: {
                case: score.drafts(nlp, texts, lower=case == "lower", find=find)
                for case in ("as_is", "lower")
            }
            for kind, texts in drafts.items()
        },
        "names": fairness.measure(nlp, bags.load(), find=find),
        "names_lower": fairness.measure(nlp, bags.load(), lower=True, find=find),
        "ambiguous_lower": fairness.ambiguous(nlp, find),
    }


def tagging(nlp: Language) -> dict[str, float]:
    """Share of right parts of speech and lemmas in the Talbanken test file, tokens given."""
    right = lemmas = words = 0
    read = list(speech.read(speech.TEST))
    docs = nlp.pipe(Doc(nlp.vocab, words=[form for form, _, _ in rows]) for rows in read)
    for rows, doc in zip(read, docs, strict=True):
        for token, (_, lemma, part) in zip(doc, rows, strict=True):
            words += 1
            right += token.pos_ == part
            lemmas += token.lemma_.lower() == lemma.lower()
    return {"upos": round(right / words, 4), "lemma": round(lemmas / words, 4), "words": words}


def speed(nlp: Language, text: str) -> dict[str, Any]:
    """Milliseconds of one text of 2,000 letters, and seconds to load."""
    times = []
    for _ in range(60):
        start = time.perf_counter()
        nlp(text)
        times.append(1000 * (time.perf_counter() - start))
    start = time.perf_counter()
    load_pipeline()
    return {
        "tokens": len(nlp(text)),
        "median_ms": round(statistics.median(times), 2),
        "fastest_ms": round(min(times), 2),
        "load_s": round(time.perf_counter() - start, 3),
        "machine": platform.machine(),
    }


def main() -> int:
    """Measure, write and say where."""
    METRICS.write_text(
        json.dumps(everything(load_pipeline()), indent=1, ensure_ascii=False) + "\n", "utf-8"
    )
    print(METRICS)
    return 0


if __name__ == "__main__":
    sys.exit(main())
