"""Schemas, commented samples and models are true to each other."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from generator import yaml_tree
from generator.dates import PartialDate
from generator.load import load
from generator.raw import read_file
from generator.records import KINDS, forms, marks
from generator.records.base import Before, RefTo
from generator.records.forms import MEANINGS
from generator.records.validation import build
from generator.schema import FOLDER, schemas

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "data" / "mau"
MODELINE = re.compile(r"^# yaml-language-server: \$schema=(\S+)$", re.M)


def sample_of(kind) -> Path:
    """The commented sample of a kind."""
    return SAMPLES / f"{kind.name}.{'md' if kind.layout == 'markdown' else 'yml'}"


def plain(value):
    """Values as JSON has them: lists for tuples."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, tuple) else value


def tree_of(path: Path):
    """The YAML of a file, or the front matter of a Markdown file."""
    text = path.read_text("utf-8")
    if path.suffix == ".md":
        text = text.removeprefix("---\n").split("\n---\n")[0]
    return plain(yaml_tree.read(text).value)


def data_files() -> list[Path]:
    """Every file of the shipped data that is YAML or begins with it."""
    return [path for kind in KINDS for path in sorted(ROOT.glob(kind.where))]


@pytest.fixture(scope="module")
def written() -> dict[str, dict]:
    """The schemas as they are shipped."""
    return {p.name: json.loads(p.read_text("utf-8")) for p in (ROOT / FOLDER).glob("*.json")}


def test_the_shipped_schemas_are_those_of_the_models():
    """`data/.schema/` is what `tuyenduong schema` would write."""
    made = {name: json.loads(text) for name, text in schemas(load(ROOT).reference)}
    shipped = {p.name: json.loads(p.read_text("utf-8")) for p in (ROOT / FOLDER).glob("*.json")}
    assert without_ids(made) == without_ids(shipped), "run: make schema"


def without_ids(value):
    """A schema without the ids that it offers: those grow with the data."""
    if isinstance(value, dict):
        return {key: without_ids(item) for key, item in value.items() if key != "examples"}
    return [without_ids(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_schema_is_a_schema(kind, written):
    """Every schema is sound JSON Schema of 2020-12."""
    jsonschema.Draft202012Validator.check_schema(written[f"{kind.name}.json"])


@pytest.mark.parametrize("path", data_files(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_shipped_data_names_its_schema_and_follows_it(path, written):
    """Every data file names the schema of its kind, and an editor finds nothing wrong in it."""
    kind = next(kind for kind in KINDS if path in ROOT.glob(kind.where))
    named = MODELINE.search(path.read_text("utf-8"))
    assert named, f"{path} does not name its schema"
    assert (path.parent / named[1]).resolve() == ROOT / FOLDER / f"{kind.name}.json"
    jsonschema.validate(tree_of(path), written[f"{kind.name}.json"])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_sample_shows_every_field_and_is_right(kind, written):
    """The commented sample of a kind builds a record, follows the schema and names every field."""
    path = sample_of(kind)
    jsonschema.validate(tree_of(path), written[f"{kind.name}.json"])
    reading = read_file(ROOT, path, kind)
    assert not reading.faults
    for raw in reading.raws:
        record, faults = build(kind, raw.data, raw.origin)
        assert faults == ()
        assert record is not None
        assert missing(record) == []


def missing(part, path: str = "") -> list[str]:
    """The fields of a record, parts of it included, that its sample never sets."""
    unset: list[str] = []
    if isinstance(part, Before):  # the same fields as the record's, any of them
        return unset
    for name in type(part).model_fields:
        value = getattr(part, name)
        items = value if isinstance(value, tuple) else (value,)
        parts = [item for item in items if hasattr(type(item), "model_fields")]
        if isinstance(value, tuple) and not isinstance(value, PartialDate) and len(parts) > 1:
            parts = parts[-1:]  # the fullest row stands last
        if name not in part.model_fields_set and name != "id":
            unset.append(f"{path}{name}")
        for item in parts:
            unset += missing(item, f"{path}{name}.")
    return unset


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_word_of_a_closed_list_has_a_meaning(kind, written):
    """An editor, a message and a question can say in Vietnamese what each word means."""
    found = [part for part in parts_of(written[f"{kind.name}.json"]) if "enum" in part]
    assert all(len(part["enumDescriptions"]) == len(part["enum"]) for part in found)
    assert [w for part in found for w in part["enum"] if w not in MEANINGS] == []


def parts_of(schema):
    """Every group inside a schema."""
    if isinstance(schema, dict):
        yield schema
        for item in schema.values():
            yield from parts_of(item)
    elif isinstance(schema, list):
        for item in schema:
            yield from parts_of(item)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("news", "title: 2023\ndate: 2023-01-02\nsummary: x\n"),
        ("news", "titel: x\ntitle: y\ndate: 2023-01-02\nsummary: x\n"),
        ("unit", "Xa_Mau:\n  nam: x\n"),
        ("movement", "name: x\nlauncher: Ubnd Tinh\nbegins: 2021\nsummary: x\n"),
        ("exemplar", "kind: la\n"),
    ],
)
def test_a_schema_refuses_what_the_models_refuse(kind, text, written):
    """Wrong types, unknown fields, bad ids and words outside the list show in the editor."""
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(plain(yaml_tree.read(text).value), written[f"{kind}.json"])


def test_no_mark_of_a_field_is_another() -> None:
    """What is a date of the past is no Markdown: marks without values are told by their class."""
    found = [marks.Happened(), marks.MarkdownText(), marks.ToDecision(), marks.ToPage()]
    assert [one == other for one in found for other in found].count(True) == len(found)
    assert RefTo("decision") not in found


def test_a_word_of_closed_lists_has_one_meaning() -> None:
    """The lists are told together, so no word may mean one thing here and another there."""
    lists = {id(v): v for k, v in vars(forms).items() if k.isupper() and k[0] != "_"}
    meant: dict[str, set[str]] = {}
    for words in lists.values():
        for word, meaning in words.items():
            meant.setdefault(word, set()).add(meaning)
    assert len(lists) > 20
    assert {word: found for word, found in meant.items() if len(found) > 1} == {}
