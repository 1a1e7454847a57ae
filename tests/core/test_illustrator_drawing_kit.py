"""The drawing kit: what its curves, shapes and colours promise, and that it is the only one."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from math import cos, dist, pi, sin
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

import imagespeak_core.generators.illustrator as illustrator
from imagespeak_core.generators.illustrator.drawing import colours, materials
from imagespeak_core.generators.illustrator.drawing.capsules import (
    bent,
    between,
    capsule,
    cut,
    hull,
    widened,
)
from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm, limb
from imagespeak_core.generators.illustrator.drawing.colour_names import name_of_colour
from imagespeak_core.generators.illustrator.drawing.paths import (
    boxes,
    disc,
    discs,
    dots,
    oval,
    seams,
    straight,
)
from imagespeak_core.generators.illustrator.drawing.render import document, to_png
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.splines import (
    closed_curve,
    curve,
    land,
    outline,
    rounded,
)
from imagespeak_core.generators.illustrator.drawing.svg import Point, path
from tests.for_each import for_each

ROOM = Path(illustrator.__file__).parent
SIDE = 64
ZIGZAG: list[Point] = [(4, 40), (20, 12), (36, 50), (60, 8)]
RING: list[Point] = [(32 + 20 * cos(k * pi / 4), 32 + 20 * sin(k * pi / 4)) for k in range(8)]

places = st.floats(0, SIDE, allow_nan=False).map(lambda value: round(value, 3))
points = st.lists(st.tuples(places, places), min_size=2, max_size=8)
colour = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")
share = st.floats(0, 1, allow_nan=False)


def _ends(d: str) -> list[Point]:
    """Where each command of a path leaves the pen."""
    found = []
    for letter, rest in re.findall(r"([MLCQA])([^A-Za-z]*)", d):
        numbers = [float(number) for number in rest.split()]
        assert letter != "A" or len(numbers) == 7
        found.append((numbers[-2], numbers[-1]))
    return found


def _seen(d: str) -> set[tuple[int, int]]:
    """The pixels that are dark where a path is filled."""
    svg = document(path(f"M0 0H{SIDE}V{SIDE}H0Z", "#ffffff") + path(d, "#000000"), SIDE, SIDE)
    with Image.open(io.BytesIO(to_png(svg))) as image:
        grey = image.convert("L").tobytes()
    return {(at % SIDE, at // SIDE) for at, value in enumerate(grey) if value < 128}


@given(points)
def test_a_curve_passes_through_its_points_in_order(through: list[Point]) -> None:
    assert _ends(curve(through)) == through


@given(points)
def test_a_closed_curve_comes_back_to_its_first_point(through: list[Point]) -> None:
    d = closed_curve(through)
    assert _ends(d) == [*through, through[0]]
    assert d.endswith("Z")


def test_a_curve_of_points_in_a_line_is_straight() -> None:
    d = curve([(0, 0), (10, 5), (20, 10), (30, 15)])
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", d)]
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    assert all(y == pytest.approx(x / 2, abs=0.001) for x, y in pairs)


def test_a_closed_curve_through_points_of_a_circle_is_as_good_as_round() -> None:
    apart = _seen(closed_curve(RING)) ^ _seen(disc(32, 32, 20))
    assert len(apart) < 30  # an eight-sided shape lacks a hundred


def test_a_closed_curve_has_no_corner_where_it_begins() -> None:
    turned = RING[3:] + RING[:3]
    assert _seen(closed_curve(RING)) == _seen(closed_curve(turned))


@for_each("ring", [RING, RING[::-1]])
def test_rounded_adds_to_a_disc_and_never_cuts_it_out(ring: list[Point]) -> None:
    middle = disc(32, 32, 8)
    assert (32, 32) in _seen(rounded(ring) + middle)
    assert _seen(rounded(ring)) == _seen(rounded(ring[::-1]))


def test_an_outline_has_corners_only_between_its_runs() -> None:
    one, other = ZIGZAG, [(60.0, 60.0), (4.0, 60.0)]
    d = outline(one, other)
    assert _ends(d) == [*one, *other]
    assert (d.count("L"), d[-1]) == (1, "Z")


def test_land_fills_all_below_its_skyline() -> None:
    seen = _seen(land([(0, 30), (20, 20), (40, 28), (64, 22)], 64))
    assert {(x, 63) for x in range(SIDE)} <= seen
    assert all(y >= 18 for _, y in seen)


def test_dots_and_discs_are_the_same_circles() -> None:
    circles = [(12.0, 12.0, 6.0), (40.0, 20.0, 9.5), (30.0, 50.0, 7.25)]
    assert _seen(dots(circles)) == _seen(discs(circles))
    assert _seen(dots(circles, 0.5)) < _seen(dots(circles))


def test_a_disc_is_a_round_oval() -> None:
    assert disc(20, 30, 8) == oval(20, 30, 8, 8)


def test_boxes_are_where_their_corners_are() -> None:
    assert _seen(boxes([(4, 8, 10, 12)])) == _seen(straight([(4, 8), (14, 8), (14, 20), (4, 20)]))


def test_seams_run_from_above_to_below() -> None:
    assert _ends(seams([(4, 8), (20, 30)], 10, 60)) == [(4, 10), (8, 60), (20, 10), (30, 60)]


def test_a_capsule_covers_both_circles_and_what_is_between() -> None:
    seen = _seen(capsule((16, 16), 10, (48, 44), 5))
    assert _seen(discs([(16, 16, 10), (48, 44, 5)])) <= seen
    assert (32, 30) in seen


def test_a_capsule_around_a_circle_in_another_is_the_larger_one() -> None:
    assert capsule((20, 20), 9, (22, 20), 3) == disc(20, 20, 9)


def test_a_hull_has_no_dent() -> None:
    circles = [(12.0, 12.0, 6.0), (50.0, 14.0, 6.0), (30.0, 50.0, 6.0)]
    assert _seen(discs(circles)) - _edge(_seen(hull(circles))) <= _seen(hull(circles))
    assert (30, 24) in _seen(hull(circles))


def _edge(area: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """All pixels beside an area: a hull's circles have 24 corners and are a little smaller."""
    return {(x + dx, y + dy) for x, y in area for dx in (-1, 0, 1) for dy in (-1, 0, 1)} - area


def test_a_bent_limb_keeps_its_ends_and_leaves_its_joint() -> None:
    start, joint, end = (0.0, 0.0, 3.0), (10.0, 0.0, 2.0), (10.0, 10.0, 1.0)
    circles = bent(start, joint, end)
    assert (circles[0], circles[-1]) == (start, end)
    assert min(dist(circle[:2], joint[:2]) for circle in circles) > 0.5


@given(share)
def test_a_limb_is_cut_at_its_share_of_the_length(part: float) -> None:
    kept = cut([(0, 0, 2), (6, 0, 2), (6, 4, 1)], part)
    length = sum(dist(a[:2], b[:2]) for a, b in pairwise(kept))
    assert length == pytest.approx(10 * part)


def test_a_widened_limb_stays_where_it_is() -> None:
    assert widened([(1, 2, 3)], 0.5) == [(1, 2, 3.5)]


def test_the_point_between_two_is_on_their_line() -> None:
    assert between((0, 0), (4, 8), 0.25) == (1, 2)


def test_shapes_in_centimetres_are_those_of_points() -> None:
    assert closed_curve([(0, 0), (10, -4), (20, 0)]) in blob("0,0 10,-4 20,0", "#123456")
    assert 'points="0,0 10,-4 20,0"' in facet("0,0 10,-4 20,0", "#123456")
    assert in_cm("<x/>", right=50, up=20).count("translate(0.5 -0.2) scale(0.01)") == 1


def test_a_limb_goes_along_its_joints_as_wide_as_they_are() -> None:
    d = re.search(r' d="([^"]+)"', limb("32,8,8 32,32,16 32,56,8", "#123456"))
    assert d is not None
    seen = _seen(d[1])
    widths = {y: sum(1 for _, at in seen if at == y) for y in (12, 32, 52)}
    assert widths[32] == pytest.approx(16, abs=1)
    assert widths[12] == pytest.approx(widths[52], abs=1)
    assert widths[12] < widths[32]


@given(colour, colour, share)
def test_mixing_two_colours_is_symmetric(one: str, other: str, part: float) -> None:
    there, back = colours.mix(one, other, part), colours.mix(other, one, 1 - part)
    assert _apart(there, back) <= 1  # a half may be rounded either way


@given(colour, colour)
def test_a_mix_begins_and_ends_at_its_colours(one: str, other: str) -> None:
    assert (colours.mix(one, other, 0), colours.mix(one, other, 1)) == (one, other)


@given(colour)
def test_white_light_changes_no_colour(one: str) -> None:
    assert colours.multiplied(one, "#ffffff") == one
    assert colours.saturated(one, 1) == one
    assert colours.hexed(*colours.rgb(one)) == one


@given(colour)
def test_what_is_not_vivid_is_grey_and_as_bright(one: str) -> None:
    grey = colours.saturated(one, 0)
    assert len(set(colours.rgb(grey))) == 1
    assert colours.brightness(grey) == pytest.approx(colours.brightness(one), abs=0.003)


@for_each("change", [colours.lighter, colours.tint])
def test_light_makes_a_colour_brighter(change: Callable[[str, float], str]) -> None:
    assert colours.brightness(change("#808080", 0.3)) > colours.brightness("#808080")


@for_each("change", [colours.darker, colours.shade])
def test_shadow_makes_a_colour_darker(change: Callable[[str, float], str]) -> None:
    assert colours.brightness(change("#808080", 0.3)) < colours.brightness("#808080")


def test_brightness_goes_from_black_to_white() -> None:
    assert (colours.brightness("#000000"), colours.brightness("#ffffff")) == (0, 1)


@given(colour)
def test_the_shades_of_a_colour_go_from_deep_to_pale(one: str) -> None:
    steps = shades(lambda tone: tone, one)
    order = [steps.deep, steps.dark, steps.base]
    assert sorted(order, key=colours.brightness) == order
    assert steps.mark in {steps.light, steps.dark}
    assert 0 < colours.brightness(steps.base) < 1


def test_materials_are_colours_that_have_a_name() -> None:
    named = {key: value for key, value in vars(materials).items() if key.isupper()}
    assert named
    for key, value in named.items():
        assert re.fullmatch(r"#[0-9a-f]{6}", value), key
        assert name_of_colour(value)
    assert name_of_colour(materials.SNOW) == "white"
    assert name_of_colour(materials.RED) == "red"


def _apart(one: str, other: str) -> int:
    pairs = zip(colours.rgb(one), colours.rgb(other), strict=True)
    return max(abs(a - b) for a, b in pairs)


def _modules() -> Iterator[tuple[str, str]]:
    """Each module of the illustrator: its path below it, and its text."""
    for file in sorted(ROOM.rglob("*.py")):
        yield file.relative_to(ROOM).as_posix(), file.read_text("utf-8")


def _reads_hex(node: ast.AST) -> bool:
    """Whether it is `int(…, 16)`, as the channels of a colour are read."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "int"
        and len(node.args) == 2
        and isinstance(node.args[1], ast.Constant)
        and node.args[1].value == 16
    )


def _writes_hex(node: ast.AST) -> bool:
    """Whether it is `{…:02x}`, as the channels of a colour are written."""
    return isinstance(node, ast.FormattedValue) and "02x" in ast.unparse(
        node.format_spec or ast.Constant("")
    )


def _bends(node: ast.AST) -> bool:
    """Whether it divides a difference of two elements by six, as a spline's handles do."""
    return (
        isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Div)
        and isinstance(node.right, ast.Constant)
        and node.right.value == 6
        and isinstance(node.left, ast.BinOp)
        and isinstance(node.left.op, ast.Sub)
        and all(isinstance(end, ast.Subscript) for end in (node.left.left, node.left.right))
    )


@for_each(
    "text, sign, home",
    [
        ("16)", _reads_hex, "drawing/colours.py"),
        ("02x", _writes_hex, "drawing/colours.py"),
        ("/ 6", _bends, "drawing/splines.py"),
    ],
)
def test_each_tool_is_made_in_one_module(
    text: str, sign: Callable[[ast.AST], bool], home: str
) -> None:
    makers = {
        name
        for name, source in _modules()
        if text in source and any(sign(node) for node in ast.walk(ast.parse(source)))
    }
    assert makers == {home}


def test_no_name_of_the_kit_is_defined_again() -> None:
    """What scenery, figures, things and places draw with has one meaning each."""
    defined = [
        (what, name)
        for name, source in _modules()
        for what in re.findall(r"^(?:def|class) ([A-Za-z]\w*)", source, re.MULTILINE)
    ]
    kit = [what for what, name in defined if name.startswith("drawing/")]
    assert kit
    assert len(kit) == len(set(kit))
    rooms = ("scenery/", "figures/", "things/", "places/", "grouping/")
    again = [pair for pair in defined if pair[0] in kit and pair[1].startswith(rooms)]
    assert not again


def test_the_kit_imports_nothing_of_the_illustrator_but_itself() -> None:
    foreign = [
        (name, module)
        for name, source in _modules()
        if name.startswith("drawing/")
        for module in re.findall(r"imagespeak_core[\w.]*", source)
        if not module.startswith(f"{illustrator.__name__}.drawing.")
    ]
    assert not foreign
