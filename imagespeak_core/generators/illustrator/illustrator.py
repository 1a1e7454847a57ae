"""Draws a picture for a prompt: read it, choose the light, paint the place, seat everybody."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Collection
from dataclasses import dataclass, replace

from imagespeak_core.generators.illustrator.casting.boarding import aboard
from imagespeak_core.generators.illustrator.casting.cast import Actor
from imagespeak_core.generators.illustrator.casting.extras import with_extras
from imagespeak_core.generators.illustrator.drawing.render import document, to_png
from imagespeak_core.generators.illustrator.framing import with_room
from imagespeak_core.generators.illustrator.grouping.groups import Grouping
from imagespeak_core.generators.illustrator.layout.furniture import boxes_of
from imagespeak_core.generators.illustrator.layout.layout import Layout
from imagespeak_core.generators.illustrator.painting import painted
from imagespeak_core.generators.illustrator.places.registry import PLACES, RANKED
from imagespeak_core.generators.illustrator.reading.parsing import read_prompt
from imagespeak_core.generators.illustrator.scene import (
    Scene,
    Setting,
    Shown,
    Wish,
)
from imagespeak_core.generators.illustrator.scenery.stage import Stage
from imagespeak_core.generators.illustrator.seeing.backdrop import backdrop_of
from imagespeak_core.generators.illustrator.seeing.bodies import bodies_of
from imagespeak_core.generators.illustrator.seeing.items import shown_items
from imagespeak_core.generators.illustrator.seeing.links import links_of
from imagespeak_core.generators.illustrator.seeing.sight import View, view_of
from imagespeak_core.generators.illustrator.telling.missing import not_drawn
from imagespeak_core.generators.illustrator.things.catalog import THINGS

_BUSY = 4
"""Where fewer people are to be seen, a place is not busy."""
_LOOKS = 3
"""How often a picture is painted from farther off because somebody in it is hidden."""
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


def draw(
    prompt: str, *, seed: int, width_px: int, height_px: int, beside: Setting | None = None
) -> Drawing:
    """Draws any prompt; the same prompt, seed and size give the same bytes.

    Args:
        prompt: Any text; words that are not known are named in the scene's `not_drawn`.
        seed: Another seed gives another composition, other people and details.
        width_px: Width of the picture, 256 to 1536.
        height_px: Height of the picture, 256 to 1536.
        beside: The setting of a picture that this one is looked at beside: it counts where the
            prompt leaves it open. Nobody is then drawn but whom the prompt names, and another
            prompt with the same seed changes only what it says otherwise.
    """
    composition = compose(prompt, seed=seed, width_px=width_px, height_px=height_px, beside=beside)
    return Drawing(to_png(composition.svg), composition.scene)


def compose(
    prompt: str, *, seed: int, width_px: int, height_px: int, beside: Setting | None = None
) -> Composition:
    """Everything of `draw` but the pixels."""
    size = (width_px, height_px)
    if beside is None:
        return _composed(
            prompt, read_prompt(prompt), f"{seed}|{width_px}x{height_px}|{prompt}", size
        )
    asked = read_prompt(prompt, beside=beside)
    there = _composed(prompt, asked, f"{seed}|{width_px}x{height_px}", size, beside=True)
    if len(_phrases_shown(there.scene)) == len(asked.wanted):
        return there
    # What is not to be seen in that place may be at home in another one.
    asked = read_prompt(prompt, beside=replace(beside, place=None))
    elsewhere = _composed(prompt, asked, f"{seed}|{width_px}x{height_px}", size, beside=True)
    return max(there, elsewhere, key=lambda one: len(_phrases_shown(one.scene)))


def _phrases_shown(scene: Scene) -> set[int]:
    return {item.asked for item in scene.items if item.asked is not None}


def _composed(
    prompt: str, asked: Wish, text: str, size: tuple[int, int], *, beside: bool = False
) -> Composition:
    wish = aboard(asked)
    dice = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    place = wish.place or random.Random(f"{dice}place").choice(_FRIENDLY)
    if beside:
        wish = replace(wish, deserted=not wish.busy)
    wish = with_extras(wish, place, random.Random(f"{dice}extras"))
    made: list[tuple[int, Composition]] = []
    first = 0
    for _ in range(_LOOKS):
        attempt, stage, grouping, layout = with_room(wish, place, dice, size, first)
        painting = painted(attempt.frame("front"), stage, layout)
        view = view_of(painting, boxes_of(layout), size)
        scene = _scene(wish, place, stage, grouping, layout, view)
        shown_for = _shown_for(scene, grouping, len(asked.wanted))
        unseen = _unseen(asked, grouping, shown_for.keys() & {item.id for item in scene.items})
        items = tuple(replace(item, asked=shown_for.get(item.id)) for item in scene.items)
        scene = replace(scene, items=items)
        scene = replace(scene, not_drawn=not_drawn(asked, scene, shown_for, prompt))
        svg = document(painting.svg, *size)
        made.append((unseen, Composition(svg, scene, layout, stage)))
        if not unseen or attempt.last:
            break
        first = attempt.number + 1
    return min(made, key=lambda one: one[0])[1]


def _unseen(asked: Wish, grouping: Grouping, shown: Collection[str]) -> int:
    """How many of those whom the prompt names nobody sees, as they found no room or are hidden."""
    actors = [actor for cast in grouping.casts[: len(asked.wanted)] for actor in cast]
    aside = {actor.id for actor in grouping.set_aside}
    return sum(actor.id not in aside and actor.id not in shown for actor in actors)


def _scene(
    wish: Wish,
    place: str,
    stage: Stage,
    grouping: Grouping,
    layout: Layout,
    view: View,
) -> Scene:
    shown = shown_items(stage, layout, view)
    bodies = bodies_of(shown, stage, layout, view)
    links = links_of(shown, bodies, noted=grouping.shown, asked=grouping.asked)
    told = frozenset(item.noun for item in shown)
    backdrop = backdrop_of(stage, layout, view, told, PLACES[place].background)
    return Scene(
        place=place,
        time=wish.time,
        weather=wish.weather,
        season=wish.season,
        indoors=stage.indoors,
        items=shown,
        links=links,
        busy=wish.busy and sum(item.kind == "person" for item in shown) >= _BUSY,
        backdrop=backdrop,
        language=wish.language,
    )


def _shown_for(scene: Scene, grouping: Grouping, phrases: int) -> dict[str, int]:
    """The id of each item that is shown for one of the prompt's noun phrases → its index.

    For what was set aside these are the ones that were given in its stead.
    """
    index_of = {
        actor.id: index for index, cast in enumerate(grouping.casts[:phrases]) for actor in cast
    }
    for actor in grouping.set_aside:
        for item in scene.items:
            if item.given is not None and item.id not in index_of and _stands_for(item, actor):
                index_of[item.id] = index_of[actor.id]
    return index_of


def _stands_for(item: Shown, actor: Actor) -> bool:
    """Whether what was given serves for what was set aside: a table, a desk or a screen."""
    given, aside = THINGS[item.noun].traits, THINGS[actor.wanted.noun].traits
    return bool({"sat at", "screen"} & set(given) & set(aside))
