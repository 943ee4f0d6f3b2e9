"""The invented province as the files of a project, written as a stream."""

import csv
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from generator.load import load
from generator.sample.decisions import Made, decisions
from generator.sample.province import Province, province
from generator.values import UserError

ROWS_IN_YAML = 20
_COLUMNS = (
    "id", "kind", "award", "class", "name", "role", "unit", "group", "place", "place_text",
    "achievement", "posthumous", "display",
)  # fmt: skip
_SITE = {
    "name": "Sổ vinh danh Hạ Lam",
    "tagline": "Một tỉnh tưởng tượng, để thử chương trình",
    "office": "Tỉnh Hạ Lam (tưởng tượng)",
    "url": "https://ha-lam.example/",
    "demonstration": True,
    "contact": {"office": "Tỉnh Hạ Lam (tưởng tượng)"},
    "data_licence": "Dữ liệu tưởng tượng, dùng tự do.",
}


def write_sample(root: Path, folder: Path, honours: int, seed: int) -> int:
    """Write a sample project.

    Args:
        root: a project whose vocabulary, theme and settings the sample uses.
        folder: a new or empty directory.
        honours: how many honours, at least 1.
        seed: the same seed gives the same bytes.

    Returns:
        How many decisions were written.

    Raises:
        UserError: the directory is not empty.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UserError(f"{folder} đã có sẵn; chọn một thư mục mới hoặc thư mục trống")
    land = province(seed)
    reference = load(root).reference
    _write_reference(root, folder, land, reference.as_of.iso)
    awards = reference.of("award")
    count = 0
    for count, made in enumerate(decisions(honours, seed, land, awards), 1):  # noqa: B007
        _write_decision(folder, made)
    return count


def _write_reference(root: Path, folder: Path, land: Province, as_of: str) -> None:
    """Write what every decision points to, and the settings that make the folder a project.

    The law is real, and so the data is of the same day as the project that the law is taken from.
    """
    data = folder / "data"
    for path in sorted((root / "data" / "vocabulary").glob("*.yml")):
        if not path.name.startswith("units"):
            _put(data / "vocabulary" / path.name, path.read_text("utf-8"))
    _put(data / "documents.yml", (root / "data" / "documents.yml").read_text("utf-8"))
    _put(data / "site.yml", _yaml({**_SITE, "as_of": as_of}))
    _put(data / "places" / "ha-lam.yml", _yaml({p.id: _place(p) for p in land.places}))
    _put(data / "vocabulary" / "units.yml", _yaml({i.id: _unit(i) for i in land.issuers}))
    shutil.copyfile(root / "content" / "gioi-thieu.md", _made(folder / "content" / "gioi-thieu.md"))
    up = Path(os.path.relpath(root.resolve(), folder.resolve())).as_posix()
    config = f"INHERIT: {up}/mkdocs.yml\ntheme:\n  custom_dir: {up}/theme\n"
    _put(folder / "mkdocs.yml", config)


def _place(place: Any) -> dict[str, Any]:
    return {
        "illustrative": True, "name": place.name, "type": place.type,
        "parent": place.parent or None,
        "valid_from": place.since and place.since.isoformat(),
        "valid_to": place.until and place.until.isoformat(),
        "successors": [place.successor or place.parent] if place.until else None,
    }  # fmt: skip


def _unit(issuer: Any) -> dict[str, Any]:
    return {
        "illustrative": True, "name": issuer.name, "authority": issuer.authority,
        "place": issuer.place or None,
        "valid_from": issuer.since and issuer.since.isoformat(),
        "valid_to": issuer.until and issuer.until.isoformat(),
    }  # fmt: skip


def _write_decision(folder: Path, made: Made) -> None:
    """Write a decision; a long list goes into the CSV beside it."""
    facts = made.facts
    path = folder / "data" / "awards" / facts["date"][:4] / facts["issuer"] / f"{facts['id']}.yml"
    if len(made.rows) <= ROWS_IN_YAML:
        _put(path, _yaml({**facts, "honours": made.rows}))
        return
    _put(path, _yaml(facts))
    with path.with_suffix(".csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, _COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(_cells(made.rows))


def _cells(rows: Iterable[Mapping[str, Any]]) -> Iterable[dict[str, Any]]:
    for row in rows:
        yield {**row, "posthumous": "x"} if row.get("posthumous") else dict(row)


def _yaml(value: Mapping[str, Any], indent: str = "") -> str:
    """Return a mapping as YAML: one line a field, a row of a list on one line, no empty field."""
    lines = []
    for key, item in value.items():
        if isinstance(item, dict) and "name" in item:
            lines.append(f"{indent}{key}:\n{_yaml(item, indent + '  ')}")
        elif isinstance(item, list) and item and isinstance(item[0], dict):
            rows = "".join(f"{indent}  - {_flow(row)}\n" for row in item)
            lines.append(f"{indent}{key}:\n{rows}")
        elif item is not None:
            lines.append(f"{indent}{key}: {_flow(item)}\n")
    return "".join(lines)


def _flow(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _put(path: Path, text: str) -> None:
    _made(path).write_text(text, "utf-8", newline="")


def _made(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
