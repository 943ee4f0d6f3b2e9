"""What software that reads for people should know of the register: `/llms.txt` (llmstxt.org).

A Markdown file at the root: what the register is, how it may be used, where everything lies.
"""

from collections.abc import Iterator
from itertools import islice

from generator.records.base import Reference
from generator.records.digest import Index
from generator.records.plain import unmarked

NEWEST = 30  # decisions; the rest is reached by years and in the data
_RULES = (
    "Mỗi lượt khen thưởng, quyết định, gương điển hình, phong trào có một địa chỉ không "
    "đổi. Thêm `index.md` sau địa chỉ là bản Markdown, thêm `index.json` là dữ liệu, có "
    "phiên bản và cách trích dẫn (`cite_as`).",
    "Khi dẫn lại, ghi số quyết định, cơ quan ban hành, phiên bản và địa chỉ.",
    "Lượt khen có `status` là `cancelled` (đã bị hủy bỏ) hoặc `stripped` (đã bị tước) "
    "không còn hiệu lực: không nêu như danh hiệu đang có, không tính vào số liệu. Thay "
    "đổi được đăng ở mục Đính chính.",
    "Khi đếm lượt khen, chỉ tính mục có `counted: true`: còn hiệu lực, có thật, là danh hiệu hoặc "
    "hình thức khen thưởng theo luật.",
    "Mục có `illustrative: true` là dữ liệu minh họa: con người, tổ chức và lượt khen đó "
    "không có thật.",
    "Hai tên giống nhau không nhất thiết là một người; chỉ địa chỉ ở `recipient` mới nói "
    "đó là một đối tượng.",
    "Tên được ghi tắt hoặc không công bố là theo quyền của người đó; không suy đoán tên đầy đủ.",
)
_LISTS = (
    ("Vinh danh theo năm", "/vinh-danh/", "mọi quyết định và lượt khen thưởng"),
    ("Gương điển hình", "/guong/", "câu chuyện, mô hình, kết quả có nguồn"),
    ("Phong trào thi đua", "/phong-trao/", "kế hoạch, mục tiêu, kết quả"),
    (
        "Danh hiệu, hình thức khen thưởng",
        "/danh-hieu/",
        "ai được xét, ai quyết định",
    ),
    ("Địa bàn", "/dia-ban/", "trước và sau ngày 01/07/2025"),
    ("Văn bản", "/van-ban/", "hiệu lực, thay thế, sửa đổi"),
    ("Thống kê", "/thong-ke/", "số liệu kèm định nghĩa và bảng CSV"),
    ("Đính chính", "/dinh-chinh/", "mọi thay đổi sau khi đăng"),
)


def llms(reference: Reference, index: Index) -> str:
    """Return the text of the file."""
    return "\n".join(_lines(reference, index)) + "\n"


def _lines(reference: Reference, index: Index) -> Iterator[str]:
    site = reference.site
    yield from (f"# {site.name}", "", f"> {site.tagline}. Dữ liệu đến {reference.as_of.on}.", "")
    if site.demonstration:
        yield from ("Bản trình diễn, không phải trang chính thức của cơ quan nào.", "")
    yield from (f"- {rule}" for rule in _RULES)
    yield from (f"- Giấy phép: {site.data_licence}", "", "## Mục lục", "")
    base = site.url
    yield from (f"- [{name}]({base}{where[1:]}): {what}" for name, where, what in _LISTS)
    yield from ("", "## Dữ liệu", "")
    yield f"- [Dữ liệu mở]({base}du-lieu/): toàn bộ sổ, cách đếm, cách trích dẫn"
    yield f"- [Nguồn tin tự động]({base}feeds/): điều mới và mọi đính chính (Atom, RSS, JSON Feed)"
    yield f"- [Báo chí]({base}bao-chi/): bộ tư liệu của từng quyết định, gương điển hình"
    yield from ("", "## Phong trào thi đua", "")
    for movement in reference.of("movement"):
        state = movement.state(reference.as_of)
        yield _entry(base, movement.name, movement.address, state, movement.illustrative)
    yield from ("", "## Gương điển hình", "")
    for story in reference.of("exemplar"):
        yield _entry(base, story.title, story.address, story.standfirst, story.illustrative)
    yield from ("", "## Quyết định mới nhất", "")
    for act in islice((act for act in index.decisions if act.in_force), NEWEST):
        words = f"{act.date_text}, {act.issuer_name}"
        yield _entry(base, f"{act.label}: {act.title}", act.address, words, act.illustrative)


def _entry(base: str, name: str, address: str, words: str, invented: bool) -> str:
    sample = " (minh họa)" if invented else ""
    return f"- [{unmarked(name)}]({base}{address[1:]}index.md){sample}: {unmarked(words)}"
