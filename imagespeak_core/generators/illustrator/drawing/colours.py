"""Colours as "#rrggbb": mixed, lit and shaded, more or less vivid."""

from __future__ import annotations

from functools import lru_cache

Rgb = tuple[int, int, int]


@lru_cache(maxsize=4096)
def rgb(colour: str) -> Rgb:
    """The three channels, 0 to 255, of "#rrggbb"."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def hexed(red: float, green: float, blue: float) -> str:
    """Three channels as "#rrggbb"; what is outside 0 to 255 is brought inside."""
    return f"#{_byte(red):02x}{_byte(green):02x}{_byte(blue):02x}"


def _byte(channel: float) -> int:
    return min(255, max(0, round(channel)))


@lru_cache(maxsize=8192)
def mix(colour: str, other: str, share: float) -> str:
    """`colour` with this share (0 to 1) of `other` in it."""
    (r1, g1, b1), (r2, g2, b2) = rgb(colour), rgb(other)
    return hexed(r1 + (r2 - r1) * share, g1 + (g2 - g1) * share, b1 + (b2 - b1) * share)


@lru_cache(maxsize=4096)
def multiplied(colour: str, light: str) -> str:
    """`colour` seen in coloured light: white light changes nothing."""
    (r1, g1, b1), (r2, g2, b2) = rgb(colour), rgb(light)
    return hexed(r1 * r2 / 255, g1 * g2 / 255, b1 * b2 / 255)


@lru_cache(maxsize=4096)
def saturated(colour: str, factor: float) -> str:
    """`colour` with its vividness times `factor`; 0 is grey."""
    grey = _greyness(colour)
    return hexed(*(grey + (channel - grey) * factor for channel in rgb(colour)))


def brightness(colour: str) -> float:
    """How light a colour looks: 0 is black, 1 is white."""
    return _greyness(colour) / 255


def lighter(colour: str, share: float) -> str:
    """Scenery in more light: a little towards a warm white."""
    return mix(colour, "#fffaf0", share)


def darker(colour: str, share: float) -> str:
    """Scenery in less light: a little towards a blue dark, which is livelier than black."""
    return mix(colour, "#1b2036", share)


def tint(colour: str, share: float = 0.1) -> str:
    """Skin, hair and cloth in warm light."""
    return mix(colour, "#fff3dc", share)


def shade(colour: str, share: float = 0.16) -> str:
    """Skin, hair and cloth in shadow, which is violet."""
    return mix(colour, "#33234f", share)


def _greyness(colour: str) -> float:
    """The grey, 0 to 255, that is as light as the colour."""
    red, green, blue = rgb(colour)
    return 0.3 * red + 0.59 * green + 0.11 * blue
