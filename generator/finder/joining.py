"""Parts → files. Nothing is done for a row here: prepared bytes are put one after the other."""

import hashlib
import json
import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from generator.finder.codec import varint, varints
from generator.finder.parts import BLOCK, KEY_END, Part
from generator.finder.rows import FACETS, KINDS, STATES
from generator.vietnamese import fold

FOLDER = "tra-cuu/so"
INLINE = 64  # bytes: shorter lists stand in the dictionary itself
SPLIT = 16384  # bytes: of longer ones each spelling has a file, for questions with marks
_ONE, _INLINE, _EACH = range(3)  # where the lists of a syllable are
_SHARD = "muc/muc-"
_PLAIN = re.compile(r"[a-z0-9]{1,32}")
_SYLLABLE = re.compile(r"[a-z]{2,7}")  # "nghieng" is the longest without marks

File = tuple[str, bytes]


def join(parts: Iterable[Part]) -> Iterator[File]:
    """Yield every file of the index; the table, which the others are found by, comes last.

    Args:
        parts: one a volume, and the one of the records, in any order.
    """
    volumes = sorted(parts, key=lambda part: part.key)
    digest = hashlib.blake2b(digest_size=8)
    shards = []
    for name, content in _files(volumes):
        if name.startswith(_SHARD):
            shards.append(name.removeprefix(_SHARD).removesuffix(".bin"))
        digest.update(name.encode())
        digest.update(content)
        yield f"{FOLDER}/{name}", content
    yield f"{FOLDER}/so.json", _table(volumes, shards, digest.hexdigest())


def _files(volumes: Sequence[Part]) -> Iterator[File]:
    marks = [number.to_bytes(2, "big") for number in range(len(volumes))]
    yield from _words(volumes, marks)
    for volume in volumes:
        for number, block in enumerate(volume.blocks):
            yield f"hang/{_folder(volume)}/{number}.json", block
    for year in sorted({volume.key.year for volume in volumes}):
        yield (
            f"ngay/{year}.bin",
            b"".join(
                mark + varint(len(volume.dates)) + volume.dates
                for mark, volume in zip(marks, volumes, strict=True)
                if volume.key.year == year
            ),
        )
    yield "thu-tu/ten.bin", _names(volumes)
    for place, name in enumerate(FACETS):
        yield f"loc/{name}.bin", _facet(volumes, place, name)


def _folder(volume: Part) -> str:
    year, issuer, part = volume.key
    return f"{year}/{issuer}/{part}" if year else "danh-muc"


def _words(volumes: Sequence[Part], marks: Sequence[bytes]) -> Iterator[File]:
    """Yield the posting lists, the dictionary that leads to them, and the syllables by use."""
    lists = _lists(volumes, marks)
    spellings: dict[str, list[str]] = {}
    for word in sorted(lists):
        spellings.setdefault(fold(word), []).append(word)
    shards: dict[str, list[bytes]] = {}
    used: dict[str, int] = {}
    for folded, found in sorted(spellings.items()):
        sections = [b"".join(lists[word]) for word in found]
        plain = _PLAIN.fullmatch(folded)
        size = sum(map(len, sections))
        form = _INLINE if not plain or size <= INLINE else _ONE if size <= SPLIT else _EACH
        entry = _entry(folded, found, sections, form)
        shards.setdefault(folded[:2] if plain else "_", []).append(entry)
        if _SYLLABLE.fullmatch(folded):
            used[folded] = size
        if form == _ONE:
            yield f"tu/tu-{folded}.bin", b"".join(sections)
        elif form == _EACH:
            for word, section in zip(found, sections, strict=True):
                yield f"tu/tu-{folded}-{word.encode().hex()}.bin", section
    for name, entries in shards.items():
        yield f"{_SHARD}{name}.bin", b"".join(entries)
    yield "goi-y.txt", " ".join(sorted(used, key=lambda word: (-used[word], word))).encode()


def _lists(volumes: Sequence[Part], marks: Sequence[bytes]) -> dict[str, list[bytes]]:
    """Return for each word the pieces of its list, volume by volume."""
    lists: dict[str, list[bytes]] = {}
    for mark, volume in zip(marks, volumes, strict=True):
        at = 0
        words = volume.words.split("\n") if volume.words else ()
        for word, size in zip(words, array("I", volume.sizes), strict=True):
            lists.setdefault(word, []).extend((mark, volume.lists[at : at + size]))
            at += size
    return lists


def _entry(folded: str, found: Sequence[str], sections: Sequence[bytes], form: int) -> bytes:
    """Return a syllable in the dictionary: its spellings, the length of each one's list."""
    told = [_text(folded), varint(4 * len(found) + form)]
    for word, section in zip(found, sections, strict=True):
        told += [_text("" if word == folded else word), varint(len(section))]
    return b"".join(told + list(sections if form == _INLINE else ()))


def _text(text: str) -> bytes:
    content = text.encode()
    return varint(len(content)) + content


def _names(volumes: Sequence[Part]) -> bytes:
    """Return for each volume the ranks of its names in the whole register, and its rows' names."""
    own = [volume.names.split(KEY_END) for volume in volumes]
    rank = {key: place for place, key in enumerate(sorted(set().union(*own)))}
    told = []
    for keys, volume in zip(own, volumes, strict=True):
        ranks = [rank[key] for key in keys]
        told += [varint(len(ranks)), varints([ranks[0], *(b - a for a, b in pairwise(ranks))])]
        told.append(volume.order)
    return b"".join(told)


def _facet(volumes: Sequence[Part], place: int, name: str) -> bytes:
    """Return a facet: the values that occur with their words, then each volume's rows."""
    own = [tuple(filter(None, volume.facets[place].values.split("\n"))) for volume in volumes]
    number = {value: at for at, value in enumerate(sorted(set().union(*own)))}
    words = {key: text for volume in volumes for key, text in volume.labels.get(name, {}).items()}
    told = [_text(_json([[value, words.get(value, value)] for value in number]))]
    for values, volume in zip(own, volumes, strict=True):
        told += [varint(len(values)), varints([number[value] for value in values])]
        told.append(volume.facets[place].rows)
    return b"".join(told)


def _table(volumes: Sequence[Part], shards: Sequence[str], version: str) -> bytes:
    """Return what is read first: the volumes in order, and the words for codes."""
    issuers = {issuer: at for at, issuer in enumerate(sorted({v.key.issuer for v in volumes}))}
    table = {
        "version": version,
        "block": BLOCK,
        "kinds": list(KINDS.items()),
        "states": list(STATES.items()),
        "shards": shards,
        "issuers": list(issuers),
        "volumes": [[v.key.year, issuers[v.key.issuer], v.key.part, v.rows] for v in volumes],
    }
    return _json(table).encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
