"""Stamping: pages made by filling the holes of a shell that the host rendered once.

The host renders one shell for each kind of frame (how deep the page lies, its section, whether
search, ours or others', may find it; a page of the navigation has one of its own). A stamped page
is byte for byte what the host would make.
"""

import json
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from generator.render import front_matter
from generator.values import Output, Page

# The words that stand in a shell where a page's own go. No Markdown or HTML touches them.
_WORDS = ("title", "description", "cite", "edition", "picture", "kind", "source", "head")
_HOLES = (*_WORDS, "address", "body")
_MARK = "tuyenduong{}hole"
_SPLIT = {name: _MARK.format(name) for name in _HOLES}
_FOLDER = "tuyenduong-shells"


class Frame(NamedTuple):
    """What pages must share to share a shell; `path` only for a page of the navigation."""

    depth: int
    section: str
    listed: bool
    path: str = ""
    noindex: bool = False


class Shell(NamedTuple):
    """A rendered frame, cut at its holes: text, name of a hole, text, …, text."""

    pieces: tuple[str, ...]

    @property
    def text(self) -> str:
        """The shell's own words, without any page's."""
        return "".join(piece for piece in self.pieces if not piece.startswith("\0"))


def frame_of(page: Page, in_navigation: frozenset[str]) -> Frame:
    """Return the frame that a page needs.

    Args:
        page: the page.
        in_navigation: the paths of the pages that the host shows as part of its navigation.
    """
    path = page.path if page.path in in_navigation else ""
    return Frame(page.path.count("/"), page.section, page.listed, path, page.noindex)


def shell_page(frame: Frame, number: int) -> Output:
    """Return the page that the host must render for a frame: holes for all that differs."""
    folders = [f"{_FOLDER}-{number}", *["x"] * (frame.depth - 1)]
    meta: dict[str, str | bool] = {
        "title": _SPLIT["title"],
        "description": _SPLIT["description"],
        "template": "record.html",
        "cite": _SPLIT["cite"],
        "edition": _SPLIT["edition"],
        "picture": _SPLIT["picture"],
        "kind": _SPLIT["kind"],
        "section": frame.section,
        "listed": frame.listed,
        "noindex": frame.noindex,
        "source": _SPLIT["source"],
        "head": _SPLIT["head"],
    }
    lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in meta.items())
    body = f"# {_SPLIT['body']} {{: #trang }}\n"
    path = frame.path or "/".join([*folders, "index.md"])
    return Output(path, f"---\n{lines}---\n{body}", _SPLIT["source"], meta)


def cut(html: str, path: str) -> Shell:
    """Cut a rendered shell at its holes.

    Args:
        html: the shell as the host rendered it.
        path: of the shell's Markdown; what names it in the shell is a hole, unless it is a page of
            the navigation, whose shell serves no other.
    """
    marks = {mark: name for name, mark in _SPLIT.items() if name not in ("body", "address")}
    marks[f'<h1 id="trang">{_SPLIT["body"]}</h1>'] = "body"
    if path.startswith(_FOLDER):
        marks[f"{PurePosixPath(path).parent}/"] = "address"
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


def stamp(shell: Shell, page: Page, body: str) -> str:
    """Return a page's HTML: its shell with its own words and body in the holes."""
    meta = front_matter(page)
    words = {
        "\0title": str(meta["title"]),
        "\0description": str(meta["description"]),
        "\0cite": str(meta["cite"]),
        "\0edition": str(meta["edition"]),
        "\0picture": page.picture,
        "\0kind": str(meta["kind"]),
        "\0source": page.source,
        "\0head": str(meta["head"]),
        "\0address": page.address.lstrip("/"),
        "\0body": body,
    }
    return "".join([words.get(piece, piece) for piece in shell.pieces])
