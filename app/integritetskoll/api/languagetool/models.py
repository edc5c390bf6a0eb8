"""What a client of LanguageTool's protocol sends and gets, as the OpenAPI schema shows it.

The answers are ready-made dicts; a test holds them to these models.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel


class Camel(BaseModel):
    """Base of models whose fields are written as the protocol writes them."""

    model_config = ConfigDict(alias_generator=to_camel)


class LanguageToolRequest(Camel):
    """A call of `check`: `text` or `data`, and what else we read. All other fields are passed over.

    As a form, percent-encoded or not, or as JSON, whatever the content type says.
    """

    text: str = Field("", description="The text to check.")
    data: str = Field(
        "",
        description='Instead of `text`: JSON with `annotation`, a list of `{"text"}` and '
        '`{"markup", "interpretAs"?}`. Offsets count the markup too.',
        examples=['{"annotation": [{"text": "Elsa "}, {"markup": "<b>"}, {"text": "läser"}]}'],
    )
    language: str = Field(
        description="Any code, or `auto`: every text is read as Swedish.",
        pattern="^(auto|[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3})$",
        examples=["sv-SE"],
    )
    enabled_rules: str = Field("", description="Ids, with commas between.")
    disabled_rules: str = Field("", description="Ids, with commas between. A block is no rule.")
    enabled_categories: str = Field("", description="Ids, with commas between.")
    disabled_categories: str = Field("", description="Ids, with commas between.")
    enabled_only: bool = Field(False, description="Only the rules and categories that are enabled.")
    level: Literal["default", "picky"] = Field("default", description="`picky` shows the faint.")
    mode: Literal["all", "allButTextLevelOnly", "textLevelOnly", "batch"] = Field(
        "all", description="With `textLevelOnly` there is nothing but a block."
    )
    api_key: str = Field("", description="The key, where it is not sent in a header.")


class LanguageToolSoftware(Camel):
    """What software answers."""

    name: str
    version: str
    build_date: str
    api_version: int
    premium: bool
    premium_hint: str
    status: str


class LanguageToolWarnings(Camel):
    """Nothing is ever left out."""

    incomplete_results: bool


class LanguageToolDetected(BaseModel):
    """The language that the text is read as."""

    name: str
    code: str
    confidence: float = Field(ge=0, le=1)
    source: str


class LanguageToolLanguage(Camel):
    """The language of the answer's match."""

    name: str
    code: str
    detected_language: LanguageToolDetected


class LanguageToolReplacement(BaseModel):
    """What could stand there instead."""

    value: str


class LanguageToolContext(BaseModel):
    """The match with what stands around it. Offset and length count UTF-16 units."""

    text: str
    offset: int = Field(ge=0)
    length: int = Field(ge=0)


class LanguageToolType(Camel):
    """The kind of a match in an older form."""

    type_name: str


class LanguageToolCategory(BaseModel):
    """What a tool colours by: `PRIVACY`, `SENSITIVE`, `STYLE` or `PUBLICATION`."""

    id: Literal["PRIVACY", "SENSITIVE", "STYLE", "PUBLICATION"]
    name: str


class LanguageToolRule(Camel):
    """The rule of a match: `IK_` and the reason code in capitals."""

    id: str
    description: str
    issue_type: Literal["style", "uncategorized"]
    category: LanguageToolCategory


class LanguageToolMatch(Camel):
    """A finding in the text. Offset and length count UTF-16 units."""

    message: str
    short_message: str
    replacements: list[LanguageToolReplacement]
    offset: int = Field(ge=0)
    length: int = Field(ge=0)
    context: LanguageToolContext
    sentence: str
    type: LanguageToolType
    rule: LanguageToolRule
    ignore_for_incomplete_sentence: bool
    context_for_sure_match: int


class LanguageToolAnswer(Camel):
    """The answer of `check`. A block is one match over the whole text."""

    software: LanguageToolSoftware
    warnings: LanguageToolWarnings
    language: LanguageToolLanguage
    matches: list[LanguageToolMatch]
    sentence_ranges: list[tuple[int, int]] = Field(description="UTF-16 units, half-open.")


class LanguageToolKnown(Camel):
    """A language that clients may ask for."""

    name: str
    code: str
    long_code: str


class LanguageToolInfo(BaseModel):
    """What software answers."""

    software: LanguageToolSoftware


class LanguageToolLimit(Camel):
    """The longest text, in characters."""

    max_text_length: int


class LanguageToolRuleInfo(Camel):
    """A rule that may be switched off."""

    rule_id: str
    description: str
    category_id: str
    category_name: str
    loc_quality_issue_type: str


class LanguageToolConfig(BaseModel):
    """The limit and every rule that may be switched off."""

    software: LanguageToolSoftware
    parameter: LanguageToolLimit
    rules: list[LanguageToolRuleInfo]
