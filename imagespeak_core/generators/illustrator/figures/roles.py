"""What tells a nurse from a farmer: clothes, hat, and one telling thing (data)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Role:
    """A role's clothes and signs. An empty text leaves the choice open."""

    top: str = ""
    top_colour: str = ""
    bottom: str = ""
    bottom_colour: str = ""
    hat: str = ""
    hat_colour: str = "#e0a33b"
    signs: tuple[str, ...] = ()
    held: str | None = None
    shoe_colour: str = ""
    glasses: bool = False
    age: str = ""
    uniform: bool = False
    """Whether one calls these clothes a uniform."""


_WHITE = "#f4f0ea"
_DARK = "#45516b"

ROLES: dict[str, Role] = {
    "teacher": Role("jacket", "#5d7f78", signs=("tie",), held="closed book", glasses=True),
    "student": Role("jumper", signs=("backpack",), held="closed book"),
    "nurse": Role("shirt", "#5aa6a8", "trousers", "#4a9496", "nurse cap", signs=("watch",),
    held="clipboard", shoe_colour=_WHITE, uniform=True),
    "doctor": Role("coat", _WHITE, "trousers", _DARK, signs=("stethoscope",)),
    "patient": Role("dress", "#9cc9de", "trousers", "#9cc9de", shoe_colour="#8fb1c0"),
    "waiter": Role("long shirt", _WHITE, "trousers", "#3c3a4a", signs=("waistcoat", "bow tie",
    "half apron"), held="tray", shoe_colour="#3c3a4a", uniform=True),
    "cook": Role("long shirt", _WHITE, "trousers", "#5d6475", "toque", signs=("cook buttons",
    "half apron"), held="pan", uniform=True),
    "baker": Role("shirt", "#e8dccb", "trousers", "#7a6a5c", "toque", signs=("apron",),
    held="bread"),
    "farmer": Role("long shirt", "#c8553d", "trousers", "#4f6f96", "straw hat",
    signs=("dungarees",), held="pitchfork", shoe_colour="#6b7a45"),
    "gardener": Role("long shirt", "#7a9c59", "trousers", "#6b5a4c", "straw hat", signs=("apron",),
    held="watering can"),
    "police officer": Role("long shirt", "#3f5c94", "trousers", "#2f4470", "police cap",
    signs=("badge", "belt", "tie"), shoe_colour="#37323f", uniform=True),
    "firefighter": Role("coat", "#8f6a3a", "trousers", "#7d5c34", "fire helmet", "#cf3f34",
    signs=("bands",), held="hose", shoe_colour="#37323f", uniform=True),
    "builder": Role("long shirt", "#4f6f96", "trousers", "#6b5a4c", "hard hat", "#f2c14e",
    signs=("hi-vis",), held="hammer", shoe_colour="#a9713f"),
    "driver": Role("jacket", "#46597a", "trousers", "#3c4254", "cap", "#46597a", signs=("tie",),
    uniform=True),
    "shop assistant": Role("shirt", "#efe3d2", "", "", signs=("apron", "name tag")),
    "hairdresser": Role("shirt", "#5f5a70", "trousers", "#3f4b66", signs=("apron",)),
    "seller": Role("long shirt", "", "", "", signs=("apron",)),
    "musician": Role("jacket", "#6b4a6e", "trousers", "#3c3a4a", "beret", "#3c3a4a", held="guitar"),
    "singer": Role("", "#b83f62", held="microphone"),
    "artist": Role("shirt", "#efe3d2", "trousers", "#4f6f96", "beret", "#c8553d", signs=("apron",),
    held="palette"),
    "tourist": Role("shirt", "#e68a6a", "shorts", "#c7ae8f", "sun hat", "#efe0bd",
    signs=("backpack", "camera"), held="map"),
    "clown": Role("jacket", "#e5a937", "trousers", "#4f7cac", "clown wig", signs=("bow tie",
    "big buttons"), held="balloon", shoe_colour="#cf3f34"),
    "scientist": Role("coat", _WHITE, "trousers", "#5d6475", signs=("tie",), glasses=True,
    held="flask"),
    "office worker": Role("jacket", "#46597a", "trousers", "#3f4b66", signs=("tie",),
    held="briefcase", shoe_colour="#3c3a4a"),
    "businessman": Role("jacket", "#4a4a5e", "trousers", "#43434f", signs=("tie",),
    held="briefcase", shoe_colour="#37323f"),
    "postman": Role("shirt", "#e5b93a", "trousers", "#3d4f78", "cap", "#3d4f78",
    signs=("satchel",), held="present", uniform=True),
    "mechanic": Role("shirt", "#7d8794", "trousers", "#4f6f96", "cap", "#4f6f96",
    signs=("dungarees",), held="hammer"),
    "pilot": Role("jacket", "#34466e", "trousers", "#2f3f63", "police cap", signs=("tie", "badge"),
    held="suitcase", uniform=True),
    "cleaner": Role("shirt", "#7fb0b5", "trousers", "#5d6475", signs=("apron",), held="broom"),
    "photographer": Role("jacket", "#7a6a5c", "trousers", "#45516b", signs=("satchel",),
    held="camera"),
    "athlete": Role("vest", "#d9573f", "shorts", "#33425f", signs=("number",)),
    "footballer": Role("shirt", "#c8443a", "shorts", "#f0e6da", signs=("number",)),
    "fisherman": Role("coat", "#e5b93a", "trousers", "#5f7f5a", "beanie", "#c8553d",
    held="fishing rod", shoe_colour="#4f6b45"),
    "king": Role("coat", "#a83f4e", "trousers", "#5b3f78", "crown", signs=("belt",)),
    "queen": Role("gown", "#8a4f9e", hat="crown"),
    "librarian": Role("jumper", "#7a8f6a", signs=("name tag",), held="closed book", glasses=True),
    "groom": Role("jacket", "#39435c", "trousers", "#333b52", signs=("bow tie",),
    shoe_colour="#2f2b38"),
    "bride": Role("gown", "#f6efe6", hat="veil", held="flowers", shoe_colour="#f0e4d4"),
    "lifeguard": Role("vest", "#e2604a", "shorts", "#cf3f34", "cap", "#cf3f34"),
}  # fmt: skip
