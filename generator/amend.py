"""A later act that changes a decision: corrected, cancelled, stripped, restored.

The act becomes one entry of `history` in the decision's YAML file, also where the list of honours
stands in a CSV file. What it does to the pages is told before anything is written.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.answers import Ask, Question
from generator.blank import Blank
from generator.files import VOLUME_KIND, name_of, volumes
from generator.load import load_reference, load_volume
from generator.mend import kept, mended, mends
from generator.questions import Interview
from generator.records.base import Reference
from generator.records.decision import Decision
from generator.records.honour import HistoryEntry
from generator.trial import Outcome, tried
from generator.values import DataError, UserError
from generator.vietnamese import slugify
from generator.yaml_edit import appended

# A new history stands before these fields, as in the sample.
_BEFORE = ("sources", "defaults", "honours")
_SHOWN = 40


class Amendment(NamedTuple):
    """The files of a decision as they are to be, by path from the root, and what that brings."""

    files: Mapping[str, bytes]
    outcome: Outcome

    def write(self, root: Path) -> None:
        """Write the files."""
        for name, content in self.files.items():
            (root / name).write_bytes(content)


def amended(
    root: Path,
    which: str,
    changes: Sequence[str],
    given: Mapping[str, str],
    ask: Ask | None,
    fixes: Sequence[str] = (),
) -> Amendment:
    """Return a decision's files with one entry more in its history; nothing is written.

    Args:
        root: the project's root.
        which: the decision: its file, its address, its symbol or the beginning of it.
        changes: what the later act may do (`cancelled`).
        given: answers known beforehand, by field of the entry.
        ask: asks for the others; None when nobody is there.
        fixes: what the act sets right in the list itself (`2.role=Hiệu trưởng`).

    Raises:
        DataError: the decision has faults.
        UserError: no such decision, or answers are missing.
    """
    path, decision = _decision(root, which, ask)
    reference = load_reference(root).reference
    wanted = tuple(mends(fixes, reference))
    if strange := sorted({mend.honour for mend in wanted} - {h.id for h in decision.honours}):
        raise UserError(f"danh sách không có lượt mang mã {strange[0]}")
    if wanted:
        given = {"honours": ";".join(dict.fromkeys(str(m.honour) for m in wanted)), **given}
    interview = _interview(root, decision, reference, given, ask)
    interview.limits["change"] = tuple(changes)
    if ask is None and "honours" not in given:  # nobody may forget it and undo a whole decision
        interview.problems.append("thiếu --honour=…: mã lượt nào, hoặc --whole: cả quyết định")
    entry = interview.group(HistoryEntry, proposals={"issuer": decision.issuer})
    interview.refuse()
    entry |= kept(decision, wanted)
    files, name = mended(root, path, wanted), name_of(root, path)
    files[name] = _remembering(files[name], entry)
    changed = {name: new for name, new in files.items() if new != (root / name).read_bytes()}
    return Amendment(changed, tried(root, changed))


def _remembering(content: bytes, entry: Mapping[str, object]) -> bytes:
    """Return a decision's file with one entry more in its history."""
    text = content.decode("utf-8")
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    return (mark + appended(text.removeprefix(mark), "history", entry, _BEFORE)).encode("utf-8")


def _interview(
    root: Path, decision: Decision, reference: Reference, given: Mapping[str, str], ask: Ask | None
) -> Interview:
    """Return the questions about an act, the one for the honours with the names in the list."""
    form = Blank.of(root, VOLUME_KIND).below("history")
    rows = "; ".join(f"{h.id} {h.shown_name}" for h in decision.honours[:_SHOWN])
    words = {**form.help, "honours": f"{form.help.get('honours', '')}; danh sách: {rows}"}
    empty = {"honours": "cả quyết định"}
    return Interview(reference, given, ask, words, form.wanted, empty=empty)


def _decision(root: Path, which: str, ask: Ask | None) -> tuple[Path, Decision]:
    """Find a decision, and read it."""
    if not which and ask:
        which = ask(Question("", "Quyết định nào", "số, ký hiệu, hoặc địa chỉ của trang"))
    paths = [path for found in volumes(root).values() for path in found]
    found = _fitting(root, which, paths)
    if len(found) > 1 and ask:
        found = [_chosen(root, found, ask)]
    if len(found) != 1:
        many = "\n".join(f"  {name_of(root, path)}" for path in found[:_SHOWN])
        raise UserError(
            f"có {len(found)} quyết định hợp với «{which}»; chỉ ra một tệp:\n{many}"
            if found
            else f"không có quyết định nào hợp với «{which}»; viết số, ký hiệu (1870/QĐ-UBND), "
            "địa chỉ của trang, hoặc tên tệp"
        )
    path = found[0]
    key = next(key for key, known in volumes(root).items() if path in known)
    volume, faults = load_volume(root, key, [path])
    if faults or not volume.decisions:
        raise DataError(faults)
    return path, volume.decisions[0]


def _chosen(root: Path, found: Sequence[Path], ask: Ask) -> Path:
    """Ask which of several decisions is meant: numbers begin anew each year, at each office."""
    names = tuple(name_of(root, path) for path in found)
    question = Question("", "Có nhiều quyết định như vậy; quyết định nào", choices=names)
    while True:
        text = ask(question).strip()
        if text in names:
            return found[names.index(text)]
        if text.isdecimal() and 1 <= int(text) <= len(names):
            return found[int(text) - 1]
        question = question._replace(problem=f"gõ một số từ 1 đến {len(names)}")


def _fitting(root: Path, which: str, paths: list[Path]) -> list[Path]:
    """Return the files that a clerk may mean: by name, by address, by symbol, by its beginning."""
    name = which.strip().removeprefix("./").replace("\\", "/")
    place = re.search(r"vinh-danh/(\d{4})/([a-z0-9-]+)/([a-z0-9-]+)", name)
    tail = "/".join(place.groups()) + ".yml" if place else name
    if found := [p for p in paths if "/" in tail and f"/{p.as_posix()}".endswith(f"/{tail}")]:
        return found
    name = name.removesuffix(".yml")
    if found := [path for path in paths if path.stem == name]:
        return found
    slug = slugify(name)  # a twin has the same symbol, so both are meant
    return [path for path in paths if slug and f"{path.stem}-".startswith(f"{slug}-")]
