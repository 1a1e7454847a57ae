"""Reads a prompt: what it asks for, as a wish."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.reading.accounting import not_drawn
from imagespeak_core.generators.illustrator.reading.chunks import Chunker
from imagespeak_core.generators.illustrator.reading.findings import Findings
from imagespeak_core.generators.illustrator.reading.reader import Reader
from imagespeak_core.generators.illustrator.reading.whereabouts import place_of
from imagespeak_core.generators.illustrator.scene import Season, Wish


def _season_of(found: Findings) -> Season:
    if found.season:
        return found.season
    return "winter" if found.weather == "snow" else "summer"


def read_prompt(prompt: str) -> Wish:
    """What a prompt asks for.

    Any text is read without an error; what is not understood is in `unknown`, in its order.
    """
    chunker = Chunker(prompt)
    found = Reader(chunker.cut(), chunker.unknown).read()
    wish = Wish(
        place=place_of(found),
        time=found.time or "day",
        weather=found.weather or "clear",
        season=_season_of(found),
        wanted=tuple(found.wanted),
        links=tuple(found.links),
        busy=found.busy,
        deserted=chunker.deserted,
        unknown=tuple(found.unknown),
    )
    return replace(wish, unknown=not_drawn(prompt, chunker.reads, wish))
