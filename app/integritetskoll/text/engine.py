"""Presidio's AnalyzerEngine with our registry and our pipeline: nothing else runs, nothing loads.

Presidio's own SpacyNlpEngine downloads a missing model; ours is handed a loaded one. Its
context enhancer matches substrings of lemmas; our recognizers read their context themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from presidio_analyzer import AnalyzerEngine, RecognizerRegistry, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine

from integritetskoll.text.recognizers.base import LANGUAGE, SwedishRecognizer

PIECE = 8_000
"""Characters that the engine sees at a time: it compares results pairwise, so a long text is
read in pieces and the whole stays linear."""


class LoadedPipeline(NlpEngine):
    """Presidio's view of a spaCy pipeline that is loaded already."""

    engine_name = "spacy"
    is_available = True

    def __init__(self, nlp: Any) -> None:
        self.nlp = {LANGUAGE: nlp}

    def load(self) -> None:
        """Nothing to load."""

    def is_loaded(self) -> bool:
        """Return True: the pipeline was handed over loaded."""
        return True

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        """Run the pipeline; our recognizers read everything from the Doc (`tokens`)."""
        doc = self.nlp[language](text)
        return NlpArtifacts(
            entities=list(doc.ents),
            tokens=doc,
            tokens_indices=[],
            lemmas=[],
            nlp_engine=self,
            language=language,
        )

    def process_batch(
        self,
        texts: Iterable[str],
        language: str,
        batch_size: int = 1,
        n_process: int = 1,
        **_: Any,
    ) -> Iterator[tuple[str, NlpArtifacts]]:
        """Yield text and artifacts, one by one."""
        del batch_size, n_process
        for text in texts:
            yield text, self.process_text(text, language)

    def is_stopword(self, word: str, language: str) -> bool:
        """Tell whether the pipeline counts `word` as a stop word."""
        return word.lower() in self.nlp[language].Defaults.stop_words

    def is_punct(self, word: str, language: str) -> bool:
        """Tell whether the pipeline counts `word` as punctuation."""
        return bool(self.nlp[language].vocab[word].is_punct)

    def get_supported_entities(self) -> list[str]:
        """Return nothing: persons come from our own recognizer, not from the engine."""
        return []

    def get_supported_languages(self) -> list[str]:
        """Return the one language."""
        return [LANGUAGE]


class Engine(AnalyzerEngine):
    """Presidio's engine over recognizers that all read their context themselves."""

    def _enhance_using_context(
        self, text: str, raw_results: list[RecognizerResult], *_: Any, **__: Any
    ) -> list[RecognizerResult]:
        # Presidio would sort every result out again for each recognizer, to change none.
        del text
        return raw_results


def build_engine(nlp: Any, recognizers: Iterable[SwedishRecognizer]) -> AnalyzerEngine:
    """Return an engine with exactly these recognizers over this loaded spaCy pipeline."""
    registry = RecognizerRegistry(recognizers=list(recognizers), supported_languages=[LANGUAGE])
    return Engine(
        registry=registry,
        nlp_engine=LoadedPipeline(nlp),
        supported_languages=[LANGUAGE],
    )


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """Cut a text into (offset, piece) at paragraphs, else lines, else spaces, else anywhere."""
    start = 0
    while len(text) - start > PIECE:
        end = _cut(text, start, start + PIECE)
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _cut(text: str, start: int, limit: int) -> int:
    for mark in ("\n\n", "\n", ". ", " "):
        place = text.rfind(mark, start + PIECE // 2, limit)
        if place > 0:
            return place + len(mark)
    return limit
