"""What a person should look at beside the rows: converted cells, joined words, likely doubles."""

import re
from collections.abc import Iterator, Sequence

from generator.importer.compose import Proposal
from generator.importer.entries import Entry
from generator.importer.likeness import Likely, Pair
from generator.importer.prose import NAMES
from generator.importer.table import Row
from generator.importer.words import joined
from generator.privacy import leaks
from generator.vietnamese import number

_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"\d(?:[ .\-]?\d){7,}")


def remarks_of(proposal: Proposal, alike: Sequence[Pair | Likely]) -> tuple[str, ...]:
    """Return everything that was noticed and stops nothing."""
    found = [*proposal.remarks, *_converted(proposal), *_joined(proposal)]
    if notes := sum(bool(row.get("note")) for row in proposal.whole):
        found.append(f"{number(notes)} dòng có ghi chú sẽ hiện trên trang; xem lại từng ghi chú")
    if proposal.understood:
        named = [u.row for u in proposal.understood.units if (u.fate, u.why) == ("heading", NAMES)]
        found += [f"{_at(row)}: {NAMES}; nếu là người được khen, thêm dòng ấy" for row in named]
        found += [_alike(likely, proposal.understood.entries) for likely in alike]
    return tuple(found)


def shown(text: str) -> str:
    """Return a text of the source as a report may show it."""
    if any(leaks(text)) or _NUMBER.search(_YEAR.sub("", text)):
        return "(có dữ liệu riêng tư, không hiện)"
    return text


def _converted(proposal: Proposal) -> Iterator[str]:
    for old in proposal.converted[:20]:
        before, after = shown(old.before), shown(old.after)
        yield f"{_at(old.row)}: {old.encoding}: «{before}» → «{after}»"
    if len(proposal.converted) > 20:
        yield f"và {number(len(proposal.converted) - 20)} ô khác cùng bảng mã cũ"


def _joined(proposal: Proposal) -> Iterator[str]:
    """Tell words that are two written as one; they are kept as they are in names."""
    for row in proposal.understood.rows if proposal.understood else ():
        if words := joined(row.text):
            yield f"{_at(row)}: chữ dính liền: {', '.join(map(shown, words))}"


def _alike(alike: Pair | Likely, entries: Sequence[Entry]) -> str:
    if isinstance(alike, Pair):
        one, other = entries[alike.one].row, entries[alike.other].row
        return f"{_at(one)} và {_at(other)}: có thể là một ({alike.why}); xem lại"
    row = entries[alike.row].row
    return f"{_at(row)}: có thể là «{alike.known}» ({alike.why}); không tự nối"


def _at(row: Row) -> str:
    return f"{row.position.file}:{row.number}"
