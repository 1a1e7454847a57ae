"""What animals do: verbs that mean another thing of them than of people (data)."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.things.catalog import having

VERBS: dict[str, str] = {
    "bark": "bark", "graze": "eat", "feed": "eat", "peck": "eat", "dig": "dig", "climb": "climb",
    "fly": "fly", "chase": "run", "sing": "sing", "rest": "lie", "relax": "lie", "doze": "sleep",
    "lay": "lie", "bathe": "swim", "drink": "drink", "have": "", "play": "play", "gallop": "run",
    "leap": "jump", "hop": "jump", "cross": "walk", "jump": "jump", "walk": "walk",
    "howl": "bark", "chew": "eat", "float": "swim", "paddle": "swim", "trot": "walk",
    "snooze": "sleep", "call": "sing", "rise": "fly",
}  # fmt: skip
"""Base form → what an animal does; other verbs are as of people."""

INSTEAD: dict[str, tuple[str, ...]] = {
    "sit": ("sit", "lie"), "lie": ("lie", "sleep"), "play": ("jump", "run"), "run": ("run",),
    "walk": ("walk",), "jump": ("jump",), "crawl": ("crawl", "walk"),
}  # fmt: skip
"""Action → the poses that pass for it, the best first."""

AS_USUAL = frozenset({"", "stand", "look"})
"""What every animal's usual drawing can pass for."""

FOOD: dict[str, frozenset[str]] = {
    "eat": having("fodder")
    | frozenset("hay food meal grain leaf leaves nut meat bone seed".split()),
    "drink": having("drunk by animals") | {"water"},
}
"""What the drawing of an animal that eats or drinks shows anyway."""
