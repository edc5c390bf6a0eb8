"""Stock Presidio for Swedish, as one gets it without this project: what we are measured against.

Two pipelines under it: a blank one, and one of the shape of the published small Swedish model
(`sv_core_news_sm` 3.8: tok2vec 96 wide and 4 deep with tagger, morphologizer, parser and
trainable lemmatizer listening; names with a tok2vec of their own), with the random weights
of its initialization. They cost what trained ones cost, rather less: they find no names.
"""

from __future__ import annotations

from typing import Any

import spacy
import tldextract.tldextract
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer.nlp_engine import SpacyNlpEngine
from spacy.language import Language
from spacy.training import Example
from thinc.api import fix_random_seed

TAGS, MORPHS, DEPENDENCIES = 150, 180, 40
ENTITIES = ("PERSON", "LOCATION", "ORGANIZATION", "NORP", "DATE_TIME")
ENDINGS = ("", "a", "ar", "arna", "de", "dde", "en", "er", "erna", "et", "n", "na", "or", "s", "t")
STEMS = ("skol", "klass", "elev", "bok", "vecka", "läs", "skriv", "räkn", "bygg", "prov", "dag")


class HandedOver(SpacyNlpEngine):
    """Presidio's spaCy engine with a pipeline that is loaded already, so that it loads none."""

    def __init__(self, nlp: Language) -> None:
        super().__init__()
        self.nlp: Any = {"sv": nlp}


def stock_presidio(nlp: Language) -> AnalyzerEngine:
    """Return an analyzer with Presidio's predefined recognizers for Swedish over `nlp`."""
    _stay_offline()
    registry = RecognizerRegistry(supported_languages=["sv"])
    registry.load_predefined_recognizers(languages=["sv"])
    return AnalyzerEngine(registry=registry, nlp_engine=HandedOver(nlp), supported_languages=["sv"])


def _stay_offline() -> None:
    # Presidio's e-mail recognizer would fetch the list of public suffixes.
    extractor = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    tldextract.tldextract.TLD_EXTRACTOR = extractor


def blank() -> Language:
    """Return a Swedish tokenizer and nothing else."""
    return spacy.blank("sv")


def small_model_shape() -> Language:
    """Return a pipeline of the published small model's shape with random weights."""
    fix_random_seed(7)
    nlp = spacy.blank("sv")
    nlp.add_pipe("tok2vec", config={"model": _tok2vec(_embed(6))})
    nlp.add_pipe("tagger", config={"model": _tagger()})
    nlp.add_pipe("morphologizer", config={"model": _tagger()})
    parser: Any = nlp.add_pipe("parser", config={"model": _moves("parser", 64, _listener())})
    nlp.add_pipe("trainable_lemmatizer", config={"model": _tagger(), "min_tree_freq": 1})
    ner: Any = nlp.add_pipe("ner", config={"model": _moves("ner", 64, _tok2vec(_embed(4)))})
    for number in range(DEPENDENCIES):
        parser.add_label(f"dep{number}")
    for label in ENTITIES:
        ner.add_label(label)
    nlp.initialize(lambda: _examples(nlp))
    return nlp


def _embed(attributes: int) -> dict[str, Any]:
    names = ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"][:attributes]
    return {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": 96,
        "attrs": names,
        "rows": [5000, 1000, 2500, 2500, 50, 50][:attributes],
        "include_static_vectors": False,
    }


def _tok2vec(embed: dict[str, Any]) -> dict[str, Any]:
    encode = {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": 96,
        "depth": 4,
        "window_size": 1,
        "maxout_pieces": 3,
    }
    return {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode}


def _listener() -> dict[str, Any]:
    return {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}


def _tagger() -> dict[str, Any]:
    return {"@architectures": "spacy.Tagger.v2", "tok2vec": _listener(), "normalize": False}


def _moves(state: str, width: int, tok2vec: dict[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": state,
        "extra_state_tokens": False,
        "hidden_width": width,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": tok2vec,
    }


def _examples(nlp: Language) -> list[Example]:
    words = [stem + ending for stem in STEMS for ending in ENDINGS]
    return [_example(nlp, words[start : start + 15], start) for start in range(0, len(words), 15)]


def _example(nlp: Language, words: list[str], start: int) -> Example:
    doc = nlp.make_doc(" ".join(words))
    places = range(start, start + len(doc))
    facts = {
        "tags": [f"tag{place % TAGS}" for place in places],
        "morphs": [f"Feature=Value{place % MORPHS}" for place in places],
        "pos": ["NOUN"] * len(doc),
        "lemmas": [
            word[: 3 + place % 4] + "a" * (place % 2)
            for word, place in zip(words, places, strict=True)
        ],
        "heads": [0] * len(doc),
        "deps": ["ROOT"] + [f"dep{place % DEPENDENCIES}" for place in places[1:]],
        "entities": ["O"] * len(doc),
    }
    return Example.from_dict(doc, facts)
