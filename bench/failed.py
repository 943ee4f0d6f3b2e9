"""What a contender that could not do its work says."""

import re

_FOLDERS = re.compile(r"(?<![\w.…/])/(?:[^\s/:'\"«»]+/)+")


class ContenderError(Exception):
    """A contender could not do its work; the message says why, without a path of this machine."""

    def __str__(self) -> str:
        return _FOLDERS.sub("…/", super().__str__())
