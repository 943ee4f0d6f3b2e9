"""What workers do: read and check a volume, make its pages, make lists."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from generator import exports, finder
from generator.cache import Store
from generator.check import check_volume
from generator.dates import PartialDate
from generator.desk import CardTask, FileTask, ListTask, Task, desk
from generator.facts import files_of, honoured, newest
from generator.files import checksum
from generator.hidden import names_in, pairs_in
from generator.load import Loaded, load_volume
from generator.press import Made
from generator.privacy import plain
from generator.records.base import Origin, Volume, VolumeKey
from generator.records.decision_entries import digest
from generator.records.digest import Digest
from generator.records.paging import PAGE_SIZE
from generator.stamp import Frame, frame_of
from generator.tree import volume_pages
from generator.uses import Use, Watched
from generator.values import Fault


@dataclass(frozen=True)
class Sheet:
    """What the rest of the register needs of a volume that was read and checked.

    Attributes:
        faults: what is wrong in it, warnings too.
        digest: its entries in lists; None when something is wrong.
        newest: its newest date of the past.
        honoured: the registered recipients that it honours.
        claimed: the files of `content/` that it publishes.
        hidden, shown: the names that may not be shown in full, with their files, and those shown.
        frames: the frames that its pages need.
        uses: what it looked up in the Reference, with the digest of each thing.
        parts: its parts of the register as data, each with its digest.
    """

    key: VolumeKey
    faults: tuple[Fault, ...]
    digest: Digest | None
    newest: PartialDate
    honoured: frozenset[str]
    claimed: frozenset[str]
    hidden: Mapping[str, str]
    shown: frozenset[str]
    frames: frozenset[Frame]
    uses: Mapping[Use, bytes]
    parts: Mapping[str, bytes]


@dataclass(frozen=True)
class Bound:
    """A volume's finished pages, and what they looked up."""

    made: Made
    uses: Mapping[Use, bytes]


def read_volume(task: Task) -> Sheet:
    """Read and check a volume; keep its records and its parts of the exports in the store."""
    store = Store(task.store)
    loaded, marks, _ = desk(task.store, task.shared)
    watched = Watched(loaded.reference)
    volume, faults = load_volume(task.root, task.volume, task.files)
    faults += tuple(check_volume(volume, Loaded(watched, (), loaded.broken)))
    # Without the office's settings nothing has an address, or a licence.
    sound = watched.site is not None and not any(fault.severity == "lỗi" for fault in faults)
    short = digest(volume, watched) if sound else None
    parts = exports.parts_of(volume, short, watched) if short else {}
    for name, part in parts.items():
        store.put(f"{name}/{task.name}", task.key, part)
    if short:
        store.put(f"finder/{task.name}", task.key, finder.part(short, watched))
        store.put(f"pairs/{task.name}", task.key, pairs_in(volume))
        store.put(f"records/{task.name}", task.key, _light(volume))
    hidden, shown = names_in(volume)
    sheet = Sheet(
        key=task.volume,
        faults=faults,
        digest=short,
        newest=newest(volume.decisions),
        honoured=honoured(volume),
        claimed=files_of(volume),
        hidden=hidden,
        shown=shown,
        frames=_frames(volume, watched) if sound else frozenset(),
        uses=marks.of(watched.seen),
        parts={name: _digest(part) for name, part in parts.items()},
    )
    store.put(f"sheets/{task.name}", task.key, sheet)
    return sheet


def stored(kind: str, task: Task) -> Any:
    """Return what reading a volume left in the store; read it again if that is damaged."""
    store, name = Store(task.store), f"{kind}/{task.name}"
    found = store.get(name, task.key)
    if found is None:
        read_volume(task)
        found = store.get(name, task.key)
    assert found is not None, "put there by reading the volume"
    return found


def make_volume(task: Task) -> Bound:
    """Make the pages of a volume that was read and is sound."""
    loaded, marks, press = desk(task.store, task.shared)
    assert press is not None, "pages are made when the shells are there"
    watched = Watched(loaded.reference)
    volume: Volume = stored("records", task)
    made = press.make(volume_pages(volume, watched), task.known)
    # What the rows of the data say, the JSON beside each page says too: it was looked at there.
    told = press.told_in(f"{finder.FOLDER}/", plain(finder.text_of(stored("finder", task))))
    made = made._replace(problems=made.problems + told)
    return Bound(made, marks.of(watched.seen))


def write_file(task: FileTask) -> exports.Written:
    """Write a file of the register as data; return what it is."""
    task.target.parent.mkdir(parents=True, exist_ok=True)
    parts: exports.Parts = lambda name: (stored(name, of) for of in task.volumes)  # noqa: E731
    rows = task.file.write(task.target, parts, task.about)
    return exports.Written(checksum(task.target), task.target.stat().st_size, rows)


def make_lists(task: ListTask) -> tuple[Made, ...]:
    """Make pages, each by itself."""
    press = desk(task.store, task.shared).press
    assert press is not None, "pages are made when the shells are there"
    return tuple(press.make([page], task.known) for page in task.pages)


def draw_cards(task: CardTask) -> dict[str, str]:
    """Draw pictures for sharing; return the files."""
    press = desk(task.store, task.shared).press
    assert press is not None, "pictures are drawn after the pages"
    return press.draw(task.cards, task.known)


def _frames(volume: Volume, watched: Watched) -> frozenset[Frame]:
    """Return the frames of a volume's pages: those of its longest decision tell them."""
    longest = max(volume.decisions, key=lambda decision: len(decision.honours))
    few = PAGE_SIZE + 1 if len(longest.honours) > PAGE_SIZE else 1  # as many as make every frame
    short = longest.model_copy(update={"honours": longest.honours[:few], "history": ()})
    pages = volume_pages(Volume(volume.key, (short,)), watched)
    frames = {frame_of(page, frozenset()) for page in pages}
    if any(decision.history for decision in volume.decisions):  # an earlier version is one deeper
        frames |= {f._replace(depth=f.depth + 1, listed=False, noindex=True) for f in frames}
    return frozenset(frames)


def _digest(part: str) -> bytes:
    return blake2b(part.encode("utf-8"), digest_size=16).digest()


def _light(volume: Volume) -> Volume:
    """Return a volume whose records forget the lines they were read from: no page tells them."""
    for decision in volume.decisions:
        decision.located(Origin(decision.origin.file, {}))
    return volume
