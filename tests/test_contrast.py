"""The colours of the tokens: readable in light and in dark, by the formula of WCAG 2."""

import re
from pathlib import Path

import pytest

THEME = Path(__file__).parents[1] / "theme"
TOKENS = (THEME / "css" / "00-tokens.css").read_text("utf-8")
LIGHT, DARK = TOKENS.split("@media (prefers-color-scheme: dark)")
AAA, AA, SIGN = 7.0, 4.5, 3.0
# What is written on what, and how far apart the two must be: text that is read at length by AAA,
# other text by AA, signs and frames by the rule for them.
PAIRS = [
    ("ink", "paper", AAA),
    ("ink", "surface", AAA),
    ("ink-soft", "paper", AAA),
    ("ink-soft", "surface", AAA),
    ("link", "paper", AAA),
    ("link", "surface", AAA),
    ("link-hover", "paper", AAA),
    ("red-ink", "red", AAA),
    ("warn-ink", "warn", AAA),
    ("gone-ink", "gone", AAA),
    ("gone-ink", "surface", AA),
    ("star-ink", "red", SIGN),
    ("focus", "paper", SIGN),
    ("gold", "paper", SIGN),
]


def colours(css: str) -> dict[str, str]:
    """Return the colours among the tokens of a scheme: name → #rrggbb."""
    return dict(re.findall(r"--td-([a-z-]+): (#[0-9a-f]{6});", css))


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2, relative luminance)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_formula() -> None:
    """Black on white is 21; the grey that the standard gives as the edge of AA is 4.5."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS, ids=[f"{i}-{g}" for i, g, _ in PAIRS])
def test_contrast(scheme: str, ink: str, ground: str, least: float) -> None:
    """Each pair is far enough apart."""
    found = colours(LIGHT) | colours(scheme)
    assert contrast(found[ink], found[ground]) >= least


def test_every_colour_has_a_dark_twin_and_a_use() -> None:
    """No colour is forgotten in the dark, and none stands unused or outside the tokens."""
    assert colours(LIGHT).keys() == colours(DARK).keys()
    others = "".join(p.read_text("utf-8") for p in sorted(THEME.glob("css/**/*.css"))[1:])
    assert [name for name in colours(LIGHT) if f"var(--td-{name})" not in others] == []
    on_screen = others.partition("@media print")[0]
    assert re.findall(r"#[0-9a-f]{3,6}\b", on_screen) == []
