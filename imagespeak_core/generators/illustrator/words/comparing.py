"""Words that compare: what is larger or smaller, older or younger than others."""

from __future__ import annotations

from typing import Literal

COMPARED: dict[str, tuple[Literal["size", "age"], bool]] = {
    **dict.fromkeys(
        ("bigger", "larger", "taller", "more big", "more tall", "biggest", "largest", "tallest"),
        ("size", True),
    ),
    **dict.fromkeys(
        ("smaller", "shorter", "more small", "more short", "smallest", "shortest"),
        ("size", False),
    ),
    **dict.fromkeys(("older", "elder", "more old", "oldest", "eldest"), ("age", True)),
    **dict.fromkeys(("younger", "more young", "youngest"), ("age", False)),
}
"""Adjective → what it compares, and whether there is more of it in what it is said of."""
