"""Words as data: one table per category, read once, matched in one pass over a text."""
