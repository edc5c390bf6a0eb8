"""Train the closer reading of single sentences (`recognizers/_sentence_reader.py`).

The same network in thinc: vectors of buckets, gated convolutions, attention. What it learns from
are single sentences: of a text that tells the one that the linear score takes for the telling one,
of others all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from thinc.api import (
    Adam,
    Dropout,
    LayerNorm,
    Linear,
    Model,
    NumpyOps,
    Ragged,
    chain,
    expand_window,
    fix_random_seed,
    residual,
    set_current_ops,
    with_array,
)

from integritetskoll.text.recognizers._sentence_reader import BUCKETS, Reals, Word, starts_of
from models.recipe.learned import OUT

DIM, WIDTH, DEPTH, HEADS = 64, 64, 2, 4
DROP = 0.3
UNSEEN = 0.15
"""Share of the words that are left out in a step."""
BATCH = 64
EPOCHS = 4
RATE = 0.002
WARM = 200
QUICK = 5.0
"""How much faster the vectors are learned than the rest."""
KIND = 0.5
"""What the category counts beside whether a sentence tells at all."""
Sentence = Sequence[Word]
Back = Callable[[Any], Any]


def network(kinds: int, rng: np.random.Generator) -> Model[Any, Any]:
    """A new network: for each sentence a score that it tells, then one for each category."""
    set_current_ops(NumpyOps(use_blis=False))
    parts = [_vectors(rng), with_array(Linear(WIDTH, DIM)), with_array(Dropout(DROP))]
    for _ in range(DEPTH):
        gate = chain(Linear(2 * WIDTH, 3 * WIDTH), _gate(), Dropout(DROP))
        parts.append(
            residual(chain(with_array(LayerNorm(WIDTH)), expand_window(1), with_array(gate)))
        )
    last = chain(Dropout(DROP), Linear(1 + kinds, WIDTH * (HEADS + 1)))
    made = chain(*parts, _pooled(Linear(HEADS, WIDTH)), last)
    for node in made.walk():
        if node.name in {"linear", "layernorm"}:
            node.initialize()
    return made


def _vectors(rng: np.random.Generator) -> Model[Any, Ragged]:
    """The mean of a word's vectors; some words are left out while it learns."""

    def forward(model: Model[Any, Ragged], given: Any, is_train: bool) -> tuple[Ragged, Back]:
        vectors = model.get_param("vectors")
        flat, starts, sizes, lengths = given
        shares = (QUICK / sizes[:, None]).astype(np.float32)
        if is_train:
            shares = shares * (rng.random((len(sizes), 1)) > UNSEEN)
        rows = np.add.reduceat(vectors[flat], starts) * shares

        def back(slope: Ragged) -> list[Any]:
            order = np.argsort(flat, kind="stable")
            places = flat[order]
            firsts = np.flatnonzero(np.diff(places, prepend=-1))
            owners = np.repeat(np.arange(len(sizes)), sizes)[order]
            change = np.zeros_like(vectors)
            parts = (slope.dataXd * shares)[owners]
            change[places[firsts]] = np.add.reduceat(parts, firsts)
            model.inc_grad("vectors", change)
            return []

        return Ragged(rows.astype(np.float32), lengths), back

    made: Model[Any, Ragged] = Model("vectors", forward, params={"vectors": None})
    made.set_param("vectors", rng.normal(0, 1 / QUICK, (BUCKETS, DIM)).astype(np.float32))
    return made


def _gate() -> Model[Reals, Reals]:
    def forward(model: Model[Reals, Reals], rows: Reals, is_train: bool) -> tuple[Reals, Back]:
        del model, is_train
        said = rows[:, :WIDTH]
        gate = (1 / (1 + np.exp(-rows[:, WIDTH:]))).astype(np.float32)

        def back(slope: Reals) -> Reals:
            return np.concatenate((slope * gate, slope * said * gate * (1 - gate)), 1)

        return said * gate, back

    return Model("gate", forward)


def _pooled(attention: Model[Any, Any]) -> Model[Ragged, Reals]:
    """The largest of each sentence, and what each head of the attention looks at."""

    def forward(model: Model[Ragged, Reals], given: Ragged, is_train: bool) -> tuple[Reals, Back]:
        rows, lengths = given.dataXd, given.lengths
        starts = starts_of(lengths)
        owners = np.repeat(np.arange(len(lengths)), lengths)
        largest = np.maximum.reduceat(rows, starts)
        marks, look_back = model.layers[0](rows, is_train)
        raised = np.exp(marks)
        looks = raised / np.add.reduceat(raised, starts)[owners]
        means = [np.add.reduceat(rows * looks[:, [at]], starts) for at in range(HEADS)]

        def back(slope: Reals) -> Ragged:
            of_largest, *of_means = np.split(slope, HEADS + 1, axis=1)
            change = (rows == largest[owners]) * of_largest[owners]
            of_looks = np.empty_like(looks)
            for at, part in enumerate(of_means):
                change += looks[:, [at]] * part[owners]
                of_looks[:, at] = (rows * part[owners]).sum(1)
            mean = np.add.reduceat(of_looks * looks, starts)[owners]
            change += look_back(looks * (of_looks - mean))
            return Ragged(change, lengths)

        return np.concatenate((largest, *means), 1), back

    return Model("pooled", forward, layers=[attention])


def packed(sentences: Sequence[Sentence]) -> Any:
    """Sentences for the network: buckets, where each word begins, sizes of words, lengths."""
    words = [word for sentence in sentences for word in sentence]
    sizes = np.array([len(word) for word in words])
    lengths = np.array([len(sentence) for sentence in sentences], "i")
    return np.concatenate(words), starts_of(sizes), sizes, lengths


def train(sentences: Sequence[Sentence], kinds: Sequence[int], count: int) -> Model[Any, Any]:
    """Fit a network; `kinds` is the number of each sentence's category, -1 where it is silent."""
    fix_random_seed(0)
    rng = np.random.default_rng(0)
    model, optimizer = network(count, rng), Adam(RATE, L2=0.0, grad_clip=2.0, use_averages=False)
    wanted, steps, step = np.array(kinds), EPOCHS * (len(kinds) // BATCH), 0
    for _ in range(EPOCHS):
        order = rng.permutation(len(kinds))
        for start in range(0, len(order) - BATCH + 1, BATCH):
            taken = order[start : start + BATCH]
            optimizer.learn_rate = RATE * min(step / WARM, max(0.02, 1 - step / steps))
            found, back = model.begin_update(packed([sentences[at] for at in taken]))
            back(_slope(found, wanted[taken]) / BATCH)
            model.finish_update(optimizer)
            step += 1
    return model


def _slope(found: Reals, kinds: Any) -> Reals:
    telling = kinds >= 0
    slope = np.zeros_like(found)
    slope[:, 0] = 1 / (1 + np.exp(-found[:, 0])) - telling
    raised = np.exp(found[telling, 1:] - found[telling, 1:].max(1, keepdims=True))
    shares = raised / raised.sum(1, keepdims=True)
    shares[np.arange(len(shares)), kinds[telling]] -= 1
    slope[telling, 1:] = KIND * shares
    return slope


def scores(model: Model[Any, Any], sentences: Sequence[Sentence]) -> Reals:
    """The scores of sentences: shape (sentences, 1 + categories)."""
    parts = [
        model.predict(packed(sentences[at : at + 256])) for at in range(0, len(sentences), 256)
    ]
    return np.concatenate(parts)


def write(name: str, model: Model[Any, Any]) -> None:
    """Write the vectors as whole numbers of one byte, all else as halves."""
    nodes = list(model.walk(order="dfs_pre"))
    vectors = nodes[1].get_param("vectors") * QUICK
    scale = float(np.abs(vectors).max()) / 127
    first, *gates, attention, last = (node for node in nodes if node.name == "linear")
    norms = (node for node in nodes if node.name == "layernorm")
    held: dict[str, Any] = {"vectors": np.rint(vectors / scale).astype(np.int8)}
    for key, node in (("first", first), ("attention", attention), ("last", last)):
        held |= {key: node.get_param("W").T, f"{key}_bias": node.get_param("b")}
    for at, (node, norm) in enumerate(zip(gates, norms, strict=True)):
        held |= {f"weights{at}": node.get_param("W").T, f"bias{at}": node.get_param("b")}
        held |= {f"gain{at}": norm.get_param("G"), f"shift{at}": norm.get_param("b")}
    small = {k: v.astype(np.float16) if v.dtype == np.float32 else v for k, v in held.items()}
    np.savez_compressed(OUT / f"{name}_reader.npz", scale=np.array(scale), **small)
