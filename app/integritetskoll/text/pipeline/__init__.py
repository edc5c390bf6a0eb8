"""The language pipeline: names, parts of speech and lemmas of a text."""

from integritetskoll.text.pipeline.load import entity_of, load_pipeline, shipped
from integritetskoll.text.pipeline.names import NameTable, name_table

__all__ = ["NameTable", "entity_of", "load_pipeline", "name_table", "shipped"]
