"""What the last build left, and which of it still holds."""

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from generator.cache import Store, key_of
from generator.desk import Task
from generator.hidden import may_stand_in
from generator.pagekey import page_key
from generator.press import Made
from generator.tray import Tray
from generator.uses import Marks
from generator.values import Page
from generator.volumes import Bound

# Pages that show nothing but rows, whose texts are looked through with their volumes.
_ROWS_ALONE = frozenset({"more.md.jinja", "letter.md.jinja"})


class _Gated(NamedTuple):
    """A volume's pages, and the key of the hidden names that they were held against."""

    bound: Bound
    against: bytes


class _Page(NamedTuple):
    """A list page as it was made, and the key it was made under."""

    key: bytes
    made: Made


class LastBuild:
    """Pages made before, and given again while all that went into them is the same."""

    def __init__(
        self, store: Store, tray: Tray, marks: Marks, job: bytes, hidden: Mapping[str, str]
    ) -> None:
        """Begin.

        Args:
            store: finished work.
            tray: tells which files the site has.
            marks: tells what the Reference holds now.
            job: the key of all that pages have in common.
            hidden: the names that may not be shown in full.
        """
        self._store, self._tray, self._marks, self._job = store, tray, marks, job
        self._hidden = frozenset(hidden)
        self._against = key_of(sorted(hidden))
        self._before: dict[bytes, frozenset[str] | None] = {self._against: self._hidden}
        self._pages: dict[str, _Page] = {}

    def volume(self, task: Task) -> Bound | None:
        """Return a volume's pages if they hold."""
        kept: _Gated | None = self._store.get(f"made/{task.name}", key_of(task.key, self._job))
        if kept is None or not self._marks.same(kept.bound.uses):
            return None
        if not self._tray.has(kept.bound.made.files) or self._shows_hidden(kept, task):
            return None
        if kept.against != self._against:
            self.put_volume(task, kept.bound)
        return kept.bound

    def put_volume(self, task: Task, bound: Bound) -> None:
        """Keep a volume's pages, unless a gate has found something in them."""
        if not bound.made.problems:
            key = key_of(task.key, self._job)
            self._store.put(f"made/{task.name}", key, _Gated(bound, self._against))

    def _shows_hidden(self, kept: _Gated, task: Task) -> bool:
        """Whether pages may show a name that was hidden since they were made."""
        if kept.against not in self._before:
            name = f"hidden/{kept.against.hex()}"
            self._before[kept.against] = self._store.get(name, kept.against)
        before = self._before[kept.against]
        if before is None:
            return True
        new = self._hidden - before
        if not new:
            return False
        pairs: bytes | None = self._store.get(f"pairs/{task.name}", task.key)
        return pairs is None or may_stand_in(new, pairs)

    @cached_property
    def _kept_pages(self) -> Mapping[str, _Page]:
        return self._store.get("lists", self._job) or {}

    def page(self, page: Page) -> tuple[bytes, Made | None]:
        """Return a list page's key, and the page as it was made if that holds."""
        key = page_key(page)
        if page.template not in _ROWS_ALONE:  # with texts of its own
            key = key_of(key, self._against)
        kept = self._kept_pages.get(page.path)
        if kept and kept.key == key and self._tray.has(kept.made.files):
            self._pages[page.path] = kept
            return key, kept.made
        return key, None

    def put_page(self, page: Page, key: bytes, made: Made) -> None:
        """Keep a list page, unless a gate has found something in it."""
        if not made.problems:
            self._pages[page.path] = _Page(key, made)

    def close(self) -> None:
        """Write down what is to be known of this build."""
        self._store.put("lists", self._job, self._pages)
        self._store.put(f"hidden/{self._against.hex()}", self._against, self._hidden)
        self._store.keep_only("hidden", [self._against.hex()])
