"""How a recipient's text begins: a number, a form of address, a rank; and what that tells."""

import re

from generator.importer.words import BODIES, HOUSEHOLDS, begins

_CAPITAL = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠ-Ỹ"
_MARKER = re.compile(r"\s*(?:(\d{1,4})\s*[.)/]+\s*|([a-zđ])\)\s*|[-–—+*•●]\s*)")
HONORIFIC = re.compile(
    r"(?:Ông|Bà|Anh|Chị|Em|Cháu|Cụ|Đồng chí|Đ/c|Ô\.|B\.|Thầy|Cô|ông|bà|anh|chị|em|cháu|đồng chí)"
    rf"\.?:?\s+(?=[{_CAPITAL}])"
)
TITLE = re.compile(
    r"(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý)(?: QNCN| CN)?"
    r"|(?:Thượng|Trung|Hạ) sĩ|Binh n(?:hất|hì)"
    r"|(?:PGS|GS|TS|TSKH|ThS|BS|BSCKII|BSCKI|DS|KS|CN|LS)(?:\s?[.,]\s?(?:TSKH|TS|BS|ThS|DS))*\.?"
    r"|Kỹ sư|(?:Bác sĩ|Dược sĩ)(?: (?:CK|chuyên khoa) ?(?:cấp )?(?:I{1,2}|[12]))?|Luật sư"
    r"|Hòa thượng|Thượng tọa|Đại đức|Sư cô|Linh mục|Mục sư"
    r"|(?:Thầy thuốc|Nhà giáo|Nghệ nhân|Nghệ sĩ)(?: ưu tú| Ưu tú| nhân dân| Nhân dân)?"
    r"|NGƯT|NGND|TTƯT|TTND|NSƯT|NNƯT)[.:,]?\s+",
)
BRACKET = re.compile(r"\s*\(([^()]*)\)\s*")
SEPARATOR = re.compile(r"\s*[,;]\s*|\s+[-–—]\s*|\s*[-–—]\s+|\n")
EDGES = " \t\n,;.:/-–—"
AND = re.compile(rf"và\s+(?=[{_CAPITAL}obe])")


def marked(text: str) -> tuple[str, str, bool]:
    """Return the number before a text, the text, and whether a number or a dash stood there."""
    match = _MARKER.match(text)
    if match is None or not text[match.end() :].strip():
        return "", text, False
    return match[1] or match[2] or "", text[match.end() :], True


def is_title(text: str) -> bool:
    """Whether a text is a rank or a title of science, art or faith, and nothing else."""
    return bool(TITLE.fullmatch(f"{text.strip()} "))


def kind_of(text: str) -> str:
    """Return what a recipient is by how it is written, or "" where that does not tell."""
    clean = AND.sub("", text.strip(EDGES), count=1) if text[:2] == "và" else text.strip(EDGES)
    if begins(clean, HOUSEHOLDS):
        return "household"
    if HONORIFIC.match(clean) or TITLE.match(clean):
        return "person"
    if begins(clean, BODIES) or (clean.isupper() and " " not in clean):
        return "collective"
    first = SEPARATOR.split(BRACKET.sub(" ", clean))[0].split()
    capital = all(re.match(f"[{_CAPITAL}]", word) for word in first)
    return "person" if 2 <= len(first) <= 6 and capital else ""
