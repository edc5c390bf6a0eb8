"""The quicker search for names finds what spaCy's finds, and leaves the rest to spaCy."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.tokens import Doc, Span

from integritetskoll.text.pipeline.quick_names import QuickNames, moves_of, spans
from models.recipe import held_out

TEXTS = [text for part in ("dev", "test") for text, _ in held_out.drafts(part)]
EDGES = [
    "\n",
    " ",
    "Elsa",
    "Elsa\n",
    "\nElsa Ek",
    "Elsa Ek\n\n",
    "Elsa Maria Ek von",
    "elsa\tEk \n Ali",
]
NAMES = "O B-PER I-PER L-PER U-PER B-LOC I-LOC L-LOC U-LOC".split()


@pytest.mark.parametrize(
    "text", [*EDGES, *TEXTS, *map(str.lower, TEXTS), "\n".join(TEXTS)], ids=lambda text: text[:20]
)
def test_finds_what_spacy_finds(quick, plain, text):
    ours, theirs = quick(text), plain(text)
    assert [(e.start, e.end, e.label_) for e in ours.ents] == [
        (e.start, e.end, e.label_) for e in theirs.ents
    ]
    assert [t.ent_iob_ for t in ours] == [t.ent_iob_ for t in theirs]


def test_many_texts_at_once_give_the_same(quick, plain):
    ours, theirs = quick.pipe(TEXTS), plain.pipe(TEXTS)
    for one, other in zip(ours, theirs, strict=True):
        assert [e.text for e in one.ents] == [e.text for e in other.ents]


def test_is_the_name_finder_that_was_read(quick, plain):
    names = quick.get_pipe("ner")
    assert isinstance(names, QuickNames)
    assert names.labels == plain.get_pipe("ner").labels
    ours, theirs = (finder.model.get_ref("lower") for finder in (names, plain.get_pipe("ner")))
    assert (ours.get_param("W") == theirs.get_param("W")).all()


@pytest.mark.parametrize("sentences", [False, True])
def test_leaves_what_was_set_before_to_spacy(quick, plain, sentences):
    words = "Igår läste Tindra Kvist högt för Noor".split()
    starts = [word == "Kvist" for word in words] if sentences else None
    found = []
    for nlp in (quick, plain):
        doc = Doc(nlp.vocab, words=words, sent_starts=starts)
        if not sentences:
            doc.set_ents([Span(doc, 4, 5, "LOC")], default="unmodified")
        for _, component in nlp.pipeline:
            doc = component(doc)
        found.append([(e.start, e.end, e.label_) for e in doc.ents])
    assert found[0] == found[1]
    assert len(found[0]) >= 2


def _parts(*tokens):
    """Scores of three features by token: of the token itself, and none of the others."""
    parts = np.zeros((len(tokens) + 1, 3, len(NAMES), 1), dtype=np.float32)
    for row, steps in enumerate(tokens, 1):
        for step in steps.split():
            parts[row, 0, NAMES.index(step)] = 1
    return parts


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        (["O", "U-PER", "O"], [(1, 2, "PER")]),
        (["B-PER", "L-PER", "U-LOC"], [(0, 2, "PER"), (2, 3, "LOC")]),
        (["B-PER", "I-PER", "L-PER", "B-LOC", "L-LOC"], [(0, 3, "PER"), (3, 5, "LOC")]),
        (["B-PER", "I-PER", "I-PER"], [(0, 3, "PER")]),
        (["O", "I-PER", "L-LOC"], []),
        (["O", "O", "B-PER"], []),
        (["B-PER", "B-LOC", "L-PER"], [(0, 3, "PER")]),
    ],
)
def test_only_what_may_follow_follows(steps, found):
    bias = np.zeros((len(NAMES), 1), dtype=np.float32)
    bias[NAMES.index("O")] = 0.5
    bias[NAMES.index("I-PER")] = 0.1
    space = np.zeros(len(steps), dtype=bool)
    assert spans(_parts(*steps), bias, moves_of(NAMES), space) == found


def test_no_name_begins_at_a_space():
    bias = np.zeros((len(NAMES), 1), dtype=np.float32)
    space = np.array([True, False])
    assert spans(_parts("U-PER", "U-PER"), bias, moves_of(NAMES), space) == [(1, 2, "PER")]
