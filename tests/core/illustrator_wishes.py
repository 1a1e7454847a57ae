"""Prompts put together from facts of every kind, each with what must be seen of it."""

from __future__ import annotations

import random
from dataclasses import dataclass

_SEVERAL = {
    "person": "people", "child": "children", "woman": "women", "man": "men", "sheep": "sheep",
    "fish": "fish", "knife": "knives", "bus": "buses", "bench": "benches", "baby": "babies",
}  # fmt: skip
_NUMBERS = ("no", "a", "two", "three", "four", "five", "six")

_PEOPLE = (
    "person", "woman", "man", "boy", "girl", "child", "baby", "teacher", "nurse", "farmer", "chef",
    "police officer", "clown", "grandmother", "pirate", "kid",
)  # fmt: skip
_ANIMALS = (
    "dog", "cat", "horse", "sheep", "cow", "elephant", "bear", "zebra", "giraffe", "bird", "duck",
    "rabbit", "lion", "penguin", "frog", "hippo",
)  # fmt: skip
_THINGS = (
    "car", "bus", "truck", "train", "boat", "airplane", "bicycle", "motorcycle", "bench", "chair",
    "couch", "table", "bed", "tv", "laptop", "book", "clock", "vase", "umbrella", "suitcase",
    "backpack", "kite", "skateboard", "surfboard", "bottle", "cup", "wine glass", "bowl", "apple",
    "banana", "pizza", "cake", "sandwich", "knife", "spoon", "refrigerator", "toaster", "lamp",
    "tree", "house", "fire hydrant", "stop sign", "teddy bear", "box", "ladder", "guitar", "tent",
)  # fmt: skip
_COLOURS = ("red", "blue", "green", "yellow", "purple", "pink", "brown", "black", "white", "orange")
_SIZES = ("big", "small")
_FEELINGS = ("happy", "sad", "angry", "tired", "surprised", "jealous")
_DOING = {
    "run": "running", "walk": "walking", "sit": "sitting", "sleep": "sleeping", "jump": "jumping",
    "read": "reading", "dance": "dancing", "sing": "singing", "cook": "cooking", "wave": "waving",
    "cry": "crying", "write": "writing", "skate": "skating", "yawn": "yawning", "stand": "standing",
}  # fmt: skip
_ANIMALS_DO = {"run": "running", "sleep": "sleeping", "eat": "eating", "jump": "jumping",
               "swim": "swimming", "sit": "sitting", "dance": "dancing"}  # fmt: skip
_CLOTHES = ("dress", "hat", "coat", "shirt", "scarf", "jumper", "skirt", "kilt")
_HELD = ("umbrella", "balloon", "book", "cup", "bag", "kite", "box", "sword", "cat", "phone")
_RELATIONS = {
    "next to": "next to", "in front of": "in front of", "behind": "behind", "under": "under",
    "on": "on", "on the left of": "left of", "to the right of": "right of", "above": "above",
    "below": "below", "with": "with", "in": "in", "between two": "between",
}  # fmt: skip
_PLACES = {"in a park": "park", "in the street": "street", "in a kitchen": "kitchen",
           "in a classroom": "classroom", "in the garden": "garden", "in a forest": "forest",
           "in a museum": "museum", "on a farm": "farm", "on the beach": "beach",
           "in a prison": "prison", "in a hospital": "hospital", "in the jungle": "jungle",
           "at the airport": "airport"}  # fmt: skip
_TIMES = {"at night": "night", "in the morning": "morning", "in the evening": "evening"}
_WEATHERS = {"in the rain": "rain", "in the snow": "snow", "in fog": "fog"}


@dataclass
class Wished:
    """A prompt as it is put together, and what must be seen of it."""

    before: str = ""
    adjectives: str = ""
    behind: str = ""
    part: str = ""
    more: tuple[str, ...] = ()


def wish(seed: int) -> str:
    """A prompt with its parts, as in a file of them: somebody or something, and facts about it.

    Each fact is of another kind; the same seed gives the same prompt.
    """
    dice = random.Random(seed)
    kind, noun = dice.choice(_NOUNS)
    count = dice.choice((1, 1, 1, 2, 3, 4, 5, 6))
    facts = dice.sample(_FACTS[kind], dice.randint(0, 3))
    number = "" if count == 1 else f"{count} "
    wished = Wished()
    for fact, tell in _FACT.items():
        if fact in facts:
            tell(dice, wished, kind, count)
    if not {"held", "action", "side"} & set(facts) and dice.random() < 0.6:
        _relate(dice, wished, noun, number)
    for chance, words in ((0.3, _PLACES), (0.2, _TIMES), (0.2, _WEATHERS)):
        if dice.random() < chance:
            said, part = dice.choice(sorted(words.items()))
            wished.behind += f" {said}"
            wished.more += (f"@{part}",)
    first = f"{number}{wished.adjectives}{noun}{wished.part}"
    named = wished.before + (noun if count == 1 else several(noun))
    counted = _article(named) if count == 1 else f"{_NUMBERS[count]} {named}"
    opening = "" if "action" in facts else dice.choice(("", "a photo of ", _there(count)))
    return f"{opening}{counted}{wished.behind} | {'; '.join((first, *wished.more))}"


def _feeling(dice: random.Random, wished: Wished, kind: str, count: int) -> None:
    feeling = dice.choice(_FEELINGS)
    wished.before += f"{feeling} "
    wished.part += f"~{feeling}"


def _size(dice: random.Random, wished: Wished, kind: str, count: int) -> None:
    _adjective(wished, dice.choice(_SIZES))


def _colour(dice: random.Random, wished: Wished, kind: str, count: int) -> None:
    _adjective(wished, dice.choice(_COLOURS))


def _adjective(wished: Wished, word: str) -> None:
    wished.before += f"{word} "
    wished.adjectives += f"{word} "


def _clothes(dice: random.Random, wished: Wished, kind: str, count: int) -> None:
    worn = f"{dice.choice(_COLOURS)} {dice.choice(_CLOTHES)}"
    wished.behind += f" in {_article(worn) if count == 1 else several(worn)}"
    wished.part += f"({worn})"


def _held(dice: random.Random, wished: Wished, kind: str, count: int) -> None:
    held = dice.choice(_HELD)
    wished.behind += f" holding {_article(held) if count == 1 else several(held)}"
    wished.part += f"+{held}"


def _action(dice: random.Random, wished: Wished, kind: str, count: int) -> None:
    verb, doing = dice.choice(sorted((_DOING if kind == "person" else _ANIMALS_DO).items()))
    wished.behind += f" {'is' if count == 1 else 'are'} {doing}"
    wished.part += f":{verb}"


def _side(dice: random.Random, wished: Wished, kind: str, count: int) -> None:
    side = dice.choice(("left", "right"))
    wished.behind += f" on the {side}"
    wished.part += f"<{side}>"


def _relate(dice: random.Random, wished: Wished, noun: str, number: str) -> None:
    words, relation = dice.choice(sorted(_RELATIONS.items()))
    _, other = dice.choice([one for one in _NOUNS if one[1] != noun])
    two = relation == "between"
    wished.behind += f" {words} {several(other) if two else _article(other)}"
    wished.more += (f"2 {other}" if two else other, f"{number}{noun} {relation} {other}")


def _there(count: int) -> str:
    return "There is " if count == 1 else "There are "


def _article(words: str) -> str:
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def several(noun: str) -> str:
    """The plural of the noun that these words end with."""
    return _SEVERAL.get(noun, f"{noun}es" if noun.endswith(("s", "ch", "x")) else f"{noun}s")


_NOUNS = tuple(
    (kind, noun)
    for kind, nouns in (("person", _PEOPLE), ("animal", _ANIMALS), ("thing", _THINGS))
    for noun in nouns
)
_FACTS = {
    "person": ("feeling", "clothes", "held", "side", "action"),
    "animal": ("size", "colour", "side", "action"),
    "thing": ("size", "colour", "side"),
}
_FACT = {
    "feeling": _feeling,
    "size": _size,
    "colour": _colour,
    "clothes": _clothes,
    "held": _held,
    "action": _action,
    "side": _side,
}
