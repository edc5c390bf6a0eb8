"""Text: the pipeline, the recognizers, the link to a person, overlaps, redaction."""

from integritetskoll.text.quick_spacy import import_spacy

import_spacy()
