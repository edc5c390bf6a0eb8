"""From tokens and tags to a spaCy example, tokenized as a real text would be."""

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

from models.recipe.sources import Sentence

_TIGHT_BEFORE = frozenset(".,!?;:)]%»…")
_TIGHT_AFTER = frozenset("([«#@")
_QUOTES = frozenset("\"”'")

Pieces = list[tuple[str, str]]


def pieces(sentence: Sentence) -> Pieces:
    """Pairs of text and tag that, joined, give the running text; separators are tagged O."""
    if sentence.exact:
        return list(zip(sentence.tokens, sentence.tags, strict=True))
    found: Pieces = []
    open_quote = False
    tight = True
    for word, tag in zip(sentence.tokens, sentence.tags, strict=True):
        closing = word in _QUOTES and open_quote
        if not tight and not closing and word not in _TIGHT_BEFORE and word != "\n":
            found.append((" ", "I" + tag[1:] if tag[:2] == "I-" else "O"))
        found.append((word, tag))
        if word in _QUOTES:
            open_quote = not open_quote
        tight = word in _TIGHT_AFTER or (word in _QUOTES and open_quote) or word == "\n"
    return found


def example(nlp: Language, parts: Pieces) -> Example:
    """An example of running text with named spans; what is tagged `-` stays unknown."""
    doc = nlp.make_doc("".join(text for text, _ in parts))
    by_letter = _letters(parts)
    tags = [_tag(by_letter[token.idx : token.idx + len(token)]) for token in doc]
    return Example(doc, _reference(doc, tags))


def _letters(parts: Pieces) -> list[tuple[str, int]]:
    """For each letter its label and the number of the span it lies in."""
    found, span = [], 0
    for text, tag in parts:
        span += tag[:2] != "I-"
        found += [(tag if tag in {"-", "O"} else tag[2:], span)] * len(text)
    return found


def _tag(letters: list[tuple[str, int]]) -> tuple[str, int]:
    """The label of a token: that of its first named letter."""
    return next((letter for letter in letters if letter[0] != "O"), ("O", -1))


def _reference(doc: Doc, tags: list[tuple[str, int]]) -> Doc:
    words = [token.text for token in doc]
    spaces = [bool(token.whitespace_) for token in doc]
    truth = Doc(doc.vocab, words=words, spaces=spaces)
    named: list[tuple[int, int, str]] = []
    before = ("O", -1)
    for row, given in enumerate(tags):
        tag = ("O", -1) if doc[row].is_space else given
        if tag[0] not in {"O", "-"}:
            start = named.pop()[0] if tag == before else row
            named.append((start, row + 1, tag[0]))
        before = tag
    truth.set_ents(
        [Span(truth, start, end, label) for start, end, label in named],
        missing=[truth[row : row + 1] for row, tag in enumerate(tags) if tag[0] == "-"],
    )
    return truth
