"""Copies without what tells of persons: allow-lists, and not a pixel encoded anew."""
