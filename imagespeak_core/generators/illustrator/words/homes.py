"""What people do at home, and the room where they do it, when the prompt names no place."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.places.registry import RANKED

DONE: dict[str, str] = {what: place.name for place in RANKED for what in place.hints.pastimes}
"""What is done → where."""

VERBS: dict[str, str] = {verb: place.name for place in RANKED for verb in place.hints.chores}
"""Verb → where."""

MEALS = frozenset("breakfast lunch dinner supper meal".split())
"""What people eat at a table, wherever they come from."""
