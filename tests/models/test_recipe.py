import random
import re

import pytest
import spacy

from models.recipe import change, corpora, drafts, fairness, held_out, named_after, names, render
from models.recipe.fill import Fill, word_lists
from models.recipe.names import Draw, Names
from models.recipe.sources import Sentence
from models.recipe.world import names as load_world

BAG = Draw(["Anna", "Noor"], [10.0, 20.0], [3.0, 6.0], ["Tuvali"])
NAMES = Names(
    BAG,
    BAG,
    Draw(["Karlsson", "Ali"], [9.0, 12.0], [3.0, 5.0], ["Rarsson"]),
    {"anna": 5, "noor": 4, "tindra": 3},
    ["Maj"],
    {"any": (["Anna"], ["Ali"], ["Karlsson"])},
)


def dice(seed):
    return random.Random(seed)  # noqa: S311


def fill():
    words = ["järnväg", "bok"]
    return Fill(NAMES, word_lists(), ["Lund"], ["Norra skolan"], ["Storgatan"], words, load_world())


@pytest.mark.parametrize(
    ("tags", "repaired"),
    [
        (["I-PER", "I-PER"], ["B-PER", "I-PER"]),
        (["B-PER", "I-LOC"], ["B-PER", "B-LOC"]),
        (["O", "B-PER", "I-PER"], ["O", "B-PER", "I-PER"]),
        ([], []),
    ],
)
def test_stray_tags_are_repaired(tags, repaired):
    assert corpora.repair(tags) == repaired


@pytest.mark.parametrize(
    ("words", "tags", "cleaned"),
    [
        ("pastor Lennart Ek", "B-PER I-PER I-PER", "O B-PER I-PER"),
        ("Magister Ek", "B-PER I-PER", "O B-PER"),
        ("von Platen", "B-PER I-PER", "B-PER I-PER"),
        ("Anna", "B-PER", "B-PER"),
        ("i maj", "O B-TME", "O O"),
        ("boken Odysséen", "O B-WRK", "O B-MISC"),
    ],
)
def test_titles_and_other_labels_are_cleaned(words, tags, cleaned):
    assert corpora.clean(Sentence(words.split(), tags.split())).tags == cleaned.split()


def test_an_untagged_capital_is_unknown_where_the_tags_have_holes():
    sentence = Sentence("Nu kom Volvo och Anna".split(), "O O O O B-PER".split())
    assert corpora.clean(sentence, holes=True).tags == "O O - O B-PER".split()


def test_the_parts_share_no_sentence():
    rows = [Sentence([str(number)], ["O"]) for number in range(2000)]
    parts = corpora.split(rows)
    assert sum(map(len, parts)) == 2000
    assert not set(map(id, parts[0])) & set(map(id, parts[2]))
    assert all(len(part) >= 200 for part in parts)


@pytest.mark.parametrize("seed", range(20))
def test_swapped_names_keep_their_tags(seed):
    sentence = Sentence(
        "Hej Tindra och Tindras mamma Eva Ek".split(), "O B-PER O B-PER O B-PER I-PER".split()
    )
    swapped = change.swap_names(sentence, NAMES, dice(seed))
    assert len(swapped.tokens) == len(swapped.tags)
    assert [label for *_, label in change.spans(swapped.tags)] == ["PER"] * 3
    assert swapped.tokens[0] == "Hej"
    assert swapped.tokens[3].startswith(swapped.tokens[1][:3])


@pytest.mark.parametrize("seed", range(20))
def test_swapped_organisations_keep_their_tags_and_their_genitive(seed):
    sentence = Sentence("Hos Volvos chef och IFK Ek".split(), "O B-ORG O O B-ORG I-ORG".split())
    swapped = change.swap_others(sentence, "ORG", lambda _rng: "Noor Bygg AB", dice(seed))
    found = [swapped.tokens[start:end] for start, end, _ in change.spans(swapped.tags)]
    assert len(swapped.tokens) == len(swapped.tags)
    assert found[0] in (["Volvos"], ["Noor", "Bygg", "ABs"])
    assert found[1] in (["IFK", "Ek"], ["Noor", "Bygg", "AB"])


def test_places_are_swapped_among_places_alone():
    sentence = Sentence("Anna bor i Lund".split(), "B-PER O O B-LOC".split())
    seen = {
        change.swap_others(sentence, "LOC", lambda _rng: "Skara", dice(seed)).tokens[-1]
        for seed in range(30)
    }
    assert seen == {"Lund", "Skara"}


def test_long_names_come_in_both_orders():
    seen = {NAMES.long(dice(seed)).split()[-1] for seed in range(40)}
    assert seen == {"Karlsson", "Ali", "Anna"}


def test_some_given_names_are_words():
    seen = [NAMES.given(dice(seed)) for seed in range(1000)]
    assert 10 < seen.count("Maj") < 100


@pytest.mark.parametrize(
    "make",
    [
        named_after.organisation,
        named_after.any_organisation,
        named_after.place,
        named_after.any_place,
        named_after.work,
    ],
)
def test_what_is_named_after_somebody_has_words(make):
    made = {make(fill(), dice(seed)) for seed in range(200)}
    assert len(made) > 20
    assert all(name.strip() and "  " not in name for name in made)


@pytest.mark.parametrize(
    ("word", "forms"),
    [("Anna", {"Annas", "Anna's", "Anna’s", "Anna:s"}), ("Max", {"Max", "Max'", "Max’"})],
)
def test_genitives(word, forms):
    rng = dice(1)
    assert {change.genitive(word, rng) for _ in range(400)} == forms


def test_marks_can_be_left_out():
    assert change.without_marks("Åsa Öberg Zoë Łukasz") == "Asa Oberg Zoe Łukasz"


@pytest.mark.parametrize("file", sorted(drafts.patterns()))
def test_every_pattern_can_be_filled(file):
    for pattern in drafts.patterns()[file]:
        draft = drafts.Draft(fill(), dice(len(pattern)))
        draft.write(pattern)
        text = "".join(piece for piece, _ in draft.pieces)
        assert text.strip(), pattern
        assert not re.search(r"[{}|<>]{2}|\{", text), (pattern, text)


def test_there_are_hundreds_of_patterns_and_many_without_persons():
    known = drafts.patterns()
    bare = [line for lines in known.values() for line in lines if not drafts.has_person(line)]
    assert sum(map(len, known.values())) > 350
    assert len(bare) > 120


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ([("Hej ", "O"), ("Anna", "B-PER"), (" ", "I-PER"), ("Ek", "I-PER")], ["", "PER", "PER"]),
        ([("Mvh", "O"), ("\n", "O"), ("Noor", "B-PER")], ["", "", "PER"]),
        ([("Anna", "B-PER"), (",", "O"), ("Ali", "B-PER")], ["PER", "", "PER"]),
    ],
)
def test_a_draft_becomes_an_example(text, tags):
    example = render.example(spacy.blank("sv"), text)
    assert [token.ent_type_ for token in example.reference] == tags


def test_two_names_side_by_side_stay_two():
    example = render.example(spacy.blank("sv"), [("Anna", "B-PER"), ("\n", "O"), ("Ali", "B-PER")])
    assert [ent.text for ent in example.reference.ents] == ["Anna", "Ali"]


def test_unknown_stays_unknown():
    example = render.example(spacy.blank("sv"), [("Nu ", "O"), ("Volvo", "-"), (" går", "O")])
    assert [token.ent_iob_ for token in example.reference] == ["O", "", "O"]


@pytest.mark.parametrize("part", ["dev", "test"])
def test_held_out_drafts_mark_their_persons(part):
    texts = held_out.drafts(part)
    assert len(texts) > 20
    assert sum(len(spans) for _, spans in texts) > 60
    for text, spans in texts:
        assert "{" not in text
        assert all(text[start:end].strip() for start, end in spans)


def test_half_of_the_origin_names_is_never_trained_on():
    trained, kept = names.origins(held_out=False), names.origins(held_out=True)
    assert trained.keys() == kept.keys()
    assert len(trained) == 13
    for group in trained:
        for one, other in zip(trained[group], kept[group], strict=True):
            assert len(other) >= 15
            assert len(set(one) & set(other)) <= 1


def test_intervals_hold_the_share():
    row = fairness.Share(95, 100).row()
    assert row["low"] < row["recall"] < row["high"]
