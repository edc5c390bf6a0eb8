"""Small pipelines made on the spot, untrained: for the tests of loading and saving."""

import spacy
from spacy.language import Language

from integritetskoll.text.pipeline.names import NameTable, build_table, pack

TABLE = build_table(
    [("tindra", pack(given=4)), ("kvist", pack(surname=3, common=2)), ("anna", pack(given=5))]
)


def with_features(labels=("PER", "LOC"), table: NameTable = TABLE) -> Language:
    """Our own layer under a small name finder."""
    nlp = spacy.blank("sv")
    vectors = {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "integritetskoll.NameFeatures.v2",
            "width": 16,
            "rows": [50, 50, 50, 50, 50],
            "form_width": 8,
            "part_width": 8,
            "name_width": 8,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": 16,
            "depth": 1,
            "window_size": 1,
            "maxout_pieces": 2,
        },
    }
    nlp.add_pipe("tok2vec", config={"model": vectors})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 16, "upstream": "*"}
    names = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 16,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": listener,
    }
    ner = nlp.add_pipe("ner", config={"model": names})
    for label in labels:
        ner.add_label(label)
    for node in nlp.get_pipe("tok2vec").model.walk():
        if "name_keys" in node.attrs:
            node.attrs["name_keys"], node.attrs["name_codes"] = table.keys, table.codes
    nlp.initialize()
    return nlp


def stock(labels=("PRS",)) -> Language:
    """A pipeline with nothing of ours, labelled as others label."""
    nlp = spacy.blank("sv")
    ner = nlp.add_pipe("ner")
    for label in labels:
        ner.add_label(label)
    nlp.initialize()
    return nlp
