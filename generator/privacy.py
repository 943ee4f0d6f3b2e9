"""What no text of the register may hold: the patterns of private personal data.

One list serves the records (`check`) and everything rendered (`assemble`). Sources of the rule:
Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; before 2026, Nghị định 13/2023/NĐ-CP.
"""

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple


class Leak(NamedTuple):
    """A piece of private data: what it is (in Vietnamese), and the words found."""

    what: str
    text: str


_NOT_IN_NUMBER = r"(?<!\w)(?<!\d[.,])"
_END = r"(?!\w)(?![.,]\d)(?! ?(?:đồng|đ|VNĐ|VND)\b)"
# Twelve figures in one run or in groups. Dots and hyphens only after a 0, with which every personal
# number begins and no amount of money does (123.456.789.012 đồng).
_PERSONAL = r"\d{12}|\d{3}(?: \d{3}){3}|0\d{2}(?:[.\-]\d{3}){3}"
# Written in one run or in groups (0209 3870 123, 0209 3.870.123, 091.234.5678, (0209) 3870123,
# (+84) 91…, 09 12 34 56 78); a date with dots (03.10.2023) has no group long enough.
_PHONE = (
    r"(?:\(?\+84\)?[ .\-]?|0)\d{9,10}"
    r"|\(?(?:\+84\)?[ .\-]?|0)\d{1,3}\)?(?:[ .\-]\d{3,4}){2}"
    r"|\(?0\d{2,3}\)?[ .\-]\d[ .\-]\d{3,4}[ .\-]\d{3}"
    r"|\(?(?:\+84\)?[ .\-]?|0)\d{1,3}\)?[ .\-]\d{6,8}"
    r"|0\d{3}(?:[ .\-]\d{2}){3}"
    r"|0[35789](?:[ .\-]\d{2}){4}"
)
# Words that end in "sinh" and tell of no birth: học sinh, thí sinh, vệ sinh, hy sinh, Giáng sinh.
_NO_BIRTH = r"(?-i:(?<!học )(?<!thí )(?<!vệ )(?<!hy )(?<!hi )(?<!Giáng )(?<!giáng ))"
_BIRTH_WORD = r"(?:sinh(?: (?:ngày|năm))?|ngày sinh|ngày, ?tháng, ?năm sinh|SN|NS)"
_FULL_DATE = (
    r"(?:\d{1,2} ?(?:[/.\-]|tháng) ?\d{1,2} ?(?:[/.\-]|năm) ?\d{2,4}|\d{4}-\d{1,2}-\d{1,2})"
)
_MAIL = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")
_BIRTH = re.compile(
    rf"\b{_NO_BIRTH}{_BIRTH_WORD}\b\W{{0,5}}(?:vào )?(?:ngày )?{_FULL_DATE}", re.IGNORECASE
)
_LANE = r"(?:đường|phố|ngõ|ngách|hẻm|kiệt)"
_HOME = re.compile(
    r"\b(?:số nhà|nhà số|trú tại số):? \d+|\b(?:hộ khẩu|địa chỉ) thường trú\b"
    rf"|\bsố:? \d+[a-z]?(?:/\d+)*,? {_LANE}\b|\b\d+[a-z]?/\d+(?:/\d+)*,? {_LANE}\b"
    r"|\b(?:ngõ|ngách|hẻm|kiệt) (?:số )?\d+(?:/\d+)*,? (?:đường|phố|ngõ|ngách|hẻm)\b"
    r"|\b\d{1,3}[a-z]?,? (?-i:đường|phố) (?-i:[A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠ-Ỹ])",
    re.IGNORECASE,
)
# Numbers that only the word before them tells: of an account, of a servant of the State, of taxes.
_CODE = r"(?-i:[A-Z]{0,6})[ .\-]?\d"
_FOLLOWING = rf"(?: (?:số|ngân hàng|cá nhân|là))*\W{{0,3}}{_CODE}[\d .\-]{{2,}}\d"
_NUMBERED = (
    ("số tài khoản", re.compile(rf"\b(?:tài khoản|STK|số TK|TK){_FOLLOWING}", re.IGNORECASE)),
    (
        "mã cán bộ, số hiệu",
        re.compile(
            r"\b(?:mã (?:số )?(?:cán bộ|công chức|viên chức|nhân viên|giáo viên|CBCCVC|CBCC|NV|GV)"
            rf"|số hiệu (?:cán bộ|công chức|viên chức|CAND|sĩ quan)){_FOLLOWING}",
            re.IGNORECASE,
        ),
    ),
    (
        "mã số thuế, số bảo hiểm, số hộ chiếu",
        re.compile(
            r"\b(?:mã số thuế|MST|mã định danh|(?:số )?(?:BHXH|BHYT|sổ bảo hiểm|bảo hiểm xã hội)"
            rf"|hộ chiếu){_FOLLOWING}",
            re.IGNORECASE,
        ),
    ),
)
# Every pattern holds a figure, an @ or "trú"; the other signs are what `plain` would see through.
_WORTH_A_LOOK = re.compile("[0-9@<&*_\u00ad\u200b-\u200f\u2060\ufeff]|trú")


class _Sought(NamedTuple):
    """What to look for, and what tells at a glance that it is not there, as it seldom is.

    Attributes:
        words: a text in lower case has one of these,
        sign: and then this, if any of the patterns finds anything.
        patterns: what is found, and how.
    """

    words: tuple[str, ...]
    sign: re.Pattern[str]
    patterns: tuple[tuple[str, re.Pattern[str]], ...]


_EVERYTHING = (
    _Sought(
        ("",),  # figures of any script
        re.compile(r"[\d+](?:\d{8}|\d{2}(?:[ \n]\d{3}){3}|(?<=[0+])\d(?:[ .\-()\n]{0,3}\d){6})"),
        (
            ("số định danh cá nhân", re.compile(_NOT_IN_NUMBER + rf"(?:{_PERSONAL})" + _END)),
            ("số chứng minh nhân dân", re.compile(_NOT_IN_NUMBER + r"\d{9}" + _END)),
            ("số điện thoại", re.compile(_NOT_IN_NUMBER + rf"(?:{_PHONE})(?!\w)")),
        ),
    ),
    _Sought(("@",), re.compile("@"), (("địa chỉ thư điện tử", _MAIL),)),
    _Sought(
        ("sinh", "sn", "ns"),
        re.compile(r"(?:sinh|sn|ns)\b\D{0,30}\d"),
        (("ngày sinh đầy đủ", _BIRTH),),
    ),
    _Sought(
        ("nhà", "trú", "đường", "phố", "ngõ", "ngách", "hẻm", "kiệt"),
        re.compile(
            r"nhà(?: số)?:? \d|trú tại số:? \d|thường trú"
            rf"|\d[a-z]?,? {_LANE}|(?:ngõ|ngách|hẻm|kiệt) (?:số )?\d"
        ),
        (("địa chỉ nhà", _HOME),),
    ),
    _Sought(
        ("tài khoản", "stk", "tk", "mã", "số hiệu", "mst", "bhxh", "bhyt", "bảo hiểm", "hộ chiếu"),
        re.compile(r"(?:tài khoản|tk|mã|số hiệu|mst|bhxh|bhyt|bảo hiểm|hộ chiếu)\D*\d"),
        _NUMBERED,
    ),
)
_IN_NUMBER = re.compile(r"(?<=\d)\n(?=\d{3})")
_ADDRESS = re.compile(r"https?://[^\s\"'<>]+")
_PHONE_IN_ADDRESS = re.compile(r"(?<!\d)(?:0|84)[35789]\d{8}(?!\d)")
_ATTRIBUTE = re.compile(r"\s[\w-]+=\"([^\"]*)\"")
_INLINE = re.compile(r"</?(?:a|abbr|b|code|em|i|mark|s|small|span|strong|sub|sup|u|wbr)\b[^>]*>")
_TAG = re.compile(r"</?[a-zA-Z][^<>@]*>")
_CELL = " \x1f "  # stands between two pieces of a page: no number runs over it
_SPACES = re.compile("[ \t\u00a0]{2,}|[\t\u00a0]")
_LINES = re.compile(" ?\n[ \n]*")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_DASH = re.compile("[\u2010-\u2015\u2212\uff0d]")


def plain(text: str) -> str:
    """Return a text as a reader takes it in: no tags, entities, unseen or odd characters.

    What stands in attributes follows the text; full-width digits become plain, dashes one dash.
    """
    if "<" in text:
        attributes = _CELL.join(_ATTRIBUTE.findall(text))
        text = _TAG.sub(_CELL, _INLINE.sub("", text)) + _CELL + attributes
    text = _UNSEEN.sub("", html.unescape(text).replace("**", "").replace("__", ""))
    if not text.isascii():
        text = _DASH.sub("-", unicodedata.normalize("NFKC", text))
    return _LINES.sub("\n", _SPACES.sub(" ", text))


def leaks(text: str, allowed: frozenset[str] = frozenset()) -> Iterator[Leak]:
    """Find private data in a text.

    Args:
        text: any text, HTML and Markdown included; web addresses are looked at for phones alone.
        allowed: the office's own contacts, exactly as they are written in `data/site.yml`.

    Yields:
        A leak for each piece found, kind by kind.
    """
    if _WORTH_A_LOOK.search(text) or not unicodedata.is_normalized("NFKC", text):
        yield from leaks_in_plain(plain(text), allowed)


def leaks_in_plain(bare: str, allowed: frozenset[str] = frozenset()) -> Iterator[Leak]:
    """Find private data in a text that is plain already; else as `leaks`."""
    if not _WORTH_A_LOOK.search(bare):
        return
    for contact in _plain_contacts(allowed):
        bare = bare.replace(contact, " ")
    if "://" in bare:
        for address in _ADDRESS.findall(bare):
            yield from (Leak("số điện thoại", m) for m in _PHONE_IN_ADDRESS.findall(address))
        bare = _ADDRESS.sub(" ", bare)
    low = bare.lower()
    signed = [
        sought.patterns
        for sought in _EVERYTHING
        if any(word in low for word in sought.words) and sought.sign.search(low)
    ]
    if signed:
        # A number may be broken by the end of a line, as it may by a space.
        broken = _IN_NUMBER.sub(" ", bare).replace("\n", " \n ")
        for what, pattern in chain.from_iterable(signed):
            yield from (Leak(what, match.group()) for match in pattern.finditer(broken))


@lru_cache
def _plain_contacts(allowed: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(map(plain, allowed), key=len, reverse=True))


def masked(text: str) -> str:
    """Return a message without the private data that it would repeat."""
    if not any(leaks(text)):
        return text
    return re.sub(r"[\w.+\-]+@[\w.\-]+|\d[\d .\-/()]{3,}\d", "…", text)
