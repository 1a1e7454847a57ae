"""From how near a picture is seen: near, but so that all have room, and nobody hides another."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from imagespeak_core.generators.illustrator.casting.cast import actors_of
from imagespeak_core.generators.illustrator.casting.extras import idle_actions
from imagespeak_core.generators.illustrator.grouping.grouping import group_actors
from imagespeak_core.generators.illustrator.grouping.groups import Grouping
from imagespeak_core.generators.illustrator.layout.layout import Layout, lay_out
from imagespeak_core.generators.illustrator.places.registry import PLACES
from imagespeak_core.generators.illustrator.places.staging import set_stage
from imagespeak_core.generators.illustrator.scene import Wanted, Weather, Wish
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.palette import indoor_mood, mood_for
from imagespeak_core.generators.illustrator.scenery.sky import RAINBOW
from imagespeak_core.generators.illustrator.scenery.stage import Stage
from imagespeak_core.generators.illustrator.things.catalog import THINGS, having
from imagespeak_core.generators.illustrator.words.things import COLOURS

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
_WITHOUT_PEOPLE = (*_FARTHER, (0.5, 0.1), (0.43, 0.1), (0.37, 0.34))
"""The same where no people are among them, so that nobody can be too small: buses, elephants."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try at a composition, from one distance.

    Attributes:
        wish: Who and what is to be there.
        place: The name of the place.
        dice: The same text gives the same picture.
        size: Width and height of the picture, in pixels.
        number: The number of the view, from near to far.
        zoom: How near it is.
        hidden: How much of somebody may be hidden.
        last: Whether what finds no room is left out.
        thinned: Whether some were left out already.
    """

    wish: Wish
    place: str
    dice: str
    size: tuple[float, float]
    number: int
    zoom: float
    hidden: float
    last: bool = False
    thinned: bool = False

    def frame(self, purpose: str) -> Frame:
        """The frame in which a part of the picture is painted, with dice for that purpose."""
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
            _colours(wish, self.place),
        )

    def run(self, grouping: Grouping) -> tuple[Stage, Layout]:
        """The place from there, and where everybody is."""
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


def with_room(
    wish: Wish, place: str, dice: str, size: tuple[float, float], first: int
) -> tuple[Attempt, Stage, Grouping, Layout]:
    """Everybody and everything in its place, seen from as near as can be.

    Without what has no room at all the rest is seen from nearer.

    Args:
        wish: Who and what is to be there.
        place: The name of the place.
        dice: The same text gives the same picture.
        size: Width and height of the picture, in pixels.
        first: The number of the nearest view that is tried.
    """
    fitted = _fitted(wish, place, dice, size, first)
    missing = fitted[-1].nouns_without_room
    return _fitted(_without(wish, missing), place, dice, size, first) if missing else fitted


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
            denied=frozenset(
                one.what for one in wish.without if one.kind == "noun" and one.of in {index, None}
            ),
        )
        for index, item in enumerate(wish.wanted)
    ]
    return group_actors(rng, casts, wish.links, PLACES[place])


def _fitted(
    wish: Wish, place: str, dice: str, size: tuple[float, float], first: int
) -> tuple[Attempt, Stage, Grouping, Layout]:
    """The nearest view in which all have room; else fewer of what was wanted in no fixed number.

    When even that is too much, the last attempt leaves out what finds no room. Views nearer than
    the one with the number `first` are not tried.
    """
    grouping = _grouped(wish, place, dice)
    many = sum(item.count for item in wish.wanted if item.depth != "background") > _EIGHT
    near = _VIEWS[_FROM_AFAR:] if many else _VIEWS
    for number, (share, hidden) in enumerate(near[first:], first):
        zoom = share * _nearness(wish, place)
        attempt = Attempt(wish, place, dice, size, number, zoom, hidden)
        stage, layout = attempt.run(grouping)
        if layout.fits:
            return attempt, stage, grouping, layout
    people = any(item.kind == "person" and item.count for item in wish.wanted)
    far = _FARTHER if people else _WITHOUT_PEOPLE
    for number, (zoom, hidden) in enumerate(far, len(near)):
        wish, before = _fewer(wish), wish
        if wish != before:
            grouping = _grouped(wish, place, dice)
        last = zoom == far[-1][0]
        if number < first and not last:
            continue
        attempt = Attempt(wish, place, dice, size, number, zoom, hidden, last=last, thinned=True)
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
    """The wish without these nouns."""
    kept = (replace(item, count=0) if item.noun in nouns else item for item in wish.wanted)
    return replace(wish, wanted=tuple(kept))


def _brought(wish: Wish, place: str) -> frozenset[str]:
    """What the prompt's own people and things bring along, so that the place leaves it out.

    What the place is to show itself is not brought; but a rainbow is painted into its sky.
    """
    here = PLACES[place]
    brought = {item.noun for item in wish.wanted if item.count}
    if not (here.indoors or here.roofed):
        brought |= {item.noun for item in wish.wanted if item.noun == RAINBOW}
    in_bed = any(item.action in {"sleep", "lie"} for item in wish.wanted)
    if in_bed and here.seating.beds == "one":
        brought.add("bed")
    if any(link.relation == "looking at" and _is_set(wish, link.target) for link in wish.links):
        brought |= having("watched from")
    return frozenset(brought)


def _colours(wish: Wish, place: str) -> dict[str, str]:
    """What the place shows itself → the colour that the prompt asks for, "#rrggbb"."""
    return {
        item.noun: COLOURS[item.colour]
        for item in wish.wanted
        if item.colour and item.noun in PLACES[place].built_in
    }


def _is_set(wish: Wish, index: int) -> bool:
    return wish.wanted[index].noun == "television"
