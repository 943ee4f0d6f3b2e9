"""The words of a photo as its own metadata: IPTC Core and Extension 2025.1 in XMP, the old in EXIF.

XMP is what agencies and search engines read; EXIF serves programs that know nothing newer.
"""

from xml.etree import ElementTree as ET

from generator.kit import PhotoWords

_SPACES = {
    "x": "adobe:ns:meta/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
}
_BEGIN = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
_END = '<?xpacket end="r"?>'
_DESCRIPTION, _ARTIST, _COPYRIGHT = 0x010E, 0x013B, 0x8298  # tags of EXIF


def xmp(words: PhotoWords) -> bytes:
    """Return the words as an XMP packet."""
    for prefix, space in _SPACES.items():
        ET.register_namespace(prefix, space)
    root = ET.Element(_name("x:xmpmeta"))
    facts = ET.SubElement(ET.SubElement(root, _name("rdf:RDF")), _name("rdf:Description"))
    facts.set(_name("rdf:about"), "")
    for name, text in (
        ("dc:description", words.description),
        ("dc:rights", words.copyright),
        ("xmpRights:UsageTerms", words.terms),
        ("Iptc4xmpCore:AltTextAccessibility", words.alt),
    ):
        item = _list(facts, name, "rdf:Alt")
        item.set("xml:lang", "x-default")
        item.text = text
    _list(facts, "dc:creator", "rdf:Seq").text = words.creator
    ET.SubElement(facts, _name("photoshop:Credit")).text = words.credit
    ET.SubElement(facts, _name("xmpRights:Marked")).text = "True"
    ET.SubElement(facts, _name("xmpRights:WebStatement")).text = words.statement
    return f"{_BEGIN}{ET.tostring(root, encoding='unicode')}{_END}".encode()


def exif_of(words: PhotoWords) -> dict[int, bytes]:
    """Return the three words that EXIF has tags for, as UTF-8."""
    found = {_DESCRIPTION: words.description, _ARTIST: words.creator, _COPYRIGHT: words.copyright}
    return {tag: text.encode("utf-8") for tag, text in found.items()}


def _name(short: str) -> str:
    prefix, _, name = short.partition(":")
    return f"{{{_SPACES[prefix]}}}{name}"


def _list(parent: ET.Element, name: str, kind: str) -> ET.Element:
    """Add a list of one item, and return the item."""
    items = ET.SubElement(ET.SubElement(parent, _name(name)), _name(kind))
    return ET.SubElement(items, _name("rdf:li"))
