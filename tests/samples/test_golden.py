"""Every sample gets the verdict it deserves, and the very report that lies beside it."""

from __future__ import annotations

import difflib

import pytest

from bench.samples import FOLDER, Sample, golden_text, judge, read_samples

SAMPLES = read_samples()


@pytest.mark.parametrize("sample", [s for s in SAMPLES if not s.falls_short], ids=str)
def test_the_report_is_the_golden_one(sample: Sample, checker) -> None:
    report = judge(checker, sample)
    rules = [rule.code for rule in report.assessment.rules] if report.assessment else None
    score = report.assessment.score if report.assessment else None
    assert report.verdict == sample.expected, f"{sample.why} Sum {score}, rules {rules}"
    assert sample.golden.exists(), "run `make golden` and read what it prints"
    before = sample.golden.read_text("utf-8").splitlines()
    now = golden_text(report).splitlines()
    changed = "\n".join(difflib.unified_diff(before, now, "golden", "now", lineterm="", n=2))
    assert not changed, f"run `make golden` if this is right:\n{changed}"


@pytest.mark.parametrize("sample", [s for s in SAMPLES if s.falls_short], ids=str)
def test_what_falls_short_is_said_only_while_it_does(sample: Sample, checker) -> None:
    assert judge(checker, sample).verdict != sample.expected, "take `falls_short` away"
    assert not sample.golden.exists()


def test_every_file_belongs_to_a_sample() -> None:
    names = {sample.name for sample in SAMPLES} | {"review-class-6a"}  # a file of many drafts
    assert {path.name.partition(".")[0] for path in FOLDER.iterdir()} == names


def test_there_are_good_and_bad_ones_of_every_kind() -> None:
    verdicts = {str(sample.expected) for sample in SAMPLES}
    kinds = {sample.draft.context.document_type for sample in SAMPLES}
    assert verdicts == {"clear", "review", "do_not_publish", "blocked"}
    assert kinds == set(
        "post newsletter email written_assessment planning investigation list caption".split()
    )


def test_the_same_draft_gives_the_same_report(checker) -> None:
    sample = max(SAMPLES, key=lambda one: len(one.draft.text))
    assert golden_text(judge(checker, sample)) == golden_text(judge(checker, sample))


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_findings_point_at_whole_things(sample: Sample, checker) -> None:
    for finding in judge(checker, sample).findings:
        if finding.start is None:
            assert finding.source.kind == "image"
            continue
        in_text = finding.source.kind == "text"
        piece = (sample.draft.text if in_text else finding.source.value)[
            finding.start : finding.end
        ]
        assert piece
        assert piece == piece.strip(" \n\t,;:\"'”")
