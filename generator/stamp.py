"""Stamping: pages made by filling the holes of a shell that the host rendered once.

The host renders one shell for each kind of frame (how deep the page lies, its section, whether
search may find it); the body of each page is converted by the same Markdown with the same
extensions, many at a time, and put in. A stamped page is byte for byte what the host would make.
"""

import json
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from generator.markup import Converter, Extensions
from generator.values import Output

# The words that stand in a shell where a page's own go. No Markdown or HTML touches them.
_HOLES = ("title", "description", "kind", "source", "address", "body")
_MARK = "tuyenduong{}hole"
_SPLIT = {name: _MARK.format(name) for name in _HOLES}
_FOLDER = "tuyenduong-shells"
CHUNK = 200
WORTH_A_POOL = 1000  # pages; below, starting the workers costs more than they save


class Frame(NamedTuple):
    """What pages must share to share a shell."""

    depth: int
    section: str
    listed: bool


class Shell(NamedTuple):
    """A rendered frame, cut at its holes: text, name of a hole, text, …, text."""

    pieces: tuple[str, ...]


def frame_of(output: Output) -> Frame:
    """Return the frame that a page needs."""
    depth = output.path.count("/")
    return Frame(depth, str(output.meta["section"]), bool(output.meta["listed"]))


def shell_page(frame: Frame, number: int) -> Output:
    """Return the page that the host must render for a frame: holes for all that differs."""
    folders = [f"{_FOLDER}-{number}", *["x"] * (frame.depth - 1)]
    meta: dict[str, str | bool] = {
        "title": _SPLIT["title"],
        "description": _SPLIT["description"],
        "template": "record.html",
        "kind": _SPLIT["kind"],
        "section": frame.section,
        "listed": frame.listed,
        "source": _SPLIT["source"],
    }
    lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in meta.items())
    body = f"# {_SPLIT['body']} {{: #trang }}\n"
    path = "/".join([*folders, "index.md"])
    return Output(path, f"---\n{lines}---\n{body}", _SPLIT["source"], meta)


def cut(html: str, address: str) -> Shell:
    """Cut a rendered shell at its holes.

    Args:
        html: the shell as the host rendered it.
        address: the shell's own address, without the slashes at the ends.
    """
    marks = {mark: name for name, mark in _SPLIT.items() if name not in ("body", "address")}
    marks[f'<h1 id="trang">{_SPLIT["body"]}</h1>'] = "body"
    marks[f"{address}/"] = "address"
    pieces: list[str] = [html]
    for mark, name in marks.items():
        pieces = [part for piece in pieces for part in _cut_one(piece, mark, name)]
    return Shell(tuple(pieces))


def _cut_one(piece: str, mark: str, name: str) -> Iterator[str]:
    if piece.startswith("\0"):  # a hole already
        yield piece
        return
    first, *others = piece.split(mark)
    yield first
    for other in others:
        yield f"\0{name}"
        yield other


def stamp(shell: Shell, output: Output, body: str) -> str:
    """Return a page's HTML: its shell with its own words and body in the holes."""
    words = {
        "\0title": str(output.meta["title"]),
        "\0description": str(output.meta["description"]),
        "\0kind": str(output.meta["kind"]),
        "\0source": output.source,
        "\0address": output.path.removesuffix("index.md"),
        "\0body": body,
    }
    return "".join(words.get(piece, piece) for piece in shell.pieces)


def write(
    outputs: Sequence[Output],
    shells: Mapping[Frame, Shell],
    folder: Path,
    extensions: Extensions,
    after_page: Callable[[], None],
) -> None:
    """Stamp pages into a folder, on all cores when there are many.

    Args:
        outputs: the pages, as Markdown with front matter.
        shells: a shell for each of their frames.
        folder: the site.
        extensions: the host's Markdown extensions.
        after_page: called for each page that is done.
    """
    chunks = [outputs[at : at + CHUNK] for at in range(0, len(outputs), CHUNK)]
    if len(outputs) < WORTH_A_POOL:
        _start(shells, folder, extensions)
        _tell(map(_write_some, chunks), after_page)
        return
    workers = os.cpu_count() or 1
    context = multiprocessing.get_context("spawn")  # forking beside threads may hang
    arguments = (shells, folder, extensions)
    with ProcessPoolExecutor(workers, context, _start, arguments) as pool:
        _tell(pool.map(_write_some, chunks), after_page)


def _tell(done: Iterable[int], after_page: Callable[[], None]) -> None:
    for count in done:
        for _ in range(count):
            after_page()


class _Work(NamedTuple):
    shells: Mapping[Frame, Shell]
    folder: Path
    converter: Converter


_work: _Work | None = None


def _start(shells: Mapping[Frame, Shell], folder: Path, extensions: Extensions) -> None:
    """Give a worker what every page of it needs."""
    global _work
    _work = _Work(shells, folder, Converter(extensions))


def _write_some(outputs: Sequence[Output]) -> int:
    assert _work is not None
    for output in outputs:
        body = _work.converter.convert(output.body)
        html = stamp(_work.shells[frame_of(output)], output, body)
        target = _work.folder / output.path.removesuffix(".md")
        target = target.with_suffix(".html")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(html, "utf-8", newline="")
    return len(outputs)
