"""Somebody with what is theirs: "Wildas plånbok" is no name of a firm, though it looks like one."""

from __future__ import annotations

from integritetskoll.text.persons.tokens import MANY, Names, forms
from integritetskoll.text.persons.wordlists import named_after


def is_belonging(label: str, names: Names) -> bool:
    """Whether an entity is a common given name in the genitive and a plain noun that names nothing.

    The model takes "Ottos journal" for an organisation, like "Ottos bageri": the noun decides.
    """
    owner, _, noun = label.partition(" ")
    if not noun.isalpha() or not noun.islower() or noun.endswith(named_after()):
        return False
    lower = owner.lower()
    return owner[:1].isupper() and len(forms(lower)) > 1 and names.of(lower).given >= MANY
