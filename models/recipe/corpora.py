"""The tagged corpora, made alike: PER, LOC, ORG, MISC, O, and `-` for what nobody tagged."""

import random
from dataclasses import replace
from itertools import chain

from integritetskoll.text.pipeline.names import NameTable
from models.recipe.sources import Sentence, corpus

LABELS = ("PER", "LOC", "ORG", "MISC")
_ALIKE = {"WRK": "MISC", "EVN": "MISC", "OBJ": "MISC"}
PARTICLES = frozenset(
    """von van af de del della di da dos du la le el al bin ibn ben abu der den ten zu y och d' o'
    """.split()
)
TITLES = frozenset(
    """rektor biträdande lärare lärarinnan magister fröken mentor kurator doktor professor docent
    direktör herr fru pastor kyrkoherde biskop kapten major general överste löjtnant kung konung
    drottning prins prinsessan president premiärminister minister statsminister utrikesminister
    advokat ingenjör disponent tant farbror moster faster morbror farfar farmor mormor morfar mamma
    pappa sultan greve baron sir lord lady mr mrs miss dr prof syster bror broder fader sankt
    sankte påve ärkebiskop kommissarie sergeant friherre landshövding tränare ordförande talman
    kansler""".split()
)
BLOCK = 50
OFTEN = 3
TURNS, DEV_TURNS, TEST_TURNS = 14, frozenset({1, 6}), frozenset({3, 10})


def clean(sentence: Sentence, *, holes: bool = False) -> Sentence:
    """Keep our labels; `holes`: an untagged capitalised word may be an organisation."""
    tags = [_known(tag) for tag in sentence.tags]
    tags = _strip_titles(sentence.tokens, tags)
    if holes:
        tags = [
            "-" if tag == "O" and row and _capital(token) else tag
            for row, (token, tag) in enumerate(zip(sentence.tokens, tags, strict=True))
        ]
    tokens = [token.replace("­", "") or "-" for token in sentence.tokens]
    return replace(sentence, tokens=tokens, tags=repair(tags))


def doubt(sentence: Sentence, table: NameTable) -> Sentence:
    """Untag what the annotators seem to have overlooked: a sure name in capitals, tagged O."""
    tags = [
        "-" if tag == "O" and row and _sure(token, table) else tag
        for row, (token, tag) in enumerate(zip(sentence.tokens, sentence.tags, strict=True))
    ]
    return replace(sentence, tags=tags)


def _sure(token: str, table: NameTable) -> bool:
    often = table.given(token) >= OFTEN or table.surname(token) >= OFTEN
    return often and token[:1].isupper() and table.is_plain_name(token) and not table.place(token)


def repair(tags: list[str]) -> list[str]:
    """Make every `I-` that does not continue a span of its label a `B-`."""
    fixed: list[str] = []
    for tag in tags:
        stray = tag[:2] == "I-" and (not fixed or fixed[-1][1:] != tag[1:])
        fixed.append("B" + tag[1:] if stray else tag)
    return fixed


def split(sentences: list[Sentence]) -> tuple[list[Sentence], list[Sentence], list[Sentence]]:
    """Train, dev and test by blocks of neighbouring sentences, so that no story is in two parts."""
    parts: tuple[list[Sentence], list[Sentence], list[Sentence]] = ([], [], [])
    for start in range(0, len(sentences), BLOCK):
        turn = start // BLOCK % TURNS
        part = 2 if turn in TEST_TURNS else 1 if turn in DEV_TURNS else 0
        parts[part].extend(sentences[start : start + BLOCK])
    return parts


def training(table: NameTable) -> dict[str, list[Sentence]]:
    """The training parts, by corpus, without sentences that also stand in a held-out part."""
    kept = {
        " ".join(row.tokens) for part in (development(), test()) for row in chain(*part.values())
    }
    parts = {
        "klintan": split(_cleaned("klintan_train"))[0],
        "talbanken": _cleaned("uner_talbanken_train"),
        "gold": split(_cleaned("suc3_gold"))[0],
        "auto": [
            clean(sentence, holes=True) for sentence in corpus("suc3_auto") if not _odd(sentence)
        ],
    }
    return {
        name: [doubt(row, table) for row in rows if " ".join(row.tokens) not in kept]
        for name, rows in parts.items()
    }


def development() -> dict[str, list[Sentence]]:
    """What decides between settings."""
    return {
        "klintan": split(_cleaned("klintan_train"))[1],
        "gold": split(_cleaned("suc3_gold"))[1],
        "talbanken": _cleaned("uner_talbanken_dev"),
    }


def test() -> dict[str, list[Sentence]]:
    """What only the last figures are measured on."""
    return {
        "klintan": split(_cleaned("klintan_train"))[2],
        "gold": split(_cleaned("suc3_gold"))[2],
        "talbanken": _cleaned("uner_talbanken_test"),
    }


def documents(
    sentences: list[Sentence], rng: random.Random, *, longest: int = 4
) -> list[list[Sentence]]:
    """Neighbouring sentences in runs of one to `longest`."""
    runs, at = [], 0
    while at < len(sentences):
        size = rng.randint(1, longest)
        runs.append(sentences[at : at + size])
        at += size
    return runs


def _cleaned(name: str) -> list[Sentence]:
    return [clean(sentence) for sentence in corpus(name)]


def _known(tag: str) -> str:
    if tag[2:] in {"LOCORG", "ORGPRS", "LOCPRS"}:
        return "-"
    tag = tag[:2] + _ALIKE.get(tag[2:], tag[2:])
    return tag if tag[2:] in LABELS else "O"


def _capital(token: str) -> bool:
    return token[:1].isupper()


def _odd(sentence: Sentence) -> bool:
    """An automatic tag on a lower-case word is mostly a mistake."""
    return any(
        tag.endswith("-PER") and token[:1].islower() and token.lower() not in PARTICLES
        for token, tag in zip(sentence.tokens, sentence.tags, strict=True)
    )


def _strip_titles(tokens: list[str], tags: list[str]) -> list[str]:
    """Take titles ("pastor", "Kapten") out of the beginning of a person's span."""
    tags = list(tags)
    for row, (token, tag) in enumerate(zip(tokens, tags, strict=True)):
        title = token.lower().rstrip(".") in TITLES or (
            token[:1].islower() and token.lower() not in PARTICLES
        )
        if tag == "B-PER" and (title or token in {'"', "”", "'"}) and _goes_on(tags, row):
            tags[row] = "O"
            tags[row + 1] = "B-PER"
    return tags


def _goes_on(tags: list[str], row: int) -> bool:
    return row + 1 < len(tags) and tags[row + 1] == "I-PER"
