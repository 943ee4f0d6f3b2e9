"""What the press kit of a decision tells: a release of one page, and the figures."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from generator.records.base import Reference
from generator.records.citation import Citation
from generator.records.decision import Decision, counts
from generator.records.digest import HonourEntry
from generator.records.honour import WITHHELD_NAME
from generator.records.kit_words import (
    Subject,
    asking,
    edition,
    facts,
    listed,
    read_in,
    ready,
    sourced,
)
from generator.records.terms import COMMENDATIONS, DATE_BASES, RECIPIENT_KINDS, STATUSES

_NAMED = 8  # how many a release names; more stand in the list

Entries = Sequence[HonourEntry]  # the honours in force, in the order of the list


def release(
    decision: Decision, entries: Entries, citation: Citation, reference: Reference
) -> Iterator[str]:
    """Yield a release of one page: who, what, when, where, why, and by which act."""
    issuer = reference.find("unit", decision.issuer)
    movement = reference.find("movement", decision.movement)
    places = dict.fromkeys(entry.place_text for entry in entries if entry.place_text)
    yield f"THÔNG CÁO: {decision.title}"
    yield facts(
        (
            ("Ai khen", f"{issuer.name}, theo {decision.label}"),
            ("Ai được khen", _whom(decision, entries)),
            ("Hình thức", ", ".join(dict.fromkeys(entry.award_words for entry in entries))),
            ("Vì sao", decision.occasion or f"theo trích yếu: {decision.title}"),
            ("Loại hình", COMMENDATIONS.get(decision.commendation or "")),
            ("Phong trào", movement and f"“{movement.name}”"),
            ("Ở đâu", _some(places, "nơi khác")),
            ("Khi nào", _when(decision)),
        )
    )
    yield ready(Subject(citation, decision.illustrative))
    if gone := len(decision.honours) - len(entries):
        yield f"Lưu ý: {gone} lượt khen của văn bản này không còn hiệu lực và không nêu ở đây."
    yield f"{edition(citation)}\n{citation.url}"
    yield asking(reference)


def figures(decision: Decision, entries: Entries, reference: Reference) -> Iterator[str]:
    """Yield the figures of an act and what changed it since; who is revoked is not named."""
    yield f"SỐ LIỆU: {decision.label}"
    yield facts(
        (
            ("Cơ quan, người quyết định", reference.find("unit", decision.issuer).name),
            ("Ngày", _when(decision)),
            _signed(decision),
            ("Trích yếu", decision.title),
            ("Số lượng", _numbers(decision, entries)),
            ("Mã kiểm SHA-256 của văn bản", decision.file.sha256 if decision.file else None),
        )
    )
    awards = sorted((RECIPIENT_KINDS[e.recipient_kind], e.award_words) for e in entries)
    yield listed(
        "THEO HÌNH THỨC",
        (f"{award}, {kind}: {len(list(same))}" for (kind, award), same in groupby(awards)),
    )
    yield listed("THAY ĐỔI VỀ SAU", _changes(decision, reference))
    yield listed("CĂN CỨ", decision.grounds)
    yield sourced(map(read_in, decision.sources.values()), illustrative=decision.illustrative)


def _signed(decision: Decision) -> tuple[str, str | None]:
    """Return who signed; where no name is known, that it is an office."""
    signer = decision.signer
    label = "Người ký" if signer and signer.name else "Chức vụ người ký"
    return label, signer.words if signer else None


def _whom(decision: Decision, entries: Entries) -> str:
    """Return how many are honoured, and the first of them."""
    names = [entry.name for entry in entries if entry.name != WITHHELD_NAME]
    first = _some(names, "tên khác trong danh sách")
    return ": ".join(filter(None, (_numbers(decision, entries), first)))


def _numbers(decision: Decision, entries: Entries) -> str:
    """Return how many the list names and are in force, and how many the act states if others."""
    kinds: Counter[str] = Counter(entry.recipient_kind for entry in entries)
    named, stated = counts(kinds), counts(decision.stated_counts)
    if named == stated:
        return named
    known = f"{named} có tên trong sổ và còn hiệu lực" if named else "sổ chưa có danh sách"
    return f"{known} (văn bản ghi {stated})" if stated else known


def _some(words: Iterable[str], rest: str) -> str:
    """Return the first of some words, and how many more there are."""
    found = list(words)
    more = len(found) - _NAMED
    return "; ".join(found[:_NAMED]) + (f"; và {more} {rest}" if more > 0 else "")


def _when(decision: Decision) -> str:
    return f"{decision.date.text} ({DATE_BASES[decision.date_basis]})"


def _changes(decision: Decision, reference: Reference) -> Iterator[str]:
    for entry in sorted(decision.history, key=lambda item: item.date.last):
        whom = f", {len(entry.rows)} lượt khen" if entry.rows else ""
        yield f"{STATUSES[entry.change]}{whom}: {entry.paper(reference)}"
