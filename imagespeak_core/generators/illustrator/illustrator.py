"""Draws a picture for a prompt: read it, choose the light, paint the place, seat everybody."""

from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass
from functools import partial

from imagespeak_core.generators.illustrator.cast import Actor, actors_of
from imagespeak_core.generators.illustrator.colours import mix
from imagespeak_core.generators.illustrator.extras import idle_actions, with_extras
from imagespeak_core.generators.illustrator.frame import Frame
from imagespeak_core.generators.illustrator.grouping import group_actors
from imagespeak_core.generators.illustrator.groups import Grouped
from imagespeak_core.generators.illustrator.layout import Layout, lay_out
from imagespeak_core.generators.illustrator.nature import shadow
from imagespeak_core.generators.illustrator.palette import indoor_mood, mood_for
from imagespeak_core.generators.illustrator.parsing import read_prompt
from imagespeak_core.generators.illustrator.places.registry import PLACES
from imagespeak_core.generators.illustrator.placing import Placed
from imagespeak_core.generators.illustrator.render import document, to_png
from imagespeak_core.generators.illustrator.scene import (
    Depth,
    Scene,
    Shown,
    ShownLink,
    Side,
    Wish,
)
from imagespeak_core.generators.illustrator.stage import Stage
from imagespeak_core.generators.illustrator.svg import group, placed
from imagespeak_core.generators.illustrator.weather import draw_weather
from imagespeak_core.generators.illustrator.words.settings import INDOORS

_ZOOMS = (1.0, 0.9, 0.82, 0.74, 0.66, 0.58, 0.5)
_FRIENDLY = ("park", "street")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished picture: its PNG, exactly as large as asked for, and what it shows."""

    png: bytes
    scene: Scene


@dataclass(frozen=True, slots=True)
class Composition:
    """A picture as SVG text, and what it shows."""

    svg: str
    scene: Scene
    layout: Layout
    stage: Stage


def draw(prompt: str, *, seed: int, width_px: int, height_px: int) -> Drawing:
    """Draws any prompt; the same prompt, seed and size give the same bytes.

    Args:
        prompt: Any text; words that are not known are named in the scene's `not_drawn`.
        seed: Another seed gives another composition, other people and details.
        width_px: Width of the picture, 256 to 1536.
        height_px: Height of the picture, 256 to 1536.
    """
    composition = compose(prompt, seed=seed, width_px=width_px, height_px=height_px)
    return Drawing(to_png(composition.svg), composition.scene)


def compose(prompt: str, *, seed: int, width_px: int, height_px: int) -> Composition:
    """Everything of `draw` but the pixels."""
    wish = read_prompt(prompt)
    text = f"{seed}|{width_px}x{height_px}|{prompt}"
    dice = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    place = wish.place or random.Random(f"{dice}place").choice(_FRIENDLY)
    wish = with_extras(wish, place, random.Random(f"{dice}extras"))
    for zoom in _ZOOMS:
        attempt = _Attempt(wish, place, dice, (float(width_px), float(height_px)), zoom)
        stage, grouped, layout = attempt.run()
        if layout.fits:
            break
    scene = _scene(wish, place, stage, grouped, layout, (width_px, height_px))
    content = _painted(attempt.frame("front"), stage, layout)
    return Composition(document(content, width_px, height_px), scene, layout, stage)


@dataclass(frozen=True, slots=True)
class _Attempt:
    """One try at a composition, from one distance."""

    wish: Wish
    place: str
    dice: str
    size: tuple[float, float]
    zoom: float

    def frame(self, purpose: str) -> Frame:
        wish = self.wish
        return Frame(
            *self.size,
            indoor_mood(wish.time) if self.place in INDOORS else mood_for(wish.time, wish.weather),
            wish.time,
            wish.weather,
            wish.season,
            random.Random(self.dice + purpose),
            self.zoom,
            _brought(wish, self.place),
        )

    def run(self) -> tuple[Stage, Grouped, Layout]:
        stage = PLACES[self.place](self.frame("stage"))
        rng = random.Random(self.dice + "cast")
        rainy = self.wish.weather == "rain" and not stage.indoors
        casts = [
            actors_of(
                rng, index, item, rainy=rainy, idle=idle_actions(self.wish, index, self.place)
            )
            for index, item in enumerate(self.wish.wanted)
        ]
        grouped = group_actors(rng, casts, self.wish.links, self.place)
        layout = lay_out(
            random.Random(self.dice + "layout"),
            stage,
            self.size,
            grouped.clusters,
            thin=self.zoom == _ZOOMS[-1],
        )
        return stage, grouped, layout


def _brought(wish: Wish, place: str) -> frozenset[str]:
    """What the prompt's own people and things bring along, so that the place leaves it out."""
    brought = {item.noun for item in wish.wanted}
    if place == "bedroom" and any(item.action in {"sleep", "lie"} for item in wish.wanted):
        brought.add("bed")
    return frozenset(brought)


def _painted(frame: Frame, stage: Stage, layout: Layout) -> str:
    """Back, then props and actors from far to near, then what is in front of all."""
    things = [(prop.foot_px, 0, prop.svg) for prop in layout.props]
    order = sorted(layout.placed, key=lambda item: item.ground_px)
    things += [(item.ground_px, 1, _drawn(frame, stage, item)) for item in order]
    things.sort(key=lambda thing: (thing[0], thing[1]))
    weather = "" if stage.indoors else draw_weather(frame, stage.horizon_px)
    return group(stage.back, *(svg for _, _, svg in things), stage.front, weather, id="picture")


def _drawn(frame: Frame, stage: Stage, item: Placed) -> str:
    tone = partial(_lit, frame)
    svg = placed(
        item.actor.draw(tone),
        item.x_px,
        item.y_px,
        item.px_per_m,
        mirrored=item.mirrored,
        id_=item.actor.id,
    )
    if item.lifted or item.actor.stands in {"air", "water", "wall"}:
        return svg
    wide = item.box.right - item.box.left
    shade = shadow(
        frame.mood.shadow,
        frame.mood.shadow_opacity,
        min(wide, item.px_per_m * 0.62) if item.actor.person else wide,
    )
    centre = item.x_px if item.actor.person else (item.box.left + item.box.right) / 2
    return placed(shade, centre, item.ground_px, 1.0) + svg


def _lit(frame: Frame, colour: str) -> str:
    """People stand out a little from the dark, so that they can be told."""
    tone = frame.mood.tone(colour)
    return mix(tone, colour, 0.22) if frame.time == "night" else tone


def _scene(
    wish: Wish,
    place: str,
    stage: Stage,
    grouped: Grouped,
    layout: Layout,
    size: tuple[int, int],
) -> Scene:
    shown = tuple(_shown(item, stage, size) for item in layout.placed)
    ids = {item.id for item in shown}
    links = tuple(
        ShownLink(subject, relation, target)
        for subject, relation, target in grouped.links
        if subject in ids and target in ids
    )
    return Scene(
        place=place,
        time=wish.time,
        weather=wish.weather,
        season=wish.season,
        indoors=stage.indoors,
        items=shown,
        links=links,
        busy=wish.busy,
        not_drawn=wish.unknown + _missing(layout.left_out),
    )


def _missing(left_out: list[Actor]) -> tuple[str, ...]:
    return tuple(sorted({actor.wanted.noun for actor in left_out}))


def _shown(item: Placed, stage: Stage, size: tuple[int, int]) -> Shown:
    wanted = item.actor.wanted
    share = (item.box.left + item.box.right) / 2 / size[0]
    side: Side = "left" if share < 0.36 else "right" if share > 0.64 else "middle"
    deep = (item.ground_px - stage.horizon_px) / max(1.0, size[1] - stage.horizon_px)
    depth: Depth = "foreground" if deep > 0.68 else "middle" if deep > 0.38 else "background"
    return Shown(
        id=item.actor.id,
        kind=wanted.kind,
        noun=wanted.noun,
        side=side,
        depth=depth,
        colour=wanted.colour,
        size=wanted.size,
        action=wanted.action if wanted.kind == "person" else None,
        age=wanted.age,
        gender=wanted.gender,
        role=wanted.role,
        feeling=wanted.feeling,
        wearing=wanted.wearing,
        holding=wanted.holding,
    )
