"""What no text of the register may hold: the patterns of private personal data.

One list serves the records (`check`) and everything rendered (`assemble`). Sources of the rule:
Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; before 2026, Nghị định 13/2023/NĐ-CP.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Leak(NamedTuple):
    """A piece of private data: what it is (in Vietnamese), the words found, where they begin."""

    what: str
    text: str
    start: int


_NOT_IN_NUMBER = r"(?<![\w./\-])"
_END = r"(?![\w/]|[.\-]\w)"
# Twelve figures in one run or in groups. Dots and hyphens only after a 0, with which every personal
# number begins and no amount of money does (123.456.789.012 đồng).
_PERSONAL = r"\d{12}|\d{3}(?: \d{3}){3}|0\d{2}(?:[.\-]\d{3}){3}"
# Written in one run or in groups (0209 3870 123, 0209 3.870.123, 091.234.5678, (0209) 3870123,
# +84 91…); a date with dots (03.10.2023) has no group long enough.
_PHONE = (
    r"(?:\+84|0)\d{9,10}"
    r"|\(?(?:\+84[ .\-]?|0)\d{1,3}\)?(?:[ .\-]\d{3,4}){2}"
    r"|\(?0\d{2,3}\)?[ .\-]\d[ .\-]\d{3,4}[ .\-]\d{3}"
    r"|\(?(?:\+84[ .\-]?|0)\d{1,3}\)?[ .\-]\d{6,8}"
    r"|0\d{3}(?:[ .\-]\d{2}){3}"
)
# Words that end in "sinh" and tell of no birth: học sinh, thí sinh, vệ sinh, hy sinh, Giáng sinh.
_NO_BIRTH = r"(?-i:(?<!học )(?<!thí )(?<!vệ )(?<!hy )(?<!hi )(?<!Giáng )(?<!giáng ))"
_BIRTH_WORD = r"(?:sinh(?:\s+(?:ngày|năm))?|ngày\s+sinh|ngày,\s*tháng,\s*năm\s+sinh|SN|NS)"
_FULL_DATE = r"\d{1,2}\s*(?:[/.\-]|tháng)\s*\d{1,2}\s*(?:[/.\-]|năm)\s*\d{2,4}"
_MAIL = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")
_PATTERNS = (
    ("số định danh cá nhân", re.compile(_NOT_IN_NUMBER + rf"(?:{_PERSONAL})" + _END)),
    ("số chứng minh nhân dân", re.compile(_NOT_IN_NUMBER + r"\d{9}" + _END)),
    ("số điện thoại", re.compile(_NOT_IN_NUMBER + rf"(?:{_PHONE})" + _END)),
    ("địa chỉ thư điện tử", _MAIL),
    (
        "ngày sinh đầy đủ",
        re.compile(
            rf"\b{_NO_BIRTH}{_BIRTH_WORD}\b\W{{0,5}}(?:ngày\s+)?{_FULL_DATE}", re.IGNORECASE
        ),
    ),
)
_WORTH_A_LOOK = re.compile(r"[0-9@]")  # every pattern holds one of these; most names none
_ADDRESS = re.compile(r"https?://[^\s\"'<>]+")


def leaks(text: str, allowed: frozenset[str] = frozenset()) -> Iterator[Leak]:
    """Find private data in a text.

    Args:
        text: any text, HTML included; web addresses in it are passed over.
        allowed: the office's own contacts, exactly as they are written in `data/site.yml`.

    Yields:
        A leak for each piece found, kind by kind.
    """
    if not _WORTH_A_LOOK.search(text):
        return
    bare = _ADDRESS.sub(lambda match: " " * len(match.group()), text)
    for contact in sorted(allowed, key=len, reverse=True):
        bare = bare.replace(contact, " " * len(contact))
    for what, pattern in _PATTERNS:
        if pattern is _MAIL and "@" not in bare:
            continue
        for match in pattern.finditer(bare):
            yield Leak(what, match.group(), match.start())
