"""What every press kit says: what it is, how it may be used, whom to ask, when it is too old."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.kits import NAME, PHOTOS
from generator.records.base import Reference, Source
from generator.records.citation import Citation
from generator.records.citation_forms import SOFTWARE, forms
from generator.records.contact import Contact
from generator.records.site import PressContact

READ_FIRST = "DOC-TRUOC.txt"
RELEASE = "thong-cao.txt"
INVENTED = (
    "DỮ LIỆU MINH HỌA: nhân vật, đơn vị và văn bản trong tệp này không có thật, "
    "không đưa tin như sự việc."
)
QUOTES = "loi-trich.txt"
CAPTIONS = f"{PHOTOS}/chu-thich.txt"
# How some files of a kit may be used.
_USES = {
    CAPTIONS: f"Ảnh: dùng theo quyền ghi trong {CAPTIONS}, cũng ghi sẵn trong chính tệp ảnh; "
    "khi đăng phải ghi tác giả ảnh.",
    QUOTES: "Lời của nhân vật: đăng đúng nguyên văn, kèm tên người nói.",
}
_CLEARED = "Mọi nội dung trong bộ này đã được phép công bố."
_ONLY_SHOWN = (
    "Không dùng để đưa tin: bộ này chỉ cho thấy một bộ báo chí trông thế nào.",
    "Người, đơn vị, văn bản, lời nói, số liệu, nguồn trong bộ đều do người làm sổ đặt ra.",
)


class Piece(NamedTuple):
    """A file of a kit: its name, what it is, its paragraphs."""

    name: str
    what: str
    paragraphs: tuple[str, ...]

    def text(self, *, illustrative: bool) -> str:
        """The file: its title, the warning that it is invented, its paragraphs."""
        title, *paragraphs = filter(None, self.paragraphs)
        return "\n\n".join((title, *((INVENTED,) if illustrative else ()), *paragraphs)) + "\n"


class Subject(NamedTuple):
    """What a kit is about: its citation, and whether it is invented."""

    citation: Citation
    illustrative: bool


def texts(
    subject: Subject,
    pieces: Iterable[Piece],
    others: Iterable[tuple[str, str]],
    left_out: Iterable[str],
    reference: Reference,
) -> dict[str, str]:
    """Return the text files of a kit.

    Args:
        subject: what it is about.
        pieces: its files; how to cite is added to them.
        others: what it holds beside them: name, what it is.
        left_out: what is missing in it, each with its reason.
        reference: the Reference.
    """
    written = [*pieces, _citations(subject.citation)]
    inside = [*((piece.name, piece.what) for piece in written), *others]
    first = Piece(READ_FIRST, "", tuple(_read_first(subject, inside, left_out, reference)))
    return {p.name: p.text(illustrative=subject.illustrative) for p in (first, *written)}


def listed(title: str, lines: Iterable[str]) -> str:
    """Return a paragraph of lines under a title; "" without any line."""
    found = [f"- {line}" for line in lines]
    return "\n".join((title, *found)) if found else ""


def facts(pairs: Iterable[tuple[str, str | None]]) -> str:
    """Return a paragraph of facts, a line each; those unknown are left out."""
    return "\n".join(f"{label}: {value}" for label, value in pairs if value)


def ready(subject: Subject) -> str:
    """Return the sentence to print; one of an invented subject says so within itself."""
    title = "Câu mẫu, không dùng để đưa tin" if subject.illustrative else "Câu dùng được ngay"
    return f"{title}:\n{subject.citation.told}."


def sourced(sources: Iterable[str], *, illustrative: bool) -> str:
    """Return the list of sources; invented ones are called so."""
    return listed("NGUỒN (minh họa, không có thật)" if illustrative else "NGUỒN", sources)


def read_in(source: Source) -> str:
    """Return where a fact was read, in words."""
    day = source.date.text if source.date else "không rõ ngày"
    return ", ".join(filter(None, (source.title, source.publisher, day, source.url)))


def edition(citation: Citation) -> str:
    """Return the version and since when it stands."""
    return f"Phiên bản {citation.version}, cập nhật {citation.updated.on}"


def asking(reference: Reference) -> str:
    """Return whom to ask, a line each."""
    return listed("HỎI THÊM", map(_contact, reference.site.answering))


def _contact(contact: Contact) -> str:
    role, hours = "", None
    if isinstance(contact, PressContact):
        role, hours = f" ({contact.role})" if contact.role else "", contact.hours
    known = (contact.office + role, contact.phone, contact.email, contact.address, hours)
    return " · ".join(filter(None, known))


def _citations(citation: Citation) -> Piece:
    """Return the citations for people; those for software are files beside the page."""
    software = ", ".join(citation.url + name for _, name, _, _ in SOFTWARE)
    paragraphs = [f"{form.label}:\n{form.text}" for form in forms(citation)]
    title = f"TRÍCH DẪN: {citation.title}"
    return Piece(
        "trich-dan.txt",
        "câu trích dẫn cho báo chí, cho bài nghiên cứu",
        (title, *paragraphs, f"Cho phần mềm: {software}"),
    )


def _read_first(
    subject: Subject,
    inside: Sequence[tuple[str, str]],
    left_out: Iterable[str],
    reference: Reference,
) -> Iterator[str]:
    """Yield what whoever opens a kit must know."""
    site, citation = reference.site, subject.citation
    names = {name for name, _ in inside}
    yield f"BỘ BÁO CHÍ: {citation.title}"
    yield f"{edition(citation)}\n{citation.url}"
    yield listed("TRONG BỘ NÀY", (f"{name}: {what}" for name, what in inside))
    yield listed("KHÔNG CÓ TRONG BỘ NÀY", left_out)
    uses = (site.data_licence, *(use for name, use in _USES.items() if name in names), _CLEARED)
    yield listed("ĐƯỢC DÙNG THẾ NÀO", _ONLY_SHOWN if subject.illustrative else uses)
    yield asking(reference)
    yield listed(
        "KHI CÓ ĐÍNH CHÍNH",
        (
            f"Trước khi đăng, mở {citation.url}: trang ghi phiên bản lớn hơn "
            f"{citation.version} thì bộ này đã cũ; tải lại ở địa chỉ cũ: {citation.url}{NAME}",
            f"Mọi lần đính chính, hủy bỏ: {site.url}dinh-chinh/",
            f"Nhận tin đính chính tự động (Atom): {site.url}feeds/dinh-chinh.atom",
        ),
    )
