"""The only place where the parts are wired together."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection

from integritetskoll.access.budget import BlockBudget
from integritetskoll.audit.trail import Trail, chain_anew
from integritetskoll.checker import Checker
from integritetskoll.errors import PipelineError, SettingsError
from integritetskoll.images import ocr
from integritetskoll.images.pool import Pool
from integritetskoll.policy.reader import read_policy
from integritetskoll.register.digest import derive
from integritetskoll.register.key import read_key
from integritetskoll.register.service import Register
from integritetskoll.settings import Settings
from integritetskoll.stops import Stops
from integritetskoll.storage.engine import open_engine
from integritetskoll.text.analyze import TextAnalyzer
from integritetskoll.text.known import known_words
from integritetskoll.text.pipeline import load_pipeline, name_table
from integritetskoll.text.pipeline.names import NameTable
from integritetskoll.text.recognizers.catalog import build_recognizers

AUDIT = "audit"
"""What the trail's key is derived for."""
IMAGES_AT_ONCE = 2
"""Processes that read picture files, started with the first of them."""


def build_checker(settings: Settings) -> Checker:
    """Return a checker by these settings; raises PolicyError, PipelineError, SettingsError.

    Whether the register can be asked is found out by every check.
    """
    with _nothing_to_collect():
        return _built(settings)


@contextmanager
def _nothing_to_collect() -> Iterator[None]:
    """Leave what stays for good to itself: the garbage collector need not look at it again."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
    gc.freeze()


def _built(settings: Settings) -> Checker:
    policy = read_policy(settings.policy)
    nlp = load_pipeline(settings.pipeline)
    analyzer = TextAnalyzer(nlp, build_recognizers(nlp), policy)
    stops = build_stops(settings, _names(nlp))
    if settings.ocr and ocr.program() is None:
        raise SettingsError("tesseract_missing")
    pool = Pool(size=IMAGES_AT_ONCE)
    return Checker(
        analyzer,
        policy,
        max_text=settings.max_text,
        stops=stops,
        max_file=settings.max_file,
        read=pool.read,
        clean_file=pool.clean,
        decode=pool.preview,
        look=ocr.text_in if settings.ocr else None,
    )


def build_stops(settings: Settings, names: NameTable | None = None) -> Stops:
    """Return what stops drafts: the register, the budget of blocks, the trail."""
    return Stops(
        Register(settings),
        BlockBudget(open_engine(settings), settings.block_budget),
        build_trail(settings),
        known_words(names),
    )


def build_trail(settings: Settings) -> Trail:
    """Return the trail of events, chained with a key that comes from the register's."""
    return Trail(
        open_engine(settings), lambda: derive(read_key(settings), AUDIT), settings.audit_days
    )


def chain_trail_anew(connection: Connection, old: bytes, new: bytes) -> None:
    """Chain the trail with what comes from a new key of the register."""
    chain_anew(connection, derive(old, AUDIT), derive(new, AUDIT))


def _names(nlp: Any) -> NameTable | None:
    try:
        return name_table(nlp)
    except PipelineError:
        return None
