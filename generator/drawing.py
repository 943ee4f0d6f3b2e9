"""The pictures for sharing: a step of its own, since one takes as long as ten pages.

A picture is drawn again only when its words or the look of all pictures have changed.
"""

from collections.abc import Callable
from hashlib import blake2b
from typing import NamedTuple

from generator.cache import Store, key_of
from generator.cards import look_of
from generator.desk import CardTask
from generator.making import Making
from generator.tray import Tray
from generator.values import CardWords
from generator.volumes import draw_cards
from generator.workers import Crew

CHUNK = 50  # pictures a task
MANY = 300  # pictures that are worth other processes


class _Drawn(NamedTuple):
    """A picture as it was drawn: the digest of its words, and its SHA-256."""

    words: bytes
    made: str


class Drawing:
    """The drawing of one site's pictures."""

    def __init__(self, store: Store, crew: Crew, engine: bytes, tray: Tray, making: Making) -> None:
        self._store, self._crew, self._engine = store, crew, engine
        self._tray, self._making = tray, making

    def draw(self, tick: Callable[[], None]) -> None:
        """Draw the pictures that the pages name, or find them as they were drawn."""
        making, tray = self._making, self._tray
        look = key_of(self._engine, look_of(making.job.theme), making.job.site)
        last: dict[str, _Drawn] = self._store.get("cards", look) or {}
        words = {name: _digest(card) for name, card in making.cards.items()}
        done = {
            name: found
            for name, found in last.items()
            if words.get(name) == found.words and tray.has({name: found.made})
        }
        missing = [name for name in words if name not in done]
        chunks = [missing[at : at + CHUNK] for at in range(0, len(missing), CHUNK)]
        tasks = (self._task(chunk) for chunk in chunks)
        for files in self._crew.run(draw_cards, tasks, much=len(missing) > MANY):
            done |= {name: _Drawn(words[name], made) for name, made in files.items()}
            tick()
        tray.add({name: found.made for name, found in done.items()})
        self._store.put("cards", look, done)

    def _task(self, names: list[str]) -> CardTask:
        cards = {name: self._making.cards[name] for name in names}
        return CardTask(self._store.folder, self._making.shared, cards, self._tray.known(names))


def _digest(card: CardWords) -> bytes:
    return blake2b("\x1f".join(card).encode(), digest_size=16).digest()
