"""What an import understood, side by side with its source: one set of values for both reports."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.importer.compose import Proposal
from generator.importer.entries import FATES, Entry, Unit
from generator.importer.gate import personal, private
from generator.importer.likeness import Likely, Pair
from generator.importer.remarks import remarks_of, shown
from generator.privacy import leaks
from generator.records.base import PartialDate, Reference
from generator.records.terms import COMMENDATIONS, RECIPIENT_KINDS
from generator.render import fragment
from generator.vietnamese import initials, number

_LEFT = {
    "honorific": "bỏ cách xưng hô «{}»",
    "year of birth": "bỏ năm sinh",
    "child": "«{}»: coi là trẻ em, chỉ ghi chữ đầu của tên",
    "separator": "bỏ chữ nối «{}»",
}
_LABELS = {
    "id": "mã", "issuer": "người quyết định", "symbol": "số, ký hiệu", "date": "ngày",
    "title": "trích yếu", "commendation": "loại hình", "movement": "phong trào",
    "occasion": "thành tích chung", "stated": "số lượng ghi trong văn bản",
    "listed_reason": "vì sao thiếu",
}  # fmt: skip


class ReportLine(NamedTuple):
    """A row of the source, or a piece of one, beside what became of it."""

    place: str
    source: str
    fate: str
    result: str
    changes: tuple[str, ...]


class Report(NamedTuple):
    """All that a person should see before an import is taken over."""

    sums: str
    facts: tuple[tuple[str, str], ...]
    faults: tuple[str, ...]
    remarks: tuple[str, ...]
    lines: tuple[ReportLine, ...]


def report_of(
    proposal: Proposal,
    reference: Reference,
    alike: Sequence[Pair | Likely] = (),
) -> Report:
    """Tell an import: what was read, what became of it, what to look at.

    Args:
        proposal: the import.
        reference: names of awards and offices.
        alike: rows that may be one honour twice, or a registered recipient.
    """
    faults = [*(question.fault for question in proposal.questions), *proposal.faults]
    found = proposal.understood
    rows = dict(zip(map(id, found.entries), proposal.whole, strict=True)) if found else {}
    lines = [_line(unit, rows, reference) for unit in found.units] if found else []
    return Report(
        _sums(proposal),
        tuple(_fact(n, v, reference) for n, v in proposal.facts.items() if n in _LABELS),
        tuple(map(str, faults)),
        remarks_of(proposal, alike),
        tuple(lines),
    )


def html(report: Report, name: str) -> str:
    """Return a report as a page of its own."""
    return fragment("import_report.html.jinja", {"report": report, "name": name})


def _sums(proposal: Proposal) -> str:
    sums = proposal.balance
    if sums is None:
        return ""
    parts = "" if sums.pieces == sums.rows else f" ({number(sums.pieces)} mục)"
    return (
        f"{number(sums.rows)} dòng nguồn{parts} = {number(sums.results)} của danh sách + "
        f"{number(sums.refused)} để lại + {number(sums.named)} đề mục, dòng tổng, ghi chú; "
        f"{number(len(proposal.whole))} lượt khen"
    )


def _line(unit: Unit, rows: Mapping[int, Mapping[str, Any]], reference: Reference) -> ReportLine:
    place = f"{unit.row.position.file}:{unit.row.number}"
    if unit.entry is None:
        aside = unit.row.hidden or "tiêu đề" in unit.why
        text = "(không hiện)" if aside and unit.fate == "refused" else shown(unit.text)
        return ReportLine(place, text, FATES[unit.fate], unit.why, ())
    row = rows[id(unit.entry)]
    hidden = any(private(str(value), field) for field, value in row.items())
    if hidden or any(leaks(unit.text)):
        return ReportLine(place, "(có dữ liệu riêng tư, không hiện)", FATES[unit.fate], "", ())
    source = initials(row["name"]) + " …" if row.get("child") else shown(unit.text)
    changes = tuple(_changes(unit.entry, row, reference))
    return ReportLine(place, source, FATES[unit.fate], _told(row, reference), changes)


def _told(row: Mapping[str, Any], reference: Reference) -> str:
    """Return a row of the record in words."""
    award = reference.find("award", row.get("award"))
    name = initials(row["name"]) if row.get("child") else row["name"]
    parts = [
        name, *(row.get(f, "") for f in ("role", "unit", "place_text")),
        award.named(row.get("class")) if award else "", row.get("achievement", ""),
        "truy tặng" if row.get("posthumous") else "", row.get("note", ""),
    ]  # fmt: skip
    return f"{RECIPIENT_KINDS[row['kind']]}: " + " · ".join(part for part in parts if part)


def _changes(entry: Entry, row: Mapping[str, Any], reference: Reference) -> Iterator[str]:
    """Tell what was left out, concluded or could not be told of a recipient."""
    yield from entry.doubts
    for piece in entry.pieces:
        if piece.role in _LEFT:
            yield _LEFT[piece.role].format(piece.text)
    for field, words in (("group", "nhóm đối tượng"), ("commendation", "loại hình")):
        if entry.words(field) and not row.get(field):
            yield f"{words} «{shown(entry.words(field))}» không có trong danh mục, không nhập"
    if row.get("note"):
        yield f"ghi chú «{shown(row['note'])}» sẽ hiện trên trang: xem có được công bố không"
    elif personal(entry.words("note")):
        yield f"ghi chú «{shown(entry.words('note'))}» có thể là chuyện riêng, không nhập"
    place = reference.find("place", row.get("place"))
    if place:
        yield f"địa bàn: {place.full_name(reference)}"
    elif row.get("place_text"):
        yield "địa bàn chưa nối với danh mục"


def _fact(name: str, value: object, reference: Reference) -> tuple[str, str]:
    """Return a fact as a person says it: a name for a code, a day for a date."""
    text = _value(value)
    if name == "date":
        text = PartialDate.parse(text).text
    elif name == "commendation":
        text = COMMENDATIONS.get(text, text)
    elif known := reference.find({"issuer": "unit", "movement": "movement"}.get(name, ""), text):
        text = known.name
    return _LABELS[name], text


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{n} {RECIPIENT_KINDS[kind]}" for kind, n in value.items())
    return shown(str(value))
