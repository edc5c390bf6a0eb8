"""Who is meant: hits and near misses, and what no draft may ever match."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integritetskoll.plain.fold import fold_name
from integritetskoll.register.digest import PADDED_TO, Digester, packed, unpacked
from integritetskoll.register.forms import forms_of
from integritetskoll.register.match import Piece, draft_forms, holds_any
from integritetskoll.register.person import read_person
from integritetskoll.register.words import nothing_known
from tests.pace import grows_in_proportion

KEY = b"a key of thirty-two bytes, yes! "
TUVA = read_person(
    given_name="Tuva",
    surname="Kvistlind",
    aliases="Tuffis",
    personnummer="20100117-2384",
    school="Granbackaskolan",
    school_class="7B",
)


ESCAPES = {"\\n": "\n", "\\t": "\t", "\\u200b": "\u200b", "\\u00ad": "\u00ad"}


def cases() -> list[tuple[bool, str]]:
    found = []
    for line in Path(__file__).with_name("cases.txt").read_text("utf-8").splitlines():
        if line[:1] in {"+", "-"}:
            text = line[2:]
            for written, meant in ESCAPES.items():
                text = text.replace(written, meant)
            found.append((line[0] == "+", text))
    return found


@pytest.fixture(scope="module")
def asks(checker):
    def asks(text: str, **more: object) -> set[str]:
        pieces = [Piece(text, checker.analyzer.analyze(text).findings)]
        return draft_forms(pieces, checker.stops.words, **more)

    return asks


@pytest.mark.parametrize(("meant", "text"), cases())
def test_table(asks, *, meant: bool, text: str) -> None:
    assert bool(asks(text) & forms_of(TUVA)) is meant


def test_context_and_key_say_class_and_school(asks) -> None:
    forms = forms_of(TUVA)
    assert asks("Tuva vann.", classes=["7b"]) & forms
    assert asks("Tuva vann.", schools=["Granbacka skola"]) & forms
    assert not asks("Tuva vann.", classes=["7b"], schools=["Björkängsskolan"]) & forms
    assert (
        asks("Tuva vann.", classes=["7b"], schools=["Björkängsskolan", "Granbackaskolan"]) & forms
    )


def test_pieces_of_a_draft_lend_each_other_the_class(checker) -> None:
    text = "Klass 7B på utflykt."
    pieces = [Piece(text, checker.analyzer.analyze(text).findings), Piece("tuva.jpg")]
    assert draft_forms(pieces, checker.stops.words) & forms_of(TUVA)
    assert not draft_forms(pieces[1:], checker.stops.words) & forms_of(TUVA)


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"given_name": "Per", "surname": "Dag"}, "Vi tränar två gånger per dag."),
        ({"given_name": "Per", "surname": "Dag"}, "Per dag blir det tre mil."),
        ({"given_name": "Tor", "surname": "Sten"}, "Torsten vann."),
        ({"given_name": "Bo", "surname": "Stad"}, "En ny bostad #bostad"),
        ({"given_name": "Vi", "surname": "Nguyen", "school_class": "7B"}, "Vi i 7B vann."),
        ({"given_name": "Britt", "surname": "Ek", "school_class": "7B"}, "Gun-Britt i 7B vann."),
    ],
)
def test_ordinary_words_are_nobody(asks, fields: dict[str, str], text: str) -> None:
    assert not asks(text) & forms_of(read_person(**fields))


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"given_name": "Inga-Maj", "school_class": "7B"}, "Inga-Maj i 7B vann."),
        ({"given_name": "Mio", "surname": "van der Meer", "school_class": "7B"},
         "M. van der Meer i 7B vann."),
        ({"given_name": "Mio", "surname": "van der Meer", "school_class": "7B"},
         "Klass 7B: M Meer"),
        ({"given_name": "Isra", "surname": "Al-Mohamedi", "school_class": "7B"},
         "I. Al-Mohamedi i 7B vann."),
        ({"given_name": "Ola", "surname": "af Klint", "school_class": "7B"}, "O af Klint, 7B"),
    ],
)  # fmt: skip
def test_double_names_and_particles(asks, fields: dict[str, str], text: str) -> None:
    assert asks(text) & forms_of(read_person(**fields))


@pytest.mark.parametrize("name", ["Per", "Inga", "Maj", "Klara", "Vilja"])
def test_names_that_are_everyday_words(asks, name: str) -> None:
    """Beside a class or school they are somebody, elsewhere a word that begins a sentence."""
    forms = forms_of(read_person(given_name=name, school_class="7B", school="Ekskolan"))
    assert asks(f"{name} på Ekskolan vann.") & forms
    assert asks(f"{name} i 7B vann.") & forms
    assert (
        not asks("Per dag tränar vi. Inga läxor i maj, ekvationen är klar. Hälsningar 7B") & forms
    )


def test_short_names_are_not_forgiven_an_error(asks) -> None:
    forms = forms_of(read_person(given_name="Bo", surname="Ek"))
    assert asks("Bo Ek vann.") & forms
    assert not asks("Bo Eka vann.") & forms


def test_a_genitive_is_taken_off_before_folding(asks) -> None:
    forms = forms_of(read_person(given_name="Hanna", surname="Klefbeck", school_class="7B"))
    assert asks("Hanna Klefbecks bild") & forms
    jack = forms_of(read_person(given_name="Jack", surname="Ek", school_class="7B"))
    assert asks("Jacks bild från 7B") & jack


def test_no_form_is_a_single_name() -> None:
    single = {fold_name(one) for one in ("Tuva", "Kvistlind", "Tuffis", "Granbackaskolan")}
    single |= {"granbacka", "7b"}
    for form in forms_of(TUVA):
        kind, *parts = form.split("\0")
        assert kind in {"n", "x", "w", "p", "gc", "gcs", "gs", "ic", "ics"}
        assert not (len(parts) == 1 and parts[0] in single)
        assert len(parts) == 1 or kind[0] in "gi"


def test_digests_need_the_key() -> None:
    forms = sorted(forms_of(TUVA))
    one, other = Digester(KEY).many(forms), Digester(KEY[::-1]).many(forms)
    assert not set(one.tolist()) & set(other.tolist())
    assert (Digester(KEY).many(forms) == one).all()
    assert holds_any(np.sort(one), one[:1])
    assert not holds_any(np.sort(one), other)


def test_noise_hides_how_many_forms_there_are() -> None:
    short = Digester(KEY).many(sorted(forms_of(TUVA)))
    kept = unpacked(packed(short))
    assert len(kept) % PADDED_TO == 0
    assert set(short.tolist()) <= set(kept.tolist())
    assert (np.diff(kept.astype(np.float64)) >= 0).all()


NAMES = st.text(alphabet="abcdefghijklmnoprstuvåäöéABCÅÄÖ", min_size=2, max_size=12)


@given(given_name=NAMES, surname=NAMES)
@settings(deadline=None, max_examples=100)
def test_every_full_name_is_found(given_name: str, surname: str) -> None:
    forms = forms_of(read_person(given_name=given_name, surname=surname))
    for text in (
        f"Idag: {given_name.capitalize()} {surname.capitalize()}!",
        f"{surname.capitalize()}, {given_name.capitalize()}",
        f"{given_name}_{surname}.jpg".lower(),
    ):
        assert draft_forms([Piece(text)], nothing_known) & forms


@given(st.text(max_size=300))
@settings(deadline=None)
def test_no_text_breaks_it(text: str) -> None:
    draft_forms([Piece(text)], nothing_known, schools=[text], classes=[text])


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["A b ", "A B ", "Tuva Lind ", "a.", "_a", "@a#", "7B Tuva ", "1001172384", "Anna-"]
)
def test_long_texts_take_linear_time(piece: str, checker) -> None:
    def forms(length: int) -> None:
        text = (piece * (length // len(piece) + 1))[:length]
        draft_forms([Piece(text)], checker.stops.words, classes=["7B"], schools=["Granbacka"])

    forms(2_000)
    assert grows_in_proportion(forms, 20_000, 200_000, floor=1.5)
