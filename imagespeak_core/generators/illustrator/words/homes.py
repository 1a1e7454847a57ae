"""What people do at home, and the room where they do it, when the prompt names no place."""

from __future__ import annotations

DONE: dict[str, str] = {
    "board game": "living room", "chess": "living room", "card game": "living room",
    "cards": "living room", "computer game": "living room", "film": "living room",
    "story": "living room", "housework": "living room", "homework": "living room",
    "television": "living room", "yoga": "living room", "washing-up": "kitchen",
    "picnic": "park", "match": "sports field", "tennis": "park", "badminton": "park",
    "dishes": "kitchen", "plate": "kitchen",
}  # fmt: skip
"""What is done → where."""

VERBS: dict[str, str] = {
    **{
        f"brush {whose} teeth": "bathroom"
        for whose in ("his", "her", "their", "the", "my", "our")
    },
    "knit": "living room",
    "iron": "living room", "clean": "living room", "sew": "living room",
    "sweep": "living room", "mop": "kitchen", "bake": "kitchen", "fry": "kitchen",
    "wash up": "kitchen", "snooze": "bedroom", "nap": "bedroom",
}  # fmt: skip
"""Verb → where."""

MEALS = frozenset("breakfast lunch dinner supper meal".split())
"""What people eat at a table, wherever they come from."""
