"""Phrases as one tree: all patterns are walked together, one look-up a token.

A pattern is words separated by spaces. `a/b` is either; `stem*` any ending; `(a)` may be left
out; `<class>` a word of classes.tsv; `..` up to three words between. Shapes: `<tal>` digits,
`<betyg>` a capital A-F, `<namn>` a capitalised word. Punctuation stands
for itself and otherwise ends a phrase.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from integritetskoll.text.lexicon.reader import Entry, word_classes

GAP = 3
LIGHT = 4
STEM = 3
"""Letters by which a stem is looked up; no stem is shorter."""
_GRADE = re.compile(r"[A-F]")
NUMBER, GRADE, NAME = 1, 2, 4
SHAPES = {"tal": NUMBER, "betyg": GRADE, "namn": NAME}
"""Bits, so that a token's shapes are told once, whatever is asked of it."""


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a text: case-folded, their shapes, which may be passed over, which are words.

    `light` are joining words and names, over which a phrase may run; `solid` begin with a letter
    or a digit.
    """

    folded: Sequence[str]
    shapes: Sequence[int]
    light: Sequence[bool]
    solid: Sequence[bool]


def words_of(folded: Sequence[str], written: Sequence[str]) -> Words:
    """Return the tokens with what the walk asks of them, told once."""
    told = {word: _shape(word) for word in set(written)}
    shapes = [told[word] for word in written]
    known = word_classes()["lätt"]
    light = [
        word in known
        or shape & NAME != 0
        or (written[n] == "och" and n > 0 and shapes[n - 1] & NAME != 0)
        for n, (word, shape) in enumerate(zip(folded, shapes, strict=True))
    ]
    return Words(folded, shapes, light, [word[0].isalnum() for word in folded])


def _shape(word: str) -> int:
    first = word[0]
    if first.isdigit():
        return NUMBER
    if not first.isupper():
        return 0
    return GRADE if _GRADE.fullmatch(word) else NAME if word[1:].islower() else 0


_NOWHERE: Sequence[Node] = ()


@dataclass(slots=True)
class Node:
    """A place in the tree. `entries` are the phrases that end here."""

    entries: list[Entry] = field(default_factory=list)
    by_pattern: dict[str, Node] = field(default_factory=dict)
    words: dict[str, list[Node]] = field(default_factory=dict)
    stems: dict[str, list[tuple[str, Node]]] = field(default_factory=dict)
    shapes: list[tuple[int, Node]] = field(default_factory=list)
    gap: Node | None = None

    def add(self, tokens: Sequence[str], entry: Entry) -> None:
        """Grow the tree by one pattern."""
        node = self
        for token in tokens:
            node = node.by_pattern.get(token) or node._grow(token)
        node.entries.append(entry)

    def _grow(self, part: str) -> Node:
        child = self.by_pattern[part] = Node()
        if part == "..":
            self.gap = child
            return child
        for choice in part.split("/") if len(part) > 1 else (part,):
            self._reach(choice, child)
        return child

    def _reach(self, part: str, child: Node) -> None:
        name = part[1:-1] if part[0] == "<" and len(part) > 1 else ""
        if name in SHAPES:
            self.shapes.append((SHAPES[name], child))
        elif name:
            for word in word_classes()[name]:
                self._reach(word, child)
        elif part.endswith("*"):
            self.stems.setdefault(part[:STEM], []).append((part[:-1], child))
        else:
            self.words.setdefault(part, []).append(child)

    def after(self, folded: str, shape: int) -> Sequence[Node]:
        """Return the places that one token leads to."""
        found = self.words.get(folded, _NOWHERE)
        if self.stems and (stems := self.stems.get(folded[:STEM])):
            found = [*found, *(child for stem, child in stems if folded.startswith(stem))]
        if shape and self.shapes:
            found = [*found, *(child for wanted, child in self.shapes if wanted & shape)]
        return found


def patterns(phrase: str) -> Iterator[list[str]]:
    """Yield the token lists of a phrase: one with and one without each optional token.

    Its first words stand apart, so that few paths begin with a common word, whatever the tables.
    """
    tokens = phrase.split()
    place = next((n for n, t in enumerate(tokens) if t[0] == "(" and len(t) > 1), None)
    if place is None:
        first, *rest = tokens
        yield from ([word, *rest] for word in (first.split("/") if len(first) > 1 else (first,)))
        return
    before, after = tokens[:place], tokens[place + 1 :]
    yield from patterns(" ".join([*before, *after]))
    yield from patterns(" ".join([*before, tokens[place][1:-1], *after]))


@dataclass(slots=True)
class _Second:
    """What may follow a first token, all phrases together: else none can begin with it."""

    always: bool = False
    words: set[str] = field(default_factory=set)
    stems: set[str] = field(default_factory=set)
    shapes: int = 0

    def add(self, node: Node) -> None:
        """Note how a phrase goes on from here."""
        self.always = self.always or bool(node.entries) or node.gap is not None
        self.words |= node.words.keys()
        self.stems |= node.stems.keys()
        for shape, _ in node.shapes:
            self.shapes |= shape

    def holds(self, folded: str, shape: int, light: bool) -> bool:
        """Tell whether this token may come second, or be passed over because it is light."""
        return (
            light
            or self.always
            or folded in self.words
            or folded[:STEM] in self.stems
            or shape & self.shapes != 0
        )


@dataclass(frozen=True, slots=True)
class Openings:
    """What phrases may begin with: first words, first stems by their first letters, shapes."""

    words: Mapping[str, _Second]
    stems: Mapping[str, Sequence[tuple[str, _Second]]]
    shapes: int

    def told_by(self, words: Words) -> Iterator[int]:
        """Yield the tokens at which a phrase may begin, by two tokens; at all others none does."""
        nexts = zip(words.folded[1:], words.shapes[1:], words.light[1:], strict=True)
        following = chain(nexts, [("", 0, False)])
        # Few words begin a phrase: most are told by two look-ups, without a call.
        for place, (word, shape, after) in enumerate(
            zip(words.folded, words.shapes, following, strict=False)
        ):
            if shape & self.shapes:
                yield place
                continue
            if (known := self.words.get(word)) is not None and known.holds(*after):
                yield place
                continue
            for stem, known in self.stems.get(word[:STEM], ()):
                if word.startswith(stem) and known.holds(*after):
                    yield place
                    break


def openings(root: Node) -> Openings:
    """Return how the phrases of a tree begin."""
    words: dict[str, _Second] = defaultdict(_Second)
    stems: dict[str, dict[str, _Second]] = defaultdict(lambda: defaultdict(_Second))
    for word, children in root.words.items():
        for child in children:
            words[word].add(child)
    for head, stemmed in root.stems.items():
        for stem, child in stemmed:
            stems[head][stem].add(child)
    told = {head: tuple(known.items()) for head, known in stems.items()}
    return Openings(dict(words), told, sum({shape for shape, _ in root.shapes}))


def walk(root: Node, words: Words, start: int) -> Iterator[tuple[int, Entry]]:
    """Yield (end, entry) for each phrase that begins at token `start`."""
    folded, shapes = words.folded, words.shapes
    stack = [(n, start + 1, 0, LIGHT, True) for n in root.after(folded[start], shapes[start])]
    while stack:
        node, place, skips, lights, reached = stack.pop()
        if reached:
            for entry in node.entries:
                yield place, entry
            if node.gap is not None:
                stack.append((node.gap, place, GAP, lights, False))
        if place >= len(folded) or not (node.words or node.stems or node.shapes):
            continue  # no token leads on from here
        following = node.after(folded[place], shapes[place])
        if following:
            stack.extend([(child, place + 1, 0, lights, True) for child in following])
        if skips and words.solid[place]:
            stack.append((node, place + 1, skips - 1, lights, False))
        elif lights and words.light[place]:
            stack.append((node, place + 1, 0, lights - 1, False))
