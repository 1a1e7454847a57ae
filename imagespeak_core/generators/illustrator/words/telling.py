"""How a scene is told: the words for what people do, wear and hold, and for places (data)."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.places.registry import RANKED
from imagespeak_core.generators.illustrator.scene import Relation, Time, Weather
from imagespeak_core.generators.illustrator.things import catalog

DOING: dict[str, str] = {
    "stand": "standing", "walk": "walking", "run": "running", "kick": "playing football",
    "sit": "sitting", "sit_ground": "sitting on the ground", "ride": "riding a bicycle",
    "hold": "standing", "carry": "carrying {held}", "wave": "waving", "point": "pointing",
    "talk": "talking", "phone": "talking on the phone", "read": "reading {held}",
    "write": "writing", "eat": "eating", "drink": "drinking", "cook": "cooking",
    "wash_up": "washing the dishes", "cradle": "holding {target}",
    "hug": "holding out both arms", "embrace": "hugging",
    "cut_hair": "cutting hair", "embrace_seated": "hugging",
    "cuddle": "hugging {target}", "shake_hands": "shaking hands",
    "hold_hands": "holding hands", "argue": "arguing", "fight": "fighting", "shout": "shouting",
    "give": "giving {held} to {target}", "take": "putting out both hands", "knit": "knitting",
    "skip": "skipping", "brush_teeth": "brushing {own} teeth", "cards": "playing cards",
    "shoulder": "carrying {target} on {own} shoulders", "laugh": "laughing",
    "push": "pushing {target}", "pull": "pulling {target}",
    "throw": "throwing a ball", "volleyball": "playing volleyball",
    "dance": "dancing", "waltz": "dancing", "swim": "swimming", "sleep": "sleeping",
    "lie": "lying down", "kneel": "kneeling", "paint": "painting", "photo": "taking a photo",
    "umbrella": "holding {held}", "guitar": "playing the guitar",
    "violin": "playing the violin", "feed": "feeding {target}", "look": "looking at {target}",
    "shade_eyes": "looking far away", "jump": "jumping", "crawl": "crawling",
    "sing": "singing", "fish": "fishing", "type": "typing", "drive": "driving",
    "basketball": "playing basketball", "sweep": "sweeping", "cheer": "cheering",
    "clap": "clapping", "think": "thinking", "cry": "crying", "garden": "working in the garden",
    "play": "playing", "walk_pet": "walking {target}", "shop": "shopping", "lean": "standing",
    "wheelchair": "sitting in a wheelchair", "bite": "eating", "picnic": "having a picnic",
    "doze": "sleeping", "fly": "flying", "dig": "digging", "climb": "climbing",
    "climb_up": "climbing {target}", "bark": "barking",
    "watch": "watching {target}", "look_around": "looking around",
}  # fmt: skip
"""Action of a person or an animal → present participle, with what is held or done to."""

OF_ANIMALS = frozenset(
    """
    sleep lie sit run jump walk eat drink fly swim dig climb bark sing watch look crawl
    """.split()
)
"""What is told of an animal; that it stands there goes without saying."""

DOING_OF_MANY: dict[str, str] = {"photo": "taking photos", "ride": "riding bicycles"}
"""The same of several people, where it is another."""

DOING_WITH: dict[str, str] = {
    "hug": "hugging {held}", "throw": "throwing {held}", "eat": "eating {held}",
}  # fmt: skip
"""The same where it is done to what is held."""

WITHOUT_TARGET: dict[str, str] = {
    "cradle": "stand", "give": "hold", "climb_up": "climb", "cuddle": "stand",
    "shoulder": "stand", "push": "stand", "pull": "stand", "feed": "stand",
    "look": "look_around", "walk_pet": "walk", "watch": "look_around",
}  # fmt: skip
"""What is told of who does such things, where the scene does not tell to whom or what."""

WITHOUT_HELD: dict[str, str] = {
    "carry": "carrying something", "read": "reading", "umbrella": "holding an umbrella",
}  # fmt: skip
"""The same where the scene does not tell what is held."""

HOLDING: dict[str, str] = {name: held.verb for name, held in catalog.HELD.items() if held.verb}
"""Things of which one says more than that somebody holds them."""

MOVING: dict[str, str] = {"walk": "walking", "run": "running"}
"""Postures of people who do something else on their way."""

GARDENS = frozenset(place.name for place in RANKED if "garden" in (place.noun or place.name))
"""Where who kneels at the ground works in the garden."""

FLOORED = frozenset(place.name for place in RANKED if place.floored)
"""Places in the open air where one sits on a floor, and not on the ground."""

WET_PLACES = frozenset(place.name for place in RANKED if place.water)
"""Where one can swim."""

PLACED: tuple[Relation, ...] = (
    "in", "on", "between", "under", "in front of", "behind", "above", "below", "left of",
    "right of",
)  # fmt: skip
"""Relations that tell where something is, the clearest first."""

PREPOSITIONS: dict[Relation, str] = {
    "left of": "to the left of", "right of": "to the right of",
}  # fmt: skip
"""Relation → its words, where they are others."""

HELD: dict[str, str] = {name: held.told for name, held in catalog.HELD.items() if held.told}
"""Things in hands whose word is another than their name."""

UNTOLD = frozenset(name for name, held in catalog.HELD.items() if held.untold) | {"uniform"}
"""Things that go without saying."""

IN_THE_ACTION: dict[str, frozenset[str]] = {
    action: frozenset(name for name, held in catalog.HELD.items() if action in held.shown_by)
    for action in {action for held in catalog.HELD.values() for action in held.shown_by}
}
"""What an action's own words tell of the hands already."""

WORN: dict[str, str] = {
    "long shirt": "blouse", "sun hat": "hat", "straw hat": "straw hat",
    "bicycle helmet": "helmet", "hard hat": "helmet", "fire helmet": "helmet",
    "police cap": "cap", "nurse cap": "cap", "toque": "chef's hat", "clown wig": "wig",
    "hi-vis": "safety vest", "satchel": "bag",
}  # fmt: skip

WITH = (
    "beard", "moustache", "glasses", "hair", "head", "heads", "ponytail", "ponytails", "braids",
    "locs", "afro", "afros", "backpack", "backpacks", "bun", "buns", "sunglasses",
)  # fmt: skip
"""One is "with" these, and not "in" them."""

_NUMBERS = {name: thing.words.number for name, thing in catalog.THINGS.items()}

PLURAL_WORDS = frozenset(
    "braids locs shorts sunglasses headphones crutches cards bags jeans fruit stars".split()
) | {name for name, number in _NUMBERS.items() if number == "many"}
"""Nouns that take no article of their own."""

MASS_WORDS = frozenset({"hair", "pasta", "knitting"}) | {
    name for name, number in _NUMBERS.items() if number == "mass"
}
"""Nouns that are not counted, and take a singular verb."""

IRREGULAR_PLURALS: dict[str, str] = {
    "child": "children", "grandchild": "grandchildren", "woman": "women",
    "man": "men", "person": "people",
    "policeman": "policemen", "businessman": "businessmen", "postman": "postmen",
    "fisherman": "fishermen", "old woman": "old women", "old man": "old men", "baby": "babies",
    "loaf": "loaves", "leaf": "leaves", "potato": "potatoes",
    **{name: thing.words.plural for name, thing in catalog.THINGS.items() if thing.words.plural},
}  # fmt: skip

NAMES: dict[str, str] = {
    name: thing.words.told for name, thing in catalog.THINGS.items() if thing.words.told
}
"""Things whose name in the catalogue is not the word for what is seen."""

ROLES: dict[str, str] = {"businessman": "office worker", "artist": "painter"}
"""Roles whose word is another than their name."""

NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip

PLACES: dict[str, str] = {place.name: place.said for place in RANKED}

PLACE_NOUNS: dict[str, str] = {place.name: place.noun for place in RANKED if place.noun}
"""Places whose noun is another than their name."""

NEVER_BUSY = frozenset(place.name for place in RANKED if not place.busy)
"""Places that are not called busy, however many are there."""

DAYS: dict[Weather, str] = {
    "clear": "sunny", "cloudy": "cloudy", "rain": "rainy", "snow": "snowy", "wind": "windy",
    "fog": "foggy",
}  # fmt: skip

TIMES: dict[Time, str] = {
    "morning": "morning", "day": "day", "sunset": "evening", "night": "night",
}  # fmt: skip
