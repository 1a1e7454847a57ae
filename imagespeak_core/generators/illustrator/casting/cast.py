"""Turns what a prompt wants into actors: single people, animals and things, ready to be drawn."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal, cast

from imagespeak_core.generators.illustrator.casting.dressing import dressed
from imagespeak_core.generators.illustrator.casting.seen_from import STATURES, held_by, view_of
from imagespeak_core.generators.illustrator.casting.taken_off import without
from imagespeak_core.generators.illustrator.drawing.svg import Tone, group
from imagespeak_core.generators.illustrator.figures.figure import draw_person
from imagespeak_core.generators.illustrator.figures.occasions import Occasion, dressed_for
from imagespeak_core.generators.illustrator.figures.person import (
    Mood,
    Person,
    bounds_m,
    random_person,
)
from imagespeak_core.generators.illustrator.figures.poses import ACTIONS
from imagespeak_core.generators.illustrator.places.registry import PLACES
from imagespeak_core.generators.illustrator.scene import Given, Wanted, Weather
from imagespeak_core.generators.illustrator.things.catalog import HELD, THINGS, Thing, having
from imagespeak_core.generators.illustrator.words.animal_actions import usual_action
from imagespeak_core.generators.illustrator.words.things import COLOURS

Stands = Literal["ground", "surface", "air", "water", "road", "wall"]

_ROAD = having("rides on the road")
_CROWDING_M = 5.5
_MANY = 3
_SIZES = {"small": 0.66, None: 1.0, "big": 1.4}
"""How large a thing or an animal is beside the usual, by the size that is wanted."""
_TOO_HIGH_M = 4.4
"""What is wider or higher is drawn smaller, so that the people beside it are not tiny."""


@dataclass(frozen=True, slots=True)
class Actor:
    """One person, animal or thing of the picture, before it has a place.

    Lengths are in metres, from its foot at (0, 0): `left` is negative, `height` positive. What
    was `given` is not from the wish. `does` is what a person is seen to do by where they are, if
    the body alone does not tell it: who sits on a horse rides. `covered_from` tells from where on,
    to the right, a blanket is over a person.
    """

    id: str
    wanted: Wanted
    draw: Callable[[Tone], str]
    left: float
    right: float
    height: float
    stands: Stands
    faces: bool
    person: Person | None = None
    thing: Thing | None = None
    colour: str = ""
    given: Given | None = None
    does: str = ""
    covered_from: float | None = None

    @property
    def half(self) -> float:
        """Half its width."""
        return (self.right - self.left) / 2


def person_actor(
    rng: random.Random,
    id_: str,
    wanted: Wanted,
    *,
    weather: Weather,
    place: str,
    idle: tuple[str, ...],
    denied: frozenset[str] = frozenset(),
) -> Actor:
    """A person as wanted; what is left open is up to the dice, what to do from `idle`.

    Nothing that is `denied` is worn or held.
    """
    action = wanted.action if wanted.action in ACTIONS else rng.choice(idle)
    if wanted.age == "baby":
        action = _of_a_baby(rng, action)
    person = random_person(
        rng,
        age=wanted.age or _some_age(rng, wanted),
        gender=wanted.gender or _gender_of(wanted),
        action=action,
        role=wanted.role,
        mood=cast(Mood, wanted.feeling or "happy"),
        view=view_of(rng, action, held_by(wanted), many=wanted.count > _MANY),
    )
    person = replace(person, size=STATURES.get(wanted.size, person.size))
    occasion = _occasion(weather, place)
    if occasion:
        person = dressed_for(person, occasion, rng)
    person = dressed(rng, person, wanted)
    held = held_by(wanted) if wanted.holding in HELD else None
    if held:
        colour = COLOURS.get(wanted.holding_colour or "")
        person = replace(person, held=held, held_colour=colour)
    elif (
        weather == "rain"
        and action in {"stand", "walk"}
        and not person.held
        and rng.random() < 0.75
    ):
        colour = rng.choice(HELD["umbrella"].colours)
        person = replace(person, held="umbrella", held_colour=colour)
    if wanted.age == "baby" and action not in _LIKE_ALL:
        person = replace(person, posture="floor", view="side")
    if wanted.posture and wanted.posture != "sit":
        person = replace(person, posture=wanted.posture, view="side")
    if wanted.holding_colour and not held:
        person = replace(person, held_colour=COLOURS.get(wanted.holding_colour or ""))
    several = HELD[person.held].colours if person.held else ()
    if several and not person.held_colour:
        person = replace(person, held_colour=rng.choice(several))
    person = without(person, denied)
    return of_person(id_, _as_drawn(wanted, person), person)


_UPRIGHT = frozenset("stand walk run jump dance hold carry talk lean shop kick play wave".split())
_LIKE_ALL = frozenset({"crawl", "sleep", "lie", "swim", "wheelchair"})
"""What babies do as all others do; anything else they do while they sit on the ground."""


def _of_a_baby(rng: random.Random, action: str) -> str:
    """What a baby does, who cannot stand or walk yet."""
    if action in {"walk", "run"}:
        return "crawl"
    return rng.choice(("sit", "sit", "crawl")) if action in _UPRIGHT else action


def of_person(id_: str, wanted: Wanted, person: Person, does: str = "") -> Actor:
    """The actor of a person that is already made up."""
    left, top, right, _ = bounds_m(person)
    water = person.action == "swim"
    return Actor(
        id=id_,
        wanted=wanted,
        draw=partial(draw_person, person),
        left=left,
        right=right,
        height=-top,
        stands="water" if water else "ground",
        faces=True,
        person=person,
        does=does,
    )


def _gender_of(wanted: Wanted) -> Literal["man"] | None:
    """Who is to have a beard is a man, unless the prompt says otherwise."""
    return "man" if {"beard", "moustache"} & {what for what, _ in wanted.wearing} else None


def _some_age(rng: random.Random, wanted: Wanted) -> Literal["adult", "child", "old", "teenager"]:
    if wanted.role or wanted.action in {"ride", "drive", "shop", "type"}:
        return "adult"
    return rng.choice(("adult", "adult", "adult", "adult", "teenager", "old"))


def _as_drawn(wanted: Wanted, person: Person) -> Wanted:
    return replace(
        wanted,
        count=1,
        action=person.action,
        age=person.age,
        gender=person.gender,
        holding=person.held or wanted.holding,
        feeling=wanted.feeling,
    )


def _occasion(weather: Weather, place: str) -> Occasion | None:
    if weather == "snow":
        return "snow"
    if weather == "rain":
        return "rain"
    return "beach" if PLACES[place].bathing else None


def thing_actor(rng: random.Random, id_: str, wanted: Wanted) -> Actor:
    """A thing or an animal as wanted; very long things are drawn a little smaller."""
    thing = THINGS[wanted.noun].doing(wanted.action)
    if wanted.kind == "animal" and wanted.action in {None, "stand"}:
        wanted = replace(wanted, action=usual_action(wanted.noun))
    usual = rng.choice(thing.colours or (thing.colour,))
    as_ever = thing.coloured == "never" or wanted.colour in thing.looks
    colour = usual if as_ever else COLOURS.get(wanted.colour or "", usual)
    factor = thing.enlarged
    if thing.height_m * factor > _TOO_HIGH_M:
        factor *= (_TOO_HIGH_M / (thing.height_m * factor)) ** 0.7
    if thing.width_m > _CROWDING_M:
        factor *= (_CROWDING_M / thing.width_m) ** 0.5
    factor *= _SIZES[wanted.size]
    return Actor(
        id=id_,
        wanted=replace(wanted, count=1),
        draw=partial(_draw_thing, thing, colour, factor, rng.randrange(1 << 30)),
        left=-thing.width_m / 2 * factor,
        right=thing.width_m / 2 * factor,
        height=thing.height_m * factor,
        stands="road" if wanted.noun in _ROAD else thing.stands_on,
        faces=thing.faces,
        thing=thing,
        colour=colour,
    )


def in_pose(actor: Actor, action: str) -> Actor:
    """The animal as it does this, in the same looks; as it was if there is no drawing of it."""
    thing = actor.thing.doing(action) if actor.thing else None
    if actor.thing is None or thing is None or thing.usual != action:
        return actor
    factor = actor.height / actor.thing.height_m
    return replace(
        actor,
        wanted=replace(actor.wanted, action=action),
        draw=partial(_draw_thing, thing, actor.colour, factor, len(actor.id)),
        left=-thing.width_m / 2 * factor,
        right=thing.width_m / 2 * factor,
        height=thing.height_m * factor,
        thing=thing,
    )


def _draw_thing(thing: Thing, colour: str, factor: float, seed: int, tone: Tone) -> str:
    drawn = thing.draw(tone, colour, random.Random(seed))
    return drawn if factor == 1.0 else group(drawn, transform=f"scale({factor:.3f})")


def actors_of(
    rng: random.Random,
    index: int,
    wanted: Wanted,
    *,
    weather: Weather,
    place: str = "park",
    idle: tuple[str, ...],
    denied: frozenset[str] = frozenset(),
) -> list[Actor]:
    """As many actors as are wanted, with ids like "dog-0-1"; people have nothing `denied` on."""
    made = []
    for number in range(wanted.count):
        id_ = f"{wanted.noun.lower().replace(' ', '-')}-{index}-{number}"
        if wanted.kind == "person":
            made.append(
                person_actor(
                    rng, id_, wanted, weather=weather, place=place, idle=idle, denied=denied
                )
            )
        else:
            made.append(thing_actor(rng, id_, wanted))
    return made
