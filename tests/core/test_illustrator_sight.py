"""What can be seen of a picture's pieces: by hand, and against pictures with and without them."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache, lru_cache

import pytest
from PIL import Image, ImageChops

from imagespeak_core.generators.illustrator.drawing.svg import circle, group, rect
from imagespeak_core.generators.illustrator.illustrator import Composition, compose
from imagespeak_core.generators.illustrator.layout.furniture import boxes_of
from imagespeak_core.generators.illustrator.layout.layout import Layout
from imagespeak_core.generators.illustrator.painting import Painting, Piece
from imagespeak_core.generators.illustrator.painting import painted as painted_in_layers
from imagespeak_core.generators.illustrator.scene import Shown
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.palette import mood_for
from imagespeak_core.generators.illustrator.scenery.stage import Box
from imagespeak_core.generators.illustrator.seeing.items import shown_items
from imagespeak_core.generators.illustrator.seeing.sight import Sight, View, view_of
from imagespeak_core.generators.illustrator.seeing.visibility import can_be_seen
from tests.core.illustrator_bank import painted
from tests.core.illustrator_seen import Seen, seen_of_ids, span_of
from tests.for_each import for_each

SIZE = (512, 256)
BOX = Box(100, 50, 200, 150)


def _view(*pieces: Piece, front: str = "", weather: str = "", back: str = "") -> View:
    boxes = {piece.id: BOX for piece in pieces}
    return view_of(Painting(back, pieces, front, weather), boxes, SIZE)


def _piece(id_: str, *drawn: str) -> Piece:
    return Piece(group(*drawn, id=id_), id_)


SQUARE = _piece("square", rect(100, 50, 100, 100, "#cc4422"))


def _square(*over: Piece, front: str = "", weather: str = "") -> Sight | None:
    return _view(SQUARE, *over, front=front, weather=weather).sights.get("square")


def test_what_has_nothing_before_it_is_wholly_seen() -> None:
    sight = _square()
    assert sight is not None
    assert sight.share == 1.0
    assert sight.pixels == 50 * 50
    assert sight.box == BOX
    assert sight.centre == pytest.approx((150, 100), abs=0.1)
    assert (sight.head, sight.held) == (None, None)


def test_what_is_nearer_covers_it() -> None:
    half = _square(_piece("board", rect(150, 0, 200, 200, "#222222")))
    assert half is not None
    assert half.share == pytest.approx(0.5, abs=0.02)
    assert half.box == Box(100, 50, 150, 150)
    assert half.centre == pytest.approx((125, 100), abs=1)
    assert _square(Piece(rect(90, 0, 200, 200, "#222222"))) is None
    assert _square(front=rect(90, 0, 200, 200, "#222222")) is None
    around = _piece("ring", circle(150, 100, 90, "none", stroke="#222222", stroke_width=20.0))
    assert _square(around) == _square()


def test_light_glass_and_weather_hide_nothing() -> None:
    panes = rect(90, 0, 200, 200, "#eeeeff", fill_opacity=0.5) + group(
        rect(90, 0, 200, 200, "#ffffff"), opacity=0.3
    )
    glow = rect(90, 0, 200, 200, "url(#lamp)")
    assert _square(_piece("pane", panes), Piece(glow)) == _square()
    assert _square(weather=rect(0, 0, 512, 256, "#ffffff")) == _square()


def test_what_is_beyond_the_edge_is_not_seen() -> None:
    cut = Piece(group(rect(-75, 50, 100, 100, "#cc4422"), id="cut"), "cut")
    view = view_of(Painting("", (cut,), "", ""), {"cut": Box(-75, 50, 25, 150)}, SIZE)
    assert view.sights["cut"].share == pytest.approx(0.25, abs=0.02)
    assert view.sights["cut"].box == Box(0, 50, 26, 150)


def test_head_and_held_are_seen_apart_from_the_rest() -> None:
    head = group(rect(100, 50, 40, 20, "#f0c0a0"), class_="head")
    body = rect(100, 70, 40, 80, "#3355aa")
    cup = group(rect(140, 90, 20, 20, "#ffffff"), class_="held")
    hat = Piece(rect(100, 40, 60, 20, "#222222"))
    sight = _view(_piece("somebody", head, body, cup), hat).sights["somebody"]
    assert (sight.head, sight.held) == (0.5, 1.0)
    assert sight.share == pytest.approx(1 - 40 * 10 / (40 * 100 + 20 * 20), abs=0.01)


def test_of_the_back_what_is_marked_and_free_is_seen() -> None:
    moon = group(circle(300, 60, 30, "#ffffee"), class_="moon")
    sun = group(circle(60, 60, 30, "#ffffee"), class_="sun")
    cloth = Piece(rect(260, 20, 80, 80, "#222222"))
    assert _view(back=rect(0, 0, 512, 256, "#000033") + moon + sun).back == ("moon", "sun")
    assert _view(cloth, back=moon + sun).back == ("sun",)
    assert _view(back=moon + sun + rect(0, 0, 120, 120, "#888888")).back == ("moon",)


def test_a_box_is_free_where_nothing_is_before_the_back() -> None:
    view = _view(SQUARE)
    assert view.free_share(Box(300, 50, 400, 150)) == 1.0
    assert view.free_share(BOX) == 0.0
    assert view.free_share(Box(150, 50, 250, 150)) == pytest.approx(0.5, abs=0.02)
    assert view.free_share(Box(462, 50, 562, 150)) == pytest.approx(0.5, abs=0.02)
    assert view.free_share(Box(600, 50, 700, 150)) == 0.0


@for_each(
    "pixels, share, head, told",
    [
        (400, 1.0, None, True),
        (11, 1.0, None, False),
        (400, 0.21, None, True),
        (400, 0.19, None, False),
        (400, 0.31, 0.51, True),
        (400, 0.55, 0.4, True),
        (400, 0.45, 0.45, False),
    ],
)
def test_who_is_seen_enough(pixels: int, share: float, head: float | None, told: bool) -> None:
    assert can_be_seen(Sight(BOX, (150, 100), pixels, share, head)) is told


def test_nothing_is_not_seen() -> None:
    assert not can_be_seen(None)


NOUNS = (
    "man", "girl", "baby", "dog", "cat", "horse", "elephant", "bus", "car", "tree", "sofa", "table",
    "chair", "ball", "kite", "umbrella", "boat", "bird", "cow", "cup", "book", "clock", "suitcase",
)  # fmt: skip
RELATIONS = ("behind", "in front of", "next to", "under", "on", "above", "left of", "in")
WHERE = ("in a park", "on a beach in fog", "in a kitchen", "in a street at night", "on a farm")


def _made_up(seed: int) -> str:
    """A prompt of its own for each number: so many of a kind, where, and by what."""
    dice = random.Random(seed)
    one, other = dice.sample(NOUNS, 2)
    several = dice.choice(("a {}", "a {}", "two {}s", "five {}s")).format(one)
    return f"{several} {dice.choice(RELATIONS)} a {other} {dice.choice(WHERE)}"


PROMPTS = (
    *(_made_up(seed) for seed in range(8)),
    "a man behind an elephant", "three men behind a car", "three cats behind a sofa",
    "a baby in a pram", "two people in a car", "a boy sleeping in a bed",
    "three children swimming in a pool", "a girl riding an elephant", "a woman with her baby",
    "two dogs behind a man in the rain at night", "an elephant in front of three giraffes",
    "five people and a horse on a farm in fog", "a bee on a flower",
    "three buses and four cars in a street", "ten students in a classroom",
    "a wine glass above a kite", "a busy market in the snow",
    "a cat in a box next to a lamp",
    "Eight people, three dogs, a horse, a bus, a fountain, a tent and two kites in a park",
    "Four colleagues sit around a meeting table, and a cleaner is waiting.",
    "A father is working at the kitchen table while his children build a tent of blankets.",
)  # fmt: skip
CLEARLY_SEEN, HARDLY_SEEN = 0.3, 0.12
"""Shares that leave no doubt, whichever way one counts."""
A_SPECK, SOME_PIXELS = 2, 6
"""The same for pixels, of a picture so small."""
EDGE, AIR = 0.008, 0.03
"""How far outside its box an item's pixels may begin, and how far inside; of the picture's side.
A pixel of the picture that they are looked for in is 0.008."""
BEHIND_GLASS = "two people in a car"
"""Their window's light is drawn with them and counts as theirs there, but hides nothing."""
DIFFERENT = 24
"""How far apart a pixel is with somebody and without, of 255."""
SIDE = 128


@cache
def _composed(prompt: str) -> Composition:
    return compose(prompt, seed=PROMPTS.index(prompt), width_px=512, height_px=512)


@cache
def _seen(prompt: str) -> dict[str, Seen]:
    composition = _composed(prompt)
    ids = [item.actor.id for item in composition.layout.placed]
    ids += [item.id for item in composition.scene.items if item.id not in ids]
    return seen_of_ids(composition.svg, ids, SIDE)


@for_each("prompt", PROMPTS)
def test_items_are_those_that_are_seen(prompt: str) -> None:
    composition = _composed(prompt)
    told = {item.id for item in composition.scene.items}
    people = {item.actor.id for item in composition.layout.placed if item.actor.person}
    for id_, seen in _seen(prompt).items():
        if id_ in told:
            assert seen.share > HARDLY_SEEN, id_
            assert seen.visible > A_SPECK, id_
        else:
            enough = 2 * CLEARLY_SEEN if id_ in people else CLEARLY_SEEN
            assert seen.share < enough or seen.visible < SOME_PIXELS, id_


@for_each("prompt", [prompt for prompt in PROMPTS if prompt != BEHIND_GLASS])
def test_a_box_is_around_all_that_is_seen_and_little_more(prompt: str) -> None:
    seen = _seen(prompt)
    for item in _composed(prompt).scene.items:
        assert item.box is not None
        left, top, width, height = item.box
        assert min(left, top) >= 0 < min(width, height), item
        assert max(left + width, top + height) <= 1.0005, item
        pixels = seen[item.id].pixels
        for begin, length, places in (
            (left, width, [(at % SIDE + 0.5) / SIDE for at in pixels]),
            (top, height, [(at // SIDE + 0.5) / SIDE for at in pixels]),
        ):
            assert -EDGE <= min(places) - begin < AIR, item
            assert -EDGE <= begin + length - max(places) < AIR, item


@for_each("prompt", PROMPTS)
def test_an_item_changes_the_picture_where_it_is_told_to_be(prompt: str) -> None:
    composition = _composed(prompt)
    for item in (*composition.scene.items[:2], *composition.scene.items[-1:]):
        _assert_is_there(composition, item)


@lru_cache(maxsize=1)
def _picture(svg: str) -> Image.Image:
    return painted(svg, SIDE)


def _assert_is_there(composition: Composition, item: Shown) -> None:
    start, end = span_of(composition.svg, item.id)
    without = composition.svg[:start] + composition.svg[end:]
    apart = ImageChops.difference(_picture(composition.svg), painted(without, SIDE))
    clear = apart.convert("L").point(lambda value: 255 * (value >= DIFFERENT))
    columns = [
        clear.crop((at, 0, at + 1, clear.height)).histogram()[255] for at in range(clear.width)
    ]
    assert sum(columns) > A_SPECK, item
    middle = sum(at * count for at, count in enumerate(columns)) / sum(columns) / SIDE
    low, high = {"left": (0, 0.36), "middle": (0.3, 0.7), "right": (0.64, 1)}[item.side]
    assert low <= middle <= high, (item, middle)


@for_each("noun", ["man", "dog", "car", "bicycle", "cow", "vase", "tree"])
def test_who_is_asked_to_be_somewhere_is_seen_there(noun: str) -> None:
    for seed, (words, where) in enumerate(
        [("on the left", "left"), ("on the right", "right"), ("in the middle", "middle")]
    ):
        items = _items(f"a {noun} {words}", seed)
        assert {item.side for item in items if item.noun == noun} == {where}
    for words, depth in (("in the background", "background"), ("in the foreground", "foreground")):
        items = _items(f"a {noun} {words} of a park", 1)
        assert {item.depth for item in items if item.noun == noun} == {depth}


@for_each(
    "words, noun",
    [("three men behind a car", "man"), ("three cats behind a sofa", "cat"),
     ("two dogs behind a man", "dog"), ("three dogs in front of a car", "dog")],
)  # fmt: skip
def test_none_of_those_who_are_behind_or_before_something_is_hidden(words: str, noun: str) -> None:
    asked = {"two": 2, "three": 3}[words.split()[0]]
    for seed in range(3):
        assert sum(item.noun == noun for item in _items(words, seed)) == asked


def _items(prompt: str, seed: int) -> tuple[Shown, ...]:
    return compose(prompt, seed=seed, width_px=512, height_px=512).scene.items


@for_each("held, told", [(None, "bottle"), (0.5, "bottle"), (0.05, None)])
def test_what_is_held_is_told_where_it_can_be_seen(held: float | None, told: str | None) -> None:
    composition = compose("a girl with a bottle", seed=1, width_px=256, height_px=256)
    sight = Sight(BOX, (150, 100), 500, 1.0, 1.0, held)
    sights = {item.actor.id: sight for item in composition.layout.placed}
    view = View((256, 256), sights, (), Image.new("L", (256, 256)), {})
    (girl,) = shown_items(composition.stage, composition.layout, view)
    assert girl.holding == told


@for_each("near, told", [(-20.0, False), (20.0, True)])
def test_a_man_at_an_elephant_is_told_only_before_it(near: float, told: bool) -> None:
    composition = compose("a man and an elephant in a park", seed=3, width_px=512, height_px=512)
    stage, layout = composition.stage, composition.layout
    (man,) = [item for item in layout.placed if item.actor.wanted.noun == "man"]
    (elephant,) = [item for item in layout.placed if item.actor.wanted.noun == "elephant"]
    box = elephant.box
    low, x = (box.top + box.bottom) / 2 + 20, box.left + (box.right - box.left) * 0.3
    there = Box(x - 30, low - 60, x + 30, low)
    moved = replace(
        man, x_px=x, y_px=low, ground_px=elephant.ground_px + near, px_per_m=30.0, box=there
    )
    together = Layout(placed=[moved, elephant])
    mood = mood_for("day", "clear")
    frame = Frame(512, 512, mood, "day", "clear", "summer", random.Random(1))
    view = view_of(painted_in_layers(frame, stage, together), boxes_of(together), (512, 512))
    assert (man.actor.id in {item.id for item in shown_items(stage, together, view)}) is told
