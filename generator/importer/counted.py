"""Stated numbers against what was read: a difference stops the import until it is accepted."""

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.importer.claims import Claim
from generator.importer.entries import Entry
from generator.importer.table import wrong
from generator.values import Fault

WORDS = {"collective": "tập thể", "person": "cá nhân", "household": "hộ gia đình"}


def differences(claims: Sequence[Claim], entries: Sequence[Entry]) -> tuple[Claim, ...]:
    """Return the stated numbers that are not those of the list, or of their section."""
    return tuple(claim for claim in claims if claim.number not in _possible(claim, entries))


def _possible(claim: Claim, entries: Sequence[Entry]) -> set[int]:
    """Return what a number may count: a total without a word may close a section or the whole."""
    counts = _counts(entries, claim.section)
    if claim.kind:
        return {counts[claim.kind]}
    if claim.section:
        return {counts.total()}
    parts = Counter(section for entry in entries for section in entry.section.path)
    return {counts.total(), *parts.values(), *counts.values()}


def _counts(entries: Sequence[Entry], section: int) -> Counter[str]:
    return Counter(e.kind for e in entries if not section or section in e.section.path)


def faults(wrong_claims: Sequence[Claim], entries: Sequence[Entry]) -> Iterator[Fault]:
    """Tell each difference."""
    for claim in wrong_claims:
        counts = _counts(entries, claim.section)
        listed = counts[claim.kind] if claim.kind else counts.total()
        word = WORDS.get(claim.kind, "dòng")
        yield wrong(
            claim.row, "NHAP-023", f"nguồn ghi {claim.number} {word}, đọc được {listed}",
            "tìm dòng thiếu hoặc thừa trong báo cáo; nếu đúng là nguồn thiếu, thêm --accept-count",
        )  # fmt: skip


def stated(claims: Sequence[Claim], entries: Sequence[Entry]) -> dict[str, int]:
    """Return the numbers that the decision states, kind by kind, as far as the source tells.

    What a section lacks is lacking in the whole.
    """
    listed = Counter(entry.kind for entry in entries)
    numbers = {kind: listed[kind] for kind in WORDS}
    whole = {claim.kind: claim.number for claim in reversed(claims) if not claim.section}
    for claim in differences(claims, entries):
        if claim.section and claim.kind and claim.kind not in whole:
            numbers[claim.kind] += claim.number - _counts(entries, claim.section)[claim.kind]
    numbers |= {kind: number for kind, number in whole.items() if kind}
    return {kind: number for kind, number in numbers.items() if number}
