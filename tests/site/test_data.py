"""The register as data, as readers' own tools open it, counted anew from the records' files."""

import gc
import json
import re
import shutil
import sqlite3
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import frictionless
import jsonschema
import openapi_spec_validator
import openpyxl
import pandas
import pytest
import yaml
from lxml import html

from generator.build import build
from generator.exports.columns import DECISIONS, HONOURS, TABLES, Table
from generator.spreadsheet import original
from tests.recount import Raw
from tests.site.kit import PROVINCE, ROOT, Silent
from tests.test_output import WITHHELD

CERTIFICATE = "td-certificate__for"  # why an honour was given
YEARS = (2019, 2023, 2024, 2025, 2026)
Rows = list[dict[str, Any]]


def validated(package: Path) -> frictionless.Report:
    """Return what frictionless says of a package; it leaves the workbooks open that it read."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        report = frictionless.Package(str(package)).validate()
        gc.collect()
    return report


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


def by_pandas_csv(data: Path, table: Table = HONOURS) -> Rows:
    """CSV, every cell a text."""
    frame = pandas.read_csv(data / f"{table.name}.csv", dtype=str, keep_default_na=False)
    return coded(frame.to_dict("records"), table)


def by_pandas_lines(data: Path, table: Table = HONOURS) -> Rows:
    """JSON Lines."""
    return pandas.read_json(data / f"{table.name}.jsonl", lines=True, dtype=False).to_dict(
        "records"
    )


def by_pandas_parquet(data: Path, table: Table = HONOURS) -> Rows:
    """Parquet, by another library than wrote it."""
    return pandas.read_parquet(data / f"{table.name}.parquet", engine="pyarrow").to_dict("records")


def by_sqlite(data: Path, table: Table = HONOURS) -> Rows:
    """SQLite."""
    file = sqlite3.connect(data / "so-vinh-danh.sqlite")
    file.row_factory = sqlite3.Row
    rows = [dict(row) for row in file.execute(f"SELECT * FROM {table.sql}")]
    file.close()
    return rows


def by_openpyxl(data: Path, table: Table = HONOURS) -> Rows:
    """The workbooks of all years."""
    found: Rows = []
    for path in sorted(data.glob("vinh-danh-*.xlsx")):
        head, *rows = openpyxl.load_workbook(path, read_only=True)[table.title].values
        found += [dict(zip(head, row, strict=True)) for row in rows]
    return coded(found, table)


READERS: dict[str, Callable[..., Rows]] = {
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


def address(decision: dict[str, Any]) -> str:
    """Return where a decision of the records' own files is published."""
    return f"/vinh-danh/{decision['year']}/{decision['issuer']}/{decision['file'].stem}/"


def told(row: dict[str, Any], name: str) -> str:
    """Return a cell as a text; nothing for what a reader calls missing."""
    value = row.get(name)
    return "" if value is None or value != value else original(" ".join(str(value).split()))


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS.keys())
def test_decisions_tell_how_many_no_longer_stand(reader, province, shipped):
    """Each row tells how many of its list were revoked, counted in the records' own history."""
    for site, root in ((province, PROVINCE), (shipped, ROOT)):
        wanted = {
            address(decision): sum(not row["alive"] for row in decision["rows"])
            for decision in Raw(root).decisions
        }
        rows = reader(site / "du-lieu", DECISIONS)
        assert {urlsplit(row["url"]).path: int(row["revoked"]) for row in rows} == wanted
        assert any(0 < lost < len(d["rows"]) for d in Raw(PROVINCE).decisions
                   for lost in [sum(not row["alive"] for row in d["rows"])])  # fmt: skip


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS.keys())
def test_every_honour_tells_what_its_decision_was_for(reader, province, shipped):
    """The occasion of a decision, as its own file has it, is in the row of each of its honours."""
    for site, root in ((province, PROVINCE), (shipped, ROOT)):
        wanted = {
            address(decision): " ".join(decision.get("occasion", "").split())
            for decision in Raw(root).decisions
        }
        assert any(wanted.values())
        for row in reader(site / "du-lieu"):
            assert told(row, "occasion") == wanted[urlsplit(row["decision"]).path]


def test_what_a_page_gives_as_the_reason_its_forms_give_too(province, shipped):
    """The words of each certificate are in the JSON and the Markdown beside it."""
    reasons = Counter()
    for path in (p for site in (province, shipped) for p in site.glob("vinh-danh/2*/*/*/*/")):
        if not (path / "index.json").is_file():
            continue  # the card, or an earlier version
        page = html.fromstring((path / "index.html").read_text("utf-8"))
        reason = " ".join("".join(e.text_content() for e in page.find_class(CERTIFICATE)).split())
        facts = json.loads((path / "index.json").read_text("utf-8"))
        name = "achievement" if "achievement" in facts else "occasion"
        assert told(facts, name) == reason, path
        plain = re.sub(r"\\(.)", r"\1", (path / "index.md").read_text("utf-8"))
        assert not reason or f": {reason}\n" in plain, path
        reasons[name if reason else ""] += 1
    assert reasons["achievement"]
    assert reasons["occasion"]


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
    """Frictionless reads it as it is published: tables by their schemas, and sums."""
    for site in (province, shipped):
        data = site / "du-lieu"
        report = validated(data / "datapackage.json")
        assert report.valid, report.flatten(["name", "message"])
        resources = json.loads((data / "datapackage.json").read_text("utf-8"))["resources"]
        assert [task.name for task in report.tasks] == [r["name"] for r in resources]
        for task, resource in zip(report.tasks, resources, strict=True):
            assert task.stats.get("rows") == resource.get("rows")
            assert task.type == ("table" if "schema" in resource else "file")
        described = {"datapackage.json", "openapi.yaml", "index.html"}
        there = {p.relative_to(data).as_posix() for p in data.rglob("*") if p.is_file()}
        others = there - {r["path"] for r in resources}
        assert {name for name in others if not name.startswith("schema/")} == described


def test_the_data_package_tells_sums_and_rows(province, shipped):
    """SHA-256, size and row counts of every file, found anew; a broken file is found out."""
    for site in (province, shipped):
        data = site / "du-lieu"
        for resource in json.loads((data / "datapackage.json").read_text("utf-8"))["resources"]:
            path = data / resource["path"]
            assert resource["hash"] == f"sha256:{sha256(path.read_bytes()).hexdigest()}"
            if path.suffix != ".parquet":  # frictionless counts no bytes of it
                assert resource["bytes"] == path.stat().st_size
            rows = {table["name"]: table["rows"] for table in resource.get("tables", ())}
            if path.suffix == ".sqlite":
                assert rows == {t.sql: len(by_sqlite(data, t)) for t in TABLES}
            elif path.suffix == ".xlsx":
                book = openpyxl.load_workbook(path)
                assert rows == {t.title: book[t.title].max_row - 1 for t in TABLES}
                assert resource["rows"] == rows[HONOURS.title]
            else:
                assert isinstance(resource["rows"], int)


def test_the_data_package_finds_a_lost_row(province, tmp_path):
    """One line less in one file, and the package is no longer valid."""
    data = shutil.copytree(province / "du-lieu", tmp_path / "du-lieu")
    lines = (data / "quyet-dinh.jsonl").read_bytes().splitlines(keepends=True)
    (data / "quyet-dinh.jsonl").write_bytes(b"".join(lines[:-1]))
    report = validated(data / "datapackage.json")
    assert {"row-count", "hash-count"} <= {kind for (kind,) in report.flatten(["type"])}


def test_every_document_is_as_its_schema_says(province, shipped):
    """Each built `index.json`, unaltered, holds by the schema it names; a wrong one does not."""
    for site in (province, shipped):
        found = [json.loads(p.read_text("utf-8")) for p in (site / "du-lieu/schema").iterdir()]
        for schema in found:
            jsonschema.Draft202012Validator.check_schema(schema)
        checks = {schema["$id"]: jsonschema.Draft202012Validator(schema) for schema in found}
        used = Counter()
        for path in site.rglob("index.json"):
            document = json.loads(path.read_text("utf-8"))
            checks[document["$schema"]].validate(document)
            used[document["$schema"]] += 1
            for wrong in ({"status": "gone"}, {"$schema": "https://khac.example/"}, {"them": 1}):
                assert not checks[document["$schema"]].is_valid({**document, **wrong})
        assert used.keys() == checks.keys()


# JSON that is no interface: its form follows the script of the site that reads it.
OF_THE_SEARCH = ("/tra-cuu/so/", "/pagefind/")


def test_every_json_is_described(province, shipped):
    """Each file of JSON has one path in the API, holds what that says, and no path is empty."""
    for site in (province, shipped):
        told = yaml.safe_load((site / "du-lieu" / "openapi.yaml").read_text("utf-8"))
        openapi_spec_validator.validate(told)
        assert told["openapi"].startswith("3.1")
        asked = {pattern(path, what): path for path, what in told["paths"].items()}
        checks = {path: check(told, path) for path in told["paths"]}
        used = Counter()
        for path in (p for p in site.rglob("*") if p.suffix in (".json", ".jsonl", ".jsonld")):
            name = "/" + path.relative_to(site).as_posix()
            if not name.startswith(OF_THE_SEARCH):
                (found,) = (asked[known] for known in asked if re.fullmatch(known, name))
                text = path.read_text("utf-8")
                for value in text.split("\n")[:-1] if path.suffix == ".jsonl" else [text]:
                    checks[found].validate(json.loads(value))
                used[found] += 1
        assert used.keys() == told["paths"].keys()


def pattern(path: str, told: dict[str, Any]) -> str:
    """Return the pattern of a path's addresses."""
    kinds = {p["name"]: p["schema"]["type"] for p in told.get("parameters", ())}
    forms = {"integer": r"\d+", "string": "[a-z0-9-]+"}
    return re.sub(r"\\{(\w+)\\}", lambda part: forms[kinds[part[1]]], re.escape(path))


def check(told: dict[str, Any], path: str) -> jsonschema.Draft202012Validator:
    """Return what checks a file of a path: by our own schema, or by a standard that it names."""
    get = told["paths"][path]["get"]
    ((_, content),) = get["responses"]["200"]["content"].items()
    assert ("$ref" in content["schema"]) != ("externalDocs" in get)
    return jsonschema.Draft202012Validator({**content["schema"], "components": told["components"]})


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
