"""Write docs/recognizers.md from the catalogue: `python -m bench.recognizers`, or `make docs`."""

from __future__ import annotations

import inspect
import tomllib
from importlib import resources
from pathlib import Path

from integritetskoll.report.wording import wording
from integritetskoll.text.recognizers.base import SwedishRecognizer
from integritetskoll.text.recognizers.catalog import RECOGNIZERS

PAGE = Path(__file__).resolve().parent.parent / "docs" / "recognizers.md"
HEAD = """\
# Recognizers

What is found today, by recognizer. Written by `make docs`; a test holds it to the code.

A **reason code** says why something is a finding; it is stable, and others may filter by it. The
`score` of a finding is the precision of its code: of 100 findings with this code, that share was
right in our own tables and texts. It is not how sure the machine is about the one finding in front
of you, because neither rules nor spaCy's names know that. A dash means that the code has not been
measured yet; it then scores 0.85.

The same recognizers work in any Presidio `AnalyzerEngine`: they are the tuple `RECOGNIZERS` of
`integritetskoll.text.recognizers.catalog`.
"""


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), "utf-8")


def page() -> str:
    """Return the page as the code has it now."""
    raw = resources.files("integritetskoll.text.recognizers").joinpath("scores.toml")
    precision = tomllib.loads(raw.read_text("utf-8"))["precision"]
    return "\n".join([HEAD, *(section(recognizer, precision) for recognizer in RECOGNIZERS)])


def section(recognizer: type[SwedishRecognizer], precision: dict[str, float]) -> str:
    """Return heading, source, entities and the table of codes of one recognizer."""
    module = inspect.getmodule(recognizer)
    about = (inspect.getdoc(module) or "").split("\n\n")[0].replace("\n", " ")
    entities = ", ".join(f"`{entity}`" for entity in recognizer.ENTITIES)
    rows = "\n".join(row(code, precision) for code in recognizer.CODES)
    name = recognizer.__module__.rpartition(".")[2]
    return (
        f"## {name}\n\n{about}\n\nFinds {entities}.\n\n"
        f"| Code | Score | What the writer reads |\n|---|---|---|\n{rows}\n"
    )


def row(code: str, precision: dict[str, float]) -> str:
    """Return the line of one reason code."""
    score = f"{precision[code]:.2f}" if code in precision else "–"
    sentence = wording("sv").sections["findings"].get(code, "")
    return f"| `{code}` | {score} | {sentence.replace('|', '/')} |"


if __name__ == "__main__":
    main()
