"""The types of fields, each with what it refuses, in Vietnamese.

Together with `base` and `validation` the only modules that know pydantic.
"""

import re
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetJsonSchemaHandler,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError

from generator.dates import PartialDate
from generator.records.marks import Happened, MarkdownText, ToDecision
from generator.vietnamese import squeeze

__all__ = [
    "Date",
    "DecisionAt",
    "Field",
    "MarkdownText",
    "PastDate",
    "Prose",
    "RecipientKind",
    "RefTo",
    "SiteUrl",
    "Slug",
    "Text",
    "Url",
    "refuse",
]

RecipientKind = Literal["person", "collective", "household"]
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)")  # names that Windows keeps for itself
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DECISION = re.compile(rf"[0-9]{{4}}/{_SLUG.pattern}/{_SLUG.pattern}")
_URL = re.compile(r"https?://[^\s\"'<>\\^`{|}]+", re.IGNORECASE)


def refuse(code: str, problem: str, cure: str) -> PydanticCustomError:
    """Return the error a validator raises: a fault's code, what is wrong, and the cure."""
    return PydanticCustomError(
        "fault", "{problem}", {"code": code, "problem": problem, "cure": cure}
    )


def _plain(text: str) -> str:
    if _CONTROL.search(text):
        raise refuse(
            "TRG-006", "có ký tự điều khiển không nhìn thấy", "xóa ký tự đó rồi gõ lại chữ"
        )
    if not text.strip():
        raise refuse("TRG-005", "để trống", "điền nội dung, hoặc xóa cả dòng")
    return squeeze(text)


def _prose(text: str) -> str:
    _plain(text)
    return text.strip()


def _slug(text: str) -> str:
    if DEVICE.fullmatch(text):
        raise refuse(
            "TRG-007",
            f"mã «{text}» là tên mà Windows không cho đặt",
            f"thêm chữ vào mã, ví dụ {text}-1",
        )
    if len(text) > 100:
        raise refuse("TRG-007", f"mã «{text[:60]}…» dài quá 100 chữ", "rút ngắn mã")
    if not _SLUG.fullmatch(text):
        raise refuse(
            "TRG-007",
            f"mã «{text[:60]}» không dùng được làm địa chỉ",
            "chỉ dùng chữ thường không dấu, chữ số và dấu gạch ngang, ví dụ 1870-qd-ubnd",
        )
    return text


def _url(text: str) -> str:
    if not _URL.fullmatch(text):
        raise refuse(
            "TRG-008",
            f"«{text[:60]}» không phải địa chỉ trang web",
            "viết đầy đủ, bắt đầu bằng https:// hoặc http://",
        )
    return text


def _date(value: object) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    try:
        return PartialDate.parse(str(value) if isinstance(value, int | str) else "")
    except ValueError:
        raise refuse(
            "TRG-010",
            f"«{str(value)[:40]}» không phải ngày hợp lệ",
            "viết năm-tháng-ngày (2023-10-17), năm-tháng (2023-10) hoặc năm (2023)",
        ) from None


def _site_url(text: str) -> str:
    if "?" in text or "#" in text:
        raise refuse("TRG-008", "địa chỉ của trang không có phần sau dấu ? hay #", "bỏ phần đó")
    return text if text.endswith("/") else f"{text}/"


def _decision_at(text: str) -> str:
    if not _DECISION.fullmatch(text):
        raise refuse(
            "TRG-009",
            f"«{text[:60]}» không phải nơi của một quyết định",
            "viết năm/người ký/mã như trong data/awards/: 2023/chu-tich-ubnd-tinh/12-qd-ubnd",
        )
    return text


@dataclass(frozen=True)
class RefTo:
    """Marks a field as the id of another record, and says of which kind."""

    kind: str

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, object]:
        """Tell the editor's schema too which kind is meant."""
        return {**handler(core), "x-ref": self.kind}


Text = Annotated[str, AfterValidator(_plain)]
Prose = Annotated[str, AfterValidator(_prose), MarkdownText()]
Slug = Annotated[
    str,
    AfterValidator(_slug),
    Field(json_schema_extra={"pattern": f"^{_SLUG.pattern}$", "maxLength": 100}),
]
DecisionAt = Annotated[str, AfterValidator(_decision_at), ToDecision()]
Url = Annotated[
    str, AfterValidator(_url), Field(json_schema_extra={"pattern": "^[hH][tT][tT][pP][sS]?://"})
]
SiteUrl = Annotated[Url, AfterValidator(_site_url)]
Date = Annotated[
    PartialDate,
    BeforeValidator(_date),
    WithJsonSchema({"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}),
]
PastDate = Annotated[Date, Happened()]
