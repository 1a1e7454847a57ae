"""How the background of a place is told: what it shows, and where (data)."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.places.registry import RANKED
from imagespeak_core.generators.illustrator.things.catalog import THINGS, having

FACTS = {place.name: place.background for place in RANKED if place.background}
"""What the painted back of such a place shows, where enough of it can be seen."""

NAMES: dict[str, str] = {
    "painting": "picture",
    **{name: thing.words.behind for name, thing in THINGS.items() if thing.words.behind},
}
"""Scenery whose word is another than its name in the catalogue."""

ASKED: dict[str, str] = {
    "sun": "sun", "moon": "moon", "star": "stars", "stars": "stars", "cloud": "cloud",
    **{word: place.as_scenery[0] for place in RANKED for word in place.as_scenery},
}  # fmt: skip
"""A prompt's word for a place or the sky, which is scenery elsewhere → its noun in a backdrop."""

ON_THE_WALL = having("hangs on a wall") | {"board", "poster"}

UNTOLD = having("small scenery") | {"wall", "tool", "sun", "moon", "stars", "cloud"}
"""Small scenery, and the sky's, that says little about a place."""

PLAIN = having("plain scenery")
"""What is told where a place has nothing of its own to tell."""

MOST = 3
"""Of so many kinds of scenery one sentence tells."""
