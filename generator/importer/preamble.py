"""What the words around a list say of the decision: number, date, who decides, title, counts.

And what says that it is none: a proposal, a draft, a notice for opinions.
"""

import re
from dataclasses import dataclass, field

from generator.importer.claims import Claim, claims_of
from generator.importer.days import Day, Impossible, first_day, impossible_years, serial_day
from generator.importer.lexicon import Lexicon, Named
from generator.importer.table import Row, safe
from generator.importer.words import key, mended
from generator.vietnamese import squeeze

_SYMBOL = re.compile(r"\b(\d{1,5}[a-zA-Z]?)\s*/\s*((?:QĐ|LCT|NQ|TK)\s*(?:[-–]\s*[A-ZĐ][\wĐđ]*)*)")
_NUMBERED = re.compile(
    r"^\s*Số\s*:\s*(\d{1,5}[a-zA-Z]?)\s*/\s*((?:\d{4}\s*/\s*)?[A-ZĐ]+(?:\s*[-–]\s*[A-ZĐ]+)*)",
    re.IGNORECASE,
)
_NO_NUMBER = re.compile(r"\bSố\s*:?\s*[.…_\s]*/\s*[A-ZĐ]", re.IGNORECASE)
_NO_DAY = re.compile(r"\bngày\s*[.…_]*\s*tháng\s*[.…_]*\s*(?:\d{1,2}\s*)?năm", re.IGNORECASE)
TITLE = re.compile(r"^(?:\(?\s*V/v|Về việc)\s*:?\s*", re.IGNORECASE)
_REASON = re.compile(r"^(?:Vì|Do|Đã có|Đã|Có)\s+(?=[a-zà-ỹ])")
_GROUND = re.compile(r"can cu|xet de nghi|theo de nghi|xet to trinh")
_PROPOSAL = re.compile(
    r"^to trinh(?! so)|^so \d* ?ttr\b|^du thao|\bdu thao (?:quyet dinh|lan)|\blay y kien|\bdnxt\b|"
    r"\bde nghi (?:xet|khen|tang|trao|phong|truy|cong nhan|danh hieu)|"
    r"\btrinh (?:tang|phong|khen|truy|thu tuong|chu tich|cong nhan)"
)
# "khen" as a verb; Bằng khen, Giấy khen, Thư khen may be told again and again.
_ACT = re.compile(
    r"(?<!bằng )(?<!giấy )(?<!thư )\bkhen\b[^\d]*\d+ (?:tập thể|cá nhân)", re.IGNORECASE
)
_LABELS = {
    "so ky hieu": "symbol", "so quyet dinh": "symbol", "ngay ky": "date", "ngay": "date",
    "ngay ban hanh": "date", "nguoi ky": "issuer", "co quan ban hanh": "issuer",
    "nguoi quyet dinh": "issuer", "nguoi co quan quyet dinh": "issuer", "trich yeu": "title",
    "thanh tich chung": "occasion", "loai hinh khen thuong": "commendation",
    "phong trao": "movement", "so tap the": "collective", "so ca nhan": "person",
    "so ho gia dinh": "household", "hinh thuc chung": "award",
}  # fmt: skip


@dataclass
class Facts:
    """What was read of the decision, each fact with the row it was read from."""

    symbols: dict[str, Row] = field(default_factory=dict)
    days: list[tuple[Day, Row]] = field(default_factory=list)
    impossible: list[tuple[Impossible, Row]] = field(default_factory=list)
    issuers: dict[str, Row] = field(default_factory=dict)
    title: str = ""
    occasion: str = ""
    award: Named | None = None
    claims: list[Claim] = field(default_factory=list)
    proposal: list[tuple[str, Row]] = field(default_factory=list)
    acts: list[tuple[str, Row]] = field(default_factory=list)
    labelled: dict[str, tuple[str, Row]] = field(default_factory=dict)


def take(facts: Facts, row: Row, lexicon: Lexicon) -> None:
    """Note what a row of running text says of the decision."""
    text = row.text
    if _labelled(facts, row):
        return
    marks(facts, text, row)
    if _GROUND.match(key(text)):
        return
    symbol = _NUMBERED.match(text) or _SYMBOL.search(text)
    if symbol and not facts.proposal:
        _note_symbol(facts, f"{symbol[1]}/{symbol[2]}", row)
    if issuer := lexicon.issuer_in(text):
        facts.issuers.setdefault(issuer, row)
    if (symbol or re.search(r", ngày\b", text)) and (day := first_day(text)):
        _note_day(facts, day, row)
    facts.impossible += [(year, row) for year in impossible_years(text)]
    if TITLE.match(mended(text)):
        title = squeeze(TITLE.sub("", mended(text))).strip("()./ ")
        facts.title = facts.title or title[:1].upper() + title[1:]
    if reason := reason_in(text):
        facts.occasion = facts.occasion or reason
    facts.award = facts.award or lexicon.award_in(text)
    facts.claims += claims_of(text, row)


def marks(facts: Facts, text: str, row: Row) -> None:
    """Note what shows that a text is no decision, or more than one."""
    plain = key(mended(text))
    if not _GROUND.match(plain):
        if _PROPOSAL.search(plain):
            facts.proposal.append((text, row))
        if _NO_NUMBER.search(text) or _NO_DAY.search(text):
            facts.proposal.append(("chưa có số hoặc ngày", row))
    facts.acts += [(act, row) for act in acts_in(text)]


def acts_in(text: str) -> tuple[str, ...]:
    """Return the clauses of a text that tell of an act each: "… khen 4 tập thể và 7 cá nhân"."""
    clauses = (squeeze(mended(part)) for part in re.split(r"[;.]", text))
    return tuple(clause for clause in clauses if _ACT.search(clause))


def is_label(row: Row) -> bool:
    """Whether a row is one of a form: a label, and what was filled in beside it, if anything."""
    return len(row.filled) <= 2 and key(row.cells[row.filled[0]]) in _LABELS


def _labelled(facts: Facts, row: Row) -> bool:
    """Take a row of a form: a label, and what was filled in beside it."""
    if not is_label(row):
        return False
    first, value = ([row.cells[place] for place in row.filled] + [""])[:2]
    name = _LABELS[key(first)]
    if name == "date" and value:
        _note_day(
            facts, first_day(value) or serial_day(value) or Impossible(value, "không rõ"), row
        )
    elif name == "symbol" and value:
        _note_symbol(facts, value, row)
    elif name in ("collective", "person", "household"):
        facts.claims += [Claim(row, name, int(value))] if value.isdecimal() else []
    elif name in ("title", "occasion"):
        setattr(facts, name, value)
    elif value:
        facts.labelled[name] = (value, row)
    return True


def _note_symbol(facts: Facts, text: str, row: Row) -> None:
    symbol = clean_symbol(text)
    if safe(symbol) == symbol:  # what would not be shown is no number of a paper
        facts.symbols.setdefault(symbol, row)


def _note_day(facts: Facts, day: Day | Impossible, row: Row) -> None:
    if isinstance(day, Day):
        facts.days.append((day, row))
    else:
        facts.impossible.append((day, row))


def reason_in(text: str) -> str:
    """Return what the honour is for, if a text begins with it: "Vì dẫn đầu phong trào …"."""
    if not _REASON.match(text) or len(text) < 12:
        return ""
    reason = re.sub(r"^(?:Vì|Do|Đã)\s+", "", text).strip(" ./;")
    return reason[:1].upper() + reason[1:]


def clean_symbol(text: str) -> str:
    """Return a number and symbol as papers print it: "435/HD – UBND" gives "435/HD-UBND"."""
    return re.sub(r"\s*([/\-])\s*", r"\1", text.replace("–", "-")).strip(" .;,")
