"""What every Swedish recognizer shares: Presidio's interface, scores by reason code, time-outs.

Presidio's PatternRecognizer drops a pattern that times out and can't say "looks like", so ours
are EntityRecognizers of their own (docs/design.md, section 4).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, ClassVar

import regex
from presidio_analyzer import AnalysisExplanation, EntityRecognizer, RecognizerResult

from integritetskoll.domain.entity import Entity
from integritetskoll.errors import PipelineError
from integritetskoll.text.pipeline.names import NameTable, name_table

LANGUAGE = "sv"
UNREAD = "UNREAD_PART"
TIMEOUT = 2.0
"""Seconds that one pattern may take over one piece of text."""

ASSESSING: ContextVar[bool] = ContextVar("assessing", default=True)
"""Whether the text may be a written assessment: what counts in nothing else is looked for."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What a recognizer found: entity, half-open span of the plain text, reason code.

    `facts` go to whoever reads the result (role of a person, kind of a lexicon entry, ...).
    """

    entity: Entity
    start: int
    end: int
    code: str
    facts: tuple[tuple[str, str], ...] = ()


class SwedishRecognizer(EntityRecognizer):
    """Base of our recognizers. Subclasses set `ENTITIES` and `CODES` and write `find`.

    `find` gets the plain text and spaCy's Doc of it (None when another engine ran). It yields
    hits; it may raise TimeoutError (from `scan`), which becomes an `UNREAD_PART` result over
    the whole text: never silence.
    """

    ENTITIES: ClassVar[tuple[Entity, ...]] = ()
    CODES: ClassVar[tuple[str, ...]] = ()
    WANTS_NAMES: ClassVar[bool] = False
    """Whether it looks words up in the pipeline's table of names."""

    def __init__(
        self,
        *,
        names: NameTable | None = None,
        name: str | None = None,
        supported_language: str = LANGUAGE,
    ) -> None:
        """Take what Presidio's registry hands over when a YAML file names the class.

        `names` is the pipeline's table; without it, it is looked for at the first text. Raises
        ValueError for another language: a registry would have English read as Swedish.
        """
        if supported_language != LANGUAGE:
            raise ValueError(f"{type(self).__name__} reads {LANGUAGE}: write supported_languages")
        super().__init__(
            supported_entities=[str(entity) for entity in self.ENTITIES],
            supported_language=LANGUAGE,
            name=name,
        )
        self._table = names
        self._looked = names is not None or not self.WANTS_NAMES

    def load(self) -> None:
        """Nothing to load: everything is in place when the module is."""

    def find(self, text: str, doc: Any) -> Iterable[Hit]:
        """Yield the hits in `text`."""
        raise NotImplementedError

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: Any = None
    ) -> list[RecognizerResult]:
        """Presidio's entry: hits of the wanted entities as results with score and reason code."""
        doc = getattr(nlp_artifacts, "tokens", None)
        if not self._looked:
            self._table, self._looked = _names_of(nlp_artifacts), True
        try:
            hits = [hit for hit in self.find(text, doc) if not entities or hit.entity in entities]
        except TimeoutError:
            return [self._unread(len(text))]
        return [self._result(hit) for hit in hits]

    def _result(self, hit: Hit) -> RecognizerResult:
        return RecognizerResult(
            entity_type=str(hit.entity),
            start=hit.start,
            end=hit.end,
            score=score_of(hit.code),
            analysis_explanation=AnalysisExplanation(
                recognizer=self.name,
                original_score=score_of(hit.code),
                textual_explanation=hit.code,
            ),
            recognition_metadata=self._metadata(hit.code, dict(hit.facts)),
        )

    def _unread(self, length: int) -> RecognizerResult:
        return RecognizerResult(
            UNREAD, 0, length, 1.0, recognition_metadata=self._metadata("timed_out", {})
        )

    def _metadata(self, code: str, facts: dict[str, str]) -> dict[str, Any]:
        return {
            RecognizerResult.RECOGNIZER_NAME_KEY: self.name,
            RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
            "code": code,
            "facts": facts,
        }


def _names_of(nlp_artifacts: Any) -> NameTable | None:
    """Return the table of the pipeline that read a text; None where it has none."""
    nlp = getattr(getattr(nlp_artifacts, "nlp_engine", None), "nlp", None) or {}
    with suppress(KeyError, PipelineError):
        return name_table(nlp[LANGUAGE])
    return None


def scan(pattern: regex.Pattern[str], text: str) -> Iterator[regex.Match[str]]:
    """Yield the matches of a compiled `regex` pattern; raises TimeoutError, never hangs."""
    # All at once: the clock runs until the last match, and the caller's work is not the pattern's.
    yield from tuple(pattern.finditer(text, timeout=TIMEOUT))


def score_of(code: str) -> float:
    """Return the measured precision of a reason code, 0 to 1 (scores.toml; 0.85 if unmeasured)."""
    return _scores().get(code, 0.85)


def is_measured(code: str) -> bool:
    """Tell whether the precision of a reason code was measured, or is the assumed 0.85."""
    return code in _scores()


@cache
def _scores() -> dict[str, float]:
    raw = resources.files(__package__).joinpath("scores.toml").read_text("utf-8")
    return dict(tomllib.loads(raw)["precision"])
