"""Light and shadow on a daylight colour."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.colours import mix, rgb

SHADOW = "#33234f"
LIGHT = "#fff3dc"


def shade(colour: str, amount: float = 0.16) -> str:
    """The colour in shadow; `amount` 0 changes nothing, 1 is shadow alone."""
    return mix(colour, SHADOW, amount)


def tint(colour: str, amount: float = 0.1) -> str:
    """The colour in warm light; `amount` 0 changes nothing, 1 is light alone."""
    return mix(colour, LIGHT, amount)


def brightness(colour: str) -> float:
    """How light a colour looks: 0 is black, 1 is white."""
    red, green, blue = rgb(colour)
    return (0.3 * red + 0.59 * green + 0.11 * blue) / 255
