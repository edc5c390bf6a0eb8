"""A text in, findings out: normalize, run the engine, resolve overlaps, tie to persons.

The way back from plain text to the text as sent is taken once, at the end.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import regex
from presidio_analyzer import RecognizerResult

from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Finding, Link, Role
from integritetskoll.plain.normalize import Plain, normalize
from integritetskoll.plain.segments import Segments, split
from integritetskoll.policy.schema import Policy
from integritetskoll.text.allow import AllowList
from integritetskoll.text.bulk import persons_with_attribute
from integritetskoll.text.contact import tie_contacts
from integritetskoll.text.engine import build_engine, pieces
from integritetskoll.text.guesses import TOLD, telling, weighed
from integritetskoll.text.identity import number_persons, one_role_each
from integritetskoll.text.link import NOBODY, PersonSpan, Tie, tie
from integritetskoll.text.overlap import Candidate, resolve
from integritetskoll.text.recognizers._cues import SPLIT
from integritetskoll.text.recognizers._patterns import know_school_words
from integritetskoll.text.recognizers._teaching_score import Passage, passages
from integritetskoll.text.recognizers.base import ASSESSING, LANGUAGE, UNREAD, SwedishRecognizer
from integritetskoll.text.redact import outside_placeholders
from integritetskoll.text.taught import NOBODYS, taught
from integritetskoll.text.told import told
from integritetskoll.text.view import meets

UNREAD_PARTS = frozenset({"integritetskoll_lemmas"})
"""Parts of the shipped pipeline that no recognizer reads; they would cost a millisecond."""
# A class is said of a group, whoever else stands in the sentence.
_GROUP_CODES = frozenset({"school_class", "school_year", "school_group"})
_SOMEBODY = Tie(Link.NAMED)
_NOBODYS = MappingProxyType(
    {Entity.ORGANIZATION: Link.NONE, Entity.SCHOOL: Link.NONE, Entity.LOCATION: Link.INDIRECT}
)
"""How these tie to a definite noun for somebody ("Rädda Barnens vecka" speaks of nobody)."""
_GROUP_WORDS = regex.compile(
    r"\b(?:klassen|gruppen|eleverna|barnen|ungarna|avdelningen|vi alla|hela (?:klassen|gruppen))\b",
    regex.IGNORECASE,
)
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
        tied = _tie_all(kept, plain.text, segments, scored, about_one=about_one)
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


def _tie_all(
    candidates: Sequence[Candidate],
    text: str,
    segments: Segments,
    scored: Sequence[Passage],
    *,
    about_one: bool,
) -> list[Finding]:
    people = [c for c in candidates if c.entity == Entity.PERSON]
    shown = [Role(c.facts.get("role", Role.PUPIL)) for c in people]
    real = {place for place, c in enumerate(people) if "namesake" in c.facts}
    numbers = number_persons([text[c.start : c.end] for c in people], shown, real)
    roles = one_role_each(shown, numbers)
    persons = [
        PersonSpan(c.start, c.end, roles[number], number)
        for c, number in zip(people, numbers, strict=True)
    ]
    lesson = taught(text, segments, scored, persons, candidates)
    if lesson.persons:
        roles |= dict.fromkeys(lesson.persons, Role.FICTION)
        persons = [replace(span, role=roles[span.index]) for span in persons]
    named = {span.start: span for span in persons}
    groups = _groups(candidates, text)
    stories = told(text, segments, persons, candidates)
    tells = telling(candidates, segments)
    findings = []
    for c in candidates:
        if c.entity == Entity.PERSON:
            span = named[c.start]
            link = Link.NONE if span.role == Role.FICTION else Link.NAMED
            tied, role = Tie(link, span.index), span.role
        elif c.code in _GROUP_CODES:
            tied, role = Tie(Link.GROUP, None), None
        elif _speaks_of_nobody(c, segments, stories, lesson.segments):
            tied, role = NOBODY, None
        else:
            tied = tie(
                (c.start, c.end),
                text=text,
                segments=segments,
                persons=persons,
                groups=groups,
                about_one=about_one,
                tells=tells(c),
            )
            if tied == _SOMEBODY and c.entity in _NOBODYS:
                tied = Tie(_NOBODYS[c.entity])
            role = None if tied.person is None else roles.get(tied.person)
            if c.facts.get("needs") == "named" and not (
                _names_a_pupil(tied, role) or _described_in_a_class(c, tied, segments, groups)
            ):
                tied, role = NOBODY, None
        findings.append(_finding(c, text, tied, role))
    return tie_contacts(findings, segments)


def _speaks_of_nobody(
    candidate: Candidate, segments: Segments, told_of: frozenset[int], taught_in: frozenset[int]
) -> bool:
    """Whether it stands in a story or the like, or in a passage that teaches."""
    at = segments.at(candidate.start)
    return (candidate.entity in TOLD and at in told_of) or (
        candidate.entity in NOBODYS and at in taught_in
    )


def _names_a_pupil(tied: Tie, role: Role | None) -> bool:
    return tied.link is Link.NAMED and role in {Role.PUPIL, Role.GUARDIAN, None}


def _described_in_a_class(
    candidate: Candidate, tied: Tie, segments: Segments, groups: Sequence[tuple[int, int]]
) -> bool:
    """Whether it speaks of "a boy in 5B", which is as good as a name."""
    segment = segments.items[segments.at(candidate.start)]
    return tied.link is Link.INDIRECT and meets(groups, segment.start, segment.end)


def _groups(candidates: Sequence[Candidate], text: str) -> list[tuple[int, int]]:
    classes = [(c.start, c.end) for c in candidates if c.entity == Entity.SCHOOL_CLASS]
    return sorted(classes + [match.span() for match in _GROUP_WORDS.finditer(text)])


def _finding(candidate: Candidate, text: str, tied: Tie, role: Role | None) -> Finding:
    return Finding(
        entity=candidate.entity,
        start=candidate.start,
        end=candidate.end,
        score=candidate.score,
        code=candidate.code,
        text=text[candidate.start : candidate.end],
        link=tied.link,
        role=role,
        person=tied.person,
        facts=candidate.facts,
    )


def _as_sent(finding: Finding, plain: Plain, text: str) -> Finding:
    if plain.text is text:
        return finding
    start, end = plain.span(finding.start or 0, finding.end or 0)
    return replace(finding, start=start, end=end, text=text[start:end])
