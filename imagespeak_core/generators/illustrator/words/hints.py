"""Where people, animals and things are most likely to be, when a prompt names no place."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.places.place import Cue
from imagespeak_core.generators.illustrator.places.registry import RANKED
from imagespeak_core.generators.illustrator.things.catalog import THINGS

PLACE_HINTS: dict[str, str] = {
    **{noun: place.name for place in RANKED for noun in place.hints.nouns},
    **{name: thing.found_at for name, thing in THINGS.items() if thing.found_at},
}
"""Where something is most likely to be, when the prompt names no place."""

PLACES_OF_NAMES: dict[str, str] = {
    name: place.name for place in RANKED for name in place.hints.names
}
"""Where something is whose name says so."""

VERB_PLACES: dict[str, str] = {verb: place.name for place in RANKED for verb in place.hints.verbs}
"""Where something is done that looks like something else."""

ACTION_HINTS: dict[str, str] = {
    action: place.name for place in RANKED for action in place.hints.actions
}

CUE_PLACES: dict[Cue, str] = {cue: place.name for place in RANKED for cue in place.hints.cues}
"""Where it is of which something else than a word tells."""

PLACES_OF_THE_YOUNG: dict[str, str] = {
    place.name: place.hints.young for place in RANKED if place.hints.young
}
"""Place → where children are instead."""
