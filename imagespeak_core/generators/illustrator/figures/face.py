"""The face, in head heights around the middle of the head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from imagespeak_core.generators.illustrator.drawing.colours import brightness, mix, shade
from imagespeak_core.generators.illustrator.drawing.paths import discs, oval
from imagespeak_core.generators.illustrator.drawing.splines import rounded
from imagespeak_core.generators.illustrator.drawing.svg import Point, Tone, at, ellipse, path
from imagespeak_core.generators.illustrator.figures.person import Mood, Person

_EYE = "#2f2433"
_TEETH = "#fdf6ec"
_MOUTH = "#8c2f39"

Eyes = Literal["", "shut", "down"]


@dataclass(frozen=True)
class Layout:
    """Where the features are."""

    turn: float
    """How far the face looks to the right: 0 in front."""
    eye_y: float
    eye_gap: float
    eye_size: float


def layout(person: Person) -> Layout:
    """The features' places: young eyes are lower, further apart and larger."""
    turn = 0.15 if person.view == "side" else 0.0
    young = {"baby": 1.0, "child": 0.75, "teenager": 0.3}.get(person.age, 0.0)
    return Layout(turn, 0.05 + 0.06 * young, 0.155 + 0.025 * young, 0.046 + 0.014 * young)


def skull(person: Person, width: float) -> str:
    """Path commands of the head without hair."""
    wide = width / 0.405
    jaw = 1.0 if person.gender == "man" and person.age in {"adult", "old"} else 0.9
    if person.view == "side":
        points: tuple[Point, ...] = (
            (0.02, -0.5), (0.26, -0.43), (0.395, -0.2), (0.405, 0.08), (0.375 * jaw + 0.02, 0.26),
            (0.27 * jaw, 0.43), (0.1, 0.5), (-0.08, 0.47), (-0.25 * jaw, 0.34), (-0.37, 0.1),
            (-0.4, -0.16),
            (-0.26, -0.42),
        )  # fmt: skip
    else:
        half = (
            (0.0, -0.5),
            (0.25, -0.43),
            (0.39, -0.2),
            (0.4, 0.06),
            (0.36 * jaw, 0.28),
            (0.2 * jaw, 0.46),
        )
        points = (*half, (0.0, 0.5), *((-x, y) for x, y in half[:0:-1]))
    return rounded([(x * wide, y) for x, y in points])


def ears(person: Person, width: float, skin: str, inner: str) -> str:
    """One ear from the side, two from the front."""
    if person.view == "side":
        return ellipse(-0.215, 0.1, 0.066, 0.094, skin) + ellipse(-0.205, 0.105, 0.028, 0.05, inner)
    return path(
        "".join(
            rounded([(x - 0.06, 0.08), (x, -0.01), (x + 0.06, 0.08), (x, 0.19)])
            for x in (-width, width)
        ),
        skin,
    )


def features(person: Person, eyes: Eyes, tone: Tone) -> str:
    """Cheeks, eyes, brows, nose and mouth."""
    places = layout(person)
    skin = person.skin
    blush = tone(mix(skin, "#e2574c", 0.3))
    nose = tone(shade(mix(skin, "#c4563d", 0.3), 0.16))
    brow = tone(_brow_colour(person))
    t, y = places.turn, places.eye_y
    near_cheek, far_cheek = (t - 0.2, 0.315) if t else (-0.25, 0.25)
    parts = [
        path(discs([(near_cheek, y + 0.16, 0.07), (far_cheek, y + 0.16, 0.06)]), blush),
        _eyes(places, person.mood, eyes, tone(_EYE)),
        path(_brows(places, person.mood), stroke=brow, stroke_width=0.034, stroke_linecap="round"),
        path(
            f"M{t + 0.02:.3f} {y + 0.06:.3f}q{0.09 if t else 0.0} 0.08 {-0.01 if t else 0.0} 0.1"
            if t
            else f"M-0.04 {y + 0.13:.3f}q0.04 0.04 0.08 0",
            stroke=nose,
            stroke_width=0.032,
            stroke_linecap="round",
        ),
        _mouth(places, person, tone, yawns=eyes == "shut" or person.sunglasses),
    ]
    if person.age == "old":
        lines = (
            f"M{t - 0.2:.3f} {y + 0.12:.3f}q0.05 0.03 0.1 0M{t - 0.16:.3f} 0.3q-0.04 -0.05 0 -0.1"
        )
        parts.append(
            path(lines, stroke=tone(shade(skin, 0.2)), stroke_width=0.016, stroke_linecap="round")
        )
    if person.glasses or person.sunglasses:
        rims = "#4b3a46" if brightness(skin) > 0.42 else "#d9b25f"
        parts.append(_glasses(places, rims, tone, dark=person.sunglasses))
    return "".join(parts)


def _brow_colour(person: Person) -> str:
    """The hair's colour, darker where it would be lost on the skin."""
    colour = shade(person.hair_colour, 0.12)
    lost = abs(brightness(colour) - brightness(person.skin)) < 0.14
    return shade(person.skin, 0.6) if lost else colour


def beard_colour(person: Person) -> str:
    """The hair's colour; that of the brows for a moustache that would be lost on the skin."""
    return person.hair_colour if person.beard == "full" else _brow_colour(person)


def _eye_places(places: Layout) -> tuple[float, float]:
    return (
        places.turn - places.eye_gap,
        places.turn + places.eye_gap * (0.86 if places.turn else 1.0),
    )


def _eyes(places: Layout, mood: Mood, eyes: Eyes, colour: str) -> str:
    size, y = places.eye_size, places.eye_y
    if eyes == "shut":
        arcs = "".join(f"M{x - 0.055:.3f} {y:.3f}q0.055 0.05 0.11 0" for x in _eye_places(places))
        return path(arcs, stroke=colour, stroke_width=0.034, stroke_linecap="round")
    if mood == "tired":
        lids = "".join(
            f"M{x - 0.062:.3f} {y:.3f}h0.124a0.062 0.05 0 0 1 -0.124 0z"
            for x in _eye_places(places)
        )
        return path(lids, colour, stroke=colour, stroke_width=0.02, stroke_linejoin="round")
    look = 0.02 if places.turn else 0.0
    down = 0.025 if eyes == "down" else 0.0
    wide = size * (1.25 if mood == "surprised" else 1.0)
    tall = wide * (0.95 if eyes == "down" else 1.3)
    pupils = (oval(x + look, y + down, wide * 0.86, tall) for x in _eye_places(places))
    return path("".join(pupils), colour)


def _brows(places: Layout, mood: Mood) -> str:
    inner, outer, up = {
        "happy": (0.0, 0.015, 0.0),
        "calm": (0.0, 0.012, 0.0),
        "sad": (-0.05, 0.03, 0.0),
        "surprised": (-0.01, 0.01, -0.07),
        "angry": (0.06, -0.035, 0.015),
        "tired": (-0.015, 0.03, 0.0),
    }[mood]
    y = places.eye_y - 0.135 - places.eye_size * 0.3 + up
    near, far = _eye_places(places)
    return (
        f"M{at((near - 0.065, y + outer))}Q{at((near, y - 0.02))} {at((near + 0.06, y + inner))}"
        f"M{at((far - 0.05, y + inner))}Q{at((far, y - 0.02))} {at((far + 0.06, y + outer))}"
    )


def _mouth(places: Layout, person: Person, tone: Tone, *, yawns: bool) -> str:
    """The mouth of a mood; who is tired yawns where the eyes do not tell it."""
    mood = person.mood
    x, y = places.turn * 1.05, 0.255 + places.eye_y * 0.35
    if mood == "happy":
        left, right, low = at((x - 0.11, y)), at((x + 0.11, y)), at((x, y + 0.13))
        smile = f"M{left}Q{at((x, y + 0.035))} {right}Q{at((x + 0.085, y + 0.13))} {low}"
        smile += f"Q{at((x - 0.085, y + 0.13))} {left}Z"
        left, right = at((x - 0.085, y + 0.017)), at((x + 0.085, y + 0.017))
        teeth = f"M{left}Q{at((x, y + 0.035))} {right}Q{at((x, y + 0.085))} {left}Z"
        return path(smile, tone(_MOUTH)) + path(teeth, tone(_TEETH))
    if mood == "surprised" or (mood == "tired" and yawns):
        return ellipse(x, y + 0.06, 0.055, 0.075, tone(_MOUTH))
    d = {
        "calm": f"M{x - 0.09:.3f} {y + 0.03:.3f}q0.09 0.06 0.18 0",
        "sad": f"M{x - 0.08:.3f} {y + 0.09:.3f}q0.08 -0.08 0.16 0",
        "angry": f"M{x - 0.08:.3f} {y + 0.07:.3f}q0.08 -0.035 0.16 0",
        "tired": f"M{x - 0.06:.3f} {y + 0.06:.3f}q0.06 -0.015 0.12 0",
    }[mood]
    lips = _MOUTH if brightness(person.skin) > 0.45 else "#c46a68"
    return path(d, stroke=tone(lips), stroke_width=0.036, stroke_linecap="round")


def _glasses(places: Layout, colour: str, tone: Tone, *, dark: bool) -> str:
    near, far = _eye_places(places)
    y, radius = places.eye_y + 0.01, 0.115
    rims = "".join(
        f"M{x - radius:.3f} {y:.3f}a{radius} {radius} 0 1 0 {2 * radius} 0"
        f"a{radius} {radius} 0 1 0 {-2 * radius} 0"
        for x in (near, far)
    )
    back = -0.2 if places.turn else near - 0.24
    arms = f"M{near - radius:.3f} {y:.3f}L{back:.3f} {y - 0.02:.3f}"
    arms += "" if places.turn else f"M{far + radius:.3f} {y:.3f}L{-back:.3f} {y - 0.02:.3f}"
    lenses, thick = ("#2f2b38", 0.9) if dark else ("#fdf6ec", 0.12)
    return path(
        rims + arms, tone(lenses), fill_opacity=thick, stroke=tone(colour), stroke_width=0.028
    )
