"""The untrained pipeline: its parts, sizes and tokenizer rules."""

import re
from collections.abc import Iterable
from typing import Any

import spacy
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
from thinc.api import NumpyOps, set_current_ops

import integritetskoll.text.pipeline.lemmas  # noqa: F401  (registers the component)
from integritetskoll.text.pipeline.names import NameTable
from models.recipe.corpora import LABELS

UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
_PREFIXES = ["/", "•", "·", r"\|", "→", "–", "—", "~"]
_INFIXES = [r"(?<=[^\W_])[;|•](?=[^\W_])", r"(?<=[^\W\d_])[–—](?=[^\W\d_])"]


def blank(*, width: int = 96, depth: int = 4) -> Language:
    """A Swedish pipeline with shared token vectors, parts of speech and names; not initialized."""
    nlp = spacy.blank("sv")
    set_rules(nlp)
    nlp.add_pipe("tok2vec", config={"model": _vectors(width, depth)})
    nlp.add_pipe("morphologizer", config={"model": _listen("spacy.Tagger.v2", width)})
    names = _listen("spacy.TransitionBasedParser.v2", width)
    names |= {
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": False,
    }
    nlp.add_pipe("ner", config={"model": names})
    nlp.add_pipe("integritetskoll_lemmas", after="morphologizer")
    return nlp


def set_rules(nlp: Language) -> None:
    """Tokenizer rules: spaCy's and a few for lists.

    Infixes and suffixes begin with a mark, or with a unit after a figure. Said in front, that
    spares trying every rule at every letter: half the time of the tokenizer, and the same tokens.
    """
    defaults, tokenizer = nlp.Defaults, nlp.tokenizer
    tokenizer.prefix_search = compile_prefix_regex([*defaults.prefixes, *_PREFIXES]).search
    infixes = compile_infix_regex([*defaults.infixes, *_INFIXES]).pattern
    tokenizer.infix_finditer = re.compile(rf"(?=[\W_])(?:{infixes})").finditer
    suffixes = compile_suffix_regex(defaults.suffixes).pattern
    tokenizer.suffix_search = re.compile(rf"(?:(?=[\W_])|(?<=[0-9]))(?:{suffixes})").search


def start(nlp: Language, table: NameTable, labels: Iterable[str] = LABELS) -> Any:
    """Labels, name table and fresh weights; returns the optimizer."""
    set_current_ops(NumpyOps(use_blis=False))
    for tag in UPOS:
        nlp.get_pipe("morphologizer").add_label(f"POS={tag}")
    for label in labels:
        nlp.get_pipe("ner").add_label(label)
    put_table(nlp, table)
    return nlp.initialize()


def take_over(nlp: Language, before: Language, table: NameTable) -> None:
    """Take the weights of a pipeline of the same shape; the name table is the new one."""
    moves = before.get_pipe("ner").moves.to_bytes(exclude=["strings"])
    nlp.get_pipe("ner").moves.from_bytes(moves, exclude=["strings"])
    for name, component in before.components:
        if hasattr(component, "model"):
            nlp.get_pipe(name).model.from_bytes(component.model.to_bytes())
    put_table(nlp, table)


def mix(nlp: Language, other: Language, share: float) -> None:
    """Take `share` of another pipeline's weights, the rest of one's own.

    Of one that was trained on from the other, the middle often serves better than either: it keeps
    what both know (Wortsman et al. 2022, "Robust fine-tuning of zero-shot models").
    """
    for name, component in nlp.components:
        if not hasattr(component, "model"):
            continue
        nodes = zip(component.model.walk(), other.get_pipe(name).model.walk(), strict=True)
        for own, theirs in nodes:
            for param in own.param_names:
                if own.has_param(param):
                    mixed = (1 - share) * own.get_param(param) + share * theirs.get_param(param)
                    own.set_param(param, mixed.astype(own.get_param(param).dtype))


def embolden(nlp: Language, label: str, by: float) -> None:
    """Add to the score of every step that begins a name of this label."""
    names = nlp.get_pipe("ner")
    lower = names.model.get_ref("lower")
    bias = lower.get_param("b").copy()
    for row in range(names.moves.n_moves):
        if names.moves.get_class_name(row) in {f"B-{label}", f"U-{label}"}:
            bias[row] += by
    lower.set_param("b", bias)


def put_table(nlp: Language, table: NameTable) -> None:
    """Lay the name table into the layer that reads it."""
    for node in nlp.get_pipe("tok2vec").model.walk():
        if "name_keys" in node.attrs:
            node.attrs["name_keys"], node.attrs["name_codes"] = table.keys, table.codes


def _vectors(width: int, depth: int) -> dict[str, Any]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "integritetskoll.NameFeatures.v2",
            "width": width,
            "rows": [5000, 3000, 2000, 3000, 500],
            "form_width": 64,
            "part_width": 32,
            "name_width": 32,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": width,
            "depth": depth,
            "window_size": 1,
            "maxout_pieces": 2,
        },
    }


def _listen(architecture: str, width: int) -> dict[str, Any]:
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": width, "upstream": "*"}
    return {"@architectures": architecture, "tok2vec": listener}
