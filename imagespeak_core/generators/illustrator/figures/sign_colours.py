"""The colours of what is worn over other clothes: aprons, ties, scarves, bags."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.figures.person import Person

_RED, _DARK_BLUE, _DARK = "#b8433c", "#22304f", "#34323f"
_WARM_TOPS = frozenset({"#d9573f", "#e68a6a", "#b9483c"})
_LINEN, _GREEN = "#f4ece0", "#5f8f6e"
_PALE_TOP = "#efe3d2"

_USUAL = {"scarf": "#d9803c", "tie": _RED, "satchel": "#8f6242", "waistcoat": "#3c3a4a",
          "bow tie": _DARK, "half apron": _DARK, "apron": _LINEN, "hi-vis": "#f08a30",
          "belt": "#37323f", "stethoscope": "#4d6a86", "camera": "#4a4453",
          "name tag": "#fdf8f0", "badge": "#f2c14e"}  # fmt: skip
_OF_ROLES = {("police officer", "tie"): _DARK_BLUE, ("clown", "bow tie"): "#cf3f34",
             ("cook", "half apron"): "#f7f2ea"}  # fmt: skip


def colour_of_sign(person: Person, sign: str) -> str:
    """The main colour, "#rrggbb" in daylight, of a sign that the person wears.

    Raises:
        KeyError: The sign has no colour of its own.
    """
    asked = dict(person.sign_colours).get(sign)
    if asked:
        return asked
    if sign == "dungarees":
        return person.bottom_colour
    if sign == "backpack":
        return "#4f7cac" if person.top_colour in _WARM_TOPS else "#c8673d"
    if sign == "apron" and person.top_colour == _PALE_TOP:
        return _GREEN
    return _OF_ROLES.get((person.role or "", sign)) or _USUAL[sign]
