"""What a start brings along, in processes of their own."""

from __future__ import annotations

import subprocess
import sys

import pytest
import spacy

from integritetskoll.text.pipeline import load_pipeline
from integritetskoll.text.pipeline.load import shipped

NEVER = ("spacy.cli", "weasel", "alembic", "torch", "transformers", "stanza", "openpyxl", "docx")
TEXT = 'Hej 3B! Läs s. 12–14, t.ex. "Bröderna" (kap. 3)... Mvh /Bodil :) kl.8.30, åk 4-6; 20 %'


def _said_by(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.mark.parametrize("module", ["integritetskoll.assemble", "integritetskoll.text.pipeline"])
def test_brings_nothing_along_that_no_check_needs(module: str) -> None:
    told = _said_by(f"import sys, {module}; print([n for n in {NEVER!r} if n in sys.modules])")
    assert told == "[]"


@pytest.mark.parametrize(
    "asked",
    [
        "spacy.cli.download.__name__",
        "spacy.info(silent=True)['spacy_version'] == spacy.__version__ and 'download'",
        "__import__('spacy.cli.info').cli.download.__name__",
    ],
)
def test_the_command_line_of_spacy_comes_when_it_is_asked_for(asked: str) -> None:
    assert _said_by(f"import integritetskoll.text, spacy; print({asked})") == "download"


def test_what_spacy_lacks_it_lacks_still() -> None:
    code = "import integritetskoll.text, spacy; print(hasattr(spacy, 'nothing'))"
    assert _said_by(code) == "False"


def test_spacy_that_is_there_already_stays_as_it_is() -> None:
    code = "import spacy, sys; import integritetskoll.text; print('spacy.cli.info' in sys.modules)"
    assert _said_by(code) == "True"


def test_reads_the_same_tokens_with_the_quick_tokenizer() -> None:
    quick, plain = load_pipeline(), spacy.load(shipped())
    assert [t.text for t in quick.make_doc(TEXT)] == [t.text for t in plain.make_doc(TEXT)]
    assert quick.tokenizer.rules == plain.tokenizer.rules
