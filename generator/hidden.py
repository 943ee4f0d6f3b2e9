"""The names that may not be shown in full, and whether a text shows one of them."""

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise
from zlib import crc32

from generator.privacy import plain
from generator.records.base import Volume, walk
from generator.vietnamese import canonical_tone, canonical_word, squeeze

_WORD = re.compile(r"[^\W_]+")


def name_key(name: str) -> str:
    """Return what two spellings of one name have in common."""
    return canonical_tone(squeeze(name))


def names_in(volume: Volume) -> tuple[dict[str, str], frozenset[str]]:
    """Return the hidden names of a volume with the files they stand in, and the shown ones."""
    rows = [(decision, honour) for decision in volume.decisions for honour in decision.honours]
    hidden = {name_key(h.name): d.origin.file for d, h in rows if not h.named}
    return hidden, frozenset(name_key(honour.name) for _, honour in rows if honour.named)


def still_hidden(
    hidden: Iterable[Mapping[str, str]], shown: Iterable[frozenset[str]]
) -> dict[str, str]:
    """Return the names that no honour shows in full, by itself or within a longer name.

    What is shown ("Nguyễn Văn A", "Gia đình ông Nguyễn Văn A") is somebody else's name too.

    Args:
        hidden: the hidden names of each volume, with their files.
        shown: the names that each volume shows.
    """
    found = {name: file for part in hidden for name, file in part.items()}
    index = _Index(found)
    for names in shown:
        for name in names:
            for within in index.within(name):
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
            found.update(_pairs(text))
    return array("I", sorted(found)).tobytes()


def may_stand_in(names: Iterable[str], pairs: bytes) -> bool:
    """Whether any of some names may stand on the pages of a volume with these pairs."""
    there = set(array("I", pairs))
    return any(there.issuperset(_pairs(name)) for name in names)


def _pairs(text: str) -> list[int]:
    words = [canonical_word(word) for word in _WORD.findall(plain(text).lower())]
    return [crc32(f"{one} {other}".encode()) for one, other in pairwise(words)]


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(r"\b" + r"\s+".join(map(re.escape, name.split())) + r"\b")


class _Index:
    """Finds those of many names that stand in a text, all in their canonical form."""

    def __init__(self, names: Iterable[str]) -> None:
        words = {name: _WORD.findall(name) or [""] for name in names}
        often = Counter(word for found in words.values() for word in found)
        # Each name under its rarest word: a text that has not even this one is done with.
        self._by_word: dict[str, list[str]] = {}
        for name, found in words.items():
            rare = min(found, key=lambda word: (often[word], word))
            self._by_word.setdefault(rare, []).append(name)

    def near(self, words: set[str]) -> list[str]:
        """Return the names of which all words are among some words."""
        found = (name for word in words & self._by_word.keys() for name in self._by_word[word])
        return sorted(name for name in found if words.issuperset(_WORD.findall(name)))

    def within(self, text: str) -> list[str]:
        """Return the names that a canonical text holds."""
        near = self.near(set(_WORD.findall(text)))
        return [name for name in near if _pattern(name).search(text)]


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
            for name in self._in(bare)
        ]

    def _in(self, bare: str) -> list[str]:
        if not self._files:
            return []
        words = set(map(canonical_word, set(_WORD.findall(bare.lower()))))
        return self._index.within(canonical_tone(bare)) if self._index.near(words) else []
