"""The press kit of an exemplar: its story, its figures with their sources, its words and photos."""

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from generator.kit import Kit
from generator.kits import NAME, photo_name
from generator.records.base import Reference
from generator.records.citation import Citation
from generator.records.digest import HonourEntry
from generator.records.kit_photos import caption, for_press, refused
from generator.records.kit_words import (
    CAPTIONS,
    QUOTES,
    RELEASE,
    Piece,
    Subject,
    asking,
    edition,
    facts,
    listed,
    read_in,
    ready,
    sourced,
    texts,
)
from generator.records.plain import paragraphs
from generator.records.telling import Figure, differing, numbered
from generator.records.terms import STORY_KINDS

if TYPE_CHECKING:
    from generator.records.exemplar import Exemplar

_CLEARED_WORDS = "Những lời dưới đây được phép dùng; xin đăng đúng nguyên văn, kèm tên người nói."
_INVENTED_WORDS = "Những lời dưới đây do người làm sổ đặt ra, không ai đã nói; xin không đăng."
_RELEASED = 1200  # letters of the story that a release of one page has room for


def press_kit(
    exemplar: "Exemplar", honours: Iterable[HonourEntry], citation: Citation, reference: Reference
) -> dict[str, Kit]:
    """Return an exemplar's kit as a file beside its page; `honours` are those in force."""
    numbers = numbered(exemplar.sources)
    subject = Subject(citation, exemplar.illustrative)
    photos = [photo for photo in exemplar.photos if not refused(photo, reference)]
    pieces = [
        Piece(RELEASE, "thông cáo, một trang", tuple(_release(exemplar, subject, reference))),
        Piece(
            "bai-viet.txt",
            "toàn văn bài viết",
            (exemplar.title, exemplar.standfirst, *paragraphs(exemplar.story)),
        ),
        Piece(
            "so-lieu.txt",
            "số liệu, nguồn",
            tuple(_figures(exemplar, honours, numbers)),
        ),
    ]
    if exemplar.quotes:
        what = "lời đặt ra để minh họa" if exemplar.illustrative else "lời được phép dùng"
        pieces.append(Piece(QUOTES, what, tuple(_quotes(exemplar, numbers))))
    if photos:
        captions = (caption(photo, illustrative=exemplar.illustrative) for photo in photos)
        pieces.append(Piece(CAPTIONS, "chú thích, tác giả, quyền của từng ảnh", ("ẢNH", *captions)))
    others = [(RELEASE.replace(".txt", ".docx"), "cũng thông cáo ấy, cho Word")]
    others += [(photo_name(photo.file), "ảnh, mang sẵn chú thích và quyền") for photo in photos]
    left_out = [f"ảnh {p.file}: {why}" for p in exemplar.photos if (why := refused(p, reference))]
    return {
        NAME: Kit(
            texts(subject, pieces, others, left_out, reference),
            (RELEASE,),
            tuple(
                for_press(photo, exemplar.title, exemplar.illustrative, reference)
                for photo in photos
            ),
        )
    }


def photos_in(kits: Mapping[str, Kit]) -> int:
    """Return how many photos the kits beside a page hold."""
    return sum(len(kit.photos) for kit in kits.values())


def _release(exemplar: "Exemplar", subject: Subject, reference: Reference) -> Iterator[str]:
    """Yield a release of one page: who, what, where, when, and the beginning of the story."""
    topic = reference.find("topic", exemplar.topic)
    place = reference.find("place", exemplar.place)
    movement = reference.find("movement", exemplar.movement)
    recipients = (reference.find("recipient", key) for key in exemplar.recipients)
    yield f"THÔNG CÁO: {exemplar.title}"
    yield facts(
        (
            ("Ai", "; ".join(recipient.name for recipient in recipients)),
            ("Việc gì", exemplar.standfirst),
            ("Loại", STORY_KINDS[exemplar.kind]),
            ("Lĩnh vực", topic.name),
            ("Ở đâu", exemplar.place_text or (place and place.full_name(reference))),
            (
                "Khi nào",
                f"bài ngày {exemplar.date.text}" if exemplar.date.day else exemplar.date.text,
            ),
            ("Phong trào", movement and f"“{movement.name}”"),
        )
    )
    room = _RELEASED
    for paragraph in paragraphs(exemplar.story):
        room -= len(paragraph)
        if room < 0:
            yield "(Còn nữa: xem bai-viet.txt.)"
            break
        yield paragraph
    yield ready(subject)
    yield f"{edition(subject.citation)}\n{subject.citation.url}"
    yield asking(reference)


def _figures(
    exemplar: "Exemplar", honours: Iterable[HonourEntry], numbers: Mapping[str, int]
) -> Iterator[str]:
    yield f"SỐ LIỆU: {exemplar.title}"
    yield listed("KẾT QUẢ", (_figure(figure, numbers) for figure in exemplar.results))
    yield _differing(exemplar)
    yield listed(
        "TIÊU CHÍ CỦA MÔ HÌNH", (g.text + _mark(g.source, numbers) for g in exemplar.criteria)
    )
    yield listed(
        "ĐÃ ĐƯỢC KHEN",
        (f"{h.name}: {h.award_name}, {h.decision_label}, {h.date.text}" for h in honours),
    )
    yield facts((("Đơn vị chịu trách nhiệm", exemplar.owner), ("Hỏi thêm", exemplar.contact)))
    yield _sources(exemplar, numbers, exemplar.sources)


def _differing(exemplar: "Exemplar") -> str:
    """Return why a result stands there with more than one value; "" where none does."""
    found, sources = differing(exemplar.results), exemplar.sources
    if not found:
        return ""
    undated = any(not (f.as_of or (f.source and sources[f.source].date)) for f in found)
    rest = "; nguồn không rõ ngày thì không xếp được số nào cũ, số nào mới" if undated else ""
    return f"Nơi các nguồn ghi khác nhau, bộ này nêu đủ các số{rest}."


def _figure(figure: Figure, numbers: Mapping[str, int]) -> str:
    day = f", tính đến {figure.as_of.text}" if figure.as_of else ""
    return f"{figure.label}: {figure.value}{day}{_mark(figure.source, numbers)}"


def _quotes(exemplar: "Exemplar", numbers: Mapping[str, int]) -> Iterator[str]:
    yield f"LỜI TRÍCH: {exemplar.title}"
    invented = exemplar.illustrative
    yield _INVENTED_WORDS if invented else _CLEARED_WORDS
    sample = " (lời minh họa)" if invented else ""
    for quote in exemplar.quotes:
        yield f"“{quote.text}”\n– {quote.speaker}{sample}{_mark(quote.source, numbers)}"
    yield _sources(exemplar, numbers, {quote.source for quote in exemplar.quotes})


def _sources(exemplar: "Exemplar", numbers: Mapping[str, int], named: Container[str | None]) -> str:
    """Return the list of those sources that are named."""
    found = ((key, source) for key, source in exemplar.sources.items() if key in named)
    lines = (f"[{numbers[key]}] {read_in(source)}" for key, source in found)
    return sourced(lines, illustrative=exemplar.illustrative)


def _mark(source: str | None, numbers: Mapping[str, int]) -> str:
    return f" [{numbers[source]}]" if source else ""
