"""What the register publishes of an honour, a decision, a story and a movement as data.

These are the only facts that leave the register in any machine form (allow-list). Names of fields
are stable; their titles and codes are told beside them, for tables, schemas and the guide.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import (
    Annotated,
    Any,
    NamedTuple,
    NotRequired,
    TypedDict,
    get_args,
    get_type_hints,
)

from generator.records.citation import Citation
from generator.records.terms import (
    COMMENDATIONS,
    DATE_BASES,
    GROUPS,
    RECIPIENT_KINDS,
    SIZES,
    STATUSES,
    STORY_KINDS,
)


class Meaning(NamedTuple):
    """What a field means to a reader.

    Attributes:
        title: its heading.
        more: more about it.
        codes: the words of its codes.
        day: whether it is a date: a year, a month or a day, as far as it is known.
    """

    title: str
    more: str = ""
    codes: Mapping[str, str] = {}
    day: bool = False


Address = Annotated[str, Meaning("địa chỉ", "không đổi; cũng là tên riêng của mục này")]
Version = Annotated[int, Meaning("phiên bản", "tăng khi nội dung đã công bố thay đổi")]
Updated = Annotated[str, Meaning("ngày của phiên bản", day=True)]
Invented = Annotated[bool, Meaning("dữ liệu minh họa", "không phải lượt khen có thật")]
State = Annotated[
    str,
    Meaning("tình trạng", "lượt đã bị hủy bỏ hoặc bị tước không được tính vào số liệu", STATUSES),
]
StateDate = Annotated[str, Meaning("ngày của tình trạng", day=True)]
StatePaper = Annotated[str, Meaning("văn bản của tình trạng")]
StateReason = Annotated[str, Meaning("lý do của tình trạng")]


class PublishedHonour(TypedDict):
    """One recipient honoured by one decision, in the words of the decision."""

    url: Address
    name: Annotated[str, Meaning("tên")]
    recipient_kind: Annotated[str, Meaning("loại đối tượng", codes=RECIPIENT_KINDS)]
    award: Annotated[str, Meaning("mã danh hiệu, hình thức")]
    award_name: Annotated[str, Meaning("danh hiệu, hình thức")]
    counted: Annotated[
        bool,
        Meaning(
            "được tính vào số liệu",
            "còn hiệu lực, có thật, là danh hiệu hoặc hình thức khen thưởng theo luật",
        ),
    ]
    posthumous: Annotated[bool, Meaning("truy tặng")]
    role: NotRequired[Annotated[str, Meaning("chức vụ", "khi được khen")]]
    unit: NotRequired[Annotated[str, Meaning("đơn vị", "khi được khen")]]
    place: NotRequired[Annotated[str, Meaning("mã địa bàn")]]
    place_text: NotRequired[Annotated[str, Meaning("địa bàn", "khi được khen")]]
    place_now: NotRequired[Annotated[str, Meaning("địa bàn hiện nay")]]
    achievement: NotRequired[Annotated[str, Meaning("thành tích")]]
    commendation: NotRequired[Annotated[str, Meaning("loại hình khen thưởng", codes=COMMENDATIONS)]]
    group: NotRequired[Annotated[str, Meaning("nhóm đối tượng", codes=GROUPS)]]
    size: NotRequired[Annotated[str, Meaning("quy mô tập thể", codes=SIZES)]]
    feat_date: NotRequired[Annotated[str, Meaning("ngày lập thành tích", day=True)]]
    note: NotRequired[Annotated[str, Meaning("ghi chú")]]
    row: NotRequired[Annotated[str, Meaning("số thứ tự", "như đã in trong danh sách")]]
    recipient: NotRequired[Annotated[str, Meaning("địa chỉ của đối tượng đã đăng ký")]]
    date: Annotated[str, Meaning("ngày", day=True)]
    date_basis: Annotated[str, Meaning("căn cứ của ngày", codes=DATE_BASES)]
    decision: Annotated[str, Meaning("địa chỉ của quyết định")]
    decision_label: Annotated[str, Meaning("quyết định")]
    decision_title: Annotated[str, Meaning("trích yếu")]
    occasion: NotRequired[
        Annotated[
            str,
            Meaning(
                "dịp, thành tích chung",
                "của cả quyết định; là lý do khen khi không ghi thành tích riêng",
            ),
        ]
    ]
    issuer: Annotated[str, Meaning("mã cơ quan quyết định")]
    issuer_name: Annotated[str, Meaning("cơ quan quyết định")]
    movement: NotRequired[Annotated[str, Meaning("mã phong trào")]]
    movement_name: NotRequired[Annotated[str, Meaning("phong trào")]]
    status: State
    status_date: NotRequired[StateDate]
    status_paper: NotRequired[StatePaper]
    status_reason: NotRequired[StateReason]
    illustrative: Invented
    version: Version
    updated: Updated


class PublishedChange(TypedDict):
    """A later act on a decision."""

    change: Annotated[str, Meaning("thay đổi", codes=STATUSES)]
    date: Annotated[str, Meaning("ngày", day=True)]
    paper: Annotated[str, Meaning("văn bản")]
    reason: Annotated[str, Meaning("lý do")]
    honours: Annotated[list[str], Meaning("địa chỉ các lượt liên quan", "để trống là tất cả")]


class PublishedDecision(TypedDict):
    """An act of commendation with its list."""

    url: Address
    label: Annotated[str, Meaning("quyết định")]
    title: Annotated[str, Meaning("trích yếu")]
    symbol: NotRequired[Annotated[str, Meaning("số, ký hiệu")]]
    date: Annotated[str, Meaning("ngày", day=True)]
    date_basis: Annotated[str, Meaning("căn cứ của ngày", codes=DATE_BASES)]
    issuer: Annotated[str, Meaning("mã cơ quan quyết định")]
    issuer_name: Annotated[str, Meaning("cơ quan quyết định")]
    signer: NotRequired[Annotated[str, Meaning("người ký (họ tên hoặc chức vụ)")]]
    commendation: NotRequired[Annotated[str, Meaning("loại hình khen thưởng", codes=COMMENDATIONS)]]
    movement: NotRequired[Annotated[str, Meaning("mã phong trào")]]
    movement_name: NotRequired[Annotated[str, Meaning("phong trào")]]
    occasion: NotRequired[Annotated[str, Meaning("dịp, thành tích chung")]]
    stated: Annotated[dict[str, int], Meaning("số lượng ghi trong văn bản", codes=RECIPIENT_KINDS)]
    listed: Annotated[dict[str, int], Meaning("số lượng trong danh sách", codes=RECIPIENT_KINDS)]
    standing: Annotated[
        dict[str, int], Meaning("trong danh sách, còn hiệu lực", codes=RECIPIENT_KINDS)
    ]
    revoked: Annotated[
        int,
        Meaning("số lượt không còn hiệu lực", "trong danh sách: đã bị hủy bỏ hoặc bị tước"),
    ]
    partial: NotRequired[Annotated[str, Meaning("vì sao danh sách thiếu")]]
    file: NotRequired[Annotated[str, Meaning("địa chỉ tệp quyết định")]]
    file_sha256: NotRequired[Annotated[str, Meaning("mã kiểm SHA-256 của tệp")]]
    status: State
    status_date: NotRequired[StateDate]
    status_paper: NotRequired[StatePaper]
    status_reason: NotRequired[StateReason]
    history: Annotated[list[PublishedChange], Meaning("thay đổi về sau")]
    honours: Annotated[list[dict[str, str]], Meaning("danh sách", "địa chỉ, tên, hình thức")]
    illustrative: Invented
    version: Version
    updated: Updated


class PublishedStory(TypedDict):
    """A told story about a recipient others can learn from."""

    url: Address
    title: Annotated[str, Meaning("tiêu đề")]
    kind: Annotated[str, Meaning("loại", codes=STORY_KINDS)]
    date: Annotated[str, Meaning("ngày của bài", day=True)]
    standfirst: Annotated[str, Meaning("lời dẫn")]
    story: Annotated[str, Meaning("câu chuyện", "Markdown")]
    topic: Annotated[str, Meaning("mã lĩnh vực")]
    topic_name: Annotated[str, Meaning("lĩnh vực")]
    place: NotRequired[Annotated[str, Meaning("mã địa bàn")]]
    place_text: NotRequired[Annotated[str, Meaning("địa bàn")]]
    movement: NotRequired[Annotated[str, Meaning("mã phong trào")]]
    movement_name: NotRequired[Annotated[str, Meaning("phong trào")]]
    owner: NotRequired[Annotated[str, Meaning("đơn vị chịu trách nhiệm")]]
    recipients: Annotated[list[dict[str, str]], Meaning("nhân vật", "địa chỉ, tên, loại")]
    results: Annotated[list[dict[str, str]], Meaning("kết quả", "chỉ tiêu, số liệu, tính đến")]
    criteria: Annotated[list[str], Meaning("tiêu chí của mô hình")]
    quotes: Annotated[list[dict[str, str]], Meaning("lời kể", "lời, người nói")]
    photos: Annotated[
        list[dict[str, str]], Meaning("ảnh", "địa chỉ, mô tả, tác giả, chú thích, quyền")
    ]
    sources: Annotated[list[dict[str, str]], Meaning("nguồn", "tên, nơi đăng, địa chỉ, ngày")]
    illustrative: Invented
    version: Version
    updated: Updated


class PublishedMovement(TypedDict):
    """A campaign: who launched it, when, what for, and what came of it."""

    url: Address
    name: Annotated[str, Meaning("tên phong trào")]
    aliases: Annotated[list[str], Meaning("tên gọi khác")]
    launcher: Annotated[str, Meaning("mã cơ quan phát động")]
    launcher_name: Annotated[str, Meaning("cơ quan phát động")]
    plan: NotRequired[Annotated[str, Meaning("số, ký hiệu kế hoạch")]]
    begins: Annotated[str, Meaning("bắt đầu", day=True)]
    ends: NotRequired[Annotated[str, Meaning("kết thúc", day=True)]]
    state: Annotated[str, Meaning("trạng thái", "tính đến ngày của dữ liệu")]
    audience: NotRequired[Annotated[str, Meaning("đối tượng")]]
    summary: Annotated[str, Meaning("tóm tắt")]
    goals: Annotated[list[str], Meaning("mục tiêu")]
    criteria: Annotated[list[str], Meaning("tiêu chí")]
    results: Annotated[list[dict[str, str]], Meaning("kết quả", "chỉ tiêu, số liệu, tính đến")]
    story: NotRequired[Annotated[str, Meaning("bài viết", "Markdown")]]
    sources: Annotated[list[dict[str, str]], Meaning("nguồn", "tên, nơi đăng, địa chỉ, ngày")]
    illustrative: Invented
    version: Version
    updated: Updated


PUBLISHED: Mapping[str, type] = {
    "honour": PublishedHonour,
    "decision": PublishedDecision,
    "story": PublishedStory,
    "movement": PublishedMovement,
}


@cache
def meanings(kind: str) -> Mapping[str, Meaning]:
    """Return what each field of a kind means, in the order of the fields."""
    hints = get_type_hints(PUBLISHED[kind], include_extras=True)
    return {name: _meaning(hint) for name, hint in hints.items()}


def _meaning(hint: Any) -> Meaning:
    if found := getattr(hint, "__metadata__", None):
        meaning: Meaning = found[0]
        return meaning
    return _meaning(get_args(hint)[0])  # NotRequired[…]


class Thing(NamedTuple):
    """A thing of the register that others cite and take as data.

    Attributes:
        kind: which of the classes above `facts` is.
        facts: what is published of it.
        citation: how it is cited.
        parts: the things in it: the honours of a decision.
    """

    kind: str
    facts: Mapping[str, Any]
    citation: Citation
    parts: "tuple[Thing, ...]" = ()


def texts_of(thing: Thing) -> Iterator[str]:
    """Yield all that the forms of a thing can say, addresses of the register left out."""
    site = thing.citation.site
    waiting: list[Any] = [thing.citation, thing.facts]
    while waiting:
        value = waiting.pop()
        for each in value.values() if isinstance(value, Mapping) else value:
            if isinstance(each, str):
                if not each.startswith(site):
                    yield each
            elif isinstance(each, Mapping | Sequence):
                waiting.append(each)


def present(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return facts without those that are not known (None or an empty text)."""
    return {name: value for name, value in facts.items() if value is not None and value != ""}
