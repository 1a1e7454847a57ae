"""Clothes for the weather and for the beach."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Literal

from imagespeak_core.generators.illustrator.figures.person import Person

Occasion = Literal["snow", "rain", "beach"]

_BRIGHT = ("#d9573f", "#e5b93a", "#3f8f8b", "#4f7cac", "#c9577a", "#8a6bb0", "#6d9f62")


def dressed_for(person: Person, occasion: Occasion, rng: Random) -> Person:
    """The person in clothes that fit; who has a role, or wears a dress, keeps the clothes."""
    if person.role:
        return person
    if occasion == "beach":
        return _for_the_beach(person, rng)
    if occasion == "snow":
        return _for_snow(person, rng)
    if person.top == "dress" or rng.random() < 0.4:
        return person
    return replace(person, top="coat", bottom="trousers", striped=False)


def _for_snow(person: Person, rng: Random) -> Person:
    hat = person.hat or ("beanie" if rng.random() < 0.75 else "")
    colour = person.hat_colour if person.hat else rng.choice(_BRIGHT)
    signs = (*person.signs, "scarf") if rng.random() < 0.6 else person.signs
    warm = replace(person, hat=hat, hat_colour=colour, signs=signs, striped=False)
    if person.top == "dress":
        return warm
    return replace(warm, top="coat" if rng.random() < 0.6 else "jacket", bottom="trousers")


def _for_the_beach(person: Person, rng: Random) -> Person:
    hat = person.hat or ("sun hat" if rng.random() < 0.25 else "")
    light = replace(
        person,
        hat=hat,
        hat_colour=person.hat_colour if person.hat else "#efe0bd",
        shoe_colour=person.skin,
        striped=False,
    )
    if person.top == "dress" or hat == "hijab":
        return light
    if person.gender == "woman":
        swims = rng.random() < 0.5
        return replace(light, top="vest", bottom="briefs" if swims else "shorts")
    shorts = replace(light, bottom="shorts", bottom_colour=rng.choice(_BRIGHT))
    return replace(shorts, top=rng.choice(("bare", "shirt", "vest")))
