import numpy as np
import pytest
import spacy
from spacy import parts_of_speech

from integritetskoll.text.pipeline.lemmas import LemmaTable, LookupLemmas
from integritetskoll.text.pipeline.names import word_hash

EDITS = [(0, ""), (2, "a"), (2, ""), (1, "")]


def table():
    coded = {"läxorna": 2 * 2 + 0, "stenen": 2 * 2, "plan": 0 * 2 + 1, "läser": 2 * 1}
    rows = sorted((word_hash(form) & 0xFFFFFFFF, code) for form, code in coded.items())
    return LemmaTable(
        np.array([key for key, _ in rows], dtype=np.uint32),
        np.array([code for _, code in rows], dtype=np.uint16),
        EDITS,
    )


@pytest.mark.parametrize(
    ("form", "pos", "lemma"),
    [
        ("läser", "VERB", "läsa"),
        ("stenen", "NOUN", "sten"),
        ("kalkstenen", "NOUN", "kalksten"),
        ("planläser", "VERB", "planläsa"),
        ("plan", "NOUN", "plan"),
        ("okänd", "ADJ", "okänd"),
    ],
)
def test_the_longest_known_end_decides(form, pos, lemma):
    rows = table()
    code = rows.codes_of([form])[0]
    assert rows.lemma(form, code, getattr(parts_of_speech, pos)) == lemma


def test_an_empty_table_leaves_words_as_they_are():
    assert LemmaTable().codes_of(["läser", ""]) == [-1, -1]


def test_the_table_survives_saving(tmp_path):
    one, other = LookupLemmas(), LookupLemmas()
    one.table = table()
    one.to_disk(tmp_path / "lemmas")
    other.from_disk(tmp_path / "lemmas")
    assert other.table.codes_of(["läser"]) == one.table.codes_of(["läser"])
    assert [tuple(edit) for edit in other.table.edits] == EDITS


def test_without_parts_of_speech_the_table_decides():
    nlp = spacy.blank("sv")
    component = nlp.add_pipe("integritetskoll_lemmas")
    component.table = table()
    assert [token.lemma_ for token in nlp("Hon läser.")] == ["hon", "läsa", "."]


@pytest.mark.parametrize(
    ("sentence", "lemmas"),
    [
        ("Eleverna glömde läxorna.", ["elev", "glömma", "läxa"]),
        ("Hon är lat och stökig.", ["vara", "lat", "stökig"]),
        ("De duktiga pojkarna mår bra.", ["duktig", "pojke", "må", "bra"]),
    ],
)
def test_the_shipped_pipeline_knows_base_forms(nlp, sentence, lemmas):
    assert set(lemmas) <= {token.lemma_ for token in nlp(sentence)}


def test_an_empty_text_has_no_lemmas():
    nlp = spacy.blank("sv")
    nlp.add_pipe("integritetskoll_lemmas")
    assert len(nlp("")) == 0


def test_white_space_and_marks_are_their_own_lemma(nlp):
    assert [token.lemma_ for token in nlp("Hej\n\nNoor !")][1:] == ["\n\n", "Noor", "!"]
