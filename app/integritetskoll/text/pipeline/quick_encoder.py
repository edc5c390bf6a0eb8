"""The encoder of the shipped pipeline run as a few steps over one text: the same numbers.

Each of its layers is a window of three tokens, a maxout of two pieces (Goodfellow et al. 2013), a
layer normalization (Ba et al. 2016) and what came in added. Run through thinc, a third of the time
goes to keeping what training would need.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from thinc.api import Model

Floats: TypeAlias = npt.NDArray[np.float32]
_PIECES, _WINDOW = 2, 3
_NAMES = {"expand_window", "maxout", "layernorm", "dropout"}
_LEAST = 1e-8
"""What thinc adds to a variance."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A maxout of two pieces and the layer normalization of what it gives."""

    weights: Floats
    """(width of what comes in, pieces * width): one piece beside the other, each read in a row"""
    bias: Floats
    scale: Floats
    shift: Floats


def quicken(encoder: Model[Any, Any]) -> None:
    """Let an encoder of the shape that ships predict one text in few steps; others stay as is."""
    layers = [_read(layer) for layer in encoder.layers[0].layers] if encoder.layers else []
    known = [layer for layer in layers if layer is not None]
    if known and len(known) == len(layers) and "pad" in encoder.attrs:
        usual = encoder._func  # noqa: SLF001 - thinc has no public way to it
        encoder._func = _forward(usual, known, encoder.attrs["pad"])  # noqa: SLF001


def _read(layer: Model[Any, Any]) -> Layer | None:
    parts = {node.name: node for node in layer.walk() if not node.layers}
    if not layer.name.startswith("residual(") or parts.keys() != _NAMES:
        return None
    return maxed(parts) if parts["expand_window"].attrs["window_size"] == 1 else None


def maxed(parts: Mapping[str, Model[Any, Any]]) -> Layer | None:
    """Read a maxout and its normalization by name; None for one of more pieces."""
    maxout, norm = parts["maxout"], parts["layernorm"]
    if maxout.get_dim("nP") != _PIECES:
        return None
    weights = maxout.get_param("W")
    return Layer(
        weights.swapaxes(0, 1).reshape(-1, weights.shape[-1]).T,
        maxout.get_param("b").T.reshape(-1),
        norm.get_param("G"),
        norm.get_param("b"),
    )


def _forward(usual: Callable[..., Any], layers: Sequence[Layer], pad: int) -> Callable[..., Any]:
    def forward(model: Model[Any, Any], texts: Any, is_train: bool) -> Any:
        if is_train or not isinstance(texts, list) or len(texts) != 1 or not len(texts[0]):
            return usual(model, texts, is_train)
        return [_encode(texts[0], layers, pad)], no_training

    return forward


def no_training(_gradient: Any) -> Any:
    """Stand for what training would ask of a layer that only predicts."""
    raise NotImplementedError


def _encode(tokens: Floats, layers: Sequence[Layer], pad: int) -> Floats:
    """Encode tokens: shape (tokens, width) to the same. `pad` rows of nought stand on each side."""
    rows, width = len(tokens) + 2 * pad, tokens.shape[1]
    found = np.zeros((rows, width), tokens.dtype)
    found[pad : rows - pad] = tokens
    windows = np.zeros((rows, _WINDOW, width), found.dtype)
    for layer in layers:
        windows[1:, 0], windows[:, 1], windows[:-1, 2] = found[:-1], found, found[1:]
        found = found + normed(windows.reshape(rows, -1), layer)
    return found[pad : rows - pad]


def normed(rows: Floats, layer: Layer) -> Floats:
    """The larger piece of each number, made even: shape (rows, width)."""
    pieces = rows @ layer.weights
    pieces += layer.bias
    width = pieces.shape[1] // _PIECES
    best: Floats = np.maximum(pieces[:, :width], pieces[:, width:])
    best -= np.add.reduce(best, 1, keepdims=True) / np.float32(width)
    spread = np.add.reduce(best * best, 1, keepdims=True) / np.float32(width)
    best *= (spread + np.float32(_LEAST)) ** np.float32(-0.5)
    best *= layer.scale
    best += layer.shift
    return best
