"""Photos of `content/anh/` → the sizes that pages show, without the metadata of the camera.

The only module that knows how pictures are read. The file as it was taken never leaves
`content/`: its metadata may say where, when and with whose camera. The same file gives the same
bytes.
"""

import warnings
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

FOLDER = "anh"
WIDTHS = (480, 960, 1440)  # pixels: a phone, a desk, a sharp desk
MOST_PIXELS = 60_000_000
_QUALITY = 78
_TURNED = range(5, 9)  # values of EXIF's Orientation: the picture lies on its side
_ORIENTATION = 0x0112


def sizes(folder: Path) -> dict[str, tuple[int, int] | None]:
    """Return width and height of each photo of a folder as it is seen; None if it is no photo."""
    paths = sorted(path for path in folder.glob("*") if path.is_file())
    return {path.name: _size(path) for path in paths if not path.name.startswith(".")}


def _size(path: Path) -> tuple[int, int] | None:
    from PIL import Image  # 60 ms: not for a register without photos

    try:
        with warnings.catch_warnings(action="ignore"), Image.open(path) as image:
            width, height = image.size
            turned = image.getexif().get(_ORIENTATION) in _TURNED
    except (OSError, SyntaxError, Image.DecompressionBombError):
        return None
    if width * height > MOST_PIXELS:
        return None
    return (height, width) if turned else (width, height)


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
    from PIL import Image, ImageOps

    with Image.open(path) as opened:
        whole = ImageOps.exif_transpose(opened).convert("RGB")
    for width in widths(whole.width):
        yield name_of(path.name, width), _webp(whole, width)


def _webp(whole: "Image", width: int) -> bytes:
    height = max(1, round(whole.height * width / whole.width))
    image = whole if width == whole.width else whole.resize((width, height))
    file = BytesIO()
    image.save(file, "WEBP", quality=_QUALITY, method=4, exif=b"", icc_profile=b"", xmp=b"")
    return file.getvalue()
