"""The frozen values that travel along the path of the data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from generator.dates import PartialDate
from generator.kit import Kit

PICTURE = "chia-se.png"
SITE_PICTURE = f"assets/{PICTURE}"
FieldPath = tuple[str | int, ...]
CardWords = tuple[str, str, str]


class Position(NamedTuple):
    """A line of a file, the file told from the project's root; line 0 is the file as a whole."""

    file: str
    line: int


class Fault(NamedTuple):
    """One thing wrong in the data, told so that a clerk can mend it.

    Attributes:
        position: file and line.
        code: stable, looked up in `data/README.md` (`QD-004`).
        field: the path of the field, dotted (`honours.3.award`); empty for a whole file.
        problem: what is wrong, in Vietnamese.
        cure: what to do, in Vietnamese.
        severity: a warning ("cảnh báo") does not stop a build.
    """

    position: Position
    code: str
    field: str
    problem: str
    cure: str
    severity: Literal["lỗi", "cảnh báo"] = "lỗi"

    def __str__(self) -> str:
        place = self.position.file + (f":{self.position.line}" if self.position.line else "")
        name = f"{self.code} {self.field}".rstrip()
        mild = "cảnh báo: " if self.severity == "cảnh báo" else ""
        return f"{place}: {name}: {mild}{self.problem}; {self.cure}"


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A bare `no`, `yes`, `on`, `off`: a name to its writer, a truth value to some YAML readers.

    No tuple, since a tuple would pass for a list of one.
    """

    text: str

    def __str__(self) -> str:
        return self.text


class DataError(Exception):
    """The data cannot be published: carries every fault found."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


class UserError(Exception):
    """A command cannot do what it was asked; the message, in Vietnamese, says why and the cure."""


class Link(NamedTuple):
    """A text and the address on the site (`/phong-trao/x/`) or on the web that it leads to."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page before it is text.

    Attributes:
        address: on the site, from the root, with a slash at both ends.
        template: the file of `templates/` that makes its body.
        title, description: plain text, for the head of the page and for search results.
        context: what the template needs, ready to be printed.
        source: the file that an editor of the page must open, told from the project's root.
        crumbs: the pages above this one, outermost first.
        kind: the label of the page in search results ("Lượt khen thưởng").
        cite: how a page without a citation in its context is cited, before the site's name and
            address; its title when empty.
        card: the words of its picture for sharing: what it is, its title, a line below; None for
            a page that is shared with the site's own picture.
        beside: files that lie beside the page, made of the same facts: name → text, or a kit.
        thing: the thing that the page is about, where it has machine forms (`formats/`).
        linked: what the page tells of itself to software, in the words of schema.org; only for
            pages without a thing.
        updated: the newest date of the facts on it; None where nothing tells it.
        listed: False keeps the page out of the search of texts (records, lists, A–Z).
        feed: the feed of what is on it, of those in `feeds/`; "" where it has none of its own.
        noindex: True asks search engines not to keep the page, and keeps it out of the sitemap.
    """

    address: str
    template: str
    title: str
    description: str
    context: Mapping[str, Any]
    source: str = ""
    crumbs: tuple[Link, ...] = ()
    kind: str = ""
    listed: bool = True
    section: str = ""
    cite: str = ""
    card: CardWords | None = None
    feed: str = ""
    noindex: bool = False
    updated: PartialDate | None = None
    thing: Any = None
    linked: Mapping[str, Any] | None = None
    beside: Mapping[str, str | Kit] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """Where the page's Markdown lies, from the root of the tree: `phong-trao/x/index.md`."""
        return f"{self.address[1:]}index.md"

    @property
    def html(self) -> str:
        """Where the finished page lies, from the root of the site: `phong-trao/x/index.html`."""
        return f"{self.address[1:]}index.html"

    @property
    def files(self) -> dict[str, str | Kit]:
        """The files beside the page, from the root of the site."""
        return {f"{self.address[1:]}{name}": made for name, made in self.beside.items()}

    @property
    def picture(self) -> str:
        """Where the page's picture for sharing lies, from the root of the site."""
        return f"{self.address[1:]}{PICTURE}" if self.card else SITE_PICTURE


@dataclass(frozen=True, slots=True)
class Output:
    """A finished file: where it goes in the tree, its text, and the data file it comes from.

    `meta` is the front matter of a page, its words escaped as they are printed; empty otherwise.
    A press kit has no text: it becomes a zip where its photos can be read.
    """

    path: str
    text: str
    source: str = ""
    meta: Mapping[str, str | bool] = field(default_factory=dict)
    kit: Kit | None = None

    @property
    def texts(self) -> dict[str, str]:
        """What the file says, by its path; of a kit, each text in it."""
        if self.kit is None:
            return {self.path: self.text}
        return {f"{self.path}/{name}": text for name, text in self.kit.texts.items()}
