"""The frozen values that a press kit is made of, until it becomes a zip."""

from collections.abc import Mapping
from typing import NamedTuple


class PhotoWords(NamedTuple):
    """What a photo says of itself wherever it goes: fields of the IPTC standard.

    Attributes:
        description: what is seen, and when; alt: the same for who cannot see it.
        creator, credit: who took it, and the line to print beside it.
        copyright, terms: whose it is, and who may use it again, by which paper.
        statement: the web page on which the terms are told.
    """

    description: str
    alt: str
    creator: str
    credit: str
    copyright: str
    terms: str
    statement: str


class PressPhoto(NamedTuple):
    """A photo of a press kit: its file in `content/anh/`, the SHA-256 of that, and its words."""

    file: str
    sha256: str
    words: PhotoWords


class Kit(NamedTuple):
    """A press kit before it is a zip.

    Attributes:
        texts: its text files: name → text.
        documents: which of them are there as Word documents too.
        photos: its photos.
        packed: the zip, where it is packed already.
    """

    texts: Mapping[str, str]
    documents: tuple[str, ...] = ()
    photos: tuple[PressPhoto, ...] = ()
    packed: bytes = b""
