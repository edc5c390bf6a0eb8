"""The pipeline that ships: what it finds, what it weighs, what it must not hold."""

import json
import subprocess
import sys
import unicodedata

import pytest

from integritetskoll.text.pipeline import name_table
from integritetskoll.text.pipeline.load import shipped
from tests.pace import grows_in_proportion

MEGABYTE = 1_000_000


def persons(nlp, text):
    return [ent.text for ent in nlp(text).ents if ent.label_ == "PER"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Igår läste Tindra högt för klassen.", ["Tindra"]),
        (
            "Tindra Kvistberg, Ravi Almsjö och Noor Stenfalk får stipendium.",
            ["Tindra Kvistberg", "Ravi Almsjö", "Noor Stenfalk"],
        ),
        ("Tindras text handlar om havet.", ["Tindras"]),
        ("Hälsningar\nMaria", ["Maria"]),
        ("Vi ses på måndag!\n\nMvh\nAnna Karlsson", ["Anna Karlsson"]),
        ("- Ali\n- Noor\n- Elsa", ["Ali", "Noor", "Elsa"]),
        ("Grupp 1: Mohammed-Ali, Ann-Britt och Kim", ["Mohammed-Ali", "Ann-Britt", "Kim"]),
        ("Nguyen Thi Lan går i 3A.", ["Nguyen Thi Lan"]),
        ("kan tindra ta med sig boken imorgon?", ["tindra"]),
        ("Pippi bor i Villa Villekulla.", ["Pippi"]),
        ("Mentor Siv ringde hem till Björn.", ["Siv", "Björn"]),
    ],
)
def test_persons_are_found(nlp, text, names):
    assert persons(nlp, text) == names


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "Läxa till måndag",
        "VECKOBREV",
        "Matematik\nSvenska\nIdrott och hälsa",
        "Kostnad: 20 kr per elev, max 10 sidor.",
        "De får bo kvar hela dagen. En dag i taget.",
        "Björnen sover i sitt ide hela vintern.",
        "Eleverna ska läsa en saga om ett långt liv.",
        "I maj och juni går vi ut.",
        "Eleven arbetar självständigt och tar ansvar.",
    ],
)
def test_nobody_is_found_where_nobody_is(nlp, text):
    assert persons(nlp, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Hej Tindra 😀\n\n/Bodil",
        "  Tindra\tKvist \n Ali",
        "E\u0301lise och Åsa",
        unicodedata.normalize("NFD", "Åsa och Björn"),
    ],
)
def test_offsets_point_into_the_text(nlp, text):
    doc = nlp(text)
    assert doc.text == text
    assert all(text[ent.start_char : ent.end_char] == ent.text for ent in doc.ents)


def test_every_token_has_a_part_of_speech_and_a_lemma(nlp):
    doc = nlp("Hon skrev en lång och rolig berättelse om hunden.")
    assert [token.pos_ for token in doc][:4] == ["PRON", "VERB", "DET", "ADJ"]
    assert doc[-2].lemma_ == "hund"
    assert all(token.lemma_ for token in doc)


def test_the_name_table_lies_in_the_pipeline(nlp):
    table = name_table(nlp)
    assert table.given("Tindra") >= 3
    assert table.surname("Andersson") == 5
    assert table.common("dag") >= 4
    assert not table.is_plain_name("dag")
    assert table.is_plain_name("Tindra")


def test_the_same_text_gives_the_same_answer(nlp):
    text = "Noor och Ravi satt bredvid Elsa i bussen till Liseberg.\n/Siv"
    assert persons(nlp, text) == persons(nlp, text)
    assert (nlp(text).tensor == nlp(text).tensor).all()


def test_nothing_of_the_corpora_is_in_the_string_store():
    strings = json.loads((shipped() / "vocab" / "strings.json").read_text(encoding="utf-8"))
    known = {word.lower() for word in strings}
    names = "andersson karlsson svensson ahmed mohamed nguyen tindra noor bildt reinfeldt obama"
    assert not known & set(names.split())
    assert len(strings) < 1500


def test_no_list_of_names_can_be_read_from_the_files():
    for path in shipped().rglob("*"):
        if path.is_file() and path.name != "tokenizer":
            raw = path.read_bytes().lower()
            assert not any(name in raw for name in (b"karlsson", b"andersson", b"tindra")), path


def test_it_weighs_at_most_twelve_megabytes():
    files = [path for path in shipped().rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 12 * MEGABYTE


def test_spacy_loads_it_in_a_clean_process_without_our_code_imported(tmp_path):
    code = (
        f"import spacy; nlp = spacy.load({str(shipped())!r})\n"
        "print([ent.text for ent in nlp('Igår ringde Tindra Kvistberg.').ents])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.stdout.strip() == "['Tindra Kvistberg']", done.stderr


def test_a_long_text_takes_a_time_in_proportion(nlp):
    sentence = "Idag läste Tindra och Noor om rymden med mentor Siv.\n"
    nlp(sentence * 40)
    assert grows_in_proportion(lambda times: nlp(sentence * times), 40, 400)
