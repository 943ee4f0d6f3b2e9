"""What a record puts into the feeds; the export makes files of it."""

from typing import TYPE_CHECKING, Literal, NamedTuple

from generator.dates import PartialDate

if TYPE_CHECKING:
    from generator.records.base import Reference

FOLDER = "feeds"
# How a feed's files end, each with its name and media type.
FORMS = {
    "atom": ("Atom", "application/atom+xml"),
    "rss": ("RSS", "application/rss+xml"),
    "json": ("JSON", "application/feed+json"),
}
NEWEST = 50  # entries of a feed
NEWEST_OF_ONE = 30  # of a place, a field, a movement: there are many such feeds
# The feeds of one place, field or movement: how their names begin.
PREFIXES = {"place": "dia-ban", "topic": "linh-vuc", "movement": "phong-trao"}

FeedState = Literal["usable", "corrected", "withdrawn"]
Key = tuple[str, str]  # a kind and an id: ("place", "xa-hoa-khe")


class FeedEntry(NamedTuple):
    """Something published, as a feed tells it.

    Attributes:
        address: the page that tells of it, and its identity.
        title: what it is called.
        summary: plain text; its lines are paragraphs. What was changed stands at its end.
        category: what it is: "Tin tức".
        published: its own date.
        updated: the date of its newest change; of none, its own.
        state: whether it stands, stands with corrections, or stands no more.
        word: what became of it, unless it is usable: "Đã bị hủy bỏ".
        keys: the places, fields and movements under which it is looked for.
        illustrative: whether it is invented, which its title then says.
        part: tells the entries of one page from each other.
    """

    address: str
    title: str
    summary: str
    category: str
    published: PartialDate
    updated: PartialDate
    state: FeedState = "usable"
    word: str = ""
    keys: tuple[Key, ...] = ()
    illustrative: bool = False
    part: str = ""


class Stream(NamedTuple):
    """A feed that is always there.

    Attributes:
        name: how its files are called.
        title: what it is called.
        text: what it holds.
        kinds: the kinds of records whose entries it has.
        page: where a reader sees what it tells.
    """

    name: str
    title: str
    text: str
    kinds: frozenset[str]
    page: str


_EACH = frozenset({"decision", "exemplar", "movement", "news", "consultation"})
CORRECTIONS = Stream(
    "dinh-chinh",
    "Đính chính",
    "Mọi nội dung đã công bố mà có thay đổi: đính chính, hủy bỏ, tước, phục hồi, rút đề nghị, "
    "sửa bài.",
    frozenset(),
    "/dinh-chinh/",
)
STREAMS: tuple[Stream, ...] = (
    Stream(
        "tat-ca",
        "Tất cả",
        "Quyết định, gương, phong trào, tin, thông báo lấy ý kiến.",
        _EACH,
        "/",
    ),
    CORRECTIONS,
    Stream(
        "quyet-dinh",
        "Quyết định khen thưởng",
        "Mỗi quyết định một mục, có số lượng người được khen.",
        frozenset({"decision"}),
        "/vinh-danh/",
    ),
    Stream(
        "guong",
        "Gương điển hình",
        "Câu chuyện mới, và sửa đổi.",
        frozenset({"exemplar"}),
        "/guong/",
    ),
    Stream(
        "lay-y-kien",
        "Lấy ý kiến Nhân dân",
        "Ai được đề nghị khen thưởng, lấy ý kiến đến ngày nào; chưa phải là khen thưởng.",
        frozenset({"consultation"}),
        "/lay-y-kien/",
    ),
    Stream("tin-tuc", "Tin tức", "Tin của cơ quan.", frozenset({"news"}), "/tin-tuc/"),
)
FEED_OF = {stream.page: stream.name for stream in STREAMS}  # the feed of a list, by its address


def name_of(key: Key) -> str:
    """Return the name of the feed of one place, field or movement: "dia-ban-xa-hoa-khe"."""
    return f"{PREFIXES[key[0]]}-{key[1]}"


def file_of(name: str, form: str) -> str:
    """Return where a feed lies, from the root of the site: "feeds/tat-ca.atom"."""
    return f"{FOLDER}/{name}.{form}"


def keys_of(
    reference: "Reference", place: str | None, movement: str | None, topic: str | None = None
) -> tuple[Key, ...]:
    """Return under what an entry is looked for; a place brings those above and after it."""
    found = reference.find("place", place)
    reached = [("place", key) for key in found.reach(reference)] if found else []
    named = (("topic", topic), ("movement", movement))
    return (*reached, *((kind, key) for kind, key in named if key))
