"""What a clerk most likely meant when a text is no YAML: the line of the slip, and the cure.

The parser stops where it understands no more, often a line after the slip, and in words that only
a programmer knows. These are guesses by the look of the lines; the parser alone says what is YAML.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Slip(NamedTuple):
    """A line (from 1), what is wrong with it and the cure."""

    line: int
    problem: str
    cure: str


_FIELD = r"^\s*(?:- )*(?:[{[]\s*)?[\w-]+"  # up to the colon of a field
_QUOTE = "đặt cả giá trị trong một cặp dấu nháy kép"
_BY_LOOK = (
    (
        re.compile(_FIELD + r":[^\s:/]"),
        "thiếu dấu cách sau dấu hai chấm",
        "thêm một dấu cách: «tên: giá trị»",
    ),
    (
        re.compile(_FIELD + r"\s*："),
        "dấu hai chấm không phải dấu hai chấm thường",
        "gõ lại dấu hai chấm bằng bàn phím thường, sau nó là một dấu cách",
    ),
    (
        re.compile(_FIELD + r""":\s+(?:"(?:[^"\\]|\\.)*"|'[^']*')\s*[^\s#,}\]'"]"""),
        "sau dấu nháy đóng còn chữ",
        "đặt cả giá trị trong một cặp dấu nháy; dấu nháy ở giữa thì viết «…»",
    ),
    (
        re.compile(_FIELD + r""":\s+(?:"(?:[^"\\]|\\.)*|'[^']*)$"""),
        "dấu nháy mở ở dòng này không có dấu nháy đóng",
        "thêm dấu nháy đóng ở cuối giá trị",
    ),
    (
        re.compile(_FIELD + r':\s+"(?:[^"\\]|\\.)*\\[^"\\/abefnrtv0xuUN_LP \t]'),
        "dấu gạch chéo ngược \\ trong dấu nháy kép có nghĩa riêng",
        "viết \\\\, hoặc dùng dấu nháy đơn",
    ),
    (
        re.compile(_FIELD + r":\s+[@`%*&!]"),
        "giá trị bắt đầu bằng một dấu có nghĩa riêng (@ ` % * & !)",
        _QUOTE,
    ),
    (
        re.compile(r"^\s*[@`%*&!]"),
        "dòng bắt đầu bằng một dấu có nghĩa riêng (@ ` % * & !)",
        "xóa dấu đó, hoặc đặt chữ trong dấu nháy kép",
    ),
    (
        re.compile(_FIELD + r":\s+-\s"),
        "dấu gạch đầu dòng đứng cùng dòng với tên trường",
        "xuống dòng, thụt vào hai dấu cách rồi mới viết «- …»",
    ),
    (
        re.compile(_FIELD + r":\s+[^\s\"'{\[|>#][^#]*:(?:\s|$)"),
        "trong giá trị có dấu hai chấm",
        _QUOTE,
    ),
    (
        re.compile(r"""[{,]\s*[\w-]+:\s+(?:"[^"]*|'[^']*)$"""),
        "dấu nháy mở ở dòng này không có dấu nháy đóng",
        "thêm dấu nháy đóng ở cuối giá trị",
    ),
    (
        re.compile(r"[{,]\s*[\w-]+:\s+[^\s\"'{\[][^,}#]*:(?:\s|$)"),
        "trong giá trị có dấu hai chấm",
        _QUOTE,
    ),
)  # fmt: skip
_PAIRS = {"{": "}", "[": "]"}


def slip_in(text: str, line: int, begun: int | None) -> Slip | None:
    """Return the likely slip, or None when nothing known fits.

    Args:
        text: what is no YAML.
        line: where the parser stopped, from 1.
        begun: where the piece began that it could not finish, from 1.
    """
    lines = text.split("\n")
    near = [number for number in _near(lines, line, begun) if _told(lines[number - 1])]
    for pattern, problem, cure in _BY_LOOK:
        for number in near:
            if pattern.search(lines[number - 1]):
                return Slip(number, problem, cure)
    for number in near:
        for opening, closing in _PAIRS.items():
            more = _bare(lines[number - 1]).count(opening) - _bare(lines[number - 1]).count(closing)
            if more:
                which, cure = (opening, "thêm") if more > 0 else (closing, "bớt")
                return Slip(number, f"dấu ngoặc {which} ở dòng này không có cặp",
                            f"{cure} dấu {closing} cho đủ cặp")  # fmt: skip
    return _indentation(lines, line)


def _told(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _near(lines: list[str], line: int, begun: int | None) -> Iterator[int]:
    """Yield the numbers of the lines to look at: where it stopped, before, where it began."""
    last = min(line, len(lines))
    yield last
    above = next((n for n in range(last - 1, 0, -1) if _told(lines[n - 1])), 0)
    if above:
        yield above
    if begun and begun < last and begun != above:
        yield begun


def _bare(line: str) -> str:
    """Return a line without what stands in quotes or in a comment."""
    return re.sub(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|(?:^|\s)#.*", "", line)


def _indentation(lines: list[str], line: int) -> Slip | None:
    """Find a line that is not a field, or stands too far in or out."""
    near = [n for n in _near(lines, line, None) if _told(lines[n - 1])]
    for number in near:
        words = lines[number - 1].strip()
        if not re.search(r":(?:\s|$)", words) and not words.startswith("- "):
            return Slip(
                number,
                "dòng này không có dấu hai chấm, cũng không phải mục của danh sách",
                "viết «tên: giá trị»; chữ dài nhiều dòng thì ghi dấu | sau tên trường rồi thụt vào",
            )
    if len(near) < 2:
        return None
    here, above = (len(lines[n - 1]) - len(lines[n - 1].lstrip()) for n in near[:2])
    if here == above:
        return None
    way = "nhiều hơn" if here > above else "ít hơn"
    return Slip(
        near[0],
        f"dòng thụt vào {here} dấu cách, {way} dòng trên ({above}) mà không khớp dòng nào",
        "các trường cùng một nhóm phải thẳng cột với nhau",
    )
