"""What `tuyenduong build` prints: the seconds of each step, and how many files changed."""

import re
from collections.abc import Mapping

SEARCH = "chỉ mục"  # "index": the steps of this name make a search index, and the small feeds

_STEP = re.compile(r"^ *(\d[\d.]*,\d+) giây  (.+?) *$", re.M)
_CHANGED = re.compile(r"\b(\d[\d.]*) tệp thay đổi")


def number(text: str) -> float:
    """Return a number as Vietnamese writes it: `1.234,5` is 1234.5."""
    return float(text.replace(".", "").replace(",", "."))


def steps(output: str) -> dict[str, float]:
    """Return the seconds of each step, in the order printed; a name told twice is summed."""
    found: dict[str, float] = {}
    for seconds, name in _STEP.findall(output):
        found[name] = found.get(name, 0.0) + number(seconds)
    return found


def search_seconds(told: Mapping[str, float]) -> float | None:
    """Return the seconds of the steps that only make a search index; None if no step says so."""
    found = [seconds for name, seconds in told.items() if SEARCH in name.lower()]
    return sum(found) if found else None


def changed_files(output: str) -> int | None:
    """Return how many files the build says it changed; None if it does not say."""
    match = _CHANGED.search(output)
    return int(number(match[1])) if match else None
