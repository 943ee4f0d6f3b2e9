"""The second part of a build: every page made, or found to be as it was.

Nothing here touches the site: new files are staged beside it, and a file that the site has
already, byte for byte, is not written.
"""

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path

from generator import photos
from generator.cache import Store, key_of
from generator.dates import PartialDate
from generator.desk import Common, ListTask, Task, share
from generator.hidden import names_beside, still_hidden
from generator.hosted import Host, Hosted
from generator.lastbuild import LastBuild
from generator.press import Job, Made, names_of
from generator.reading import MUCH, Read
from generator.stamp import frame_of
from generator.tray import Tray
from generator.tree import list_pages
from generator.uses import Marks
from generator.values import CardWords, Page
from generator.volumes import make_lists, make_volume
from generator.workers import Crew

CHUNK = 20  # list pages a task: some hundred rows each
MANY = 300  # list pages that are worth other processes

Tick = Callable[[], None]


class Making:
    """The making of one site's pages, step by step.

    Attributes:
        hosted: what the host rendered.
        hidden: the names that may not be shown in full, with the files they stand in.
        links: what the pages made so far link to, each with a page that does.
        problems: what the gates found in them.
        twice: the files that the host made too.
        searched: the pages that the search for texts reads.
        unindexed: the pages that search engines may not keep.
        cards: the pictures for sharing that the pages name, and the words of each.
    """

    def __init__(self, root: Path, store: Store, crew: Crew, register: Read, tray: Tray) -> None:
        self._root, self._store, self._crew = root, store, crew
        self._register, self._tray = register, tray
        self._host = Host(root, store, register.engine)
        self.links: dict[str, str] = {}
        self.problems: list[str] = []
        self.twice: set[str] = set()
        self.searched, self.unindexed = set[str](), set[str]()
        self.cards: dict[str, CardWords] = {}

    @cached_property
    def hidden(self) -> dict[str, str]:
        """The names that may not be shown in full."""
        sheets, beside = self._register.sheets, names_beside(self._register.reference)
        return still_hidden([beside, *(s.hidden for s in sheets)], (s.shown for s in sheets))

    @cached_property
    def hosted(self) -> Hosted:
        """What the host rendered."""
        frames = {frame_of(page, self._host.settings.in_navigation) for page in self.pages}
        frames |= {frame for sheet in self._register.sheets for frame in sheet.frames}
        return self._host.rendered(self._tray, self._register.reference, frames)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """All pages that belong to no volume."""
        return tuple(list_pages(self._register.reference, self._register.short))

    @cached_property
    def job(self) -> Job:
        """What all pages have in common."""
        site, settings = self._register.reference.site, self._host.settings
        return Job(
            staging=self._tray.staging,
            base=site.url,
            shells=self.hosted.shells,
            in_navigation=settings.in_navigation,
            extensions=settings.extensions,
            contacts=self._register.reference.contacts,
            hidden=self.hidden,
            theme=settings.theme,
            photos=self._root / "content" / photos.FOLDER,
            site=site.name,
        )

    @cached_property
    def _job_key(self) -> bytes:
        """The key of all that pages have in common, wherever they are staged."""
        shells = sorted(self.job.shells.items())
        return key_of(self._register.engine, shells, self.job.base, sorted(self.job.contacts))

    @cached_property
    def shared(self) -> bytes:
        """The key of what all tasks have in common."""
        return share(self._store.folder, Common(self._register.loaded, self.job))

    def render_shells(self, tick: Tick) -> None:
        """Let the host render what only it can."""
        self._tray.add(self.hosted.files)
        self.links |= self.hosted.links
        self.problems += self.hosted.problems
        self.searched |= {name for name in self.hosted.files if name.endswith(".html")}

    @cached_property
    def _last(self) -> LastBuild:
        marks = Marks(self._register.loaded)
        return LastBuild(self._store, self._tray, marks, self._job_key, self.hidden)

    def make_volumes(self, tick: Tick) -> None:
        """Make the pages of the decisions and their honours."""
        missing: list[Task] = []
        for task in self._register.tasks:
            kept = self._last.volume(task)
            if kept:
                self._take(kept.made)
                tick()
            else:
                known = self._tray.known_below(task.folder)
                missing.append(task._replace(shared=self.shared, known=known))
        missing.sort(key=lambda task: -task.size)  # the longest first: none is waited for
        done = self._crew.run(make_volume, missing, much=sum(t.size for t in missing) > MUCH)
        for task, bound in zip(missing, done, strict=True):
            self._take(bound.made)
            self._last.put_volume(task, bound)
            tick()

    def make_lists(self, tick: Tick) -> None:
        """Make all other pages: those of the Reference's records, and the lists."""
        missing: list[tuple[Page, bytes]] = []
        for page in self.pages:
            key, kept = self._last.page(page)
            if kept:
                self._take(kept)
            else:
                missing.append((page, key))
        missing.sort(key=_newest_row)  # a worker that made a row a moment ago has it still
        chunks = [missing[at : at + CHUNK] for at in range(0, len(missing), CHUNK)]
        tasks = (self._list_task([page for page, _ in chunk]) for chunk in chunks)
        done = self._crew.run(make_lists, tasks, much=len(missing) > MANY)
        for chunk, results in zip(chunks, done, strict=True):
            for (page, key), made in zip(chunk, results, strict=True):
                self._take(made)
                self._last.put_page(page, key, made)
            tick()
        self._last.close()
        self.searched |= {page.html for page in self.pages if page.listed}

    def _list_task(self, pages: Iterable[Page]) -> ListTask:
        wanted = tuple(pages)
        known = self._tray.known(n for page in wanted for n in names_of(page))
        return ListTask(self._store.folder, self.shared, wanted, known)

    def _take(self, made: Made) -> None:
        self.twice |= made.files.keys() & self.hosted.files.keys()
        self._tray.add(made.files)
        self.links |= made.links
        self.problems += made.problems
        self.cards |= made.cards
        self.unindexed |= made.unindexed


def _newest_row(item: tuple[Page, bytes]) -> tuple[bool, PartialDate]:
    """Return a sort key: pages with rows of the same time stand together, an A–Z last."""
    rows = item[0].context.get("honours") or ()
    alphabetical = item[0].address.startswith("/a-z/")
    return alphabetical, rows[0].date if rows and not alphabetical else PartialDate(0)
