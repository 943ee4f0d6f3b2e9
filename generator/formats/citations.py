"""A thing's citation for software: BibTeX, RIS, CSL-JSON."""

from collections.abc import Callable

from generator.formats.form import FEW, Form, Print
from generator.records.citation import Citation
from generator.records.citation_forms import SOFTWARE
from generator.records.published import Thing


def _form(label: str, file: str, media: str, write: Callable[[Citation], str]) -> Form:
    def make(thing: Thing, fill: Print) -> str:
        return f"{write(thing.citation)}\n"

    return Form(file, label, media, FEW, make)


FORMS = tuple(_form(*form) for form in SOFTWARE)
