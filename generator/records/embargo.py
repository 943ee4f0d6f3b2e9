"""Embargo (cấm công bố): what carries the word never becomes a page, whatever the day is.

Nothing here asks the clock: to publish is something that somebody does.
"""

EMBARGO = "embargo"  # no field of any record, and so refused wherever it stands


def embargoed(until: str) -> tuple[str, str, str]:
    """Return code, problem and cure of what may not be public yet."""
    return (
        "CB-001",
        f"hồ sơ còn cấm công bố đến {until}",
        "để ngoài data/ và content/ đến lúc đó; khi công bố thì bỏ dòng embargo",
    )
