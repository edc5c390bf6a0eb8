"""From the fields of a picture file to findings: texts as in a draft, the rest by what it is."""

from integritetskoll.images.judge.findings import CODES, judge
from integritetskoll.images.judge.texts import texts_of

__all__ = ["CODES", "judge", "texts_of"]
