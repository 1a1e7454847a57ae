"""What falls and drifts in front of everything: rain, snow, fog and wind."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.bands import banded
from imagespeak_core.generators.illustrator.drawing.colours import mix
from imagespeak_core.generators.illustrator.drawing.paths import dots
from imagespeak_core.generators.illustrator.drawing.svg import group, number, path
from imagespeak_core.generators.illustrator.scenery.frame import Frame


def draw_weather(frame: Frame) -> str:
    """The weather in front of a picture."""
    if frame.weather == "rain":
        return _rain(frame)
    if frame.weather == "snow":
        return _snow(frame)
    if frame.weather == "fog":
        return _fog(frame)
    if frame.weather == "wind":
        return _wind(frame)
    return ""


def _amount(frame: Frame, for_square: int) -> int:
    return round(for_square * min(3.0, frame.width * frame.height / frame.unit**2))


def _rain(frame: Frame) -> str:
    rng, unit = frame.rng, frame.unit
    layers = []
    for count, length, width, opacity in ((90, 0.03, 0.0014, 0.4), (55, 0.05, 0.0024, 0.5)):
        drops = "".join(
            f"M{number(rng.uniform(0, frame.width * 1.05))}"
            f" {number(rng.uniform(-0.05, 1) * frame.height)}"
            f"l{number(-unit * length * 0.22)} {number(unit * length)}"
            for _ in range(_amount(frame, count))
        )
        layers.append(
            path(
                drops,
                stroke=mix("#e8f2fa", frame.mood.haze, 0.2),
                stroke_width=unit * width,
                stroke_linecap="round",
                stroke_opacity=opacity,
            )
        )
    return group(*layers, id="rain")


def draw_puddles(frame: Frame, ground: float) -> str:
    """Where drops have fallen on the ground, which begins at this height; nothing in the dry."""
    if frame.weather != "rain":
        return ""
    rng, unit = frame.rng, frame.unit
    rings = dots(
        (
            (rng.uniform(0, frame.width), rng.uniform(ground, frame.height), unit * size)
            for size in (rng.uniform(0.006, 0.014) for _ in range(_amount(frame, 22)))
        ),
        flat=0.3,
    )
    return path(rings, stroke="#eef6fb", stroke_width=unit * 0.0016, stroke_opacity=0.35)


def _snow(frame: Frame) -> str:
    rng, unit = frame.rng, frame.unit
    layers = []
    for count, size, opacity in ((80, 0.0026, 0.75), (45, 0.0045, 0.85), (16, 0.0075, 0.8)):
        flakes = (
            (rng.uniform(0, frame.width), rng.uniform(0, frame.height), unit * size)
            for _ in range(_amount(frame, count))
        )
        layers.append(path(dots(flakes), "#fbfdff", fill_opacity=opacity))
    return group(*layers, id="snow")


def draw_fog_bank(frame: Frame, ground: float) -> str:
    """Fog over all that is behind the people; it ends where the ground comes near.

    `ground` is where feet begin to stand, in pixels from the top.
    """
    if frame.weather != "fog":
        return ""
    haze = frame.mood.haze
    low = ground + (frame.height - ground) * 0.45
    dense = ground * 0.82 / low
    veil = [(0.0, haze, 0.2), (dense, haze, 0.68), (ground / low, haze, 0.4), (1.0, haze, 0.0)]
    return group(banded(0, 0, frame.width, low, veil), id="fog")


def _fog(frame: Frame) -> str:
    """A few pale wisps in front of people, thin enough to see them through."""
    pale = mix(frame.mood.haze, "#ffffff" if frame.time != "night" else "#8fa0cf", 0.35)
    wisps = ""
    for _ in range(_amount(frame, 7)):
        x, y = frame.between(0, 1) * frame.width, frame.between(0.45, 0.9) * frame.height
        span, thick = frame.unit * frame.between(0.12, 0.26), frame.unit * 0.008
        wisps += (
            f"M{number(x - span)} {number(y)}q{number(span)} {number(-thick * 2)}"
            f" {number(span * 2)} 0q{number(-span)} {number(thick * 2)} {number(-span * 2)} 0z"
        )
    return path(wisps, pale, fill_opacity=0.28, id="wisps")


def _wind(frame: Frame) -> str:
    rng, unit = frame.rng, frame.unit
    lines, leaves = [], []
    for _ in range(_amount(frame, 5)):
        x, y = rng.uniform(-0.1, 0.8) * frame.width, rng.uniform(0.12, 0.6) * frame.height
        span = unit * rng.uniform(0.15, 0.28)
        curl = unit * 0.02
        lines.append(
            f"M{number(x)} {number(y)}q{number(span / 2)} {number(-curl * 1.4)} {number(span)} 0"
            f"t{number(span * 0.3)} {number(-curl)}a{number(curl)} {number(curl)} 0 1 0"
            f" {number(-curl * 1.2)} {number(-curl * 0.6)}"
        )
    for _ in range(_amount(frame, 14)):
        x, y = rng.uniform(0, 1) * frame.width, rng.uniform(0.25, 0.85) * frame.height
        size, turn = unit * rng.uniform(0.008, 0.015), rng.uniform(-60, 40)
        leaf = (
            f"M{number(-size)} 0Q0 {number(-size * 0.8)} {number(size)} 0"
            f"Q0 {number(size * 0.8)} {number(-size)} 0Z"
        )
        place = f"translate({number(x)} {number(y)}) rotate({number(turn)})"
        leaves.append(
            path(
                leaf,
                frame.mood.tone(rng.choice(("#e0a43c", "#9fb84a", "#c96f3a"))),
                transform=place,
            )
        )
    gusts = path(
        "".join(lines),
        stroke="#f6fbfd",
        stroke_width=unit * 0.004,
        stroke_linecap="round",
        stroke_opacity=0.5,
    )
    return group(gusts, *leaves, id="wind")
