"""Text: the pipeline, the recognizers, the link to a person, overlaps, redaction."""
