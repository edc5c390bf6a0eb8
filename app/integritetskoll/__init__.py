"""Integritetskoll says whether a school text or picture tells too much about a person."""

__version__ = "0.1.0"
