"""Which persons of a text are found: by the pipeline alone, or by the product with its rules."""

from collections.abc import Callable
from typing import TypeAlias

from spacy.language import Language
from spacy.tokens import Doc

from integritetskoll.text.persons.find import find_persons
from integritetskoll.text.persons.readers import read
from integritetskoll.text.persons.tokens import Names
from integritetskoll.text.pipeline import name_table

Spans: TypeAlias = set[tuple[int, int]]
Finder: TypeAlias = Callable[[Doc], Spans]


def by_pipeline(doc: Doc) -> Spans:
    """The half-open spans that are tagged as persons."""
    return {(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == "PER"}


def by_product(nlp: Language) -> Finder:
    """Return what finds the persons that the product finds with what the pipeline says."""
    table = name_table(nlp)

    def find(doc: Doc) -> Spans:
        mentions = find_persons(read(doc.text, doc, Names(table)))
        return {(mention.start, mention.end) for mention in mentions}

    return find
