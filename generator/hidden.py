"""The names that may not be shown in full, and whether a text shows one of them."""

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain, pairwise, product
from zlib import crc32

from ahocorasick import Automaton

from generator.privacy import plain
from generator.records.base import Reference, Volume, walk
from generator.records.decision import Decision
from generator.records.honour import Honour
from generator.vietnamese import canonical_tone, canonical_word, spellings, squeeze

_WORD = re.compile(r"[^\W_]+")


def name_key(name: str) -> str:
    """Return what two spellings of one name have in common."""
    return canonical_tone(squeeze(name))


def names_in(volume: Volume) -> tuple[dict[str, str], frozenset[str]]:
    """Return the hidden names of a volume with the files they stand in, and the shown ones.

    What an honour was called before a correction is shown, or hidden, as its name of today is.
    """
    rows = [(d, honour, name) for d in volume.decisions for honour, name in _named(d)]
    hidden = {name_key(name): d.origin.file for d, honour, name in rows if not honour.named}
    return hidden, frozenset(name_key(name) for _, honour, name in rows if honour.named)


def _named(decision: Decision) -> Iterator[tuple[Honour, str]]:
    """Yield the honours of a decision with each name that they have, or had."""
    changes = [change.before for change in decision.history if change.before]
    before = [row for told in changes for row in told.given.get("honours", ()) if row.name]
    for honour in decision.honours:
        yield honour, honour.name
        yield from ((honour, row.name) for row in before if row.id == honour.id)


def names_beside(reference: Reference) -> dict[str, str]:
    """Return the hidden names of the records beside the volumes, with the files they stand in."""
    everything = chain.from_iterable(found.values() for found in reference.records.values())
    return {name_key(name): r.origin.file for r in everything for name in r.hidden_names}


def still_hidden(
    hidden: Iterable[Mapping[str, str]], shown: Iterable[frozenset[str]]
) -> dict[str, str]:
    """Return the names that no honour shows in full, by itself or within a longer name.

    What is shown ("Nguyễn Văn A", "Gia đình ông Nguyễn Văn A") is somebody else's name too.

    Args:
        hidden: the hidden names of each volume, and of the rest, with their files.
        shown: the names that each volume shows.
    """
    found = {name: file for part in hidden for name, file in part.items()}
    index = _Index(found)
    for name in chain.from_iterable(shown):
        for within in index.near(name):
            if _pattern(within).search(name):
                found.pop(within, None)
    return dict(sorted(found.items()))


def pairs_in(volume: Volume) -> bytes:
    """Return which two words stand side by side in a volume's texts: four bytes for each pair.

    A name can stand on a volume's pages only if all its pairs do. So this tells, of most volumes,
    that a name hidden later stands nowhere on their pages, without reading those.
    """
    found: set[int] = set()
    for decision in volume.decisions:
        texts = {value for _, value, _ in walk(decision) if isinstance(value, str)}
        for text in texts:
            if " " in text:
                found.update(_pairs(text))
    return array("I", sorted(found)).tobytes()


def may_stand_in(names: Iterable[str], pairs: bytes) -> bool:
    """Whether any of some names may stand on the pages of a volume with these pairs."""
    there = set(array("I", pairs))
    return any(there.issuperset(_pairs(name)) for name in names)


@lru_cache(maxsize=4096)
def _pairs(text: str) -> tuple[int, ...]:
    words = [canonical_word(word) for word in _WORD.findall(plain(text).lower())]
    return tuple(crc32(f"{one} {other}".encode()) for one, other in pairwise(words))


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(r"\b" + r"\s+".join(map(re.escape, name.split())) + r"\b")


class _Index:
    """Finds those of many names that stand in a text, however their tones are placed."""

    def __init__(self, names: Iterable[str]) -> None:
        self._found = Automaton()
        for name in names:
            for spelling in product(*map(spellings, name.split(" "))):
                self._found.add_word(" ".join(spelling), name)
        self._found.make_automaton()

    def near(self, text: str) -> set[str]:
        """Return the names that a text holds, perhaps as parts of longer words.

        Args:
            text: in lower case, with single spaces.
        """
        return {name for _, name in self._found.iter(text)} if len(self._found) else set()

    def within(self, bare: str) -> list[str]:
        """Return the names that a plain text holds."""
        near = self.near(squeeze(bare.lower()))
        if not near:  # nearly always
            return []
        text = canonical_tone(bare)
        return sorted(name for name in near if _pattern(name).search(text))


class Hidden:
    """Finds hidden names in texts."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._files = names
        self._index = _Index(names)

    def told_in(self, place: str, bare: str) -> list[str]:
        """Return one message for each hidden name that a plain text shows; never the name."""
        return [
            f"{place}: BM-003: có tên mà {self._files[name]} không cho hiện đủ; "
            "xóa tên đó ở bài viết"
            for name in self._index.within(bare)
        ]
