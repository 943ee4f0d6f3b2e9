"""What must hold of a document, beyond the form of its fields."""

from collections.abc import Iterator

from generator.records.base import Fault, Reference
from generator.records.document import LINKS, Document
from generator.records.paper import kept
from generator.records.telling import sources_known


def order_of_dates(document: Document, reference: Reference) -> Iterator[Fault]:
    """A document is signed, then takes effect, then ends."""
    signed, begins, ends = document.date, document.valid_from, document.valid_to
    if signed and begins and begins.last < signed.first:
        yield document.fault(
            "VB-003",
            ("valid_from",),
            f"có hiệu lực {begins.on}, trước khi ban hành ({signed.text})",
            "kiểm tra date và valid_from",
        )
    first = begins or signed
    if first and ends and ends.last < first.first:
        yield document.fault(
            "VB-004",
            ("valid_to",),
            f"hết hiệu lực {ends.on}, trước khi có hiệu lực ({first.text})",
            "kiểm tra valid_from và valid_to",
        )


def links_sound(document: Document, reference: Reference) -> Iterator[Fault]:
    """No document replaces, amends or guides itself, at once or in a circle."""
    for name in LINKS:
        for place, key in enumerate(getattr(document, name)):
            other: Document | None = reference.find("document", key)
            path = (name, place)
            if key == document.id:
                yield document.fault("VB-001", path, "văn bản trỏ tới chính nó", "bỏ mã này")
            elif other is not None and _leads_to(other, document.id, name, reference):
                yield document.fault(
                    "VB-002", path, f"«{key}» lại dẫn vòng về văn bản này", "sửa cho hết vòng"
                )


def _leads_to(start: Document, wanted: str, name: str, reference: Reference) -> bool:
    """Whether links of one name lead from a document to another, by however many steps."""
    seen, ahead = {start.id}, [start]
    while ahead:
        for key in getattr(ahead.pop(), name):
            found = reference.find("document", key)
            if key == wanted:
                return True
            if found is not None and key not in seen:
                seen.add(key)
                ahead.append(found)
    return False


def end_known(document: Document, reference: Reference) -> Iterator[Fault]:
    """What has been replaced has an end, or says why its end is not known."""
    if document.valid_to is not None or document.doubted("valid_to"):
        return
    for other in reference.of("document"):
        begun = other.valid_from is not None and other.valid_from.last <= reference.as_of.last
        if document.id in other.replaces and begun and other.id != document.id:
            yield document.fault(
                "VB-005",
                ("valid_from",),
                f"đã có {other.label} thay thế mà chưa ghi ngày hết hiệu lực",
                "ghi valid_to, hoặc nói vì sao chưa chắc ở claims",
                "cảnh báo",
            )


def sourced(document: Document, reference: Reference) -> Iterator[Fault]:
    """A real document says where it was read."""
    if not document.illustrative and not document.sources:
        yield document.fault(
            "VB-006",
            (),
            "văn bản thật mà không ghi nguồn nào",
            "ghi nguồn vào sources, và mã của nó vào claims",
        )


def file_kept(document: Document, reference: Reference) -> Iterator[Fault]:
    """A document's own file is in `content/tep/`, and is the one that its SHA-256 names."""
    yield from kept(document, document.file, reference, "VB-008")


RULES = (order_of_dates, links_sound, end_known, sourced, sources_known, file_kept)
