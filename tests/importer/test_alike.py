"""Likely doubles and registered recipients: shown with reasons, never linked; linear work."""

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.importer import likeness
from generator.importer.answers import Answers
from generator.importer.bring import Import
from generator.importer.compose import Proposal
from generator.importer.sources import read_source
from generator.load import Loaded

from .conftest import SAID

HEADER = ["STT", "Họ và tên", "Chức vụ", "Đơn vị công tác", "Địa chỉ"]
Names = list[tuple[str, str, str]]


def rows(names: Names) -> list[dict[str, Any]]:
    """Return rows of a record: kind, name, unit."""
    return [{"kind": k, "award": "bang-khen-tinh", "name": n, "unit": u} for k, n, u in names]


@pytest.mark.parametrize(
    ("names", "pairs"),
    [
        ([("collective", "Khoa Y tế công cộng", f"Trường Đại học {n}") for n in "ABCDEFGH"], 0),
        ([("collective", "Tổ Toán - Tin", "Trường A"), ("collective", "Tổ Toán – Tin", "Trường A")],
         1),
        ([("person", "Nguyễn Khánh Hoà", "Đội Một"), ("person", "Nguyễn Khánh Hòa", "Đội Một")], 1),
        ([("person", "Nông Văn Thử", "Đội Một"), ("person", "Nông Văn Thử", "Sở Cây Xanh")], 0),
        ([("person", "Nông Văn Thử", ""), ("person", "Nông Văn Thử", "Sở Cây Xanh")], 1),
        ([("person", "Lý A Páo", "Đội Một"), ("person", "Lý A Pao", "Đội Một")], 1),
        ([("person", "Lý Thị Ân", "Đội Một"), ("collective", "Lý Thị Ân", "Đội Một")], 0),
    ],
)  # fmt: skip
def test_doubles(names: Names, pairs: int) -> None:
    """The same name at the same place is a likely double; of eight hospitals it is eight."""
    assert len(list(likeness.doubles(rows(names)))) == pairs


def test_comparisons_grow_with_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list of one name alone, the worst there is: each row is compared with a few neighbours."""
    counted: list[int] = []
    same = likeness.same_name
    for size in (1000, 2000, 4000):
        calls = 0

        def counting(one: str, other: str) -> bool:
            nonlocal calls
            calls += 1
            return same(one, other)

        monkeypatch.setattr(likeness, "same_name", counting)
        worst = rows([("person", "Nông Văn Thử", f"Đội {n}") for n in range(size)])
        assert len(list(likeness.doubles(worst))) >= 0
        counted.append(calls)
    assert counted[0] <= 4 * 1000
    assert counted[2] <= 2.2 * counted[1] <= 2.2 * 2.2 * counted[0]


def test_import_grows_with_the_list(
    xlsx: Callable[..., Path], proposed: Callable[..., Proposal]
) -> None:
    """Twice the rows take at most 2.2 times the work, counted in calls, not in time."""

    def work(size: int) -> int:
        table = [HEADER] + [
            [
                n,
                f"Ông Nông Văn {chr(65 + n % 26)}",
                "Giáo viên",
                f"Trường số {n:04} Nà {size:04}",
                "xã Hòa Khê",
            ]
            for n in range(1, size + 1)
        ]
        path = xlsx(table, name=f"{size}.xlsx")
        calls = 0

        def count(frame: object, event: str, argument: object) -> None:
            nonlocal calls
            calls += event in ("call", "c_call")

        gc.disable()  # hypothesis counts the collections, by calls of its own
        sys.setprofile(count)
        try:
            found = proposed(path)
        finally:
            sys.setprofile(None)
            gc.enable()
        assert len(found.whole) == size
        assert found.faults == ()
        return calls

    work(50)  # what is worked out once is worked out
    assert work(1200) <= 2.2 * work(600)


def test_registered_recipient_is_suggested(
    xlsx: Callable[..., Path], small: Loaded, province: Path
) -> None:
    """A row like a registered recipient is shown with what speaks for it and against it."""
    path = xlsx([HEADER,
                 [1, "Bà Lò Thị Ơn", "Giáo viên", "Trường Khe Lụa", "thôn Khe Lụa, xã Hòa Khê"],
                 [2, "Bà Lò Thị Ơn", "Kế toán", "Sở Cây Xanh", "phường Ước Lâm"],
                 [3, "Bà giáo Ơn", "Giáo viên", "", ""]])  # fmt: skip
    whole = Import(province, (read_source(path),), small)
    proposal = whole.proposed(Answers(**SAID, illustrative=True, kind="person"))
    assert all("recipient" not in row for row in proposal.whole)
    told = [text.partition(": ")[2] for text in whole.report(proposal).remarks]
    assert [text for text in told if text.startswith("có thể là")] == [
        "có thể là «lo-thi-on» (cùng tên, cùng địa bàn xã Hòa Khê, cùng chức vụ); không tự nối",
        "có thể là «lo-thi-on» (cùng tên, khác địa bàn (xã Hòa Khê), khác chức vụ); không tự nối",
        "có thể là «lo-thi-on» (cùng tên, cùng chức vụ); không tự nối",
    ]


def test_double_of_another_decision(
    xlsx: Callable[..., Path], small: Loaded, province: Path
) -> None:
    """The same honour in another decision of the year is shown."""
    path = xlsx([HEADER, [1, "Ông Nguyễn Khánh Hòa", "", "Đội Hai", ""]])
    whole = Import(province, (read_source(path),), small)
    told = whole.report(whole.proposed(Answers(**SAID, illustrative=True))).remarks
    assert told[1:] == (
        "ds.xlsx «Danh sách»:2: có thể là «Quyết định số 37/QĐ-UBND, lượt 6» "
        "(cùng tên, cùng danh hiệu, cùng nơi); không tự nối",
    )


def test_exact_double_stops(xlsx: Callable[..., Path], proposed: Callable[..., Proposal]) -> None:
    """What the register itself refuses is told with the row of the source."""
    row = ["Ông Nông Văn Thử", "Giáo viên", "Trường Nà Mẫu", ""]
    found = proposed(xlsx([HEADER, [1, *row], [2, *row]]))
    assert [str(fault).split(" honours")[0] for fault in found.faults] == [
        "ds.xlsx «Danh sách»:3: QD-009"
    ]
