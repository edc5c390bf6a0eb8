"""Integritetskoll: does a school text or picture say too much about a person?"""

__version__ = "0.1.0"
