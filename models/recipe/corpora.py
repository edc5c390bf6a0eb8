"""The tagged corpora, made alike: PER, LOC, ORG and O, `-` for what the annotation leaves open."""

import random
from dataclasses import replace

from models.recipe.sources import Sentence, corpus

LABELS = ("PER", "LOC", "ORG")
PARTICLES = frozenset(
    "von van af de del della di da dos du la le el al bin ibn ben abu der den ten zu y och d' o'".split()
)
TITLES = frozenset(
    """rektor biträdande lärare lärarinnan magister fröken mentor kurator doktor professor docent
    direktör herr fru pastor kyrkoherde biskop kapten major general överste löjtnant kung konung
    drottning prins prinsessan president premiärminister minister statsminister utrikesminister
    advokat ingenjör disponent tant farbror moster faster morbror farfar farmor mormor morfar mamma
    pappa sultan greve baron sir lord lady mr mrs miss dr prof syster bror broder fader sankt sankte
    påve ärkebiskop kommissarie sergeant friherre landshövding tränare ordförande talman kansler""".split()
)
BLOCK = 50
DEV_EVERY, TEST_EVERY = 14, 7


def clean(sentence: Sentence, *, holes: bool = False) -> Sentence:
    """Keep the three labels; `holes`: an untagged capitalised word may be an organisation."""
    tags = [_known(tag) for tag in sentence.tags]
    tags = _strip_titles(sentence.tokens, tags)
    if holes:
        tags = [
            "-" if tag == "O" and row and _capital(token) else tag
            for row, (token, tag) in enumerate(zip(sentence.tokens, tags, strict=True))
        ]
    tokens = [token.replace("­", "") or "-" for token in sentence.tokens]
    return replace(sentence, tokens=tokens, tags=repair(tags))


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
        turn = start // BLOCK % DEV_EVERY
        part = 2 if turn % TEST_EVERY == 3 else 1 if turn == 1 else 0
        parts[part].extend(sentences[start : start + BLOCK])
    return parts


def training() -> dict[str, list[Sentence]]:
    """The training parts, by corpus."""
    return {
        "klintan": split(_cleaned("klintan_train"))[0],
        "talbanken": _cleaned("uner_talbanken_train"),
        "gold": split(_cleaned("suc3_gold"))[0],
        "auto": [
            clean(sentence, holes=True)
            for sentence in corpus("suc3_auto")
            if not _odd(sentence)
        ],
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
