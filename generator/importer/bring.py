"""The import as a whole: read, understand, check, and write only once all is well."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.check import stops
from generator.files import volumes
from generator.importer.answers import Answers
from generator.importer.compose import Proposal, propose
from generator.importer.likeness import Likely, Pair, doubles, known_honours, registered
from generator.importer.report import Report, html, report_of
from generator.importer.save import save
from generator.importer.sources import read_pasted, read_source
from generator.importer.table import Source
from generator.importer.written import files_of
from generator.load import Loaded, load_reference, load_volume
from generator.privacy import leaks
from generator.values import DataError, Fault, Position

REPORTS = ".tuyenduong/nhap"


@dataclass(frozen=True)
class Import:
    """The sources of one import and the register that they go into, read once."""

    root: Path
    sources: tuple[Source, ...]
    loaded: Loaded

    @property
    def rows(self) -> int:
        """How many rows there are to understand."""
        return sum(len(source.rows) for source in self.sources)

    def proposed(self, answers: Answers, moved: Callable[[], None] = lambda: None) -> Proposal:
        """Say what would be written; `moved` is called after each row."""
        return propose(self.sources, answers, self.root, self.loaded, moved)

    def report(self, proposal: Proposal) -> Report:
        """Tell a proposal row by row, with all that may be there twice."""
        return report_of(proposal, self.loaded.reference, self._alike(proposal))

    def _alike(self, proposal: Proposal) -> tuple[Pair | Likely, ...]:
        rows, record = proposal.whole, proposal.decision
        found: list[Pair | Likely] = [*doubles(rows), *registered(rows, self.loaded.reference)]
        if record is not None:
            for key, paths in volumes(self.root).items():
                if key.year == record.date.year:
                    found += known_honours(rows, load_volume(self.root, key, paths)[0].decisions)
        return tuple(found)


def begin(root: Path, files: Sequence[Path], pasted: bytes | None) -> Import:
    """Read the files of an import, and the register without its decisions.

    Raises:
        DataError: the register itself has faults, which come first.
    """
    loaded = load_reference(root)
    if stops(loaded.faults):
        raise DataError(loaded.faults)
    sources = [read_source(path) for path in files]
    if pasted is not None:
        sources.append(read_pasted(pasted))
    return Import(root, tuple(sources), loaded)


def finish(whole: Import, proposal: Proposal, report: Report) -> tuple[str, ...]:
    """Write what was proposed, and its report; return the names of the files, from the root.

    Raises:
        DataError: something of it holds private data; nothing is written.
        UserError, OSError: as `save`.
    """
    assert proposal.decision is not None
    assert not stops(proposal.faults)
    text, table = files_of(proposal.facts, proposal.rows)
    files = {f"{proposal.where}.csv": table} if table else {}
    told = f"{REPORTS}/{proposal.decision.id}.html"
    files |= {told: html(report, whole.sources[0].name), f"{proposal.where}.yml": text}
    if fault := leaking(tuple(files.values()), whole):
        raise DataError((fault,))
    (whole.root / told).unlink(missing_ok=True)  # of an import that somebody took back
    save(whole.root, files)
    return tuple(files)


def leaking(texts: Sequence[str], whole: Import) -> Fault | None:
    """Return the fault of texts that hold private data; the office's own contacts pass."""
    site = whole.loaded.reference.site
    contacts = site.contacts if site is not None else frozenset()
    for text in texts:
        if leak := next(leaks(text, contacts), None):
            where = Position(whole.sources[0].name, 0)
            cure = "chưa ghi gì; xóa dữ liệu riêng tư khỏi tệp nguồn rồi nhập lại"
            return Fault(where, "NHAP-020", "", f"bản nhập có {leak.what}", cure)
    return None
