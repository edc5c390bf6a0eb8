"""Persons in a draft: which words name somebody. Rules beside the small name model."""
