"""The page of a document: its facts with who says them, its time, and what works by it."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from generator.records import document_rules
from generator.records.base import Kind, Link, Page, Record, Reference, RefTo, walk
from generator.records.document import FACTS, FORMS, Document
from generator.records.paging import paged
from generator.records.telling import numbered

if TYPE_CHECKING:
    from generator.records.digest import Index

# How a document is linked to others: the field, and what it is called from either side.
_RELATIONS = (
    ("replaces", "Thay thế", "Được thay thế bởi"),
    ("amends", "Sửa đổi, bổ sung", "Được sửa đổi, bổ sung bởi"),
    ("guides", "Hướng dẫn thi hành", "Được hướng dẫn thi hành bởi"),
)
_TIMED = ("valid_from", "valid_to", "amends")  # the facts by which a text applies when
# The record kinds that may work by a document, and what a reader calls them.
_CITING = {
    "procedure": "Thủ tục",
    "movement": "Phong trào thi đua",
    "consultation": "Lấy ý kiến nhân dân",
    "request": "Phản ánh, kiến nghị",
}


def pages(document: Document, reference: Reference, index: "Index") -> Iterator[Page]:
    """Make the page of a document."""
    state = document.state(reference.as_of)
    page = Page(
        address=document.address,
        template="document.md.jinja",
        title=document.label,
        description=f"{document.label}: {document.title}. {document.issuer}; {state}.",
        context={
            "document": document,
            "form": FORMS[document.form],
            "issuer": reference.find("unit", document.unit),
            "state": state,
            "as_of": reference.as_of,
            "numbers": numbered(document.sources),
            "claims": _claims(document),
            "doubts": [(FACTS[c.about], c.doubt, c.source) for c in document.claims if c.doubt],
            "amended": _amended(document, reference),
            "relations": _relations(document, reference),
            "times": _times(document, reference),
            "awards": _awards(document, reference),
            "citing": _citing(document, reference),
        },
        source=document.origin.file,
        crumbs=(Link("Công tác", "/cong-tac/"), Link("Văn bản", "/van-ban/")),
        cite=f"{document.label}: {document.title}",
        kind=FORMS[document.form],
        section="cong-tac",
    )
    yield from paged(page, "decisions", index.decisions_by(document.id))


def _claims(document: Document) -> Mapping[str, str]:
    """Return the source of each fact: the first that says it."""
    return {claim.about: claim.source for claim in reversed(document.claims)}


def _relations(document: Document, reference: Reference) -> list[tuple[str, list[Document]]]:
    """Return what the document does to others, and others to it, in words."""
    everything: tuple[Document, ...] = reference.of("document")
    found = []
    for name, does, undergoes in _RELATIONS:
        found.append((does, [d for d in everything if d.id in getattr(document, name)]))
        found.append((undergoes, [d for d in everything if document.id in getattr(d, name)]))
    return [(words, _in_time(others)) for words, others in found if others]


def _amended(document: Document, reference: Reference) -> list[dict[str, Any]]:
    """Return what amends the document and has not ended itself: a reader must know it first."""
    found = [d for d in reference.of("document") if document.id in d.amends]
    alive = [d for d in found if not d.valid_to or d.valid_to.last >= reference.as_of.last]
    return [_time(d, False, amends=True) for d in _in_time(alive)]


def _in_time(documents: list[Document]) -> list[Document]:
    return sorted(documents, key=lambda d: (d.since.iso if d.since else "", d.id))


def _times(document: Document, reference: Reference) -> list[dict[str, Any]]:
    """Return which text applies when: all that replaced and amended one another; [] for one."""
    everything: tuple[Document, ...] = reference.of("document")
    line = {d.id: d for d in everything if d.id in (document.amends or (document.id,))}
    grown = True
    while grown:
        near = [
            d for d in everything
            if d.id not in line
            and (any(d.id in old.replaces for old in line.values())
                 or any(key in line for key in d.replaces))
        ]  # fmt: skip
        line |= {d.id: d for d in near}
        grown = bool(near)
    amending = [d for d in everything if d.id not in line and any(k in line for k in d.amends)]
    rows = [_time(d, d.id == document.id, amends=False) for d in line.values()]
    rows += [_time(d, d.id == document.id, amends=True) for d in amending]
    return sorted(rows, key=lambda row: row["order"]) if len(rows) > 1 else []


def _time(document: Document, here: bool, *, amends: bool) -> dict[str, Any]:
    since = document.since
    return {
        "order": since.iso if since else "",
        "document": document,
        "when": _when(document),
        "past": since,
        "here": here,
        "amends": amends,
        "doubtful": any(c.doubt for c in document.claims if c.about in _TIMED),
    }


def _when(document: Document) -> str:
    """Return from when to when a document applies; the day of signing is told as no more."""
    until = f" đến hết {document.valid_to.text}" if document.valid_to else ""
    if document.valid_from:
        return f"Từ {document.valid_from.text}{until}"
    begins = f"Ban hành {document.date.text}" if document.date else "Không rõ từ khi nào"
    return f"{begins}, áp dụng{until}" if until else begins


def _awards(document: Document, reference: Reference) -> list[tuple[Any, str]]:
    """Return the awards that the document provides for, and by which articles."""
    found: list[tuple[Any, str]] = []
    for award in sorted(reference.of("award"), key=lambda a: (a.rank, a.id)):
        articles = [p.article or "" for p in award.provisions if p.law == document.id]
        if articles:
            found.append((award, "; ".join(dict.fromkeys(filter(None, articles)))))
    return found


def _citing(document: Document, reference: Reference) -> list[tuple[str, list[Link]]]:
    """Return the other records that name the document, by what they are."""
    found = []
    for kind, words in _CITING.items():
        links = [
            Link(record.called, record.address)
            for record in reference.of(kind)
            if _names(record, document.id)
        ]
        if links:
            found.append((words, links))
    return found


def _names(record: Record, key: str) -> bool:
    """Whether any field of a record, however deep, refers to a document."""
    return any(value == key and RefTo("document") in marks for _, value, marks in walk(record))


KIND = Kind(
    name="document",
    label="văn bản",
    model=Document,
    layout="table",
    where="data/documents*.yml",
    named_by=(("form", "symbol"), ("title",)),
    rules=document_rules.RULES,
    pages=pages,
)
