"""A closer reading of single sentences, for those that the linear score can't tell for sure.

It reads words in their order: each as the mean of vectors of the word, its beginning and its runs
of letters (Bojanowski et al. 2017), then gated convolutions over neighbouring words (Dauphin et
al. 2017, "Language modeling with gated convolutional networks") and attention (Lin et al. 2017,
"A structured self-attentive sentence embedding"). Names and numbers are one sign each, so that
nothing can be learned of who somebody is; the file holds vectors of hashes and no word.

Sentences are read side by side and see nothing of each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from pathlib import Path
from typing import TypeAlias
from zlib import crc32

import numpy as np
import numpy.typing as npt

from integritetskoll.text.pipeline.shipped import find_shipped
from integritetskoll.text.recognizers._learned_features import Span
from integritetskoll.text.recognizers._learned_score import FOLDER

Reals: TypeAlias = npt.NDArray[np.float32]
Word: TypeAlias = list[int]
"""The buckets of one word."""

BUCKETS = 2**16
LONGEST = 60
"""Words of a sentence that are read."""
_RUNS = (3, 4, 5)
_STEM = 5
_MOST = 26
"""Runs of one word."""
_WORD, _BEGINNING = 1, 2
"""What the hashes of words and of their beginnings start from, so that no run has the same."""
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_SIGNS = _NAME, _NUMBER = "<n>", "<d>"


@dataclass(frozen=True, slots=True)
class Layer:
    """A gated convolution over three words, of what it is given made even."""

    gain: Reals
    shift: Reals
    weights: Reals
    bias: Reals


@dataclass(frozen=True, slots=True)
class Reader:
    """What was learned: vectors of buckets in whole numbers, and what is done with them."""

    vectors: npt.NDArray[np.int8]
    scale: float
    first: tuple[Reals, Reals]
    layers: tuple[Layer, ...]
    attention: tuple[Reals, Reals]
    last: tuple[Reals, Reals]

    def read(self, sentences: Sequence[Sequence[Word]]) -> Reals:
        """Read sentences: for each the score that it tells, then one for each category."""
        words = [word for sentence in sentences for word in sentence]
        sizes = np.array([len(word) for word in words])
        rows = self.vectors.take(list(chain.from_iterable(words)), 0).astype(np.float32)
        shares = (self.scale / sizes[:, None]).astype(np.float32)
        seen = _linear(np.add.reduceat(rows, starts_of(sizes)) * shares, self.first)
        lengths = np.array([len(sentence) for sentence in sentences])
        starts = starts_of(lengths)
        for layer in self.layers:
            seen = seen + _gated(_windows(_even(seen, layer), starts), layer)
        raised = np.exp(_linear(seen, self.attention))
        looks = raised / np.repeat(np.add.reduceat(raised, starts), lengths, 0)
        looked = np.add.reduceat(looks[:, :, None] * seen[:, None, :], starts)
        pooled = (np.maximum.reduceat(seen, starts), looked.reshape(len(lengths), -1))
        return _linear(np.concatenate(pooled, 1), self.last)


def words_of(
    lowered: str, span: Span, names: Sequence[Span], known: dict[str, Word] | None = None
) -> list[Word]:
    """Return the words of a sentence of a text in small letters; `names` are spans of persons.

    `known` holds the words that were met before in the same text.
    """
    known = {} if known is None else known
    words = []
    for token in islice(_tokens(lowered, span, names), LONGEST):
        if token not in known:
            known[token] = buckets(token)
        words.append(known[token])
    return words


def _tokens(lowered: str, span: Span, names: Sequence[Span]) -> Iterator[str]:
    start, end = span
    inside = [span for span in names if span[0] < end and span[1] > start]
    last = -1
    for match in _TOKEN.finditer(lowered, start, end):
        at = match.start()
        name = next((span for span in inside if span[0] <= at < span[1]), None) if inside else None
        if name is None:
            yield _NUMBER if match[0].isdigit() else match[0]
        elif name[0] != last:
            last = name[0]
            yield _NAME


def buckets(token: str) -> Word:
    """Return the buckets of a word: itself, how it begins, its runs of letters.

    Letters that Swedish and its neighbours don't have are all alike here.
    """
    letters = token.encode("latin-1", "replace")
    edged = b"^" + letters + b"$"
    hashes = [crc32(edged, _WORD)]
    if token not in _SIGNS:
        hashes.append(crc32(letters[:_STEM], _BEGINNING))
        runs = [edged[at : at + n] for n in _RUNS for at in range(len(edged) - n + 1)]
        hashes += map(crc32, runs[:_MOST])
    return [number % BUCKETS for number in hashes]


def _linear(rows: Reals, layer: tuple[Reals, Reals]) -> Reals:
    made: Reals = rows @ layer[0] + layer[1]
    return made


def _even(rows: Reals, layer: Layer) -> Reals:
    centred = rows - _mean(rows)
    spread = np.sqrt(_mean(centred * centred) + np.float32(1e-8))
    made: Reals = centred / spread * layer.gain + layer.shift
    return made


def _mean(rows: Reals) -> Reals:
    """The mean of each row; NumPy's own asks a lot before it adds."""
    found: Reals = np.add.reduce(rows, 1, keepdims=True)
    found /= np.float32(rows.shape[1])
    return found


def starts_of(sizes: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    """Return where each of so many parts of these sizes begins."""
    return sizes.cumsum() - sizes


def _windows(rows: Reals, starts: npt.NDArray[np.intp]) -> Reals:
    """Each word with the one before and the one after it, zeros at the edges of a sentence."""
    before, after = np.zeros_like(rows), np.zeros_like(rows)
    before[1:], after[:-1] = rows[:-1], rows[1:]
    before[starts] = 0
    after[starts[1:] - 1] = 0
    made: Reals = np.concatenate((before, rows, after), 1)
    return made


def _gated(windows: Reals, layer: Layer) -> Reals:
    made = windows @ layer.weights + layer.bias
    width = made.shape[1] // 2
    kept: Reals = made[:, :width] * (np.tanh(made[:, width:] / 2) + 1) / 2
    return kept


@cache
def sentence_reader(name: str) -> Reader:
    """Read what ships under this name; PipelineError when it is missing."""
    file = f"{name}_reader.npz"
    with np.load(find_shipped(Path(__file__), FOLDER, file) / file, allow_pickle=False) as stored:
        held = {key: stored[key] for key in stored.files}
    real = {key: value.astype(np.float32) for key, value in held.items() if key != "vectors"}
    layers = sum(key.startswith("weights") for key in held)
    return Reader(
        held["vectors"],
        float(real["scale"]),
        (real["first"], real["first_bias"]),
        tuple(
            Layer(*(real[f"{part}{at}"] for part in ("gain", "shift", "weights", "bias")))
            for at in range(layers)
        ),
        (real["attention"], real["attention_bias"]),
        (real["last"], real["last_bias"]),
    )
