"""Photos lose what the camera wrote into them, stand upright, and come in the widths pages need."""

from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from generator import photos


@pytest.fixture
def taken(tmp_path: Path) -> Path:
    """A photo as a telephone makes it: on its side, with the place in its metadata."""
    image = Image.linear_gradient("L").resize((1600, 1000)).convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter
    exif[0x010F] = "Máy ảnh của nhà"
    exif.get_ifd(0x8825)[2] = (22.0, 8.0, 45.0)  # GPS: latitude
    path = tmp_path / "doi.jpg"
    image.save(path, exif=exif, comment=b"secret")
    return path


def test_a_photo_is_measured_as_it_is_seen(taken: Path) -> None:
    """Width and height are those of the turned picture."""
    digest = sha256(taken.read_bytes()).hexdigest()
    assert photos.sizes(taken.parent) == {"doi.jpg": (1000, 1600, digest)}


def test_published_sizes(taken: Path) -> None:
    """Each width is there in its shape, small, and with nothing of the camera's in it."""
    made = dict(photos.versions(taken))
    assert list(made) == ["anh/doi.jpg-480.webp", "anh/doi.jpg-960.webp", "anh/doi.jpg-1000.webp"]
    for name, content in made.items():
        with Image.open(BytesIO(content)) as image:
            assert image.format == "WEBP"
            assert f"-{image.width}.webp" in name
            assert abs(image.height / image.width - 1.6) < 0.01
            assert not image.getexif()
            assert not {"exif", "xmp", "icc_profile", "comment"} & image.info.keys()
        assert b"EXIF" not in content
        assert b"secret" not in content
        assert len(content) < taken.stat().st_size


def test_the_same_photo_gives_the_same_bytes(taken: Path) -> None:
    """What is published depends on the photo alone."""
    assert list(photos.versions(taken)) == list(photos.versions(taken))


def test_a_small_photo_is_not_made_larger() -> None:
    """No version is larger than the photo."""
    assert photos.widths(300) == (300,)
    assert photos.widths(1440) == (480, 960, 1440)
    assert photos.widths(9000) == (480, 960, 1440)


@pytest.mark.parametrize("content", [b"", b"no photo", b"\x89PNG\r\n\x1a\n" + bytes(40)])
def test_what_is_no_photo_has_no_size(tmp_path: Path, content: bytes) -> None:
    """A broken file is told apart; nothing is thrown."""
    (tmp_path / "x.png").write_bytes(content)
    assert photos.sizes(tmp_path) == {"x.png": None}


def test_a_photo_too_large_to_open_has_no_size(tmp_path: Path) -> None:
    """A small file that unpacks to a huge picture is refused by its header."""
    Image.new("1", (12_000, 9_000)).save(tmp_path / "x.png")
    assert photos.sizes(tmp_path) == {"x.png": None}
