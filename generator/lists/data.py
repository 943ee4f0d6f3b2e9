"""The page of the register as data: which file for whom, what is in it, how to count rightly."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator.dates import PartialDate
from generator.exports import about, changes, package, version
from generator.exports.columns import DECISIONS, HONOURS, TABLES, Table
from generator.exports.files import FOLDER
from generator.exports.guide import COUNTING, FORMULAS
from generator.exports.schemas import DOCUMENTS
from generator.lists.catalogue import catalogue
from generator.lists.rules import CRUMBS
from generator.records.base import Reference
from generator.records.digest import Index, invented
from generator.records.linked import dataset
from generator.values import Link, Page

_DATABASE = f"/{FOLDER}/so-vinh-danh.sqlite"
_DESCRIPTION = (
    "Toàn bộ sổ vinh danh ở dạng tệp: Excel, CSV, JSON Lines, SQLite, Parquet; nghĩa từng cột, "
    "cách đếm đúng, cách ghi nguồn, giấy phép."
)
_MEDIA = {
    "csv": "text/csv",
    "jsonl": "application/jsonl",
    "parquet": "application/vnd.apache.parquet",
}
_WHOLE = (
    ("Excel, mọi năm trong một tệp (CSV)", "csv"),
    ("Chương trình, mỗi dòng một đối tượng (JSON Lines)", "jsonl"),
    ("Phân tích dữ liệu (Parquet)", "parquet"),
)


def data(reference: Reference, index: Index) -> Iterator[Page]:
    """Make the page."""
    everything = (*index.honours, *index.revoked)
    page = catalogue(
        f"/{FOLDER}/",
        "data",
        "Dữ liệu mở",
        _DESCRIPTION,
        {
            "about": about(reference),
            "office": reference.site.office,
            "as_of": reference.as_of,
            "rows": len(everything),
            "decisions": len(index.decisions),
            "revoked": len(index.revoked),
            "unnamed": sum(not entry.named for entry in everything),
            "samples": invented(everything),
            "sample_decisions": sum(act.illustrative for act in index.decisions),
            "years": _years(index),
            "files": [(words, _links(form)) for words, form in _WHOLE],
            "database": _DATABASE,
            "package": f"/{package.PATH}",
            "schemas": [
                Link(title, f"/{FOLDER}/schema/{kind}.json")
                for kind, (_, title) in DOCUMENTS.items()
            ],
            "changes": [
                (PartialDate.parse(release), changes.address_of(release))
                for release in sorted(reference.releases, reverse=True)
            ],
            "counting": COUNTING,
            "formulas": FORMULAS,
            "tables": [(table.name, table.title, table.about, _told(table)) for table in TABLES],
        },
        section="cong-tac",
        crumbs=CRUMBS,
    )
    yield replace(page, linked=_linked(reference))


def _linked(reference: Reference) -> dict[str, Any]:
    """Return the register as a dataset in the words of schema.org."""
    told = {
        "name": about(reference).name,
        "description": _DESCRIPTION,
        "version": version(reference),
        "dateModified": version(reference),
        "license": about(reference).licence_url,
    }
    files = {link.address: _MEDIA[form] for _, form in _WHOLE for link in _links(form)}
    files[_DATABASE] = "application/vnd.sqlite3"
    return dataset(reference.site, f"/{FOLDER}/", told, files)


def _years(index: Index) -> list[tuple[int, int, int, str]]:
    """Return the years, newest first: year, honours, the invented ones, where its workbook is."""
    counts, samples = Counter[int](), Counter[int]()
    for decision, honours in index.acts.values():
        counts[decision.date.year] += len(honours)
        samples[decision.date.year] += invented(honours)
    return [
        (year, counts[year], samples[year], f"/{FOLDER}/vinh-danh-{year}.xlsx")
        for year in sorted(counts, reverse=True)
    ]


def _told(table: Table) -> list[tuple[str, str, str, tuple[tuple[str, str], ...]]]:
    """Return the columns of a table: heading, name, what else is to be known, codes with words."""
    return [(c.title, c.name, c.more, tuple(c.codes.items())) for c in table.columns]


def _links(form: str) -> list[Link]:
    """Return the links to both tables in a form."""
    return [Link(table.title, f"/{FOLDER}/{table.name}.{form}") for table in (HONOURS, DECISIONS)]
