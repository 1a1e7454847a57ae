"""Things that somebody is given, or that many share, though nobody asked for them."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Literal

from imagespeak_core.generators.illustrator.casting.cast import Actor, thing_actor
from imagespeak_core.generators.illustrator.scene import Given, Use, Wanted


def give(
    rng: random.Random,
    to: Actor,
    noun: str,
    *,
    use: Use,
    called: str = "",
    size: Literal["small"] | None = None,
) -> Actor:
    """A thing for somebody who needs one and has none; `called` is for its id, if not the noun."""
    id_ = f"{called or noun}-of-{to.id}"
    return replace(thing_actor(rng, id_, Wanted("thing", noun, size=size)), given=Given(use, to.id))


def share(rng: random.Random, id_: str, wanted: Wanted) -> Actor:
    """A table, a cloth or a bench for the things and the people that are then put there."""
    return replace(thing_actor(rng, id_, wanted), given=Given("table"))
