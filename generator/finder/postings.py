"""Rows → posting lists: for each spelling of a syllable the rows of a volume that have it."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from generator.finder.codec import stream, varint
from generator.finder.rows import Row, words

Named = list[tuple[int, int]]


class Lists(NamedTuple):
    """The posting lists of a volume, in order of the words."""

    words: tuple[str, ...]
    lists: tuple[bytes, ...]


def postings(rows: Sequence[Row]) -> Lists:
    """Return the posting lists of a volume, one for each word that occurs in it.

    A list is its length and one or more streams: rows with the word in the name and its first
    position there, rows with the word elsewhere only, rows with a second position, a third ….
    """
    named = _named(rows)
    elsewhere = _elsewhere(rows)
    found = sorted(named.keys() | elsewhere.keys())
    return Lists(
        tuple(found),
        tuple(_list(named.get(word, ()), elsewhere.get(word, ())) for word in found),
    )


def _named(rows: Iterable[Row]) -> dict[str, Named]:
    """Return for each word of a name the rows, with 2 × position + 1 if it is the last word."""
    found: dict[str, Named] = {}
    for number, row in enumerate(rows):
        here = words(row.name)
        last = len(here) - 1
        for at, word in enumerate(here):
            found.setdefault(word, []).append((number, 2 * at + (at == last)))
    return found


def _elsewhere(rows: Iterable[Row]) -> dict[str, Collection[int]]:
    """Return for each word beside the names its rows.

    Rows share most of these texts (place, award, decision), so the words of each text are looked
    at once.
    """
    having: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        for text in row.texts:
            if text:
                having.setdefault(text, []).append(number)
    texts_of: dict[str, list[list[int]]] = {}
    for text, numbers in having.items():
        for word in set(words(text)):
            texts_of.setdefault(word, []).append(numbers)
    return {word: set().union(*numbers) for word, numbers in texts_of.items()}


def _list(named: Sequence[tuple[int, int]], elsewhere: Collection[int]) -> bytes:
    streams = b""
    again: Named = []
    if named:
        first: dict[int, int] = {}
        for row, symbol in named:
            if row in first:
                again.append((row, symbol))
            else:
                first[row] = symbol
        streams = stream(tuple(first), tuple(first.values()))
        elsewhere = set(elsewhere).difference(first)
    if elsewhere:
        streams += stream(sorted(elsewhere))
    while again:
        next_ones = dict(reversed(again))  # of each row the first that is left
        ordered = sorted(next_ones.items())
        streams += stream([row for row, _ in ordered], [symbol for _, symbol in ordered])
        again = [pair for pair in again if next_ones[pair[0]] != pair[1]]
    return varint(len(streams)) + streams
