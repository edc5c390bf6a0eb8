"""The fields of the form: read strictly, kept so that nothing is lost, made into a draft."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import get_args
from urllib.parse import parse_qsl

from starlette.requests import Request

from integritetskoll.domain.draft import Context, Draft, Image
from integritetskoll.errors import DraftError
from integritetskoll.policy.schema import Audience
from integritetskoll.report.wording import Language
from integritetskoll.uploads import is_upload, read_upload

MEDIA_TYPE = "application/x-www-form-urlencoded"
MOST_FIELDS = 30
AUDIENCES: tuple[str, ...] = get_args(Audience)
ANSWERS = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class Fields:
    """What stands in the form. Names and answers are as sent, empty where nothing was chosen."""

    text: str = dataclasses.field(default="", repr=False)
    images: tuple[Image, ...] = ()
    destination: str = "blog"
    document_type: str = "post"
    purpose: str = "unknown"
    audience: str = ""
    school: str = ""
    school_class: str = ""
    images_recognisable: str = ""
    images_approved: str = ""
    protected_identity_checked: str = ""

    @property
    def more(self) -> bool:
        """Whether something stands in the fields that are folded away at first."""
        return self != dataclasses.replace(
            Fields(), text=self.text, images=self.images, destination=self.destination,
            document_type=self.document_type, images_recognisable=self.images_recognisable,
            images_approved=self.images_approved,
            protected_identity_checked=self.protected_identity_checked,
        )  # fmt: skip

    def draft(self, *, school: str | None = None) -> Draft:
        """Return the draft; `school` stands in where the form names none.

        Raises DraftError `unknown_audience`; the other names are the checker's to know.
        """
        if self.audience and self.audience not in AUDIENCES:
            raise DraftError("unknown_audience", known=", ".join(AUDIENCES))
        return Draft(
            self.text,
            Context(
                destination=self.destination,
                document_type=self.document_type,
                purpose=self.purpose,
                audience=self.audience or None,
                school=self.school.strip() or school,
                school_class=self.school_class.strip() or None,
                images_recognisable=ANSWERS.get(self.images_recognisable),
                images_approved=ANSWERS.get(self.images_approved),
                protected_identity_checked=ANSWERS.get(self.protected_identity_checked),
            ),
            images=self.images,
        )


NAMES = tuple(field.name for field in dataclasses.fields(Fields) if field.name != "images")


async def read_fields(request: Request) -> tuple[Fields, Language]:
    """Read the form and the language it asks for.

    Raises DraftError: `wrong_form`, `invalid_utf8`. Line ends become LF before any offset is
    made: browsers send CRLF whatever stood in the text (HTML, section 4.10.21.4).
    """
    given, images = await _given(request)
    language = given.pop("lang", "sv")
    text = given.pop("text", "").replace("\r\n", "\n").replace("\r", "\n")
    kept = {name: value for name, value in given.items() if name in NAMES}
    fields = Fields(text=text, images=images, **kept)
    return fields, "en" if language == "en" else "sv"


async def _given(request: Request) -> tuple[dict[str, str], tuple[Image, ...]]:
    if is_upload(request):
        upload = await read_upload(request, request.app.state.settings)
        return dict(upload.fields), upload.images
    media_type = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if media_type != MEDIA_TYPE:
        raise DraftError("wrong_form")
    return _parse(await request.body()), ()


def _parse(raw: bytes) -> dict[str, str]:
    try:
        pairs = parse_qsl(
            raw.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS
        )
    except UnicodeDecodeError:
        raise DraftError("invalid_utf8") from None
    except ValueError:
        raise DraftError("wrong_form") from None
    return dict(pairs)
