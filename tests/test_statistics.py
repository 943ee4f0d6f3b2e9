"""Thống kê: every figure recounted from the records' files by another road; small cells; links."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.lists.cells import HIDDEN, LEAST, guarded
from generator.load import load
from generator.sample import write_sample
from generator.tree import pages
from generator.values import Page
from tests.recount import KINDS, REST, Raw, Recount, cells

ROOT = Path(__file__).parents[1]
SITES = ("shipped", "province", "sample")
TEXTS = {"con-thieu"}  # a list of acts, no figures


class Counted(NamedTuple):
    """A project's pages of statistics, the addresses of all its pages, and its raw files."""

    pages: dict[str, Page]
    addresses: set[str]
    raw: Raw


@pytest.fixture(scope="module", params=SITES)
def counted(request, tmp_path_factory, province: Path) -> Counted:
    """The shipped data, the invented province, and a sample of 700 honours."""
    root = {"shipped": ROOT, "province": province}.get(request.param)
    if root is None:
        root = tmp_path_factory.mktemp("sample") / "sample"
        write_sample(ROOT, root, 700, seed=5)
    register = load(root)
    made = {page.address: page for page in pages(register.reference, register.volumes)}
    found = {address: p for address, p in made.items() if address.startswith("/thong-ke/")}
    return Counted(found, set(made), Raw(root))


def tables(counted: Counted) -> Iterator[tuple[Recount, str, str, str]]:
    """Yield every table: the recount it is held against, its page, its name, its file's text."""
    recounts = {invented: Recount(counted.raw, invented=invented) for invented in (False, True)}
    for address, page in counted.pages.items():
        recount = recounts[address.startswith("/thong-ke/minh-hoa/")]
        for name, text in page.beside.items():
            yield recount, address.split("/")[-2], name.removesuffix(".csv"), text


def test_every_figure_is_recounted(counted: Counted) -> None:
    """Each cell of each table is what the records' own files give."""
    seen = 0
    for recount, page, name, text in tables(counted):
        for row, column, value in cells(text):
            if name in TEXTS or value == HIDDEN:
                continue
            wanted = recount.cell(page, name, row, column)
            assert value == wanted or (not value and wanted == "–"), (page, name, row, column)
            seen += 1
    assert seen > 100


def test_no_row_is_left_out(counted: Counted) -> None:
    """The years, awards and fields add up to all counted honours; every lacking act is listed."""
    for recount, page, name, text in tables(counted):
        rows = [value for row, column, value in cells(text)
                if row != "Cộng" and column in ("Tổng số", "Tổng số lượt khen")]  # fmt: skip
        if page in ("nam", "danh-hieu", "cap-quyet-dinh") or name in ("loai-hinh", "linh-vuc"):
            doubled = sum(len(h["topics"]) > 1 for h in recount.honours) * (page == "linh-vuc")
            assert sum(map(int, rows)) == len(recount.honours) + doubled, (page, name)
        if name in TEXTS:
            assert len({row for row, _, _ in cells(text)}) == len(recount.lacking)
        if page == "dia-ban" and not name.startswith("nhom-"):
            here = [h for h in recount.honours if name.removesuffix("-cu") in h["places"]]
            assert sum(map(int, rows)) >= len(here), name


def test_the_whole_is_told(counted: Counted) -> None:
    """Each page says how many are counted, and how many are not, and why."""
    for address, page in counted.pages.items():
        recount = Recount(counted.raw, invented="minh-hoa" in address)
        told = (page.context["counted"], page.context["outside"], page.context["revoked"])
        assert told == (len(recount.honours), recount.outside, recount.revoked)
        for word, figure in page.context.get("figures", ()):
            kinds = {name.lower(): kind for name, kind in KINDS.items()}
            wanted = sum(h["kind"] == kinds.get(word, h["kind"]) for h in recount.honours)
            if word == "văn bản khen thưởng":
                wanted = len({h["file"] for h in recount.honours})
            assert figure.plain == str(wanted), (address, word)


def test_small_cells_are_hidden(counted: Counted) -> None:
    """No cell of place and group shows 1 to 4 persons, and a row never hides one cell alone."""
    for recount, page, name, text in tables(counted):
        if not name.startswith("nhom-"):
            continue
        for row, group in groupby(cells(text), key=lambda cell: cell[0]):
            found = [(column, value) for _, column, value in group][:-1]
            hidden = [column for column, value in found if value == HIDDEN]
            small = [
                column for column, _ in found
                if 0 < int(recount.cell(page, name, row, column)) < LEAST
            ]  # fmt: skip
            assert set(small) <= set(hidden), (name, row)
            assert len(hidden) != 1, (name, row)
            assert bool(hidden) == bool(small), (name, row)


def test_what_is_hidden_cannot_be_worked_out() -> None:
    """With the total and the shown cells at hand, every hidden cell could be more than one."""
    for first in range(8):
        for second in range(8):
            for third in range(8):
                row = (first, second, third)
                hidden = guarded(row)
                left = sum(n for n, veiled in zip(row, hidden, strict=True) if veiled)
                assert sum(hidden) != 1
                assert not any(hidden) or left > 0  # at least two ways to share it out


def test_every_figure_leads_to_its_list(counted: Counted) -> None:
    """A figure has a list behind it that is there, and that holds at least as many."""
    facets = {"danh-hieu": "award", "loai-hinh": "commendation"}
    kinds = {"ca-nhan": "person", "tap-the": "collective", "ho-gia-dinh": "household"}
    for address, page in counted.pages.items():
        for table in page.context["topic"].tables if "topic" in page.context else ():
            for row in table.rows:
                for number in row.numbers:
                    told = (address, table.name, row.label, number)
                    if table.name in TEXTS or number.plain in ("0", "", "–", HIDDEN):
                        continue
                    assert number.address, told
                    link = urlsplit(number.address)
                    anchors = {f"#{t.name}" for t in page.context["topic"].tables}
                    assert link.path in counted.addresses or number.address in anchors, told
                    asked = {k: v[0] for k, v in parse_qs(link.query).items()}
                    if not asked or asked.get("loai") == "quyet-dinh" or "%" in number.plain:
                        continue
                    behind = [
                        h for h in counted.raw.honours
                        if int(asked.get("tu", 0)) <= h["year"] <= int(asked.get("den", 9999))
                        and kinds.get(asked.get("loai", ""), h["kind"]) == h["kind"]
                        and all(h[f] == asked.get(k, h[f]) for k, f in facets.items())
                        and asked.get("dia-ban", "") in {"", *h["places"]}
                        and asked.get("linh-vuc", "") in {"", *h["topics"]}
                    ]  # fmt: skip
                    if table.name != "kip-thoi" or number is not row.numbers[-1]:
                        assert len(behind) >= int(number.plain), told


def test_real_and_invented_stay_apart(counted: Counted) -> None:
    """Every page of invented honours says so; no other page counts one."""
    for address, page in counted.pages.items():
        assert page.context["illustrative"] == address.startswith("/thong-ke/minh-hoa/")
        if page.context["illustrative"]:
            assert "minh họa" in page.title


def test_places_without_a_part_are_told(counted: Counted) -> None:
    """Honours that name no part of a province stand in a row of their own."""
    told = [row for _, page, _, text in tables(counted) if page == "dia-ban"
            for row, _, _ in cells(text)]  # fmt: skip
    assert REST in told or not told
