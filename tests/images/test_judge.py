"""What the fields of a file amount to: entities, links and verdicts, and what is no finding."""

from __future__ import annotations

import pytest

from bench import drawn
from bench.hiding import PLACES
from integritetskoll.domain.draft import Context, Draft, Image
from integritetskoll.domain.verdict import Verdict
from integritetskoll.errors import ImageError, TooLargeError
from integritetskoll.images.judge import CODES
from integritetskoll.images.judge.plain_words import is_plain
from integritetskoll.images.open import read_image
from integritetskoll.report.wording import LANGUAGES, wording
from integritetskoll.stops import pieces_of

GPS = {1: "N", 2: (59.0, 19.0, 46.2), 3: "E", 4: (18.0, 4.0, 3.6)}


def photo(
    tags=None, *, name: str = "IMG_1.jpg", sub=None, gps=None, extra: tuple[bytes, ...] = ()
) -> Image:
    block = drawn.segment(0xE1, drawn.exif(tags or {}, sub=sub, gps=gps))
    return Image(name, drawn.with_segments(drawn.encoded("JPEG"), block, *extra))


def report(checker, *images: Image, text: str = "", **context):
    return checker.check(Draft(text, Context(**context), images=images))


def codes(answer) -> set[str]:
    return {finding.code for finding in answer.findings}


def test_a_photo_as_a_camera_makes_it_is_clear(checker) -> None:
    tags = {
        0x010F: "Canon",
        0x0110: "Canon EOS 5D Mark II",
        0x0131: "Adobe Photoshop CS6 (Windows)",
    }
    sub = {0x9003: "2026:05:12 10:11:12", 0xA434: "EF24-105mm f/4L IS USM"}
    answer = report(checker, photo(tags, sub=sub))
    assert answer.verdict == Verdict.CLEAR
    assert codes(answer) == {"capture_time"}
    assert "images_recognisable" in {question.code for question in answer.questions}


def test_a_position_is_not_published(checker) -> None:
    answer = report(checker, photo(gps=GPS, sub={0x9003: "2026:05:12 10:11:12"}))
    assert answer.verdict == Verdict.DO_NOT_PUBLISH
    assert {"gps_position", "capture_time", "whereabouts_recorded"} <= codes(answer)
    assert any("rensade" in advice for advice in answer.advice)


@pytest.mark.parametrize(
    ("sub", "tags", "code"),
    [
        ({0xA431: "083030400125"}, {}, "device_serial"),
        ({0xA430: "Siv Åkerlund"}, {}, "device_owner"),
        ({}, {0x013C: "Sivs-MacBook-Pro.local"}, "device_host"),
        ({}, {0x010D: "C:\\Users\\siv.akerlund\\Bilder\\foto.jpg"}, "user_folder"),
        ({}, {0x013B: "Siv Åkerlund"}, "author"),
        ({}, {0x8298: "NASA"}, "author_organisation"),
    ],
)
def test_author_and_device(checker, sub, tags, code: str) -> None:
    assert code in codes(report(checker, photo(tags, sub=sub)))


@pytest.mark.parametrize(
    ("sub", "tags"),
    [
        ({0xA431: "0000000000"}, {}),
        ({}, {0x013C: "iPhone 12"}),
        ({}, {0x010E: "OLYMPUS DIGITAL CAMERA"}),
        ({}, {0x013B: "Picasa"}),
        ({}, {0x8298: " "}),
        ({}, {0x0131: "GIMP 2.10.34"}),
    ],
)
def test_what_makers_write_is_no_finding(checker, sub, tags) -> None:
    answer = report(checker, photo(tags, sub=sub))
    assert not [f for f in answer.findings if f.severity != "low"], codes(answer)
    assert answer.verdict == Verdict.CLEAR


@pytest.mark.parametrize(
    "value", ["20100117-2384", "201001172384", "070-174 06 05", "siv@example.se", "Siv Åkerlund"]
)
def test_numbers_and_names_are_never_what_makers_write(value: str) -> None:
    assert not is_plain(value)


def persons(answer) -> set[str]:
    return {f.message and f.source.value[f.start : f.end] for f in answer.findings
            if f.entity == "PERSON"}  # fmt: skip


def test_a_name_beside_an_agency_is_one_and_the_agency_is_none(checker) -> None:
    answer = report(checker, photo({0x013B: "Foto: Omar Al-Sayed, Granbackens skola"}))
    assert "author_organisation" in codes(answer)
    assert persons(answer) == {"Omar Al-Sayed"}
    assert not persons(report(checker, photo({0x013B: "NASA, ESA och Jupiter images"})))


def test_a_name_where_a_serial_number_belongs(checker) -> None:
    answer = report(checker, photo(sub={0xA431: "Tindra Kvistberg"}))
    assert persons(answer) == {"Tindra Kvistberg"}


def test_who_is_told_already_is_not_told_again(checker) -> None:
    answer = report(checker, photo({0x013B: "Siv Åkerlund"}, sub={0xA430: "Siv Åkerlund"}))
    assert {"author", "device_owner"} <= codes(answer)
    assert not persons(answer)


def test_an_address_that_nothing_surrounds(checker) -> None:
    chunk = drawn.chunk(b"prVt", "Hjortsvägen 12, 123 45 Granbacken".encode())
    answer = report(checker, Image("a.png", drawn.with_chunks(drawn.encoded("PNG"), chunk)))
    assert "STREET_ADDRESS" in {f.entity for f in answer.findings}


def test_a_host_is_told_once(checker) -> None:
    answer = report(checker, photo({0x013C: "Sivs-MacBook-Pro.local"}))
    assert [f.code for f in answer.findings] == ["device_host"]


def test_a_tagged_face_has_its_region(checker) -> None:
    answer = report(checker, Image("a.jpg", PLACES["jpeg xmp mwg region"]("Omar Al-Sayed")))
    tag = next(f for f in answer.findings if f.entity == "FACE_TAG")
    assert (tag.source.file, tag.source.field) == ("a.jpg", "XMP:RegionName")
    assert tag.source.region == pytest.approx((0.3, 0.25, 0.2, 0.1))
    assert answer.verdict != Verdict.CLEAR


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("jpeg xmp digikam tags", "Personer/Tindra Kvistberg"),
        ("jpeg xmp lightroom tags", "Elev|Tindra Kvistberg"),
    ],
)
def test_a_keyword_in_the_branch_for_persons_is_a_tag(checker, place: str, value: str) -> None:
    answer = report(checker, Image("IMG_1.jpg", PLACES[place]("Tindra Kvistberg")))
    assert [(f.code, f.source.value) for f in answer.findings] == [("face_tag", value)]
    plain = drawn.xmp(drawn.bag("digiKam:TagsList", "Platser/Sala"))
    segment = drawn.segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + plain)
    assert "face_tag" not in codes(report(checker, photo(extra=(segment,))))


def test_a_number_in_a_comment_is_a_hard_stop(checker) -> None:
    note = drawn.segment(0xFE, b"20100117-2384")
    answer = report(checker, photo(extra=(note,)))
    assert answer.verdict == Verdict.DO_NOT_PUBLISH
    assert "H1" in {rule.code for rule in answer.assessment.rules}


def test_a_keyword_is_said_of_whom_the_file_names(checker) -> None:
    words = drawn.photoshop(
        drawn.resource(0x0404, drawn.iptc((25, b"diabetes"), (25, b"luciat\xe5g")))
    )
    alone = report(checker, photo(extra=(words,)))
    named = report(checker, photo(name="Tindra_Kvistberg_7B.jpg", extra=(words,)))
    assert "HEALTH" not in {f.entity for f in alone.findings}
    health = next(f for f in named.findings if f.entity == "HEALTH")
    assert (health.link, named.verdict) == ("named", Verdict.DO_NOT_PUBLISH)


def test_a_hint_in_a_caption_blocks_all(checker) -> None:
    caption = drawn.segment(0xFE, "Kim får inte vara med på bild, ni vet varför.".encode())
    image = photo(extra=(caption,))
    answer = report(checker, image, text="Luciatåget var fint.")
    assert answer.verdict == Verdict.BLOCKED
    assert answer.findings == ()
    assert checker.clean(image).cleaned is None


def test_one_verdict_for_text_and_pictures(checker) -> None:
    answer = report(checker, photo(gps=GPS), text="Elsa i 3B vann skolans stafett!")
    kinds = [finding.source.kind for finding in answer.findings]
    assert kinds[0] == "text"
    assert "image" in kinds
    assert answer.verdict == Verdict.DO_NOT_PUBLISH


def test_a_text_beside_a_broken_picture_is_never_clear(checker) -> None:
    answer = report(checker, Image("a.jpg", b"\xff\xd8\xff\xe0"), text="Vi byggde broar.")
    assert answer.verdict == Verdict.REVIEW
    assert "F7" in {rule.code for rule in answer.assessment.rules}
    assert "image_unread" in codes(answer)


def test_a_broken_picture_alone_is_an_error_that_numbers_it(checker) -> None:
    with pytest.raises(ImageError) as raised:
        report(checker, photo(), Image("Elsa.jpg", b"hej"))
    assert raised.value.facts == {"number": 2}


def test_an_unread_part_is_never_clear(checker) -> None:
    broken = drawn.segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08\0\x05")
    answer = report(checker, Image("a.jpg", drawn.with_segments(drawn.encoded("JPEG"), broken)))
    assert answer.verdict == Verdict.REVIEW
    assert "image_unread" in codes(answer)


def test_too_many_and_too_large(checker) -> None:
    with pytest.raises(TooLargeError, match="too_many_images"):
        report(checker, *[photo()] * 21)
    with pytest.raises(TooLargeError, match="image_too_large"):
        report(checker, Image("a.jpg", b"\xff" * (checker.max_file + 1)))


def test_every_text_of_a_draft_in_one_place() -> None:
    image = photo({0x013B: "Siv Åkerlund"}, name="Tindra_7B.jpg")
    reading = read_image(image.name, image.data)
    draft = Draft("Hej!", images=(image,))
    assert [p.text for p in pieces_of(draft, [reading], ())] == [
        "Hej!", "Tindra_7B", "Siv Åkerlund"
    ]  # fmt: skip
    assert [p.text for p in pieces_of(draft, [None], ())] == ["Hej!", "Tindra_7B.jpg"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_code_has_its_sentence(language: str) -> None:
    assert set(CODES) <= set(wording(language).sections["findings"])
