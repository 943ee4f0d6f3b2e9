"""The next site, built beside the published one, and what differs between the two."""

import html
import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator import manifest
from generator.build import BusyError, Watcher, build, check
from generator.cache import FOLDER
from generator.check import stops
from generator.effect import reading_order
from generator.formats.card import is_card
from generator.values import DataError, Fault, Link, UserError

_TITLE = re.compile(rb"<title>(.*?)</title>", re.DOTALL)
_HEAD = 4096  # bytes in which a page's title stands
SHOWN = 200  # links of one list: a bar is no sitemap


class Difference(NamedTuple):
    """The addresses of the pages that two sites do not share, in reading order."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    @property
    def first(self) -> str:
        """The page to look at first: a new one, or one that differs, before any list.

        The home page when nothing differs, and when it is new itself, as in a first preview.
        """
        found = [] if "/" in self.new else [*self.new, *self.changed]
        return min(found, key=lambda page: (reading_order(page)[0], page not in self.new,
                                            reading_order(page)), default="/")  # fmt: skip

    def of(self, address: str) -> str:
        """Say what became of one page."""
        for word, pages in (("mới", self.new), ("đổi", self.changed), ("bỏ", self.gone)):
            if address in pages:
                return word
        return "không đổi"


@dataclass(frozen=True)
class State:
    """What the bar tells.

    Attributes:
        version: grows with every build.
        difference: between the published site and the preview.
        faults: of the data, warnings too.
        problem: what else keeps the preview from being made, or "".
        built: whether the preview shows the data as it is now.
        published: whether there is a published site.
    """

    version: int = 0
    difference: Difference = field(default_factory=Difference)
    faults: tuple[Fault, ...] = ()
    problem: str = ""
    built: bool = False
    published: bool = False


class Rehearsal:
    """A preview and its state.

    Attributes:
        site: the published site.
        folder: the preview.
        building: whether a build is running.
    """

    def __init__(self, root: Path, site: Path) -> None:
        self._root, self.site = root, site
        self.folder = root / FOLDER / "xem-truoc" / "site"
        self.building = False
        self._state = State()
        self._lock = threading.Lock()

    @property
    def state(self) -> State:
        """What is known after the last build."""
        with self._lock:
            return self._state

    def build(self, watcher: Watcher) -> bool:
        """Build the preview; at a fault its last good pages stay.

        Returns:
            Whether it was tried: not while another command is at work.
        """
        self.building = True
        faults: tuple[Fault, ...] = ()
        problem, built = "", False
        try:
            faults, built = build(self._root, self.folder, watcher).warnings, True
        except BusyError:
            return False
        except DataError as error:
            faults = error.faults
        except UserError as error:
            faults = check(self._root)  # it tells the line of what a gate found in a page
            problem = "" if stops(faults) else str(error)
        except OSError as error:
            problem = f"không đọc hoặc ghi được {error.filename or 'tệp'}"
        finally:
            self.building = False
        told = State(
            self.state.version + 1,
            _difference(manifest.read(self.site), manifest.read(self.folder)),
            faults, problem, built, manifest.is_ours(self.site),
        )  # fmt: skip
        with self._lock:
            self._state = told
        return True

    def titled(self, addresses: tuple[str, ...]) -> list[Link]:
        """Return the first of some pages with their titles."""
        return [Link(self._title(address), address) for address in addresses[:SHOWN]]

    def _title(self, address: str) -> str:
        path = self.file(f"{address[1:]}index.html" if address.endswith("/") else address[1:])
        if path is None:
            return address
        with path.open("rb") as file:
            found = _TITLE.search(file.read(_HEAD))
        title = html.unescape(found[1].decode("utf-8")) if found else address
        return title.rpartition(" – ")[0] or title

    def file(self, name: str) -> Path | None:
        """Return a file of the preview, or, if that has it no more, of the published site."""
        return next((f / name for f in (self.folder, self.site) if (f / name).is_file()), None)


def _difference(old: Mapping[str, str], new: Mapping[str, str]) -> Difference:
    def pages(wanted: Callable[[str], bool]) -> tuple[str, ...]:
        names = (
            name for name in old.keys() | new.keys() if name.endswith(".html") and not is_card(name)
        )
        found = (f"/{name}".removesuffix("index.html") for name in names if wanted(name))
        return tuple(sorted(found, key=reading_order))

    return Difference(
        pages(lambda name: name not in old),
        pages(lambda name: name in old and name in new and old[name] != new[name]),
        pages(lambda name: name not in new),
    )
