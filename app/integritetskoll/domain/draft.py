"""What someone wants to publish, and where."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Context:
    """Destination, document type, purpose, audience and the answers to the questions we ask.

    Every name is a key of the policy. None means "not answered".
    """

    destination: str = "blog"
    document_type: str = "post"
    purpose: str = "unknown"
    audience: str | None = None
    school: str | None = None
    school_class: str | None = None
    images_recognisable: bool | None = None
    images_approved: bool | None = None
    protected_identity_checked: bool | None = None


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding the writer has judged to be nobody: an entity and its text."""

    entity: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture file as sent, with its name."""

    name: str = field(repr=False)
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Draft:
    """A text, pictures, a Context. The text is as sent: spans count its code points."""

    text: str = field(repr=False)
    context: Context = Context()
    ignored: tuple[Ignored, ...] = ()
    images: tuple[Image, ...] = ()
