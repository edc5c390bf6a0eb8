import numpy as np
import pytest
import spacy

from integritetskoll.errors import PipelineError
from integritetskoll.text.pipeline.names import (
    NameTable,
    bucket,
    build_table,
    name_table,
    pack,
    unpack,
    word_hash,
)

TABLE = build_table(
    [
        ("björn", pack(given=5, surname=4, common=2)),
        ("tindra", pack(given=4)),
        ("dag", pack(given=4, surname=3, common=5)),
        ("laos", pack(place=True)),
        ("volvo", pack(organisation=True)),
    ]
)


@pytest.mark.parametrize(
    ("count", "expected"),
    [(0, 0), (1, 0), (2, 1), (9, 1), (10, 2), (99, 2), (100, 3), (999, 3), (1000, 4), (10_000, 5)],
)
def test_bucket_edges(count, expected):
    assert bucket(count) == expected


@pytest.mark.parametrize(
    ("word", "given", "surname", "common"),
    [
        ("Björn", 5, 4, 2),
        ("björn", 5, 4, 2),
        ("BJÖRN", 5, 4, 2),
        ("Tindra", 4, 0, 0),
        ("Okänd", 0, 0, 0),
        ("", 0, 0, 0),
    ],
)
def test_counts_of_a_word(word, given, surname, common):
    assert (TABLE.given(word), TABLE.surname(word), TABLE.common(word)) == (given, surname, common)


@pytest.mark.parametrize(
    ("word", "plain"), [("Tindra", True), ("Dag", False), ("Björn", False), ("Laos", False)]
)
def test_a_plain_name_is_no_ordinary_word(word, plain):
    assert TABLE.is_plain_name(word) is plain


def test_packed_facts_come_back():
    code = np.array([pack(given=3, surname=5, common=1, place=True, organisation=True)])
    assert [int(part[0]) for part in unpack(code.astype(np.uint16))] == [3, 5, 1, 3]


def test_places_are_known():
    assert TABLE.place("Laos")
    assert not TABLE.place("Volvo")


def test_many_words_are_looked_up_at_once():
    hashes = np.array([word_hash("Tindra"), word_hash("x"), word_hash("DAG")], dtype=np.uint64)
    assert (TABLE.look_up(hashes) & 7).tolist() == [4, 0, 4]


def test_an_empty_table_knows_nothing():
    empty = NameTable(np.zeros(0, dtype=np.uint32), np.zeros(0, dtype=np.uint16))
    assert empty.given("Tindra") == 0


def test_the_hash_is_the_one_spacy_gives_a_token():
    doc = spacy.blank("sv")("Det Tindra mark ÅSA")
    assert [token.lower for token in doc] == [word_hash(token.text) for token in doc]


def test_a_pipeline_without_names_says_so():
    with pytest.raises(PipelineError, match="pipeline_without_names"):
        name_table(spacy.blank("sv"))
