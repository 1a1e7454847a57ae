"""Names for what a scene shows: nouns with their article or number, and what is said of them."""

from __future__ import annotations

from collections.abc import Sequence

from imagespeak_core.generators.illustrator.figures.gestures import GESTURES
from imagespeak_core.generators.illustrator.figures.poses import ACTIONS, OWN_THINGS
from imagespeak_core.generators.illustrator.figures.roles import ROLES
from imagespeak_core.generators.illustrator.scene import Shown
from imagespeak_core.generators.illustrator.words import telling

_BY_AGE = {
    ("baby", None): "baby", ("child", "woman"): "girl", ("child", "man"): "boy",
    ("child", None): "child", ("teenager", "woman"): "teenage girl",
    ("teenager", "man"): "teenage boy", ("teenager", None): "teenager",
    ("old", "woman"): "old woman", ("old", "man"): "old man", ("old", None): "old person",
}  # fmt: skip

_STATURES = {"big": "tall", "small": "short"}


def noun_of(item: Shown) -> str:
    """The singular noun for what is seen: a role that shows, else age and gender, or the thing."""
    if item.kind != "person":
        return telling.NAMES.get(item.noun, item.noun)
    if item.role in ROLES and item.role is not None:
        return telling.ROLES.get(item.role, item.role)
    if item.age == "baby":
        return "baby"
    return _BY_AGE.get((item.age or "", item.gender)) or item.gender or "person"


def plural_of(noun: str) -> str:
    """The plural of a noun; of several words the last one changes."""
    if noun in telling.IRREGULAR_PLURALS:
        return telling.IRREGULAR_PLURALS[noun]
    if noun in telling.PLURAL_WORDS or noun in telling.MASS_WORDS:
        return noun
    head, _, last = noun.rpartition(" ")
    if head.endswith(" of"):
        return noun
    if last in telling.IRREGULAR_PLURALS:
        last = telling.IRREGULAR_PLURALS[last]
    elif last.endswith("man") and last != "human":
        last = last[:-2] + "en"
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        last = last[:-1] + "ies"
    elif last.endswith(("s", "x", "z", "ch", "sh")):
        last += "es"
    else:
        last += "s"
    return f"{head} {last}".strip()


def with_article(words: str) -> str:
    """The words with "a" or "an", by their sound."""
    silent = words.startswith(("hour", "honest"))
    like_you = words.startswith(("uni", "use", "eu"))
    return ("an " if (words[0] in "aeiou" and not like_you) or silent else "a ") + words


def is_many(noun: str, count: int) -> bool:
    """Whether the noun takes a plural verb."""
    return noun not in telling.MASS_WORDS and (count > 1 or noun in telling.PLURAL_WORDS)


def counted(words: str, noun: str, count: int) -> str:
    """The noun phrase for so many: "a red car", "two red cars", "some bread".

    Args:
        words: What stands before the noun, such as "red "; may be empty.
        noun: The singular noun.
        count: How many, at least 1.
    """
    if noun in telling.PLURAL_WORDS or noun in telling.MASS_WORDS:
        return f"some {words}{noun}"
    if count == 1:
        return with_article(words + noun)
    number = telling.NUMBERS[count] if count < len(telling.NUMBERS) else "many"
    return f"{number} {words}{plural_of(noun)}"


def size_of(item: Shown) -> str | None:
    """The word for its size: people are tall or short; nobody asked for that of what is given."""
    if item.given:
        return None
    if item.kind == "person" and item.size:
        return _STATURES[item.size]
    return item.size


def told_colour(item: Shown) -> str | None:
    """Its colour, where that does not go without saying."""
    return None if item.usual_colour else item.colour


def adjectives_of(item: Shown) -> str:
    """Size, colour and feeling, each with a blank after it."""
    feeling = item.feeling if item.kind == "person" else None
    said = (size_of(item), feeling, told_colour(item))
    return "".join(f"{word} " for word in said if word and word != "calm")


def held_thing(item: Shown, holders: int = 1) -> str:
    """What so many people hold and the words for the action don't tell, or an empty text."""
    held = item.holding
    if not held or held in telling.UNTOLD:
        return ""
    if held in telling.IN_THE_ACTION.get(item.action or "", ()):
        return ""
    if held in _own_things(item.action or "") and "{held}" not in telling.DOING.get(
        item.action or "", ""
    ):
        return ""
    noun = telling.HELD.get(held, held)
    colour = f"{item.holding_colour} " if item.holding_colour else ""
    if holders > 1:
        return colour + plural_of(noun)
    return counted(colour, noun, 1).removeprefix("some ")


def _own_things(action: str) -> set[str]:
    """What everybody has who does this, so that it goes without saying."""
    own = {OWN_THINGS.get(action, ""), "spoon" if action == "eat" else ""}
    if action in ACTIONS:
        own |= {grip.kind for grip in GESTURES[ACTIONS[action][1]].holds}
    return own


def worn_things(item: Shown, wearers: int = 1) -> str:
    """What the scene tells of a person's looks: " with a beard in a red shirt and a blue hat"."""
    worn = dict.fromkeys(piece for piece in item.wearing if piece[0] not in telling.UNTOLD)
    parts = [_worn(what, colour, wearers) for what, colour in worn]
    others = [part for part in parts if part.endswith(telling.WITH)]
    clothes = [part for part in parts if part not in others]
    told = f" with {listed(others)}" if others else ""
    return told + (f" in {listed(clothes)}" if clothes else "")


def _worn(what: str, colour: str | None, wearers: int) -> str:
    noun = telling.WORN.get(what, what)
    if wearers > 1:
        return f"{colour} {plural_of(noun)}" if colour else plural_of(noun)
    return counted(f"{colour} " if colour else "", noun, 1).removeprefix("some ")


def listed(parts: Sequence[str]) -> str:
    """The parts as one text: "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
