"""By which colour a thing is called."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.colour_names import name_of_colour
from imagespeak_core.generators.illustrator.things.thing import Thing


def colour_seen(thing: Thing, drawn: str, *, asked: bool) -> str | None:
    """The word for its colour; None of what has two or many, of which none is its own.

    Args:
        thing: What is drawn.
        drawn: The main colour that it is drawn in.
        asked: Whether somebody asked for that colour.
    """
    if thing.coloured == "never" or (thing.coloured == "if asked" and not asked):
        return None
    return name_of_colour(drawn)
