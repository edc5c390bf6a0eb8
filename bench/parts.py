"""Where the time of a check goes: `python -m bench.parts`, milliseconds for 2,000 characters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from bench.measure import medians_in_turns, use_one_core

use_one_core()  # before anything loads the number library

from bench.texts import school_text  # noqa: E402
from integritetskoll.assemble import build_checker  # noqa: E402
from integritetskoll.domain.draft import Draft  # noqa: E402
from integritetskoll.plain.normalize import normalize  # noqa: E402
from integritetskoll.settings import Settings  # noqa: E402
from integritetskoll.text.pipeline import load_pipeline  # noqa: E402
from integritetskoll.text.recognizers.base import ASSESSING  # noqa: E402
from integritetskoll.text.recognizers.catalog import build_recognizers  # noqa: E402


def main() -> None:
    """Print the parts, the slowest first; the text is no assessment."""
    ASSESSING.set(False)
    text = normalize(school_text(2_000)).text
    taken = medians_in_turns(dict(parts(text)), times=21)
    for name, milliseconds in sorted(taken.items(), key=lambda item: -item[1]):
        print(f"{milliseconds:8.2f} ms  {name}")


def parts(text: str) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield the whole check, the pipeline with its steps, and each recognizer."""
    nlp, fresh = load_pipeline(None), load_pipeline(None)
    checker = build_checker(Settings())
    yield "the whole check", lambda: checker.check(Draft(text))
    # The other one gets to know the words of the text for good, which no text does in the product.
    yield "the pipeline", lambda: in_zone(fresh, text)
    yield "  its tokenizer", lambda: tokens_in_zone(fresh, text)
    for name, pipe in nlp.pipeline:
        before = nlp.select_pipes(enable=nlp.pipe_names[: nlp.pipe_names.index(name)])
        doc = nlp(text)
        before.restore()
        yield f"  its {name}", step(pipe, doc)
    doc = nlp(text)
    for recognizer in build_recognizers(nlp):
        yield f"  {recognizer.name}", find_all(recognizer, text, doc)


def in_zone(nlp: Any, text: str) -> None:
    """Run the pipeline as the product does: what it learns of words is forgotten."""
    with nlp.memory_zone():
        nlp(text)


def tokens_in_zone(nlp: Any, text: str) -> None:
    """Run the tokenizer alone."""
    with nlp.memory_zone():
        nlp.make_doc(text)


def step(pipe: Any, doc: Any) -> Callable[[], object]:
    """Return a run of one step of the pipeline over a copy of `doc`."""
    return lambda: pipe(doc.copy())


def find_all(recognizer: Any, text: str, doc: Any) -> Callable[[], object]:
    """Return a run of one recognizer."""
    return lambda: list(recognizer.find(text, doc))


if __name__ == "__main__":
    main()
