"""A text in, findings out: normalize, run the engine, resolve overlaps, tie to persons.

The way back from plain text to the text as sent is taken once, at the end.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import regex
from presidio_analyzer import RecognizerResult

from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Finding
from integritetskoll.plain.normalize import Plain, normalize
from integritetskoll.plain.segments import split
from integritetskoll.policy.schema import Policy
from integritetskoll.text.allow import AllowList
from integritetskoll.text.bulk import persons_with_attribute
from integritetskoll.text.engine import build_engine, pieces
from integritetskoll.text.guesses import weighed
from integritetskoll.text.overlap import Candidate, resolve
from integritetskoll.text.recognizers._cues import SPLIT
from integritetskoll.text.recognizers._passage_scores import Passage, passages
from integritetskoll.text.recognizers._patterns import know_school_words
from integritetskoll.text.recognizers.base import ASSESSING, LANGUAGE, UNREAD, SwedishRecognizer
from integritetskoll.text.redact import outside_placeholders
from integritetskoll.text.tied import tie_all

UNREAD_PARTS = frozenset({"integritetskoll_lemmas"})
"""Parts of the shipped pipeline that no recognizer reads; they would cost a millisecond."""
_SUBJECT = regex.compile(r"(?:svenska som andraspråk|sva|modersmål(?:et)?)(?:[ ,:]+(?:i )?[\w-]+)?")


@dataclass(frozen=True, slots=True)
class TextFindings:
    """Findings in reading order, whether a part was unread, persons with an attribute each."""

    findings: tuple[Finding, ...]
    unread: bool = False
    bulk: int = 0


class TextAnalyzer:
    """The recognizers over one spaCy pipeline. One text at a time: spaCy's vocabulary is shared."""

    def __init__(self, nlp: Any, recognizers: Iterable[SwedishRecognizer], policy: Policy) -> None:
        for unread in UNREAD_PARTS & set(nlp.pipe_names):
            nlp.disable_pipe(unread)
        know_school_words(nlp)
        self._nlp = nlp
        self._engine = build_engine(nlp, recognizers)
        self._allow = AllowList(policy.allow)
        self._lock = threading.Lock()

    def analyze(
        self,
        text: str,
        *,
        about_one: bool = False,
        listed: bool = False,
        assessing: bool = False,
    ) -> TextFindings:
        """Return the findings of `text`, spans in its own code points.

        `about_one`: the document is about one pupil. `listed`: the writer calls it a list.
        `assessing`: it is a written assessment; else what counts only there is left out.
        """
        plain = normalize(text)
        segments = split(plain.text)
        # a document about one, a list or an assessment speaks of pupils, whatever it looks like
        may_teach = not (about_one or listed or assessing)
        before, alone = ASSESSING.set(assessing), SPLIT.set((plain.text, segments))
        try:
            with self._lock, self._nlp.memory_zone():
                candidates, unread, scored = self._candidates(plain.text, may_teach=may_teach)
        finally:
            ASSESSING.reset(before)
            SPLIT.reset(alone)
        if assessing:
            candidates = [c for c in candidates if not _is_subject(c, plain.text)]
        kept = self._allow.without(
            resolve(outside_placeholders(plain.text, candidates)), plain.text
        )
        tied = tie_all(kept, plain.text, segments, scored, about_one=about_one)
        findings = weighed(tied, assessing=assessing)
        bulk = persons_with_attribute(plain.text, findings, segments, listed=listed)
        return TextFindings(tuple(_as_sent(f, plain, text) for f in findings), unread, bulk)

    def _candidates(
        self, text: str, *, may_teach: bool
    ) -> tuple[list[Candidate], bool, list[Passage]]:
        candidates: list[Candidate] = []
        scored: list[Passage] = []
        unread = False
        for offset, piece in pieces(text):
            read = self._engine.nlp_engine.process_text(piece, LANGUAGE)
            for result in self._engine.analyze(
                piece, language=LANGUAGE, score_threshold=0.0, nlp_artifacts=read
            ):
                if result.entity_type == UNREAD:
                    unread = True
                else:
                    candidates.append(_candidate(result, offset))
            if may_teach:
                scored += passages(piece, read.tokens, offset)
        return candidates, unread, scored


def _is_subject(candidate: Candidate, text: str) -> bool:
    """Whether it only names the subject that a written assessment is about."""
    named = text[candidate.start : candidate.end].lower()
    return candidate.code == "mother_tongue" and _SUBJECT.fullmatch(named) is not None


def _candidate(result: RecognizerResult, offset: int) -> Candidate:
    metadata: Mapping[str, Any] = result.recognition_metadata
    return Candidate(
        entity=Entity(result.entity_type),
        start=result.start + offset,
        end=result.end + offset,
        score=result.score,
        code=metadata["code"],
        facts=metadata["facts"],
    )


def _as_sent(finding: Finding, plain: Plain, text: str) -> Finding:
    if plain.text is text:
        return finding
    start, end = plain.span(finding.start or 0, finding.end or 0)
    return replace(finding, start=start, end=end, text=text[start:end])
