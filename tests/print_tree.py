"""Print the whole tree of a project as JSON; run by `test_output` in a process of its own.

Arguments: the project's root and, if the clock is to be wrong, the seconds to add to it.
"""

import datetime
import json
import sys
import time
from pathlib import Path

REAL_TIME = time.time
SHIFT = float(sys.argv[2]) if len(sys.argv) > 2 else 0.0


class Date(datetime.date):
    """A date whose today is another day."""

    @classmethod
    def today(cls) -> datetime.date:
        return datetime.date.fromtimestamp(REAL_TIME() + SHIFT)


class DateTime(datetime.datetime):
    """A date and time whose now is another day."""

    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> datetime.datetime:
        return datetime.datetime.fromtimestamp(REAL_TIME() + SHIFT, tz)

    @classmethod
    def utcnow(cls) -> datetime.datetime:
        return cls.now(datetime.UTC).replace(tzinfo=None)

    @classmethod
    def today(cls) -> datetime.datetime:
        return cls.now()


def shift_clock() -> None:
    """Give every module imported from here on a clock that is wrong."""
    today = datetime.date.today()
    time.time = lambda: REAL_TIME() + SHIFT
    datetime.date, datetime.datetime = Date, DateTime  # type: ignore[misc]
    assert datetime.date.today() != today


def main() -> None:
    """Load the project and print each file of its tree with its text."""
    from generator.load import load
    from generator.tree import outputs

    register = load(Path(sys.argv[1]))
    found = outputs(register.reference, register.volumes)
    json.dump({path: text for output in found for path, text in output.texts.items()}, sys.stdout)


if __name__ == "__main__":
    if SHIFT:
        shift_clock()
    main()
