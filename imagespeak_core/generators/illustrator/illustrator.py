"""Draws a picture for a prompt: read it, choose the light, paint the place, seat everybody."""

from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass, replace

from imagespeak_core.generators.illustrator.casting.boarding import aboard
from imagespeak_core.generators.illustrator.casting.cast import actors_of
from imagespeak_core.generators.illustrator.casting.extras import idle_actions, with_extras
from imagespeak_core.generators.illustrator.drawing.render import document, to_png
from imagespeak_core.generators.illustrator.grouping.grouping import group_actors
from imagespeak_core.generators.illustrator.grouping.groups import Grouping
from imagespeak_core.generators.illustrator.layout.layout import Layout, lay_out
from imagespeak_core.generators.illustrator.painting import painted
from imagespeak_core.generators.illustrator.places.registry import PLACES, RANKED
from imagespeak_core.generators.illustrator.places.staging import set_stage
from imagespeak_core.generators.illustrator.reading.parsing import read_prompt
from imagespeak_core.generators.illustrator.scene import (
    Scene,
    Wanted,
    Weather,
    Wish,
)
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.palette import indoor_mood, mood_for
from imagespeak_core.generators.illustrator.scenery.stage import Stage
from imagespeak_core.generators.illustrator.seeing.backdrop import backdrop_of
from imagespeak_core.generators.illustrator.seeing.items import shown_items
from imagespeak_core.generators.illustrator.telling.missing import not_drawn
from imagespeak_core.generators.illustrator.things.catalog import THINGS, having

_VIEWS = (
    (1.6, 0.02),
    (1.48, 0.03),
    (1.36, 0.02),
    (1.24, 0.03),
    (1.12, 0.04),
    (1.0, 0.06),
    (0.95, 0.1),
    (0.88, 0.15),
    (0.8, 0.2),
    (0.88, 0.3),
    (0.8, 0.34),
    (0.74, 0.4),
)
"""From near to far: how near, and how much of somebody may be hidden so that all have room."""

_NEAR_ENOUGH = 0.85
_STILL_NEAR = 0.79
_THREE, _SIX, _TWELVE = 3, 6, 12
_FEW_SHARE = 0.262
"""How high a grown-up is at the least where there are up to six, as a share of the picture."""
_CROWD_SHARE = 0.18
"""The same for up to twelve."""
_BACK_ROW_SHARE = 0.147
"""The same for those at the back, where so many are in two rows."""
_SMALLEST = 0.1
"""The same at last, before anybody is left out."""
_EIGHT = 8
_FROM_AFAR = 4
"""Of more than eight the nearest views are not even tried."""
_FARTHER = ((0.8, 0.4), (0.74, 0.4), (0.66, 0.3), (0.58, 0.3))
"""The views of a crowd of which some are left out where the prompt's words allow it."""
_FRIENDLY = tuple(place.name for place in RANKED if place.default)


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
    wish = aboard(read_prompt(prompt))
    text = f"{seed}|{width_px}x{height_px}|{prompt}"
    dice = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    place = wish.place or random.Random(f"{dice}place").choice(_FRIENDLY)
    wish = with_extras(wish, place, random.Random(f"{dice}extras"))
    size = (float(width_px), float(height_px))
    attempt, stage, grouping, layout = _fitted(wish, place, dice, size)
    missing = layout.nouns_without_room
    if missing:
        # Without what has no room at all, the rest can be seen from nearer.
        wish = _without(wish, missing)
        attempt, stage, grouping, layout = _fitted(wish, place, dice, size)
    scene = _scene(wish, place, stage, grouping, layout, (width_px, height_px))
    content = painted(attempt.frame("front"), stage, layout, (width_px, height_px))
    return Composition(document(content, width_px, height_px), scene, layout, stage)


@dataclass(frozen=True, slots=True)
class _Attempt:
    """One try at a composition, from one distance."""

    wish: Wish
    place: str
    dice: str
    size: tuple[float, float]
    zoom: float
    hidden: float
    last: bool
    thinned: bool = False

    def frame(self, purpose: str) -> Frame:
        wish = self.wish
        indoors = PLACES[self.place].indoors
        return Frame(
            *self.size,
            indoor_mood(wish.time) if indoors else mood_for(wish.time, wish.weather),
            wish.time,
            wish.weather,
            wish.season,
            random.Random(self.dice + purpose),
            self.zoom,
            _brought(wish, self.place),
        )

    def run(self, grouping: Grouping) -> tuple[Stage, Layout]:
        stage = set_stage(PLACES[self.place], self.frame("stage"))
        layout = lay_out(
            random.Random(self.dice + "layout"),
            stage,
            self.size,
            [cluster.copy() for cluster in grouping.clusters],
            hidden=self.hidden,
            thin=self.last,
            least=self._least(grouping),
        )
        return stage, layout

    def _least(self, grouping: Grouping) -> float:
        """How large a grown-up must be: the fewer there are, the larger.

        Who is in the background may be smaller; so may all where some were left out already.
        """
        people = sum(
            member.actor.person is not None and member.actor.wanted.depth != "background"
            for cluster in grouping.clusters
            for member in cluster.members
        )
        if self.last:
            return _SMALLEST
        if self.thinned and people > _SIX:
            return _BACK_ROW_SHARE
        if self.thinned and self.zoom < _STILL_NEAR:
            return 0.2
        if people > _TWELVE:
            return 0.14
        if people > _SIX:
            return _CROWD_SHARE
        return 0.32 if people <= _THREE and self.zoom >= _NEAR_ENOUGH else _FEW_SHARE


def _grouped(wish: Wish, place: str, dice: str) -> Grouping:
    """Everybody of the wish, in groups: the same from wherever they are seen."""
    rng = random.Random(dice + "cast")
    weather: Weather = "clear" if PLACES[place].indoors else wish.weather
    casts = [
        actors_of(
            rng,
            index,
            item,
            weather=weather,
            place=place,
            idle=idle_actions(wish, index, place),
        )
        for index, item in enumerate(wish.wanted)
    ]
    return group_actors(rng, casts, wish.links, PLACES[place])


def _fitted(
    wish: Wish, place: str, dice: str, size: tuple[float, float]
) -> tuple[_Attempt, Stage, Grouping, Layout]:
    """The nearest view in which all have room; else fewer of what was wanted in no fixed number.

    When even that is too much, the last attempt leaves out what finds no room.
    """
    grouping = _grouped(wish, place, dice)
    many = sum(item.count for item in wish.wanted if item.depth != "background") > _EIGHT
    for share, hidden in _VIEWS[_FROM_AFAR:] if many else _VIEWS:
        zoom = share * _nearness(wish, place)
        attempt = _Attempt(wish, place, dice, size, zoom, hidden, last=False)
        stage, layout = attempt.run(grouping)
        if layout.fits:
            return attempt, stage, grouping, layout
    for zoom, hidden in _FARTHER:
        wish, before = _fewer(wish), wish
        if wish != before:
            grouping = _grouped(wish, place, dice)
        last = zoom == _FARTHER[-1][0]
        attempt = _Attempt(wish, place, dice, size, zoom, hidden, last=last, thinned=True)
        stage, layout = attempt.run(grouping)
        if layout.fits:
            break
    return attempt, stage, grouping, layout


def _nearness(wish: Wish, place: str) -> float:
    """How much nearer the onlooker may come where only children or small things are shown."""
    if PLACES[place].indoors:
        return 0.92
    tallest = max((_height_m(item) for item in wish.wanted if item.count), default=1.7)
    return min(1.25, max(1.0, 1.6 / tallest))


def _height_m(item: Wanted) -> float:
    if item.kind == "person":
        return {"baby": 0.7, "child": 1.2}.get(item.age or "", 1.7)
    return THINGS[item.noun].height_m if item.noun in THINGS else 1.7


def _fewer(wish: Wish) -> Wish:
    """One less of each kind whose number the prompt left open, but never fewer than two."""
    thinned = (
        replace(item, count=item.count - 1) if item.at_least and item.count > 2 else item
        for item in wish.wanted
    )
    return replace(wish, wanted=tuple(thinned))


def _without(wish: Wish, nouns: tuple[str, ...]) -> Wish:
    """The wish without these nouns, which are then among the words that are not drawn."""
    kept = (replace(item, count=0) if item.noun in nouns else item for item in wish.wanted)
    return replace(wish, wanted=tuple(kept), unknown=wish.unknown + nouns)


def _brought(wish: Wish, place: str) -> frozenset[str]:
    """What the prompt's own people and things bring along, so that the place leaves it out."""
    there = [item for item in wish.wanted if item.count or item.noun != "bus"]
    brought = {item.noun for item in there if item.count or item.noun not in wish.unknown}
    in_bed = any(item.action in {"sleep", "lie"} for item in wish.wanted)
    if in_bed and PLACES[place].seating.beds == "one":
        brought.add("bed")
    if any(link.relation == "looking at" and _is_set(wish, link.target) for link in wish.links):
        brought |= having("watched from")
    return frozenset(brought)


def _is_set(wish: Wish, index: int) -> bool:
    return wish.wanted[index].noun == "television"


def _scene(
    wish: Wish,
    place: str,
    stage: Stage,
    grouping: Grouping,
    layout: Layout,
    size: tuple[int, int],
) -> Scene:
    shown = shown_items(stage, layout, size)
    ids = {item.id for item in shown}
    links = tuple(link for link in grouping.shown if link.subject in ids and link.target in ids)
    backdrop = backdrop_of(stage, layout, size, frozenset(item.noun for item in shown))
    return Scene(
        place=place,
        time=wish.time,
        weather=wish.weather,
        season=wish.season,
        indoors=stage.indoors,
        items=shown,
        links=links,
        busy=wish.busy,
        not_drawn=not_drawn(
            wish,
            shown,
            backdrop,
            there=layout.nouns_there,
            without_room=layout.nouns_without_room,
        ),
        backdrop=backdrop,
        language=wish.language,
    )
