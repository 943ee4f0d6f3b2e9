"""What a form of a thing is."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from generator.records.published import Thing

Print = Callable[[str, Mapping[str, object]], str]

ALL = frozenset({"honour", "decision", "story", "movement"})
# An honour's forms are many files: what it has no file of its own for, its page or the forms of
# its decision hold.
FEW = ALL - {"honour"}


class Form(NamedTuple):
    """A form: its file beside the thing's page, and how it is made.

    Attributes:
        file: the name of the file.
        label: what readers call it.
        media: its type on the web; "" for what no software looks for.
        kinds: which things have it.
        make: makes the text; a template of HTML is filled by what it is given.
    """

    file: str
    label: str
    media: str
    kinds: frozenset[str]
    make: Callable[[Thing, Print], str]
