"""Make the site's fonts: subsets for Vietnamese of two open families, as WOFF2.

Run by `make fonts`, rarely; what it makes is kept in `theme/assets/fonts/`. The same packages give
the same bytes. Both families are under the SIL Open Font License 1.1 (OFL.txt beside the fonts).
"""

import sys
from importlib.resources import files
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

LETTERS = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵzf"
)
SIGNS = "–—‘’“”…·×«»›‹§°•→←№₫©\u00a0\u0300\u0301\u0303\u0309\u0323"
ASCII = "".join(map(chr, range(0x20, 0x7F)))
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "lnum", "tnum", "liga"]
# Name of the made file → package, file in it, and where to pin its axes.
FONTS = {
    "be-vietnam-pro-400": ("fontpkg_be_vietnam_pro", "BeVietnamPro-Regular.ttf", {}),
    "be-vietnam-pro-600": ("fontpkg_be_vietnam_pro", "BeVietnamPro-SemiBold.ttf", {}),
    "source-serif-4": (
        "fontpkg_source_serif_4",
        "SourceSerif4[opsz,wght].ttf",
        {"opsz": 20, "wght": (400, 600)},
    ),
    "source-serif-4-italic": (
        "fontpkg_source_serif_4",
        "SourceSerif4-Italic[opsz,wght].ttf",
        {"opsz": 20, "wght": 400},
    ),
}


def make(package: str, name: str, axes: dict[str, object], target: Path) -> None:
    """Write one subset."""
    font = TTFont(str(files(package) / "files" / name), recalcTimestamp=False)
    if axes:
        font = instantiateVariableFont(font, axes)
    options = Options()
    options.flavor, options.layout_features = "woff2", FEATURES
    options.hinting, options.name_IDs = False, [1, 2, 13, 14]
    subsetter = Subsetter(options)
    subsetter.populate(text=LETTERS + LETTERS.upper() + SIGNS + ASCII)
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(target)


if __name__ == "__main__":
    folder = Path(__file__).parents[1] / "assets" / "fonts"
    for made, (package, name, axes) in FONTS.items():
        make(package, name, axes, folder / f"{made}.woff2")
        sys.stdout.write(f"{made}.woff2: {(folder / f'{made}.woff2').stat().st_size} bytes\n")
    licences = [
        (files(p) / "LICENSE").read_text() for p in sorted({p for p, _, _ in FONTS.values()})
    ]
    (folder / "OFL.txt").write_text("\n\n".join(licences), "utf-8")
