"""The one way through the product: a draft in, a Report out. Every door calls it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from subprocess import SubprocessError

from integritetskoll.domain.draft import Context, Draft, Image
from integritetskoll.domain.finding import Finding
from integritetskoll.domain.verdict import Verdict
from integritetskoll.errors import DraftError, ImageError, ImageTooLargeError, TooLargeError
from integritetskoll.images.clean.verified import Cleaned, clean_image
from integritetskoll.images.field import Field, Reading
from integritetskoll.images.judge import judge
from integritetskoll.images.judge.by_kind import unread
from integritetskoll.images.judge.persons import numbered_on
from integritetskoll.images.open import read_image
from integritetskoll.images.shown import PREVIEW_SIDE, READING_SIDE
from integritetskoll.images.shown import preview as decoded
from integritetskoll.plain.fold import fold_case
from integritetskoll.policy.schema import AUDIENCES, Policy
from integritetskoll.report.build import blocked, build
from integritetskoll.report.model import Cleaning, Redaction, Report
from integritetskoll.report.wording import Language, wording
from integritetskoll.report.words import Words
from integritetskoll.risk.assess import assess
from integritetskoll.risk.combine import Situation, misplaced, relevant, situation
from integritetskoll.risk.decide import decide
from integritetskoll.stops import NOTHING, Stops, pieces_of
from integritetskoll.text.analyze import TextAnalyzer, TextFindings
from integritetskoll.text.criteria import Criteria, read_criteria
from integritetskoll.text.redact import redact

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Checker:
    """Checks drafts by one policy with one analyzer. Nothing of a draft is kept.

    `read` and `clean_file` take a picture's name and bytes; an installation that serves others
    hands in ones that work in a process of their own, and so does `decode`, which makes a small PNG
    of one. `look` reads the text in a picture, None where nobody does. `max_file` counts bytes.
    """

    analyzer: TextAnalyzer
    policy: Policy
    max_text: int = 200_000
    stops: Stops = NOTHING
    max_file: int = 25_000_000
    max_images: int = 20
    read: Callable[[str, bytes], Reading] = read_image
    clean_file: Callable[[str, bytes], Cleaned] = clean_image
    look: Callable[[bytes], Field | None] | None = None
    decode: Callable[[bytes, int], bytes] = decoded

    def check(self, draft: Draft, *, wording: Language = "sv") -> Report:
        """Return the Report of a draft; raises DraftError for one that can't be checked.

        UnavailableError where no safe answer can be given, LimitError where the caller was
        stopped too often (see `access.caller.acting_as`).
        """
        return self._check(draft, wording)[0]

    def redact(self, draft: Draft, *, wording: Language = "sv") -> Redaction:
        """Return the Report and the text without its findings; no text when blocked."""
        return Redaction(*self._check(draft, wording, redacting=True))

    def criteria(self, draft: Draft) -> Criteria | None:
        """Return what ties an assessment to the criteria; None for other document types."""
        document_type = self.policy.document_types[draft.context.document_type]
        return read_criteria(draft.text) if document_type.of_knowledge else None

    def clean(
        self, image: Image, context: Context | None = None, *, wording: Language = "sv"
    ) -> Cleaning:
        """Return the Report of a picture and its clean copy; no copy when blocked.

        Raises ImageError where it can't be read, or not be cleaned for sure.
        """
        report = self.check(Draft("", context or Context(), images=(image,)), wording=wording)
        if report.verdict == Verdict.BLOCKED:
            return Cleaning(report, None)
        return Cleaning(report, self.clean_file(image.name, image.data))

    def reading(self, image: Image) -> Reading:
        """Return what one picture's file says, before anything is judged.

        Raises ImageError, ImageTooLargeError.
        """
        self._accept(Draft("", images=(image,)))
        return self._looked(self.read(image.name, image.data), image)

    def preview(self, image: Image) -> bytes:
        """Return a picture as a small PNG, for browsers that can't show it; keeps nothing of it.

        Raises ImageError, ImageTooLargeError.
        """
        self._accept(Draft("", images=(image,)))
        return self.decode(image.data, PREVIEW_SIDE)

    def _check(
        self, draft: Draft, language: Language, *, redacting: bool = False
    ) -> tuple[Report, str | None]:
        """Do the whole work, then replace what came out where the draft is stopped.

        The same calls are made whether somebody is meant or not, and whatever the cause.
        """
        self._accept(draft)
        snapshot = self.stops.begin()
        words = Words(wording(language), self.policy, registered=snapshot.ready)
        context = draft.context
        readings = self._read(draft)
        found = self._found(draft, readings)
        pieces = pieces_of(draft, readings, found.findings)
        stopped = self.stops.stop(found.findings, pieces, context, snapshot)
        findings = relevant(_without_ignored(found.findings, draft), context, self.policy)
        now = self._situation(findings, context, found)
        assessment = assess(now)
        report = build(
            decide(assessment, self.policy.thresholds),
            assessment,
            now,
            findings,
            self._elsewhere(now),
            draft=draft,
            looked=self.look is not None,
            words=words,
            criteria=self.criteria(draft),
        )
        text = redact(draft.text, [f for f in findings if _in_text(f)]) if redacting else None
        if not stopped:
            return report, text
        report = blocked(context, words)
        self.stops.note(snapshot, "\n".join(piece.text for piece in pieces), report.reference)
        return report, None

    def _read(self, draft: Draft) -> list[Reading | None]:
        """Read the pictures. One that can't be read is None beside a text, else an error."""
        readings: list[Reading | None] = []
        for number, image in enumerate(draft.images, start=1):
            try:
                readings.append(self._looked(self.read(image.name, image.data), image))
            except ImageTooLargeError:
                raise
            except ImageError as error:
                if not draft.text.strip():
                    raise ImageError(error.code, **{**error.facts, "number": number}) from None
                readings.append(None)
        return readings

    def _looked(self, reading: Reading, image: Image) -> Reading:
        """Add the text in the picture, where it is looked for."""
        if self.look is None:
            return reading
        try:
            heif = reading.format == "heif"  # which Tesseract's own reader doesn't know
            seen = self.look(self.decode(image.data, READING_SIDE) if heif else image.data)
        except (OSError, SubprocessError, ImageError):
            return replace(reading, unread=(*reading.unread, "picture"))
        return replace(reading, fields=(*reading.fields, seen)) if seen else reading

    def _found(self, draft: Draft, readings: Sequence[Reading | None]) -> TextFindings:
        """Return the findings of text and pictures as those of one draft."""
        found = self._found_in_text(draft)
        findings, not_read, bulk = list(found.findings), found.unread, found.bulk
        for image, reading in zip(draft.images, readings, strict=True):
            if reading is None:
                findings.append(unread(image.name))
                not_read = True
                continue
            judged = judge(reading, self.analyzer.analyze)
            findings += numbered_on(judged.findings, findings)
            not_read, bulk = not_read or judged.unread, max(bulk, judged.bulk)
        return TextFindings(tuple(findings), not_read, bulk)

    def _found_in_text(self, draft: Draft) -> TextFindings:
        if not draft.text.strip():
            return TextFindings(())
        context = draft.context
        document_type = self.policy.document_types[context.document_type]
        return self.analyzer.analyze(
            draft.text,
            about_one=document_type.about_one,
            listed=context.document_type == "list",
            assessing=document_type.of_knowledge,
        )

    def _accept(self, draft: Draft) -> None:
        if not draft.text.strip() and not draft.images:
            raise DraftError("empty_text")
        if len(draft.text) > self.max_text:
            raise TooLargeError("text_too_long", limit=self.max_text)
        if _SURROGATE.search(draft.text):
            raise DraftError("lone_surrogate")
        if len(draft.images) > self.max_images:
            raise TooLargeError("too_many_images", limit=self.max_images)
        if any(len(image.data) > self.max_file for image in draft.images):
            raise ImageTooLargeError("image_too_large", limit=f"{self.max_file / MEGABYTE:g}")
        for name, known in (
            ("destination", self.policy.destinations),
            ("document_type", self.policy.document_types),
            ("purpose", self.policy.purposes),
        ):
            if getattr(draft.context, name) not in known:
                raise DraftError(f"unknown_{name}", known=", ".join(known))
        if draft.context.audience not in (None, *AUDIENCES):
            raise DraftError("unknown_audience", known=", ".join(AUDIENCES))

    def _situation(
        self, findings: Sequence[Finding], context: Context, found: TextFindings
    ) -> Situation:
        return situation(findings, context, self.policy, unread=found.unread, bulk=found.bulk)

    def _elsewhere(self, now: Situation) -> dict[str, Verdict]:
        """The verdict where this kind of document is at home, and what is misplaced here."""
        places = (self.policy.places[c] for c in misplaced(now) if c in {"MU", "SEK"})
        return {
            name: self._verdict_at(name, now)
            for name in dict.fromkeys((*now.document_type.sensible, *places))
            if name != now.context.destination
        }

    def _verdict_at(self, name: str, now: Situation) -> Verdict:
        there = replace(
            now,
            context=replace(now.context, destination=name),
            destination=self.policy.destinations[name],
        )
        return decide(assess(there), self.policy.thresholds)


_SURROGATE = re.compile("[\ud800-\udfff]")


def _in_text(finding: Finding) -> bool:
    return finding.source.kind == "text"


def _without_ignored(findings: Sequence[Finding], draft: Draft) -> list[Finding]:
    ignored = {(one.entity, fold_case(one.text)) for one in draft.ignored}
    if not ignored:
        return list(findings)
    return [f for f in findings if (f.entity, fold_case(f.text)) not in ignored]
