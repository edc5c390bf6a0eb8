import random
import re

import pytest

from models.recipe import change, chat, world, written
from tests.models.test_recipe import NAMES

DRAFT = "Hej {p:Noor}!\n{p:Anna Karlsson}, {p:T.K.} och {p:noor} åker till {l:Åmyre} med {o:SJ}."


def dice(seed):
    return random.Random(seed)  # noqa: S311


def test_marks_become_spans():
    draft = written.read(DRAFT)
    assert draft.text == "Hej Noor!\nAnna Karlsson, T.K. och noor åker till Åmyre med SJ."
    assert [draft.text[a:b] for a, b in sorted(draft.spans("PER"))] == [
        "Noor", "Anna Karlsson", "T.K.", "noor",
    ]  # fmt: skip
    assert [draft.text[a:b] for a, b in draft.spans("LOC")] == ["Åmyre"]


@pytest.mark.parametrize("text", ["Hej {Noor}", "Hej {p:Noor", "Hej p:Noor}", "{x:Noor}", "{p:}"])
def test_a_brace_that_is_no_mark_is_refused(text):
    with pytest.raises(ValueError, match=r"[{}]"):
        written.read(text)


@pytest.mark.parametrize("seed", range(40))
def test_a_varied_draft_keeps_its_labels_its_case_and_its_initials(seed):
    sentence = written.varied(written.read(DRAFT), NAMES, {}, dice(seed))
    text = "".join(sentence.tokens)
    named = ["".join(sentence.tokens[a:b]) for a, b, _ in change.spans(sentence.tags)]
    assert len(sentence.tokens) == len(sentence.tags)
    assert "{" not in text
    if "och" in text:
        assert "T.K." in named
        assert named[named.index("T.K.") + 1].islower()
        assert named[-2:] == ["Åmyre", "SJ"]


def test_the_same_person_gets_the_same_other_name():
    draft = written.read("{p:Noor} och {p:Anna}. {p:Noor} läser.")
    for seed in range(30):
        sentence = written.varied(draft, NAMES, {}, dice(seed))
        named = ["".join(sentence.tokens[a:b]) for a, b, _ in change.spans(sentence.tags)]
        if len(named) == 3:
            assert named[0] == named[2]


def test_places_are_swapped_now_and_then():
    draft = written.read("Vi åker till {l:Åmyre}.")
    seen = {
        "".join(written.varied(draft, NAMES, {"LOC": lambda _rng: "Skara"}, dice(seed)).tokens)
        for seed in range(60)
    }
    assert {"Vi åker till Åmyre.", "Vi åker till Skara."} == seen


def test_the_parts_share_no_draft():
    drafts = [written.drafts("train"), written.drafts("dev")]
    drafts += [written.test("test"), written.test("test_natural")]
    parts = [{draft.text for draft in part} for part in drafts]
    assert all(len(part) > 100 for part in parts)
    assert not parts[0] & parts[1]
    assert not (parts[0] | parts[1]) & (parts[2] | parts[3])
    assert not parts[2] & parts[3]


@pytest.mark.parametrize("part", ["train", "dev", "test", "test_natural"])
def test_many_drafts_hold_no_person(part):
    drafts = written.test(part) if part.startswith("test") else written.drafts(part)
    bare = [draft for draft in drafts if not draft.spans("PER")]
    assert 0.15 < len(bare) / len(drafts) < 0.6


def test_well_known_names_are_listed_once_and_have_no_marks():
    for kind, names in world.names().items():
        assert len(names) > 200, kind
        assert all(re.search(r"\w", name) and not re.search(r"[{}<>\t]", name) for name in names)


def test_only_telling_words_of_long_names_are_marked(monkeypatch):
    monkeypatch.setattr(world, "names", lambda: {"places": ["Nya Zeeland", "Kiruna", "Karl IV"]})
    common, borne = {"nya": 5}, {"karl": 5}
    marked = set(
        world.words("places", lambda word: common.get(word, 0), lambda word: borne.get(word, 0))
    )
    assert marked == {"zeeland", "kiruna", "iv"}


def test_chat_has_a_place_for_a_name_in_every_row():
    assert all("{0}" in frame and frame == frame.lower() for frame in chat.CHAT)
