"""Integritetskoll says whether a school text or picture tells too much about a person."""

__version__ = "0.1.0"
RELEASED = "2026-11-26"
"""The day of this version, which some clients ask for."""
