"""Hair: what hangs behind the head, the cap that lies on it, and a beard. In head heights."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from imagespeak_core.generators.illustrator.drawing.capsules import between
from imagespeak_core.generators.illustrator.drawing.paths import Circle, discs
from imagespeak_core.generators.illustrator.drawing.splines import curve, outline, rounded
from imagespeak_core.generators.illustrator.figures.hair_shapes import WHOLE_HEAD, Shape
from imagespeak_core.generators.illustrator.figures.hair_styles import STYLES, Style
from imagespeak_core.generators.illustrator.figures.person import Person
from imagespeak_core.generators.illustrator.figures.skeleton import View


def cap(person: Person, width: float) -> str:
    """Path commands of the hair that lies on the head."""
    return _cap(person.hair, person.view, width)


@lru_cache(maxsize=256)
def _cap(hair: str, view: View, width: float) -> str:
    style = STYLES[hair]
    if view == "back":
        shapes = (_back(style), *style.front[1:], *style.front_behind)
        if hair in {"bald", "wisps"}:
            shapes = style.front
        return _written(style, shapes, width)
    return _written(style, style.side if view == "side" else style.front, width)


def _back(style: Style) -> Shape:
    """The head from the back: its hair without the gap for the face."""
    outside = style.front[0]
    low = max(y for _, y in outside)
    if low < 0.3:
        return WHOLE_HEAD
    left = [p for p in outside if p[0] < -0.4]
    right = [p for p in outside if p[0] > 0.4]
    top = [p for p in outside if abs(p[0]) <= 0.4 and p[1] < -0.45]
    return (
        *sorted(left, key=lambda p: -p[1]),
        *sorted(top),
        *sorted(right, key=lambda p: p[1]),
        (0.0, low),
    )


def behind(person: Person, width: float) -> str:
    """Path commands of the hair that hangs behind head and body; may be empty."""
    return _behind(person.hair, person.view, width)


@lru_cache(maxsize=256)
def _behind(hair: str, view: View, width: float) -> str:
    style = STYLES[hair]
    if view == "back":
        return ""
    if view == "side":
        return _written(style, style.side_behind, width)
    shapes = style.front_behind
    if not style.ear:
        shapes = (*shapes, _back(style))
    return _written(style, shapes, width)


def shine(person: Person, width: float) -> str:
    """Path commands of the light on smooth hair, a stroke; empty for curls and bald heads."""
    if STYLES[person.hair].curl or person.hair in {"bald", "wisps", "buzz", "quiff"}:
        return ""
    wide = width / 0.405
    points = ((-0.34, -0.2), (-0.27, -0.34), (-0.14, -0.44))
    return curve([(x * wide, y) for x, y in points])


def ear_shows(person: Person) -> bool:
    """Whether hair leaves the ear free."""
    return STYLES[person.hair].ear


def beard(person: Person) -> str:
    """Path commands of a full beard or a moustache."""
    t = 0.15 if person.view == "side" else 0.0
    moustache = [
        (t - 0.13, 0.27), (t - 0.06, 0.215), (t, 0.225), (t + 0.06, 0.215), (t + 0.13, 0.27),
        (t, 0.262),
    ]  # fmt: skip
    if person.beard == "moustache":
        return rounded(moustache)
    if person.view == "side":
        jaw = outline(
            (
                (-0.23, 0.02),
                (-0.27, 0.3),
                (-0.1, 0.5),
                (0.1, 0.56),
                (0.28, 0.48),
                (0.38, 0.3),
                (0.385, 0.18),
            ),
            (
                (0.31, 0.24),
                (0.26, 0.23),
                (0.15, 0.215),
                (0.04, 0.23),
                (-0.06, 0.22),
                (-0.13, 0.12),
                (-0.16, 0.0),
            ),
        )
    else:
        jaw = outline(
            (
                (-0.4, 0.04),
                (-0.37, 0.3),
                (-0.2, 0.5),
                (0.0, 0.56),
                (0.2, 0.5),
                (0.37, 0.3),
                (0.4, 0.04),
            ),
            (
                (0.33, 0.1),
                (0.24, 0.22),
                (0.1, 0.225),
                (0.0, 0.215),
                (-0.1, 0.225),
                (-0.24, 0.22),
                (-0.33, 0.1),
            ),
        )
    return jaw


def _written(style: Style, shapes: Iterable[Shape], width: float) -> str:
    wide = width / 0.405
    drawn = []
    for shape in shapes:
        points = [(x * wide, y) for x, y in shape]
        drawn.append(rounded(points))
        if style.curl:
            drawn.append(discs(_curls(points, style.curl)))
    return "".join(drawn)


def _curls(points: list[tuple[float, float]], radius: float) -> list[Circle]:
    """Circles along the edge, one for about each diameter."""
    curls: list[Circle] = []
    for first, second in zip(points, points[1:] + points[:1], strict=True):
        length = ((first[0] - second[0]) ** 2 + (first[1] - second[1]) ** 2) ** 0.5
        for k in range(count := max(1, round(length / (radius * 1.7)))):
            x, y = between(first, second, k / count)
            curls.append((x, y, radius * (0.85 + 0.3 * ((len(curls) % 3) / 2))))
    return curls
