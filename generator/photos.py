"""Photos of `content/anh/` → the sizes that pages show, without the metadata of the camera.

The only module that knows how pictures are read. The file as it was taken never leaves
`content/`: its metadata may say where, when and with whose camera. The same file gives the same
bytes.
"""

import hashlib
import warnings
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.iptc import exif_of, xmp
from generator.kit import PhotoWords
from generator.values import UserError

if TYPE_CHECKING:
    from PIL.Image import Image

FOLDER = "anh"
WIDTHS = (480, 960, 1440)  # pixels: a phone, a desk, a sharp desk
MOST_PIXELS = 60_000_000
PRESS_PIXELS = 2000  # wide or high: what a newspaper can print
_PRESS_MOST = 4000  # more is of no use to it, and slow to load
_QUALITY, _PRESS_QUALITY = 78, 90
_TURNED = range(5, 9)  # values of EXIF's Orientation: the picture lies on its side
_ORIENTATION = 0x0112
_ENDING = 4096  # bytes: cameras and programs write some more after the picture


class Size(NamedTuple):
    """A photo as it is seen, in pixels, and the SHA-256 of its file."""

    width: int
    height: int
    sha256: str


def sizes(folder: Path) -> dict[str, Size | None]:
    """Return the size of each photo of a folder; None if it is no photo."""
    paths = sorted(path for path in folder.glob("*") if path.is_file())
    return {path.name: _size(path) for path in paths if not path.name.startswith(".")}


def _size(path: Path) -> Size | None:
    from PIL import Image  # 60 ms: not for a register without photos

    try:
        with warnings.catch_warnings(action="ignore"), Image.open(path) as image:
            width, height = image.size
            turned = image.getexif().get(_ORIENTATION) in _TURNED
    except (OSError, SyntaxError, Image.DecompressionBombError):
        return None
    content = path.read_bytes()
    if width * height > MOST_PIXELS or not _whole(content):
        return None
    digest = hashlib.sha256(content).hexdigest()
    return Size(height, width, digest) if turned else Size(width, height, digest)


def _whole(content: bytes) -> bool:
    """Whether a picture ends as its format does: half a file opens, and shows half a picture."""
    if content[:4] == b"RIFF":  # WebP tells its length
        return int.from_bytes(content[4:8], "little") + 8 <= len(content)
    return any(mark in content[-_ENDING:] for mark in (b"\xff\xd9", b"IEND"))  # JPEG, PNG


def widths(width: int) -> tuple[int, ...]:
    """Return the widths in which a photo is published; none is larger than the photo.

    >>> widths(1000), widths(300)
    ((480, 960, 1000), (300,))
    """
    return (*(w for w in WIDTHS if w < width), width)[: len(WIDTHS)]


def name_of(photo: str, width: int) -> str:
    """Return where a photo of one width lies, from the site's root."""
    return f"{FOLDER}/{photo}-{width}.webp"


def versions(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the published sizes of a photo: where each lies, and its bytes (WebP)."""
    whole = _upright(path)
    for width in widths(whole.width):
        yield name_of(path.name, width), _webp(whole, width)


def for_press(path: Path, words: PhotoWords) -> bytes:
    """Return a photo as newspapers take it: a large JPEG that carries its own words and rights."""
    from PIL import Image

    whole = _upright(path)
    whole.thumbnail((_PRESS_MOST, _PRESS_MOST))
    exif = Image.Exif()
    exif.update(exif_of(words))
    file = BytesIO()
    whole.save(file, "JPEG", quality=_PRESS_QUALITY, exif=exif, xmp=xmp(words), icc_profile=b"")
    return file.getvalue()


def _upright(path: Path) -> "Image":
    """Return the whole picture, without what the camera wrote beside it.

    Raises:
        UserError: it is damaged in a way that cannot be seen without reading all of it.
    """
    from PIL import Image, ImageOps

    try:
        with Image.open(path) as opened:
            return ImageOps.exif_transpose(opened).convert("RGB")
    except (OSError, SyntaxError) as error:
        raise UserError(
            f"ảnh content/anh/{path.name} bị hỏng, không đọc được hết; chép lại tệp gốc vào đó"
        ) from error


def _webp(whole: "Image", width: int) -> bytes:
    height = max(1, round(whole.height * width / whole.width))
    image = whole if width == whole.width else whole.resize((width, height))
    file = BytesIO()
    image.save(file, "WEBP", quality=_QUALITY, method=4, exif=b"", icc_profile=b"", xmp=b"")
    return file.getvalue()
