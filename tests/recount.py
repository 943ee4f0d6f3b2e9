"""Figures counted anew from the records' own files, the plainest way, with no code of the program.

One honour is one dictionary of what its row and its decision say; every figure is a sum over them.
"""

import csv
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median_low
from typing import Any

import yaml

KINDS = {"Tập thể": "collective", "Cá nhân": "person", "Hộ gia đình": "household"}
LEVELS = {
    "Cấp Nhà nước": {"chu-tich-nuoc", "uy-ban-thuong-vu-quoc-hoi", "chinh-phu", "thu-tuong"},
    "Bộ, ngành": {"bo-nganh"},
    "Cấp tỉnh": {"chu-tich-ubnd-tinh"},
    "Cấp huyện": {"chu-tich-ubnd-huyen"},
    "Cấp xã": {"chu-tich-ubnd-xa"},
    "Cơ quan, đơn vị": {"thu-truong-don-vi"},
    "Tổ chức khác": {"to-chuc-khac", ""},
}
COMMENDATIONS = {
    "Công trạng": "cong-trang",
    "Đột xuất": "dot-xuat",
    "Phong trào thi đua, chuyên đề": "chuyen-de",
    "Phong trào, chuyên đề": "chuyen-de",
    "Quá trình cống hiến": "cong-hien",
    "Theo niên hạn": "nien-han",
    "Đối ngoại": "doi-ngoai",
    "Thành tích kháng chiến": "khang-chien",
    "Chưa phân loại": "",
}
GROUPS = {
    "Lãnh đạo, quản lý": "lanh-dao-quan-ly",
    "Công chức, viên chức": "cong-chuc-vien-chuc",
    "Công nhân": "cong-nhan",
    "Nông dân": "nong-dan",
    "Người lao động trực tiếp khác": "lao-dong-truc-tiep-khac",
    "Doanh nhân": "doanh-nhan",
    "Học sinh, sinh viên": "hoc-sinh-sinh-vien",
    "Lực lượng vũ trang": "luc-luong-vu-trang",
    "Chưa phân loại": "",
}
TYPES = {
    "tinh": "Tỉnh", "thanh-pho": "Thành phố", "thi-xa": "Thị xã", "huyen": "Huyện", "xa": "Xã",
    "phuong": "Phường", "thi-tran": "Thị trấn", "dac-khu": "Đặc khu",
}  # fmt: skip
REST = "Chung, hoặc không ghi rõ nơi nào"
Honour = dict[str, Any]


def read(path: Path) -> dict[str, Any]:
    """Return a YAML file, every value a text."""
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader) or {}


def table(root: Path, pattern: str) -> dict[str, dict[str, Any]]:
    """Return the entries of some files of a vocabulary."""
    return {k: v for path in sorted(root.glob(pattern)) for k, v in read(path).items()}


def late(day: str) -> str:
    """Return the last day that a date of low precision may mean, to compare texts."""
    return {4: f"{day}-12-31", 7: f"{day}-31"}.get(len(day), day)


class Raw:
    """A project's files."""

    def __init__(self, root: Path) -> None:
        self.places = table(root, "data/places/*.yml")
        self.units = table(root, "data/vocabulary/units*.yml")
        self.awards = table(root, "data/vocabulary/awards*.yml")
        self.topics = table(root, "data/vocabulary/topics*.yml")
        self.definitions = table(root, "data/vocabulary/definitions*.yml")
        self.known = table(root, "data/known-decisions*.yml")
        self.stories = [read(path) for path in root.glob("data/exemplars/*.yml")]
        self.decisions = [self._decision(path) for path in root.glob("data/awards/*/*/*.yml")]
        self.honours = [honour for found in self.decisions for honour in found["rows"]]

    def _decision(self, path: Path) -> dict[str, Any]:
        found = read(path)
        rows = found.get("honours") or []
        if path.with_suffix(".csv").is_file():
            with path.with_suffix(".csv").open(encoding="utf-8-sig", newline="") as file:
                rows = list(csv.DictReader(file))
        found["invented"] = found.get("illustrative") == "true"
        found["year"], found["file"] = int(found["date"][:4]), path
        given = [
            {**found.get("defaults", {}), **{k: v for k, v in row.items() if v}} for row in rows
        ]
        found["rows"] = [self._honour(found, row) for row in given]
        return found

    def _honour(self, decision: dict[str, Any], row: dict[str, str]) -> Honour:
        hidden = row.get("display") == "withheld"
        child = row.get("child") in ("true", "x", "có") and not row.get("consent")
        place = "" if hidden or child else row.get("place", "")
        return {
            **{name: decision[name] for name in ("year", "date", "issuer", "file", "invented")},
            "award": row["award"],
            "kind": row["kind"],
            "group": "" if hidden or row["kind"] != "person" else row.get("group", ""),
            "size": "" if hidden else row.get("size", ""),
            "commendation": row.get("commendation") or decision.get("commendation", ""),
            "topics": {
                story["topic"]
                for story in self.stories
                if row.get("recipient") and row["recipient"] in story.get("recipients", [])
                and row.get("display", "full") == "full"
            },
            "places": self.reach(place) if place else set(),
            "days": self._days(decision, row),
            "alive": self._alive(decision, row["id"]),
            "lawful": self.awards[row["award"]]["family"] != "ngoai-luat",
            "level": self.units[decision["issuer"]].get("authority", ""),
        }  # fmt: skip

    def _alive(self, decision: dict[str, Any], number: str) -> bool:
        alive = True
        for entry in sorted(decision.get("history", []), key=lambda e: late(e["date"])):
            if not entry.get("honours") or number in entry["honours"]:
                alive = {"corrected": alive, "restored": True}.get(entry["change"], False)
        return alive

    def _days(self, decision: dict[str, Any], row: dict[str, str]) -> int | None:
        feat, day = row.get("feat_date") or decision.get("feat_date", ""), decision["date"]
        if decision.get("date_basis", "signed") != "signed" or len(feat) < 10 or len(day) < 10:
            return None
        return (date.fromisoformat(day) - date.fromisoformat(feat)).days

    def reach(self, key: str) -> set[str]:
        """Return a place, those above it, and those it has become."""
        above = [key]
        while parent := self.places[above[-1]].get("parent"):
            above.append(parent)
        gone = next((p for p in above if self.places[p].get("successors")), None)
        found = set(above)
        for next_key in self.places[gone]["successors"] if gone else ():
            found |= self.reach(next_key) if next_key not in found else set()
        return found

    def title(self, key: str) -> str:
        """Return a place's name as a heading."""
        return f"{TYPES[self.places[key]['type']]} {self.places[key]['name']}"

    def side(self, measure: str, honour: Honour) -> bool | None:
        """Tell whether a measure counts an honour; None where its class is not recorded."""
        code = honour["size"] if measure == "tap-the-nho" else honour["group"]
        if not code:
            return None
        for entry in self.definitions.values():
            since, until = entry.get("valid_from", "0"), entry.get("valid_to", "9")
            if entry["measure"] == measure and since <= late(honour["date"]) <= late(until):
                return code in entry["counts"]
        return False


class Recount:
    """The figures of the real honours of a project, or of the invented ones."""

    def __init__(self, raw: Raw, *, invented: bool) -> None:
        self.raw, self.invented = raw, invented
        mine = [h for h in raw.honours if h["invented"] == invented]
        self.revoked = sum(not h["alive"] for h in mine)
        self.outside = sum(h["alive"] and not h["lawful"] for h in mine)
        self.honours = [h for h in mine if h["alive"] and h["lawful"]]
        self.decisions = [
            d for d in raw.decisions if d["invented"] == invented and not self._cancelled(d)
        ]
        known = [(k, v) for k, v in raw.known.items()
                 if (v.get("illustrative") == "true") == invented]  # fmt: skip
        self.lacking = [v for k, v in known if not any(self._same(v, d) for d in self.decisions)]

    def _cancelled(self, decision: dict[str, Any]) -> bool:
        whole = [e for e in decision.get("history", []) if not e.get("honours")]
        last = [e["change"] for e in sorted(whole, key=lambda e: late(e["date"]))
                if e["change"] != "corrected"]  # fmt: skip
        return bool(last) and last[-1] != "restored"

    def _same(self, known: dict[str, Any], decision: dict[str, Any]) -> bool:
        if known.get("held"):
            return known["held"] == decision["file"].stem
        if not known.get("symbol") or known["symbol"] != decision.get("symbol"):
            return False
        return known["issuer"] == decision["issuer"] and known["date"][:4] == decision["date"][:4]

    def rows(self, label: str) -> list[Honour]:
        """Return the honours of a row named by a year, or of all years."""
        return [h for h in self.honours if label == "Cộng" or label == f"Năm {h['year']}"]

    def cell(self, page: str, name: str, row: str, column: str) -> str:
        """Return what must stand in a cell.

        Args:
            page: the last part of the page's address.
            name: the table's file, without its ending.
            row: the name of the row.
            column: the name of the column.
        """
        if page == "dia-ban":
            return (
                self._group(name, row, column)
                if name.startswith("nhom-")
                else self._place(name, row, column)
            )
        pages: dict[str, Callable[[str, str, str], str]] = {
            "nam": self._year,
            "danh-hieu": self._award,
            "cap-quyet-dinh": self._level,
            "loai-hinh": self._commendation,
            "doi-tuong": self._measure,
            "ban-do": self._tile,
            "linh-vuc": self._field,
            "kip-thoi": self._late,
            "do-phu": self._cover,
        }
        return pages[page](name, row, column)

    @staticmethod
    def _of_kind(honours: list[Honour], column: str) -> str:
        return str(sum(column not in KINDS or h["kind"] == KINDS[column] for h in honours))

    def _year(self, name: str, row: str, column: str) -> str:
        if column == "Văn bản":
            return str(len({h["file"] for h in self.rows(row)}))
        return self._of_kind(self.rows(row), column)

    def _award(self, name: str, row: str, column: str) -> str:
        named = [h for h in self.honours
                 if row in ("Cộng", self.raw.awards[h["award"]]["name"])]  # fmt: skip
        return self._of_kind(named, column)

    def _level(self, name: str, row: str, column: str) -> str:
        return str(sum(column == "Tổng số" or h["level"] in LEVELS[column]
                       for h in self.rows(row)))  # fmt: skip

    def _commendation(self, name: str, row: str, column: str) -> str:
        mine = self.rows(row)
        known = [h for h in mine if h["commendation"]]
        if column in ("Tổng số", "Số đã phân loại"):
            return str(len(mine if column == "Tổng số" else known))
        found = sum(h["commendation"] == COMMENDATIONS[column] for h in mine)
        if name == "dot-xuat-chuyen-de" and column != "Chưa phân loại":
            return per_cent(found, len(known))
        return str(found)

    def _measure(self, name: str, row: str, column: str) -> str:
        measure = name.removesuffix("-theo-cap")
        mine = (
            [h for h in self.honours if h["level"] in LEVELS[row]]
            if name.endswith("-theo-cap")
            else self.rows(row)
        )
        kind = "collective" if measure == "tap-the-nho" else "person"
        sides = [self.raw.side(measure, h) for h in mine if h["kind"] == kind]
        match column:
            case "Chưa phân loại":
                return str(sides.count(None))
            case "Cá nhân khác" | "Tập thể khác":
                return str(sides.count(False))
            case "Tổng số cá nhân" | "Tổng số tập thể":
                return str(len(sides))
            case "Tỷ lệ":
                return per_cent(sides.count(True), len(sides) - sides.count(None))
        return str(sides.count(True))

    def _parts(self, name: str, row: str) -> list[Honour]:
        """Return the honours of a part of a province, of the time that the table is of."""
        top = name.removeprefix("nhom-").removesuffix("-cu")
        here = [h for h in self.honours if top in h["places"]]
        parts = {
            k for k, place in self.raw.places.items()
            if place.get("parent") == top and ("valid_to" in place) == name.endswith("-cu")
        }  # fmt: skip
        if row == REST:
            return [h for h in here if not h["places"] & parts]
        return [h for h in here for k in h["places"] & parts if self.raw.title(k) == row]

    def _place(self, name: str, row: str, column: str) -> str:
        return self._of_kind(self._parts(name, row), column)

    def _group(self, name: str, row: str, column: str) -> str:
        people = [h for h in self._parts(name, row) if h["kind"] == "person"]
        if column == "Tổng số cá nhân":
            return str(len(people))
        return str(sum(h["group"] == GROUPS[column] for h in people))

    def _tile(self, name: str, row: str, column: str) -> str:
        parent, ended = name.removesuffix("-cu"), name.endswith("-cu")
        [key] = [
            k for k, place in self.raw.places.items()
            if place.get("parent") == parent and ("valid_to" in place) == ended
            and self.raw.title(k) == row
        ]  # fmt: skip
        return str(sum(key in h["places"] for h in self.honours))

    def _field(self, name: str, row: str, column: str) -> str:
        keys = {k for k, topic in self.raw.topics.items() if topic["name"] == row}
        mine = [h for h in self.honours
                if (h["topics"] & keys if keys else not h["topics"])]  # fmt: skip
        return self._of_kind(mine, column)

    def _late(self, name: str, row: str, column: str) -> str:
        days = [h["days"] for h in self.rows(row) if h["commendation"] == "dot-xuat"]
        known = [day for day in days if day is not None]
        match column:
            case "Trong 7 ngày":
                return str(sum(day <= 7 for day in known))
            case "8 đến 30 ngày":
                return str(sum(7 < day <= 30 for day in known))
            case "Trên 30 ngày":
                return str(sum(day > 30 for day in known))
            case "Chưa đủ ngày để tính":
                return str(days.count(None))
            case "Lượt khen đột xuất":
                return str(len(days))
        return str(median_low(known)) if known else "–"

    def _cover(self, name: str, row: str, column: str) -> str:
        held, lacking = self.decisions, self.lacking
        if name == "do-phu-theo-nam":
            held = [d for d in held if row == f"Năm {d['year']}"]
            lacking = [k for k in lacking if row == f"Năm {k['date'][:4]}"]
        else:
            keys = {k for k, award in self.raw.awards.items() if award["name"] == row} or {""}
            held = [d for d in held if keys & ({h["award"] for h in d["rows"]} or {""})]
            lacking = [k for k in lacking if k.get("award", "") in keys]
        whole = [d for d in held if all(_stated(d, k) == _listed(d, k) for k in KINDS.values())]
        stated = sum(_stated(d, kind) for d in (*held, *lacking) for kind in KINDS.values())
        listed = sum(len(d["rows"]) for d in held)
        match column:
            case "Danh sách đủ":
                return str(len(whole))
            case "Danh sách thiếu":
                return str(len(held) - len(whole))
            case "Đã biết, chưa có danh sách":
                return str(len(lacking))
            case "Số được khen, như nguồn ghi":
                return str(stated)
            case "Có tên trong sổ":
                return str(listed)
        return per_cent(listed, stated)


def _stated(decision: dict[str, Any], kind: str) -> int:
    return int(decision["stated"].get(kind, 0))


def _listed(decision: dict[str, Any], kind: str) -> int:
    return sum(h["kind"] == kind for h in decision["rows"])


def per_cent(part: int, whole: int) -> str:
    """Return a share in whole per cent; nothing of nothing."""
    return f"{round(100 * part / whole)}%" if whole else ""


def cells(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield the cells of a table's file: name of the row, name of the column, what stands there."""
    head, *rows = csv.reader(text.removeprefix("\ufeff").splitlines())
    for label, *found in rows:
        for column, value in zip(head[1:], found, strict=True):
            yield label, column, value
