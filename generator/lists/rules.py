"""What the office works by: documents by what they are worth today, procedures, files to put in."""

from collections.abc import Iterator

from generator.lists.catalogue import catalogue
from generator.records.base import Reference
from generator.records.digest import Index
from generator.records.document import FORMS, STATES, Document, legal
from generator.records.procedure import PROCEDURE_LEVELS, Procedure
from generator.values import Link, Page
from generator.vietnamese import text_key

CRUMBS = (Link("Công tác", "/cong-tac/"),)


def documents(reference: Reference, index: Index) -> Iterator[Page]:
    """All documents: those in force first, by form, the newest of each first."""
    everything: tuple[Document, ...] = reference.of("document")
    if not everything:
        return
    forms = list(FORMS)
    newest = sorted(everything, key=lambda d: (d.date.iso if d.date else "", d.id), reverse=True)
    found = sorted(newest, key=lambda d: forms.index(d.form))
    groups = [(s, [d for d in found if d.state(reference.as_of) == s]) for s in STATES]
    yield catalogue(
        "/van-ban/",
        "documents",
        "Văn bản",
        "Luật, nghị định, thông tư, chỉ thị, kế hoạch về thi đua, khen thưởng: văn bản nào còn "
        "hiệu lực, văn bản nào đã được thay thế.",
        {
            "groups": [(state, items) for state, items in groups if items],
            "as_of": reference.as_of,
        },
        section="cong-tac",
        crumbs=CRUMBS,
    )


def procedures(reference: Reference, index: Index) -> Iterator[Page]:
    """All procedures by the level that carries them out, the highest first."""
    everything: tuple[Procedure, ...] = reference.of("procedure")
    if not everything:
        return
    found = sorted(everything, key=lambda p: (p.illustrative, text_key(p.name), p.id))
    levels = [
        (label, [p for p in found if p.level == level]) for level, label in PROCEDURE_LEVELS.items()
    ]
    yield catalogue(
        "/thu-tuc/",
        "procedures",
        "Thủ tục",
        "Thủ tục đề nghị khen thưởng ở từng cấp: ai đề nghị, hồ sơ gồm gì, ai quyết định.",
        {"groups": [(label, items) for label, items in levels if items]},
        section="cong-tac",
        crumbs=CRUMBS,
    )


def filing(reference: Reference, index: Index) -> Iterator[Page]:
    """How a file is put together: which papers for which procedure, by which texts, sent where."""
    everything: tuple[Procedure, ...] = reference.of("procedure")
    if not everything:
        return
    levels = list(PROCEDURE_LEVELS)
    found = sorted(everything, key=lambda p: (p.illustrative, levels.index(p.level), p.id))
    asking = [p for p in found if not p.illustrative] or found
    papers: dict[str, list[Procedure]] = {}
    for procedure in asking:
        for paper in procedure.papers:
            papers.setdefault(paper, []).append(procedure)
    texts = {d.id: d for procedure in found for d, _ in legal(procedure.bases, reference)}
    yield catalogue(
        "/lam-ho-so/",
        "filing",
        "Làm hồ sơ khen thưởng",
        "Chọn thủ tục, gom giấy tờ, viết báo cáo thành tích, tìm văn bản và nơi nộp hồ sơ.",
        {
            "papers": list(papers.items()),
            "asking": len(asking),
            "procedures": found,
            "documents": list(texts.values()),
            "portals": list(dict.fromkeys(p.portal for p in found if p.portal)),
        },
        section="cong-tac",
        crumbs=CRUMBS,
    )
