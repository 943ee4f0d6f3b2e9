"""Embargo (cấm công bố): what carries the word never becomes a page, whatever the day is.

Nothing here asks the clock: to publish is something that somebody does.
"""

from difflib import SequenceMatcher

from generator.vietnamese import fold

EMBARGO = "embargo"  # no field of any record, and so refused wherever it stands
_ALIKE = 0.8  # of 1: "embago" and "embargo " are, "cargo" is not
_NO_TIME = ("", "none", "null", "false", "true")


def means_embargo(name: str) -> bool:
    """Whether a field's name means an embargo, with slips of the pen: its cure is never to drop it.

    >>> means_embargo("Embago"), means_embargo("cấm công bố đến"), means_embargo("award")
    (True, True, False)
    """
    plain = fold(name).replace("_", " ").replace("-", " ").strip()
    alike = SequenceMatcher(None, plain, EMBARGO).ratio() >= _ALIKE
    return alike or plain.startswith("cam cong bo")


def embargoed(until: str) -> tuple[str, str, str]:
    """Return code, problem and cure of what may not be public yet; `until` as it was written."""
    when = "" if until.strip().lower() in _NO_TIME else f" đến {until}"
    return (
        "CB-001",
        f"hồ sơ còn cấm công bố{when}",
        f"để ngoài data/ và content/ đến {'lúc đó' if when else 'khi được công bố'}; "
        "khi công bố thì bỏ dòng embargo",
    )
