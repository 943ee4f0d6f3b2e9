"""Recipients as read → the rows of the record, with nothing that is not of an honour."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from generator.dates import PartialDate
from generator.importer.answers import Question
from generator.importer.entries import Entry
from generator.importer.gate import personal
from generator.importer.lexicon import Lexicon, Named
from generator.importer.settled import Settled
from generator.importer.table import safe, wrong
from generator.records.honour import Honour
from generator.values import Position
from generator.vietnamese import fold, squeeze

_COPIED = ("stt", "role", "unit", "place_text", "achievement", "note")
_ORDER = tuple(info.alias or name for name, info in Honour.model_fields.items())
_CHILD = re.compile(r"tre em\b|duoi 16 tuoi\b")
_YES = ("x", "có", "co", "truy tặng", "đúng")


def rows_of(
    entries: Sequence[Entry], settled: Settled, lexicon: Lexicon, start: Position
) -> tuple[dict[str, Any], ...]:
    """Make the rows of the record; what is not known of an award becomes a question or a fault."""
    rows = []
    lacking = 0
    unknown: dict[str, Entry] = {}
    for number, entry in enumerate(entries, 1):
        award, grade = _award(entry, settled, lexicon, unknown)
        lacking += not award
        rows.append(_row(number, entry, award, grade, settled.date, lexicon))
    if lacking and not unknown:
        choices = tuple((award.id, award.name) for award in lexicon.reference.of("award"))
        text = f"không rõ {lacking} dòng được tặng danh hiệu, hình thức nào"
        settled.questions.append(Question("award", "NHAP-024", text, choices, "--award mã", start))
    for text, entry in unknown.items():
        problem = f"danh hiệu, hình thức «{safe(text)}» không có trong danh mục"
        cure = "sửa cho đúng tên trong data/vocabulary/awards.yml, hoặc thêm vào đó"
        settled.faults.append(wrong(entry.row, "NHAP-014", problem, cure))
    return tuple(rows)


def _award(
    entry: Entry, settled: Settled, lexicon: Lexicon, unknown: dict[str, Entry]
) -> tuple[str, str]:
    """Return an honour's award and class: of its own cell, its section, or the whole decision."""
    written = entry.words("award")
    named: Named | None = lexicon.award_in(written) if written else entry.section.award
    if written and not named:
        unknown.setdefault(written, entry)
        return "", ""
    award = lexicon.award_of(named, settled.issuer, settled.date) if named else ""
    grade = lexicon.class_in(entry.words("class")) or (named.grade if named else settled.grade)
    return award or settled.award, grade


def _row(
    number: int, entry: Entry, award: str, grade: str, date: PartialDate | None, lexicon: Lexicon
) -> dict[str, Any]:
    name = next((p.text for p in entry.pieces if p.role == "name"), "")
    row: dict[str, Any] = {
        "id": number, "award": award, "class": grade, "kind": entry.kind,
        "name": squeeze(name).strip(" ,;"),
    }  # fmt: skip
    row |= {field: squeeze(entry.words(field)).strip(" ,;") for field in _COPIED}
    row["place_text"] = row["place_text"] or _small(entry.section.place_text)
    row["place"] = lexicon.place_in(row["place_text"], date) if row["place_text"] else ""
    if entry.kind == "person":  # offices' forms tell a class of collectives too, by who leads them
        row["group"] = lexicon.group_in(entry.words("group"))
    row["commendation"] = lexicon.commendation_in(entry.words("commendation"))
    told = [piece.text for piece in entry.pieces if piece.role == "posthumous"]
    row["posthumous"] = entry.section.posthumous or any(
        "truy tặng" in text.lower() or text.lower() in _YES for text in told
    )
    if row["note"].lower() in ("truy tặng", "(truy tặng)"):
        row["posthumous"], row["note"] = True, ""
    note = fold(row["note"])
    row["note"] = "" if entry.kind == "person" and personal(row["note"]) else row["note"]
    if any(p.role == "child" for p in entry.pieces) or (
        entry.kind == "person" and _CHILD.match(note)
    ):
        row |= {"child": True, "display": "initials"}
    return {field: row[field] for field in _ORDER if row.get(field)}


def _small(text: str) -> str:
    """Return a heading's place as it stands inside a text: "huyện Pác Nặm"."""
    return text[:1].lower() + text[1:]


def with_defaults(
    rows: Sequence[dict[str, Any]],
) -> tuple[dict[str, Any], tuple[dict[str, Any], ...]]:
    """Return what all rows share, and the rows without it, as a person would write them."""
    shared = dict(_shared(rows))
    return shared, tuple({f: v for f, v in row.items() if f not in shared} for row in rows)


def _shared(rows: Sequence[dict[str, Any]]) -> Iterator[tuple[str, Any]]:
    for field in ("award", "class", "kind"):
        values = {row.get(field, "") for row in rows}
        if len(values) == 1 and (value := values.pop()):
            yield field, value
