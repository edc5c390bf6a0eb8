"""The only place where the parts are wired together."""

from __future__ import annotations

from integritetskoll.checker import Checker
from integritetskoll.errors import SettingsError, UnavailableError
from integritetskoll.images import ocr
from integritetskoll.images.pool import Pool
from integritetskoll.policy.reader import read_policy
from integritetskoll.settings import Settings
from integritetskoll.text.analyze import TextAnalyzer
from integritetskoll.text.pipeline import load_pipeline
from integritetskoll.text.recognizers.catalog import build_recognizers

IMAGES_AT_ONCE = 2
"""Processes that read picture files, started with the first of them."""


def build_checker(settings: Settings) -> Checker:
    """Return a checker by these settings.

    Raises PolicyError, PipelineError, SettingsError, UnavailableError.
    """
    if settings.register_use == "required":
        raise UnavailableError("register_missing")
    policy = read_policy(settings.policy)
    nlp = load_pipeline(settings.pipeline)
    analyzer = TextAnalyzer(nlp, build_recognizers(nlp), policy)
    if settings.ocr and ocr.program() is None:
        raise SettingsError("tesseract_missing")
    pool = Pool(size=IMAGES_AT_ONCE)
    return Checker(
        analyzer,
        policy,
        max_text=settings.max_text,
        max_file=settings.max_file,
        read=pool.read,
        clean_file=pool.clean,
        look=ocr.text_in if settings.ocr else None,
    )
