"""The register as data, as readers' own tools open it, counted anew from the records' files."""

import json
import shutil
import sqlite3
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import frictionless
import jsonschema
import openapi_spec_validator
import openpyxl
import pandas
import pytest
import yaml

from generator.build import build
from generator.exports.columns import HONOURS, Table
from generator.load import load
from generator.records.decision_citation import cite_decision
from generator.records.decision_entries import honour_entry
from generator.records.decision_published import decision_published, honours_published
from tests.recount import Raw
from tests.site.kit import PROVINCE, ROOT, Silent
from tests.test_output import WITHHELD

YEARS = (2019, 2023, 2024, 2025, 2026)
Rows = list[dict[str, Any]]


def counted(rows: Rows) -> Counter[tuple[str, ...]]:
    """Count rows by year, kind, whether they count, whether they are invented."""
    alive = ("in_force", "corrected", "restored")
    return Counter(
        (
            str(row["date"])[:4],
            row["recipient_kind"],
            str(row["status"] in alive),
            str(bool(row["illustrative"])),
        )
        for row in rows
    )


def wanted(root: Path) -> Counter[tuple[str, ...]]:
    """Count the same in the records' own files."""
    return Counter(
        (str(h["year"]), h["kind"], str(h["alive"]), str(h["invented"])) for h in Raw(root).honours
    )


def coded(rows: Rows, table: Table = HONOURS) -> Rows:
    """Return rows of headings and words as rows of names and codes."""
    back = {
        c.title: (c.name, {words: code for code, words in c.codes.items()}) for c in table.columns
    }
    return [
        {back[title][0]: back[title][1].get(value, value) for title, value in row.items()}
        for row in rows
    ]


def by_pandas_csv(data: Path) -> Rows:
    """CSV, every cell a text."""
    frame = pandas.read_csv(data / "vinh-danh.csv", dtype=str, keep_default_na=False)
    return coded(frame.to_dict("records"))


def by_pandas_lines(data: Path) -> Rows:
    """JSON Lines."""
    return pandas.read_json(data / "vinh-danh.jsonl", lines=True, dtype=False).to_dict("records")


def by_pandas_parquet(data: Path) -> Rows:
    """Parquet, by another library than wrote it."""
    return pandas.read_parquet(data / "vinh-danh.parquet", engine="pyarrow").to_dict("records")


def by_sqlite(data: Path) -> Rows:
    """SQLite."""
    file = sqlite3.connect(data / "so-vinh-danh.sqlite")
    file.row_factory = sqlite3.Row
    rows = [dict(row) for row in file.execute("SELECT * FROM vinh_danh")]
    file.close()
    return rows


def by_openpyxl(data: Path) -> Rows:
    """The workbooks of all years."""
    found: Rows = []
    for path in sorted(data.glob("vinh-danh-*.xlsx")):
        head, *rows = openpyxl.load_workbook(path, read_only=True)["Lượt khen"].values
        found += [dict(zip(head, row, strict=True)) for row in rows]
    return coded(found)


READERS: dict[str, Callable[[Path], Rows]] = {
    "csv": by_pandas_csv,
    "jsonl": by_pandas_lines,
    "parquet": by_pandas_parquet,
    "sqlite": by_sqlite,
    "xlsx": by_openpyxl,
}


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS.keys())
def test_every_file_has_every_honour(reader, province, shipped):
    """A row for each honour of the records' own files, with its year, kind and state."""
    for site, root in ((province, PROVINCE), (shipped, ROOT)):
        found = counted(reader(site / "du-lieu"))
        assert found == wanted(root)
        assert found


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS.keys())
def test_all_readers_read_the_same(reader, province):
    """The same honour has the same name and address in every file."""
    data = province / "du-lieu"
    lines = {row["url"]: row["name"] for row in by_pandas_lines(data)}
    found = {row["url"]: row["name"] for row in reader(data)}
    assert {url: name.removeprefix("'") for url, name in found.items()} == lines


def test_decisions_are_the_second_table(province):
    """A row a decision; what it states and what the list has are the records' own counts."""
    raw = Raw(PROVINCE).decisions
    frame = pandas.read_json(province / "du-lieu" / "quyet-dinh.jsonl", lines=True)
    assert len(frame) == len(raw)
    for kind in ("person", "collective", "household"):
        stated = sum(int(decision["stated"].get(kind, 0)) for decision in raw)
        listed = sum(row["kind"] == kind for decision in raw for row in decision["rows"])
        assert (frame[f"stated_{kind}"].sum(), frame[f"listed_{kind}"].sum()) == (stated, listed)


def test_one_column_counts_as_the_statistics_do(province: Path) -> None:
    """The view, and the column in every other form: no honour outside the law is among them."""
    raw = Raw(PROVINCE).honours
    lawful = [h for h in raw if h["alive"] and h["lawful"] and not h["invented"]]
    outside = [h for h in raw if h["alive"] and not h["lawful"]]
    assert outside, "the province has a letter of praise"
    file = sqlite3.connect(province / "du-lieu" / "so-vinh-danh.sqlite")
    (counted,) = file.execute("SELECT count(*) FROM vinh_danh_counted").fetchone()
    assert counted == len(lawful)
    for read in READERS.values():
        rows = read(province / "du-lieu")
        assert sum(row["counted"] in (True, 1, "có") for row in rows) == len(lawful)


def test_sqlite_searches_as_the_register_does(province):
    """With marks a spelling, without marks every spelling, đ as d; counts and links are right."""
    file = sqlite3.connect(province / "du-lieu" / "so-vinh-danh.sqlite")

    def found(query: str) -> set[str]:
        sql = (
            "SELECT v.name FROM search s JOIN vinh_danh v ON v.rowid = s.rowid WHERE search MATCH ?"
        )
        return {name for (name,) in file.execute(sql, (query,))}

    assert {"Nguyễn Khánh Hoà", "Nguyễn Khánh Hòa"} <= found("folded: nguyen khanh hoa")
    assert "Nguyễn Khánh Hoà" in found("name: Hoà")
    assert "Nguyễn Khánh Hòa" not in found("name: Hoà")
    assert "Trạm bơm Đồng Mây" in found("folded: dong may")
    assert file.execute("PRAGMA foreign_key_check").fetchall() == []
    assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    codes = file.execute(
        "SELECT words FROM codes WHERE in_table = 'vinh_danh' AND code = 'stripped'"
    )
    assert codes.fetchall() == [("Đã bị tước",)]
    file.close()


def test_the_workbook_tells_how_to_read_it(province):
    """Its last sheet says what is in the others, how to count, under which terms."""
    book = openpyxl.load_workbook(province / "du-lieu" / "vinh-danh-2024.xlsx")
    assert book.sheetnames == ["Lượt khen", "Quyết định", "Đọc trước"]
    told = dict(book["Đọc trước"].values)
    assert told["Giấy phép"] == "Dữ liệu tưởng tượng, dùng tự do."
    assert "Trùng tên không phải là một người" in told
    assert {f"Cột «{cell.value}»" for cell in book["Lượt khen"][1]} <= told.keys()


def test_the_data_package_is_valid(province, shipped):
    """Frictionless reads every table by its schema, and finds the sums as they are told."""
    for site in (province, shipped):
        data = site / "du-lieu"
        told = json.loads((data / "datapackage.json").read_text("utf-8"))
        for resource in told["resources"]:
            content = (data / resource["path"]).read_bytes()
            assert resource["hash"] == f"sha256:{sha256(content).hexdigest()}"
            assert resource["bytes"] == len(content)
        files = {r["path"] for r in told["resources"]}
        there = {p.relative_to(data).as_posix() for p in data.rglob("*") if p.is_file()}
        described = {"datapackage.json", "openapi.yaml", "index.html"}
        assert {name for name in there - files if not name.startswith("schema/")} == described
        # Frictionless reads Parquet and SQLite only by the very libraries that write or test them.
        told["resources"] = [r for r in told["resources"] if "schema" in r]
        for dialect in (r["dialect"] for r in told["resources"] if "dialect" in r):
            dialect["json"] = {"keyed": True, "keys": dialect["itemKeys"]}  # its own word for it
        with frictionless.system.use_context(trusted=True):
            report = frictionless.Package(told, basepath=str(data)).validate()
        assert report.valid, report.flatten(["name", "message"])
        assert [task.stats["rows"] for task in report.tasks] == [
            r["rows"] for r in told["resources"]
        ]
        assert len(report.tasks) == 4


def test_rows_and_documents_are_as_the_schemas_say(province):
    """The schemas hold for every row of the file and for every decision and honour."""
    schemas = {
        path.stem: json.loads(path.read_text("utf-8"))
        for path in (province / "du-lieu" / "schema").glob("*.json")
    }
    assert schemas.keys() == {"honour", "decision", "story", "movement"}
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(schema)
    for line in (province / "du-lieu" / "vinh-danh.jsonl").read_text("utf-8").split("\n")[:-1]:
        jsonschema.validate(json.loads(line), schemas["honour"])
    register = load(PROVINCE)
    for decision in (d for volume in register.volumes for d in volume.decisions):
        citation = cite_decision(decision, register.reference)
        entries = [honour_entry(decision, h, register.reference) for h in decision.honours]
        parts = tuple(honours_published(decision, entries, register.reference))
        thing = decision_published(decision, citation, parts, register.reference)
        jsonschema.validate(json.loads(json.dumps(thing.facts)), schemas["decision"])
    wrong = {**json.loads(line), "status": "gone"}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, schemas["honour"])


def test_the_api_is_described(province):
    """The description is valid OpenAPI, and what it says of addresses is so."""
    told = yaml.safe_load((province / "du-lieu" / "openapi.yaml").read_text("utf-8"))
    openapi_spec_validator.validate(told)
    assert told["openapi"].startswith("3.1")
    fixed = [path for path in told["paths"] if "{" not in path]
    assert all((province / path.lstrip("/")).is_file() for path in fixed)
    things = [path.removesuffix("index.json") for path in told["paths"] if "{" in path]
    assert len(things) == 4
    pages = [p.relative_to(province).parent.as_posix() for p in province.rglob("index.html")]
    for thing in things:
        depth, first = thing.strip("/").count("/"), thing.split("/")[1]
        assert any(page.startswith(f"{first}/") and page.count("/") == depth for page in pages)


@pytest.mark.parametrize("words", WITHHELD)
def test_a_withheld_name_is_in_no_file(words, province):
    """Not in any file of data, unpacked where it is packed."""
    data = province / "du-lieu"
    for path in (p for p in data.rglob("*") if p.is_file()):
        assert words.encode() not in b"".join(contents(path)), path
    assert words not in str(by_pandas_parquet(data))


def contents(path: Path) -> Iterator[bytes]:
    """Yield what a file holds, unpacked."""
    yield path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as book:
            yield from map(book.read, book.namelist())


def test_the_page_links_to_every_file(province, page, province_url):
    """Every file that the page names can be had; the page names all of them."""
    page.goto(f"{province_url}du-lieu/")
    links = page.eval_on_selector_all("main a[href]", "found => found.map(a => a.href)")
    ours = {link.removeprefix(f"{province_url}du-lieu/") for link in links if "/du-lieu/" in link}
    data = province / "du-lieu"
    there = {p.relative_to(data).as_posix() for p in data.rglob("*") if p.is_file()}
    assert {link for link in ours if link and not link.startswith("#")} == there - {"index.html"}


def test_the_page_tells_what_is_invented(shipped, page, shipped_url):
    """Wherever the page counts rows it says how many of them are invented, as the files have it."""
    data = shipped / "du-lieu"
    honours = by_pandas_lines(data)
    acts = pandas.read_json(data / "quyet-dinh.jsonl", lines=True).to_dict("records")
    page.goto(f"{shipped_url}du-lieu/")
    lead = page.inner_text(".td-lead")
    for rows, word in ((honours, "dòng"), (acts, "văn bản")):
        samples = sum(row["illustrative"] for row in rows)
        assert 0 < samples < len(rows)
        assert f"{len(rows)} {word} (trong đó minh họa: {samples})" in lead
    years = Counter(str(row["date"])[:4] for row in honours)
    invented = Counter(str(row["date"])[:4] for row in honours if row["illustrative"])
    told = {
        year: f"{count} dòng" + (f" (minh họa: {invented[year]})" if invented[year] else "")
        for year, count in years.items()
    }
    rows = page.locator(".td-list--counts li").all_inner_texts()
    assert {row.split()[1]: row.split(")", 1)[1].strip() for row in rows} == told


def test_an_edit_makes_only_what_it_touches(project):
    """The workbooks of other years are not written again; a build from nothing gives the same."""
    site = project / "out"
    build(project, site, Silent())
    before = {year: stamp(site, year) for year in YEARS}
    path = project / "data/awards/2025/chu-tich-ubnd-tinh-thanh-son/55-qd-ubnd.yml"
    path.write_text(path.read_text("utf-8").replace("title: ", "title: Về việc ", 1), "utf-8")
    build(project, site, Silent())
    assert [year for year in YEARS if stamp(site, year) != before[year]] == [2025]
    kept = {p: p.read_bytes() for p in (site / "du-lieu").rglob("*") if p.is_file()}
    shutil.rmtree(project / ".tuyenduong")
    shutil.rmtree(site)
    build(project, site, Silent())
    assert {p: p.read_bytes() for p in (site / "du-lieu").rglob("*") if p.is_file()} == kept


def stamp(site: Path, year: int) -> tuple[int, int]:
    """Return what tells one writing of a year's workbook from another."""
    found = (site / f"du-lieu/vinh-danh-{year}.xlsx").stat()
    return found.st_ino, found.st_mtime_ns
