"""Every error the product raises on purpose; each message is safe to show and echoes no input."""

from __future__ import annotations

from typing import Any


class IntegritetskollError(Exception):
    """Something that the user or the operator can mend.

    `code` is the machine's name for it (a key of the wording files), `facts` fills the wording.
    """

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        """Say the code and the facts, for logs and for developers."""
        facts = ", ".join(f"{key}={value}" for key, value in self.facts.items())
        return f"{self.code} ({facts})" if facts else self.code


class DraftError(IntegritetskollError):
    """The draft can't be checked as it was sent (empty, broken text, unknown destination)."""


class TooLargeError(DraftError):
    """The text is over the limit of the installation."""


class ImageError(DraftError):
    """A picture can't be read, or not be cleaned for sure; `facts` may number it, from 1."""


class ImageTooLargeError(TooLargeError, ImageError):
    """A picture is over a limit of the installation."""


class PolicyError(IntegritetskollError):
    """A policy file is missing or wrong; `facts` names file and key."""


class PipelineError(IntegritetskollError):
    """The language pipeline is missing or has no label for persons."""


class SettingsError(IntegritetskollError):
    """A setting of the environment is wrong; `facts` names it."""


class UnavailableError(IntegritetskollError):
    """No safe answer can be given now (a register is required and none is there)."""


class StorageError(IntegritetskollError):
    """The database can't be read or written; the code is the kind of failure, for developers."""

    def __init__(self, kind: str) -> None:
        super().__init__("database_failed", kind=kind)


class RegisterError(IntegritetskollError):
    """Something of the register can't be taken or done as asked; `facts` never holds a detail."""


class AccessError(IntegritetskollError):
    """The caller has no key, a key that is not valid, or one without the right role."""


class LimitError(IntegritetskollError):
    """The caller asks too often, or was stopped too often today."""
