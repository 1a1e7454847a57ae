"""Skin, hair and clothes that go together (data)."""

from __future__ import annotations

SKINS = ("#f3c9a8", "#ecb78f", "#e0a57c", "#c98d63", "#b57a50", "#97623f", "#7a4b30", "#623a27")

HAIR_OF_SKIN = (
    ("#e2b45f", "#b8783f", "#8a5233", "#c0622f", "#4f3329"),
    ("#d9a650", "#9a6238", "#5e3b2c", "#3b2a28", "#b2582c"),
    ("#6b4129", "#46302a", "#2f2529", "#8a5a34"),
    ("#3b2a28", "#2f2529", "#543628"),
    ("#2f2529", "#3a2b2b", "#4a3029"),
    ("#2f2529", "#38292a"),
    ("#2c2328", "#38292a"),
    ("#2a2226", "#352729"),
)
"""Hair colours that go with each skin, in the order of SKINS."""

GREY_HAIR = ("#dcd6d0", "#c9c4c4", "#eee8df", "#a9a4a8")

HAIR_NAMES = {
    "blond": ("#e2b45f", "#d9a650"), "red": ("#c0622f", "#b2582c"),
    "brown": ("#b8783f", "#8a5233", "#4f3329", "#9a6238", "#5e3b2c", "#6b4129", "#46302a",
              "#8a5a34", "#543628", "#4a3029"),
    "black": ("#3b2a28", "#2f2529", "#3a2b2b", "#38292a", "#2c2328", "#2a2226", "#352729"),
    "white": ("#dcd6d0", "#eee8df"), "grey": ("#c9c4c4", "#a9a4a8"),
}  # fmt: skip
"""The everyday names of all these colours of hair."""

HAIR_WOMAN = (
    "bob", "long", "wavy", "ponytail", "bun", "fringe", "curly", "afro", "locs", "side part",
)  # fmt: skip
HAIR_MAN = ("crop", "side part", "quiff", "buzz", "curls", "afro", "locs", "bowl", "bald")
HAIR_GIRL = ("braids", "ponytail", "bob", "long", "fringe", "puffs", "wavy", "curly")
HAIR_BOY = ("crop", "bowl", "side part", "curls", "buzz", "quiff")
HAIR_OLD_WOMAN = ("bun", "bob", "side part", "curls", "wavy")
HAIR_OLD_MAN = ("bald", "crop", "side part", "buzz")

OUTFITS = (
    ("#d9573f", "#3d5a80", "#6b4a3e"),
    ("#3f8f8b", "#4a4a68", "#c8553d"),
    ("#e5a937", "#3f5f7f", "#f0e4d4"),
    ("#5c7fb8", "#d8c3a0", "#7a5238"),
    ("#8a6bb0", "#45516b", "#e7dcd0"),
    ("#e68a6a", "#56706a", "#6b4a3e"),
    ("#6d9f62", "#6b5a4c", "#f0e4d4"),
    ("#f0e3d0", "#b5654a", "#5b4640"),
    ("#c9577a", "#4b5872", "#e7dcd0"),
    ("#4f7cac", "#4a4453", "#d9803c"),
    ("#f2c14e", "#5f7f5a", "#7a5238"),
    ("#7d4f6b", "#c7ae8f", "#5b4640"),
    ("#87b5c4", "#33526b", "#c8553d"),
    ("#b9483c", "#d9cdbb", "#45404f"),
)
"""Top, bottom and shoes in harmony."""

HIJABS = ("#7fa3a8", "#b98a9e", "#d9c3a0", "#7c83b0", "#a8b58a")
