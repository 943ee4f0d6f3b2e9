"""Press kits → zip files; the same kit gives the same bytes.

What a kit says is looked at by the gates as it is here, since a zip tells them nothing.
"""

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from generator import photos
from generator.kit import Kit
from generator.spreadsheet import BEGINNING
from generator.values import Output

NAME = "bo-bao-chi.zip"
PHOTOS = "anh"  # the folder of a kit for its photos
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can tell
_PLAIN_FILE = 0o644 << 16
_UNIX = 3
_PACKED = (".jpg", ".docx")  # pressing them again saves nothing


def content_of(made: str | Kit, folder: Path) -> bytes:
    """Return the bytes of a file beside a page.

    Args:
        made: its text, or the kit.
        folder: the photos as they were taken, `content/anh/`.
    """
    return pack(made, folder) if isinstance(made, Kit) else made.encode("utf-8")


def output_of(output: Output, folder: Path) -> bytes:
    """Return the bytes of a file of the tree; `folder` as above."""
    return content_of(output.kit or output.text, folder)


def words_of(made: str | Kit) -> str:
    """Return all that a file beside a page says, for the gates."""
    if not isinstance(made, Kit):
        return made
    said = (text for photo in made.photos for text in photo.words)
    return "\x1f".join((*made.texts, *made.texts.values(), *said))


def pack(kit: Kit, folder: Path) -> bytes:
    """Return a kit as a zip; `folder` as above."""
    if kit.packed:
        return kit.packed
    files = {name: _encoded(name, text) for name, text in kit.texts.items()}
    for name in kit.documents:
        files[f"{name.removesuffix('.txt')}.docx"] = _document(kit.texts[name])
    for photo in kit.photos:
        files[photo_name(photo.file)] = photos.for_press(folder / photo.file, photo.words)
    return zipped(files)


def _encoded(name: str, text: str) -> bytes:
    """Return a text as any Notepad reads it: its mark first, lines that end as in Windows."""
    if name.endswith(".txt"):
        text = BEGINNING + text.replace("\n", "\r\n")
    return text.encode("utf-8")


def photo_name(file: str) -> str:
    """Return what a photo of `content/anh/` is called in a kit."""
    return f"{PHOTOS}/{file.rpartition('.')[0]}.jpg"


def packed(kit: Kit) -> Kit:
    """Return a kit of texts alone with its zip, whose size its page tells."""
    return kit._replace(packed=pack(kit, Path()))


def opened(content: bytes) -> dict[str, bytes]:
    """Return the files in a zip; none of one that is broken or locked."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError):
        return {}


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return files as a zip that tells nothing else: no time, no order of theirs."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.create_system, entry.external_attr = _UNIX, _PLAIN_FILE
            packed = name.endswith(_PACKED)
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name])
    return buffer.getvalue()


def _document(text: str) -> bytes:
    """Return a text as a Word document: its first line is the title, an empty line parts."""
    import docx  # 70 ms: not for a register without stories
    from docx.oxml.ns import qn
    from docx.shared import Mm

    title, *paragraphs = text.strip().split("\n\n")
    document = docx.Document()
    document.core_properties.title = document.core_properties.author = ""
    document.sections[0].page_width, document.sections[0].page_height = Mm(210), Mm(297)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "vi-VN")
    document.add_heading(title, 1)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    file = BytesIO()
    document.save(file)
    with zipfile.ZipFile(file) as made:  # as it is saved, it tells the hour
        return zipped({name: made.read(name) for name in made.namelist()})
