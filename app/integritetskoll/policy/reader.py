"""Read a policy file; an error names the file's key, never more than that."""

from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path

from pydantic import ValidationError

from integritetskoll.errors import PolicyError
from integritetskoll.policy.schema import Policy
from integritetskoll.policy.wrong import not_toml, wrong_key


def standard_policy() -> Policy:
    """Return the policy that the product ships."""
    text = resources.files(__package__).joinpath("standard.toml").read_text("utf-8")
    return parse(text, name="standard.toml")


def read_policy(path: Path | None) -> Policy:
    """Read the policy of an installation, or the standard one when there is no path."""
    if path is None:
        return standard_policy()
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PolicyError("policy_unreadable", file=path.name) from error
    return parse(text, name=path.name)


def parse(text: str, *, name: str) -> Policy:
    """Parse and validate the text of a policy file; raises PolicyError with the wrong key."""
    try:
        return Policy.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise not_toml(name, text, str(error)) from error
    except ValidationError as error:
        raise wrong_key(name, error.errors(include_input=False, include_url=False)[0]) from error
