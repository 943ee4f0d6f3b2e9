"""The rows of one invented decision: who, from where, for what."""

import datetime
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from generator.records.award import Award
from generator.records.base import PartialDate
from generator.sample.names import person, pick
from generator.sample.province import Issuer, Place, Province

KINDS = ("person", "collective", "household")
_SHARES = {"person": 0.40, "collective": 0.55, "household": 0.05}
# How usual an award is where the law allows it: base-level forms are by far the most common.
_WEIGHTS = {
    "giay-khen": 40, "bang-khen-tinh": 40, "lao-dong-tien-tien": 14, "chien-si-thi-dua-co-so": 10,
    "tap-the-lao-dong-tien-tien": 12, "tap-the-lao-dong-xuat-sac": 8, "chien-si-thi-dua-tinh": 4,
    "co-thi-dua-tinh": 2, "gia-dinh-van-hoa": 6, "thon-to-dan-pho-van-hoa": 4,
    "bang-khen-thu-tuong": 30, "chien-si-thi-dua-toan-quoc": 2, "huan-chuong-lao-dong": 20,
    "huan-chuong-doc-lap": 2, "thu-khen": 1,
}  # fmt: skip
_ROLES = (
    ("Giáo viên", "cong-chuc-vien-chuc", "Trường Tiểu học {}"),
    ("Hiệu trưởng", "lanh-dao-quan-ly", "Trường Trung học cơ sở {}"),
    ("Trưởng thôn", "lao-dong-truc-tiep-khac", "thôn {}"),
    ("Nông dân", "nong-dan", "thôn {}"),
    ("Bác sĩ", "cong-chuc-vien-chuc", "Trạm Y tế xã {}"),
    ("Công nhân", "cong-nhan", "Công ty Cổ phần Chè {}"),
    ("Công an viên", "luc-luong-vu-trang", "Công an xã {}"),
    ("Giám đốc", "doanh-nhan", "Hợp tác xã {}"),
    ("Phó Chủ tịch", "lanh-dao-quan-ly", "Ủy ban nhân dân xã {}"),
)
_BODIES = (
    "Trường Mầm non {}", "Trường Tiểu học {}", "Trường Trung học cơ sở {}",
    "Trường Phổ thông dân tộc bán trú Trung học cơ sở {}", "Trạm Y tế xã {}",
    "Nhân dân và cán bộ xã {}", "Hợp tác xã {}", "Chi hội Phụ nữ thôn {}", "Dân quân xã {}",
    "Tổ hòa giải thôn {}", "Đoàn Thanh niên xã {}", "Hội Nông dân xã {}",
)  # fmt: skip
_DEEDS = (
    "Có thành tích xuất sắc trong phong trào thi đua xây dựng nông thôn mới",
    "Dũng cảm cứu người, cứu tài sản của Nhân dân trong mưa lũ",
    "Hoàn thành xuất sắc nhiệm vụ năm học, góp phần nâng cao chất lượng dạy và học ở vùng cao",
    "Phát triển mô hình sản xuất gắn với liên kết tiêu thụ, giúp nhiều hộ thoát nghèo",
    "Có nhiều đóng góp trong công tác phòng, chống dịch bệnh tại cơ sở",
    "Hiến đất, góp công làm đường giao thông nông thôn",
    "Có sáng kiến rút ngắn thời gian giải quyết thủ tục hành chính cho người dân",
)
_MORE = (
    "được tập thể và Nhân dân ghi nhận", "vận động được nhiều gia đình cùng làm",
    "trong ba năm liền dẫn đầu cụm thi đua", "tiết kiệm cho ngân sách hàng chục triệu đồng",
    "duy trì đều đặn từ nhiều năm nay", "có tác dụng nêu gương trong toàn xã",
)  # fmt: skip


def lawful(awards: Sequence[Award], issuer: Issuer, on: datetime.date, kind: str) -> list[Award]:
    """Return the usual awards that an issuer may give to a kind of recipient on a day."""
    date = PartialDate(on.year, on.month, on.day)
    return [
        award for award in awards if award.id in _WEIGHTS
        and any(issuer.authority in p.deciders and kind in p.recipients
                for p in award.provisions_on(date))
    ]  # fmt: skip


def rows(
    random: Random,
    count: int,
    issuer: Issuer,
    on: datetime.date,
    land: Province,
    choices: dict[str, list[Award]],
) -> Iterator[dict[str, Any]]:
    """Yield the rows of a decision: collectives first, then persons, then households.

    Args:
        random: its state decides everything.
        count: how many rows.
        issuer, on: who decides, and when.
        land: the province.
        choices: the awards that may be given, by kind of recipient.
    """
    kinds = [kind for kind in KINDS if choices[kind]]
    drawn = sorted((_kind(random, kinds) for _ in range(count)), key=lambda k: k == "person")
    district = issuer.place if issuer.authority == "chu-tich-ubnd-huyen" else ""
    communes = land.communes(on, district) or land.communes(on)
    seen: set[tuple[str, ...]] = set()
    for number, kind in enumerate(drawn, 1):
        place = communes[int(random.random() * len(communes))]
        who = _who(random, kind, place)
        award = _award(random, choices[kind])
        if (key := (award.id, place.id, *who.values())) in seen:
            who["name"] += f" số {number}"  # the same award goes to the same recipient once
        seen.add(key)
        row = {"id": number, "kind": kind, **who, "award": award.id}
        if award.classes:
            row["class"] = award.classes[-1 if random.random() < 0.7 else 0]
        if random.random() < 0.25:
            row["achievement"] = _deed(random)
        row |= {"place": place.id, "place_text": place.label}
        row |= _states(random, kind)
        yield row


def _kind(random: Random, kinds: list[str]) -> str:
    draw = random.random() * sum(_SHARES[kind] for kind in kinds)
    for kind in kinds:
        draw -= _SHARES[kind]
        if draw < 0:
            return kind
    return kinds[-1]


def _award(random: Random, awards: list[Award]) -> Award:
    draw = random.random() * sum(_WEIGHTS[award.id] for award in awards)
    for award in awards:
        draw -= _WEIGHTS[award.id]
        if draw < 0:
            return award
    return awards[-1]


def _who(random: Random, kind: str, place: Place) -> dict[str, str]:
    if kind == "collective":
        return {"name": pick(random, _BODIES).format(place.name)}
    if kind == "household":
        return {"name": f"Gia đình {'ông' if random.random() < 0.6 else 'bà'} {person(random)}"}
    role, group, unit = _ROLES[int(random.random() * len(_ROLES))]
    return {"name": person(random), "role": role, "group": group, "unit": unit.format(place.name)}


def _deed(random: Random) -> str:
    parts = [pick(random, _DEEDS)]
    while random.random() < 0.55 and len(parts) < 5:
        parts.append(pick(random, _MORE))
    return "; ".join(dict.fromkeys(parts))


def _states(random: Random, kind: str) -> dict[str, Any]:
    """Rare states of a person's row: posthumous, shortened or withheld name."""
    draw = random.random()
    if kind != "person" or draw > 0.009:
        return {}
    if draw < 0.005:
        return {"posthumous": True}
    return {"display": "initials" if draw < 0.008 else "withheld"}
