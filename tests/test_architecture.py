"""The shape of the program: who may know whom, who owns which library, and how long is too long."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import generator

ROOT = Path(generator.__file__).parent

# The path of the data, in order: a module or package imports only what stands before it.
# (`generator/__init__.py` tells the same path; what a step needs as a tool stands before the step.)
PATH = (
    "kit", "dates", "values", "iptc", "photos", "cards", "vietnamese", "working_days",
    "syllables", "privacy", "links", "markup", "qr", "slips", "spreadsheet", "kits", "yaml_tree",
    "yaml_edit", "records", "exports", "files", "releases", "placement", "facts", "raw_csv",
    "raw", "load", "sound", "check", "formats", "render", "importer", "lists", "finder", "tree",
    "schema", "sample", "search", "manifest", "hidden", "gates", "sitemap", "assemble",
    "markdown_tree", "bodies", "stamp", "cache", "host", "uses", "workers", "press", "desk",
    "volumes", "reading", "journal", "tray", "hosted", "pagekey", "lastbuild", "making",
    "drawing", "dataset", "closing", "leads", "build", "releasing", "effect", "trial", "answers",
    "questions", "blank", "new", "mend", "amend", "seal", "preview", "cluster", "cli_words",
    "cli_progress", "cli_asking", "cli_clerk", "cli_import", "cli",
)  # fmt: skip

_VALUES = {"dates", "kit", "kits", "photos", "spreadsheet", "values"}
# What a package may import of the rest; the others are bound by the order alone.
ALLOWED = {
    "records": {"records", "vietnamese", "working_days"} | _VALUES,
    "formats": {"formats", "kit", "records", "dates", "values"},
    "lists": {"dates", "exports", "lists", "records", "spreadsheet", "values", "vietnamese"},
    "exports": {"exports", "records", "spreadsheet", "vietnamese"},
    "finder": {"finder", "records", "dates", "vietnamese"},
}

# Each third-party library has one owner, so that it can be replaced in one place.
OWNERS = {
    "yaml": {"exports.openapi", "yaml_tree", "yaml_edit"},
    "pydantic": {"records.fields", "records.base", "records.validation"},
    "pydantic_core": {"records.fields", "records.validation"},
    "holidays": {"working_days"},
    "jinja2": {"render"},
    "lxml": {"exports.feed_xml", "links"},
    "ahocorasick": {"hidden"},
    "markdown": {"markup"},
    "nh3": {"markup"},
    "mkdocs": {"host"},
    "click": {"cli", "cli_asking", "cli_clerk", "cli_import", "cli_words"},
    "rich": {"cli_import", "cli_progress"},
    "distributed": {"cluster"},
    "filelock": {"build"},
    "PIL": {"cards", "photos"},
    "segno": {"qr"},
    "icalendar": {"exports.calendar"},
    "openpyxl": {"importer.looks"},
    "python_calamine": {"importer.excel"},
    "xlrd": {"importer.xls"},
    "xlsxwriter": {"exports.sheets", "importer.form"},
    "duckdb": {"exports.columnar"},
    "docx": {"importer.outside", "importer.word", "kits"},
    "rapidfuzz": {"importer.likeness"},
}

MODULE_LINES = 170
FUNCTION_LINES = 40
LONG = {
    "build": "the whole job, in its order",
    "bodies": "words, holes and moulds are one idea, told in one place",
    "render": "all that a template prints with, in one place; the only module that knows Jinja",
    "yaml_edit": "one cut in every layout that YAML knows; the ways and the proof belong together",
    "yaml_tree": "one machine over the parser's events; its states belong together",
    "making": "the making of all pages, step by step, with all that the steps share",
    "privacy": "every kind of private data, and how it looks",
    "records.base": "what every record is made of, in one place to learn it",
    "records.decision": "the main record: what it says, and what is asked of it everywhere",
    "records.decision_rules": "the rules of the main record, a short function each",
    "records.digest": "the register in short, and every look-up over it",
    "records.law_rules": "the rules that the law and the map set, a short function each",
    "records.published": "every published fact with its meaning: the allow-list, in one place",
    "records.place": "old and new places, and every way to name and reach them",
    "press": "a page on its way through the gates into its files, told in one place",
    "host": "MkDocs is known to no other module",
    "vietnamese": "all that the program knows of the language, a short function each",
    "cli_import": "two commands with many options, each a line of Vietnamese",
    "cli": "a command is a few lines of names and words; there are many commands",
}


def name_of(path: Path) -> str:
    """Return a module's name below `generator`: `records.award`; a package is its folder."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(path): path for path in sorted(ROOT.rglob("*.py")) if path.parent != ROOT}
MODULES |= {name_of(path): path for path in sorted(ROOT.glob("[!_]*.py"))}
TREES = {name: ast.parse(path.read_text("utf-8")) for name, path in MODULES.items()}


def imports(tree: ast.Module) -> Iterator[str]:
    """Yield the full name of every module that a module imports, wherever it stands in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_imports(tree: ast.Module) -> set[str]:
    """Return the modules and packages directly below `generator` that a module imports."""
    parts = (name.split(".") for name in imports(tree))
    return {part[1] for part in parts if part[0] == "generator"}


def third_party(tree: ast.Module) -> set[str]:
    """Return the libraries that a module imports."""
    roots = {name.partition(".")[0] for name in imports(tree)}
    return roots - sys.stdlib_module_names - {"generator"}


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function and method of a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def public(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """Yield what others may use of a module: functions, classes and their methods."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            if node.name.startswith("_"):
                continue
            yield node
            for item in node.body if isinstance(node, ast.ClassDef) else ():
                if isinstance(item, ast.FunctionDef) and not item.name.startswith("_"):
                    yield item


def test_every_module_has_its_place() -> None:
    """A new module is given its place on the path of the data."""
    tops = {name.partition(".")[0] for name in MODULES}
    assert tops == set(PATH)


@pytest.mark.parametrize("name", MODULES)
def test_imports_go_one_way(name: str) -> None:
    """A module knows only those before it on the path of the data."""
    place = PATH.index(name.partition(".")[0])
    assert own_imports(TREES[name]) <= set(PATH[: place + 1])


@pytest.mark.parametrize("name", [name for name in MODULES if name.partition(".")[0] in ALLOWED])
def test_packages_know_little(name: str) -> None:
    """Records, lists and exports know the records and the values, and no step of the path."""
    assert own_imports(TREES[name]) <= ALLOWED[name.partition(".")[0]]


def test_only_the_last_steps_know_the_host() -> None:
    """Another host can stand beside this one: only `hosted` and `cli` name it."""
    knowing = {name for name, tree in TREES.items() if "host" in own_imports(tree)}
    assert knowing <= {"hosted", "cli"}


def test_one_owner_for_each_library() -> None:
    """A third-party library is imported by its owner alone, and every owner needs it."""
    found: dict[str, set[str]] = {}
    for name, tree in TREES.items():
        for library in third_party(tree):
            found.setdefault(library, set()).add(name)
    assert found == OWNERS


def test_search_engine_is_a_process() -> None:
    """Pagefind is run, never imported: its library answers ten records a second."""
    assert all("pagefind" not in third_party(tree) for tree in TREES.values())
    assert '"pagefind"' in MODULES["search"].read_text("utf-8")


def test_modules_are_short() -> None:
    """A module is read in one go; a longer one has a reason, and loses it when it shrinks."""
    lines = {name: len(path.read_text("utf-8").splitlines()) for name, path in MODULES.items()}
    assert {name for name, count in lines.items() if count > MODULE_LINES} == set(LONG)


def test_functions_are_short() -> None:
    """A function fits on a screen."""
    lengths = {
        f"{name}.{function.name}": (function.end_lineno or 0) - function.lineno + 1
        for name, tree in TREES.items()
        for function in functions(tree)
    }
    assert {key: lines for key, lines in lengths.items() if lines > FUNCTION_LINES} == {}


def test_what_others_use_is_explained() -> None:
    """Every module, public class, function and method says what it is for."""
    silent = [name for name, tree in TREES.items() if not ast.get_docstring(tree)]
    for name, tree in TREES.items():
        silent += [f"{name}.{item.name}" for item in public(tree) if not ast.get_docstring(item)]
    assert silent == []


def test_no_step_reads_the_clock() -> None:
    """Nothing that makes pages asks what day it is: the day is that of the data."""
    clock = re.compile(r"(?:datetime|date)\.(?:now|utcnow|today)|time\.\w+")
    for name, tree in TREES.items():
        if PATH.index(name.partition(".")[0]) <= PATH.index("tree"):
            attributes = (ast.unparse(n) for n in ast.walk(tree) if isinstance(n, ast.Attribute))
            assert [text for text in attributes if clock.fullmatch(text)] == [], name
