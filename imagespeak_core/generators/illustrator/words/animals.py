"""What animals do: verbs that mean another thing of them than of people (data)."""

from __future__ import annotations

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

FOOD: dict[str, frozenset[str]] = {"grain": frozenset({"seed"}), "meat": frozenset({"bone"})}
"""Kind of food that is drawn before an animal that eats → other nouns for it."""

ANY_FOOD = frozenset({"plate", "meal", "food"})
"""What is told of food of any kind; a meal and food are otherwise drawn as a plate."""

DRUNK = frozenset({"glass", "water"})
"""What the drawing of an animal that drinks shows anyway; water is otherwise drawn in a glass."""
