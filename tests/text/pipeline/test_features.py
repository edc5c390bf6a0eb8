import numpy as np
import pytest
import spacy

from integritetskoll.text.pipeline.features import form_ids, without_marks
from integritetskoll.text.pipeline.names import build_table, name_table, pack
from tests.text.pipeline import small

TABLE = build_table(
    [
        ("tindra", pack(given=4)),
        ("ann", pack(given=5)),
        ("britt", pack(given=3)),
        ("dag", pack(given=4, common=5)),
        ("dags", pack(common=3)),
    ]
)
GIVEN = 6


def given_ids(text):
    doc = spacy.blank("sv")(text)
    return form_ids(doc, TABLE)[:, GIVEN].tolist()


@pytest.mark.parametrize("word", ["Tindras", "tindras", "TINDRAS", "Tindra:s"])
def test_a_genitive_is_seen_as_a_name_and_as_a_genitive(word):
    assert given_ids(word) == [(6 + 4) * 6]


@pytest.mark.parametrize(
    ("word", "bucket", "common"),
    [("Tindra", 4, 0), ("tindra", 4, 0), ("Ann-Britt", 3, 0), ("dag", 4, 5), ("Okänd", 0, 0)],
)
def test_name_ids(word, bucket, common):
    assert given_ids(word) == [bucket * 6 + common]


COMPOUNDS = build_table([("gryta", pack(common=3)), ("anmälan", pack(common=4))])


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Linsgryta", 12 * 6 + 3),
        ("frånvaroanmälan", 12 * 6 + 4),
        ("gryta", 3),
        ("Xyzzyxorum", 0),
        ("grytan", 0),
    ],
)
def test_a_compound_takes_the_count_of_its_end(word, expected):
    doc = spacy.blank("sv")(word)
    assert form_ids(doc, COMPOUNDS)[0, GIVEN] == expected


@pytest.mark.parametrize(
    ("word", "bare"),
    [
        ("łukasz", "lukasz"),
        ("şerif", "serif"),
        ("i\u0307brahim", "ibrahim"),
        ("özlem", "özlem"),
        ("åsa", "åsa"),
        ("a\u030asa", "åsa"),
        ("žana", "zana"),
        ("anna", "anna"),
    ],
)
def test_marks_that_the_counts_lack_are_left_out(word, bare):
    assert without_marks(word) == bare


def test_a_name_with_foreign_marks_is_known_by_its_plain_form():
    doc = spacy.blank("sv")("Tindrą")
    assert form_ids(doc, TABLE)[0, GIVEN] == 4 * 6


def test_the_count_of_the_genitive_itself_stays():
    assert given_ids("dags") == [(6 + 4) * 6 + 3]


def test_a_hyphenated_word_with_an_unknown_part_is_no_name():
    assert given_ids("Ann-baserad") == [0]


def test_one_row_per_token_and_equal_forms_alike():
    doc = spacy.blank("sv")("Tindra och Tindra\noch tindra")
    ids = form_ids(doc, TABLE)
    assert ids.shape == (len(doc), 9)
    assert (ids[0] == ids[2]).all()
    assert not (ids[0] == ids[-1]).all()


@pytest.mark.parametrize("text", ["", " ", "a", "\n\n", "😀", "\u200b", "\x00"])
def test_odd_texts_have_features_too(text):
    doc = spacy.blank("sv").make_doc(text)
    assert form_ids(doc, TABLE).shape == (len(doc), 9)


@pytest.mark.parametrize("text", ["", "Tindra", "Hej Tindra Kvist!\nMvh Anna"])
def test_a_saved_pipeline_gives_the_same_vectors(tmp_path, text):
    nlp = small.with_features()
    nlp.to_disk(tmp_path / "saved")
    again = spacy.load(tmp_path / "saved")
    vectors = [pipe.get_pipe("tok2vec").predict([pipe.make_doc(text)])[0] for pipe in (nlp, again)]
    assert vectors[0].shape == (len(nlp.make_doc(text)), 16)
    assert np.array_equal(vectors[0], vectors[1])


def test_the_name_table_is_saved_with_the_weights(tmp_path):
    small.with_features().to_disk(tmp_path / "saved")
    table = name_table(spacy.load(tmp_path / "saved"))
    assert (table.given("Anna"), table.surname("Kvist"), table.given("Okänd")) == (5, 3, 0)


def test_names_change_what_the_model_sees():
    nlp = small.with_features()
    known, unknown = nlp.get_pipe("tok2vec").predict([nlp.make_doc("Anna"), nlp.make_doc("Anxx")])
    assert not np.array_equal(known, unknown)


def test_training_moves_the_name_rows():
    nlp = small.with_features()
    doc = nlp.make_doc("Hej Tindra")
    example = spacy.training.Example.from_dict(doc, {"entities": [(4, 10, "PER")]})
    before = [param.copy() for param in _tables(nlp)]
    for _ in range(3):
        nlp.update([example])
    assert any(not np.array_equal(*pair) for pair in zip(before, _tables(nlp), strict=True))


def _tables(nlp):
    model = nlp.get_pipe("tok2vec").model
    return [node.get_param("E") for node in model.walk() if node.has_param("E")]
