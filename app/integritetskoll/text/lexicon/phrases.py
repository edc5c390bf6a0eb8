"""Phrases as one tree: all patterns are walked together, one look-up a token.

A pattern is words separated by spaces. `a/b` is either; `stem*` any ending; `(a)` may be left
out; `<class>` a word of classes.tsv; `..` up to three words between. Shapes: `<tal>` digits,
`<betyg>` a capital A-F, `<namn>` a capitalised word. Punctuation stands
for itself and otherwise ends a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from integritetskoll.text.lexicon.reader import Entry, word_classes

GAP = 3
LIGHT = 4
STEM = 3
"""Letters by which a stem is looked up; no stem is shorter."""
_GRADE = re.compile(r"[A-F]")
SHAPES: dict[str, Callable[[str], bool]] = {
    "tal": lambda word: word[0].isdigit(),
    "betyg": lambda word: _GRADE.fullmatch(word) is not None,
    "namn": lambda word: word[0].isupper() and word[1:].islower(),
}


@dataclass(slots=True)
class Node:
    """A place in the tree. `entries` are the phrases that end here."""

    entries: list[Entry] = field(default_factory=list)
    by_pattern: dict[str, Node] = field(default_factory=dict)
    words: dict[str, list[Node]] = field(default_factory=dict)
    stems: dict[str, list[tuple[str, Node]]] = field(default_factory=dict)
    shapes: list[tuple[Callable[[str], bool], Node]] = field(default_factory=list)
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

    def after(self, folded: str, written: str) -> list[Node]:
        """Return the places that one token leads to."""
        found = list(self.words.get(folded, ()))
        if self.stems:
            for stem, child in self.stems.get(folded[:STEM], ()):
                if folded.startswith(stem):
                    found.append(child)
        found += [child for shape, child in self.shapes if shape(written)]
        return found

    def begins(self, folded: str) -> bool:
        """Tell, cheaply, whether a phrase may begin with this token."""
        return (
            folded in self.words
            or folded[:STEM] in self.stems
            or (len(folded) == 1 and folded.isalpha())
            or folded[0].isdigit()
        )


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


def walk(
    root: Node, folded: Sequence[str], written: Sequence[str], start: int
) -> Iterator[tuple[int, Entry]]:
    """Yield (end, entry) for each phrase that begins at token `start`."""
    light = word_classes()["lätt"]
    stack = [(n, start + 1, 0, LIGHT, True) for n in root.after(folded[start], written[start])]
    while stack:
        node, place, skips, lights, reached = stack.pop()
        if reached:
            yield from ((place, entry) for entry in node.entries)
            if node.gap is not None:
                stack.append((node.gap, place, GAP, lights, False))
        if place >= len(folded) or not (node.words or node.stems or node.shapes):
            continue
        word = folded[place]
        stack += [(n, place + 1, 0, lights, True) for n in node.after(word, written[place])]
        if skips and word[0].isalnum():
            stack.append((node, place + 1, skips - 1, lights, False))
        elif lights and (word in light or _names(written, place)):
            stack.append((node, place + 1, 0, lights - 1, False))


def _names(written: Sequence[str], place: int) -> bool:
    """Tell whether a token looks like a name, or joins two ("Lo och Tyra")."""
    is_name = SHAPES["namn"]
    return is_name(written[place]) or (
        written[place] == "och" and place > 0 and is_name(written[place - 1])
    )
