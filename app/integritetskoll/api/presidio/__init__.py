"""Presidio's HTTP protocol: what data platforms that call Presidio get, unchanged, from here.

The protocol: the OpenAPI page of Presidio's analyzer and anonymizer services.
"""
