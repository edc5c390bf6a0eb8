"""Measures the product against its budgets: `python -m bench`, or `make bench`."""
