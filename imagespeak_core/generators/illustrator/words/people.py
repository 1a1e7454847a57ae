"""Words for people, what they wear and how they feel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from imagespeak_core.generators.illustrator.scene import Age, Gender
from imagespeak_core.generators.illustrator.words.phrase_list import phrases


@dataclass(frozen=True, slots=True)
class PersonWord:
    """What a word for a person tells; nothing is told by None."""

    age: Age | None = None
    gender: Gender | None = None
    role: str | None = None


PEOPLE: dict[str, PersonWord] = {
    "person": PersonWord(), "somebody": PersonWord(), "someone": PersonWord(),
    "friend": PersonWord(), "woman": PersonWord("adult", "woman"),
    "lady": PersonWord("adult", "woman"), "mother": PersonWord("adult", "woman"),
    "mum": PersonWord("adult", "woman"), "mom": PersonWord("adult", "woman"),
    "wife": PersonWord("adult", "woman"), "aunt": PersonWord("adult", "woman"),
    "sister": PersonWord(None, "woman"), "man": PersonWord("adult", "man"),
    "gentleman": PersonWord("adult", "man"), "guy": PersonWord("adult", "man"),
    "father": PersonWord("adult", "man"), "dad": PersonWord("adult", "man"),
    "husband": PersonWord("adult", "man"), "uncle": PersonWord("adult", "man"),
    "brother": PersonWord(None, "man"), "daddy": PersonWord("adult", "man"),
    "parent": PersonWord("adult"), "adult": PersonWord("adult"), "neighbour": PersonWord("adult"),
    "neighbor": PersonWord("adult"), "customer": PersonWord("adult"),
    "shopper": PersonWord("adult"), "passenger": PersonWord("adult"),
    "commuter": PersonWord("adult"), "colleague": PersonWord("adult", None, "office worker"),
    "visitor": PersonWord("adult"), "guest": PersonWord("adult"),
    "traveller": PersonWord("adult", None, "tourist"),
    "traveler": PersonWord("adult", None, "tourist"),
    "hiker": PersonWord("adult", None, "tourist"), "child": PersonWord("child"),
    "kid": PersonWord("child"), "toddler": PersonWord("child"), "boy": PersonWord("child", "man"),
    "son": PersonWord("child", "man"), "grandson": PersonWord("child", "man"),
    "girl": PersonWord("child", "woman"), "daughter": PersonWord("child", "woman"),
    "grandchild": PersonWord("child"), "granddaughter": PersonWord("child", "woman"),
    "baby": PersonWord("baby"), "teenager": PersonWord("teenager"), "teen": PersonWord("teenager"),
    "grandmother": PersonWord("old", "woman"), "grandma": PersonWord("old", "woman"),
    "granny": PersonWord("old", "woman"), "grandfather": PersonWord("old", "man"),
    "grandpa": PersonWord("old", "man"), "grandparent": PersonWord("old"),
    "pensioner": PersonWord("old"), "elderly person": PersonWord("old"),
    "pupil": PersonWord("child", None, "student"),
    "student": PersonWord("teenager", None, "student"),
    "schoolchild": PersonWord("child", None, "student"),
    "schoolboy": PersonWord("child", "man", "student"),
    "schoolgirl": PersonWord("child", "woman", "student"), "classmate": PersonWord("child"),
    "teacher": PersonWord("adult", None, "teacher"), "nurse": PersonWord("adult", None, "nurse"),
    "doctor": PersonWord("adult", None, "doctor"), "dentist": PersonWord("adult", None, "doctor"),
    "vet": PersonWord("adult", None, "doctor"), "patient": PersonWord(None, None, "patient"),
    "waiter": PersonWord("adult", "man", "waiter"),
    "waitress": PersonWord("adult", "woman", "waiter"), "cook": PersonWord("adult", None, "cook"),
    "chef": PersonWord("adult", None, "cook"), "baker": PersonWord("adult", None, "baker"),
    "farmer": PersonWord("adult", None, "farmer"),
    "gardener": PersonWord("adult", None, "gardener"),
    "police officer": PersonWord("adult", None, "police officer"),
    "policeman": PersonWord("adult", "man", "police officer"),
    "policewoman": PersonWord("adult", "woman", "police officer"),
    "firefighter": PersonWord("adult", None, "firefighter"),
    "fireman": PersonWord("adult", "man", "firefighter"),
    "builder": PersonWord("adult", None, "builder"),
    "construction worker": PersonWord("adult", None, "builder"),
    "worker": PersonWord("adult", None, "builder"), "driver": PersonWord("adult", None, "driver"),
    "bus driver": PersonWord("adult", None, "driver"),
    "shop assistant": PersonWord("adult", None, "shop assistant"),
    "cashier": PersonWord("adult", None, "shop assistant"),
    "shopkeeper": PersonWord("adult", None, "shop assistant"),
    "seller": PersonWord("adult", None, "seller"), "vendor": PersonWord("adult", None, "seller"),
    "musician": PersonWord("adult", None, "musician"),
    "guitarist": PersonWord("adult", None, "musician"),
    "singer": PersonWord("adult", None, "singer"), "artist": PersonWord("adult", None, "artist"),
    "painter": PersonWord("adult", None, "artist"),
    "tourist": PersonWord("adult", None, "tourist"), "clown": PersonWord("adult", None, "clown"),
    "scientist": PersonWord("adult", None, "scientist"),
    "office worker": PersonWord("adult", None, "office worker"),
    "businessman": PersonWord("adult", "man", "businessman"),
    "businesswoman": PersonWord("adult", "woman", "office worker"),
    "boss": PersonWord("adult", None, "businessman"),
    "postman": PersonWord("adult", "man", "postman"), "mail carrier": PersonWord("adult", None,
    "postman"),
    "mechanic": PersonWord("adult", None, "mechanic"), "pilot": PersonWord("adult", None, "pilot"),
    "cleaner": PersonWord("adult", None, "cleaner"),
    "photographer": PersonWord("adult", None, "photographer"),
    "athlete": PersonWord("adult", None, "athlete"),
    "runner": PersonWord("adult", None, "athlete"),
    "footballer": PersonWord("adult", None, "footballer"),
    "player": PersonWord("adult", None, "footballer"),
    "fisherman": PersonWord("adult", "man", "fisherman"),
    "king": PersonWord("adult", "man", "king"), "queen": PersonWord("adult", "woman", "queen"),
    "librarian": PersonWord("adult", None, "librarian"),
    "bride": PersonWord("adult", "woman", "bride"),
    "lifeguard": PersonWord("adult", None, "lifeguard"), "cyclist": PersonWord("adult"),
    "hairdresser": PersonWord("adult", None, "hairdresser"),
    "barber": PersonWord("adult", "man", "hairdresser"),
    "volunteer": PersonWord("adult"), "owner": PersonWord("adult"),
    "villager": PersonWord("adult"), "stranger": PersonWord("adult"), "roommate": PersonWord(),
    "camper": PersonWord("adult"), "apprentice": PersonWord("teenager"),
    "actor": PersonWord("adult"), "actress": PersonWord("adult", "woman"),
    "carpenter": PersonWord("adult", None, "builder"), "potter": PersonWord("adult"),
    "ranger": PersonWord("adult"), "park ranger": PersonWord("adult"),
    "postal worker": PersonWord("adult", None, "postman"),
    "postwoman": PersonWord("adult", "woman", "postman"),
    "keeper": PersonWord("adult"), "dancer": PersonWord("adult"), "swimmer": PersonWord("adult"),
    "violinist": PersonWord("adult", None, "musician"), "buyer": PersonWord("adult"),
    "youngster": PersonWord("teenager"),
    "twin": PersonWord("child"), "triplet": PersonWord("child"), "cousin": PersonWord(),
    "niece": PersonWord("child", "woman"),
    "nephew": PersonWord("child", "man"), "mummy": PersonWord("adult", "woman"),
    "police": PersonWord("adult", None, "police officer"), "rival": PersonWord("adult", None,
    "athlete"), "taxi driver": PersonWord("adult", None, "driver"),
    "lorry driver": PersonWord("adult", None, "driver"), "groom": PersonWord("adult", "man",
    "groom"), "bridegroom": PersonWord("adult", "man",
    "groom"), "market seller": PersonWord("adult", None, "seller"),
    "goalkeeper": PersonWord("adult", None, "footballer"), "client": PersonWord("adult"),
    "senior": PersonWord("old"), "gran": PersonWord("old", "woman"),
    "nan": PersonWord("old", "woman"), "bloke": PersonWord("adult", "man"),
    "lad": PersonWord("child", "man"), "professor": PersonWord("adult", None, "teacher"),
    "tutor": PersonWord("adult", None, "teacher"), "lecturer": PersonWord("adult", None, "teacher"),
    "cop": PersonWord("adult", None, "police officer"),
    "surgeon": PersonWord("adult", None, "doctor"),
    "receptionist": PersonWord("adult", None, "office worker"),
    "secretary": PersonWord("adult", None, "office worker"),
    "manager": PersonWord("adult", None, "office worker"),
    "partner": PersonWord("adult"), "sibling": PersonWord("child"), "lover": PersonWord("adult"),
    "spectator": PersonWord("adult"), "onlooker": PersonWord("adult"),
    "bystander": PersonWord("adult"),
    "pedestrian": PersonWord("adult"), "jogger": PersonWord("adult", None, "athlete"),
}  # fmt: skip

GROUPS: dict[str, tuple[str, ...]] = {
    "family": ("woman", "man", "girl", "boy"),
    "couple": ("woman", "man"),
    "parents": ("woman", "man"),
    "grandparents": ("grandmother", "grandfather"),
    "young couple": ("woman", "man"),
    "wedding couple": ("bride", "groom"),
    "newlyweds": ("bride", "groom"),
    "wedding": ("bride", "groom"),
    "old couple": ("grandmother", "grandfather"),
    "elderly couple": ("grandmother", "grandfather"),
}
"""Words for several people of different kinds."""

CROWDS: dict[str, int] = {
    "birthday party": 4,
    "happy birthday": 4,
    "happy birthday party": 4,
    "birthday": 4,
    "party": 4,
    "orchestra": 4,
    "people": 3,
    "audience": 5,
    "wedding party": 4,
    "crowd": 6,
    "choir": 6,
    "group": 4,
    "team": 4,
    "everyone": 4,
    "everybody": 4,
    "queue": 4,
    "band": 3,
}
"""Words for several people of any kind, and how many."""

MEMBERS: dict[str, str] = {"band": "musician", "orchestra": "violinist", "choir": "singer"}
"""Words for several people → who they are, where that can be seen; "person" for all others."""

MEMBERS_DO: dict[str, frozenset[str]] = {
    "choir": frozenset({"sing"}),
    "band": frozenset({"guitar", "violin"}),
    "orchestra": frozenset({"guitar", "violin"}),
    "audience": frozenset({"look", "watch", "clap", "cheer"}),
}
"""Words for several people → the actions of which one shows that they are such."""

EVENTS = frozenset(
    {"party", "birthday party", "wedding party", "birthday", "happy birthday"}
    | {"happy birthday party"}
)
"""Words that mean an event where somebody is *at* it."""

IMPLIED_ACTION: dict[str, str] = {
    "cyclist": "ride", "runner": "run", "jogger": "run", "musician": "guitar",
    "guitarist": "guitar", "singer": "sing", "footballer": "kick", "player": "kick",
    "dancer": "dance", "swimmer": "swim", "violinist": "violin",
    "fisherman": "fish", "pedestrian": "walk", "shopper": "shop", "hiker": "walk",
    "photographer": "photo", "patient": "stand",
}  # fmt: skip

GENDERS: dict[str, Gender] = {"male": "man", "female": "woman"}
"""Adjectives for a person's gender."""

STATURES: dict[str, Literal["big", "small"]] = {"tall": "big", "short": "small"}
"""How tall somebody is; of a thing these words tell nothing that can be seen."""

AGE_WORDS: dict[str, Age] = {
    "old": "old", "elderly": "old", "young": "child", "little": "child", "teenage": "teenager",
}  # fmt: skip

FEELINGS: dict[str, str] = {
    "happy": "happy", "smiling": "happy", "grinning": "happy", "cheerful": "happy",
    "joyful": "happy", "excited": "happy", "friendly": "happy", "sad": "sad", "unhappy": "sad",
    "lonely": "sad", "worried": "sad", "surprised": "surprised", "shocked": "surprised",
    "amazed": "surprised", "scared": "surprised", "angry": "angry", "cross": "angry",
    "annoyed": "angry", "tired": "tired", "sleepy": "tired", "bored": "tired", "calm": "calm",
    "quiet": "calm", "exhausted": "tired", "weary": "tired", "frightened": "surprised",
    "nervous": "sad", "stressed": "angry", "delighted": "happy", "fascinated": "happy",
    "relaxed": "happy", "hopeful": "happy", "embarrassed": "sad", "glad": "happy",
    "upset": "sad", "afraid": "surprised", "furious": "angry", "smile": "happy", "laugh": "happy",
}  # fmt: skip

NEAR_FEELINGS = frozenset(
    """
    scared frightened afraid bored worried nervous stressed lonely embarrassed fascinated hopeful
    """.split()
)
"""Feelings for which the nearest one is drawn, so that the word itself is not."""

CLOTHES: dict[str, str] = {
    "dress": "dress", "shirt": "shirt", "t-shirt": "shirt", "tshirt": "shirt",
    "blouse": "long shirt", "jumper": "jumper", "sweater": "jumper", "pullover": "jumper",
    "hoodie": "jumper", "jacket": "jacket", "coat": "coat", "raincoat": "coat",
    "trousers": "trousers", "pants": "trousers", "jeans": "trousers", "shorts": "shorts",
    "skirt": "skirt", "hat": "sun hat", "cap": "cap", "sun hat": "sun hat",
    "straw hat": "straw hat", "beanie": "beanie", "helmet": "bicycle helmet", "hijab": "hijab",
    "headscarf": "hijab", "glasses": "glasses", "sunglasses": "sunglasses", "scarf": "scarf",
    "shoe": "shoes", "shoes": "shoes", "boots": "boots", "boot": "boots",
    "gloves": "gloves", "uniform": "uniform", "suit": "jacket",
    "headphones": "headphones", "crown": "crown", "apron": "apron", "tie": "tie", "beard": "beard",
    "moustache": "moustache", "mustache": "moustache",
    "sneakers": "shoes", "trainers": "shoes",
    "short-sleeved shirt": "shirt", "long-sleeved shirt": "long shirt",
}  # fmt: skip
"""Clothes words, and what is worn for them."""

USUAL_COLOURS: dict[str, str] = {"jeans": "blue", "raincoat": "yellow", "suit": "grey"}
"""Clothes that one knows by their colour, where the prompt tells no other."""

WORN_WITH: dict[str, str] = {"suit": "trousers"}
"""Clothes word → what else of the same colour belongs to it."""

NEARLY = frozenset({"hoodie"})
"""Clothes words for which only something near to them is drawn."""

PATTERNS = frozenset({"striped"})
"""What can be seen of clothes beside their colour."""

PRONOUNS: dict[str, str] = {
    "he": "man", "him": "man", "himself": "man", "she": "woman", "her": "woman",
    "herself": "woman", "it": "it", "itself": "it", "they": "all", "them": "all",
    "themselves": "all", "i": "me", "we": "us",
}  # fmt: skip
"""Pronouns, and whom they stand for."""

OF_ANY_GENDER = frozenset("person child kid friend adult teenager student pupil".split())
"""Nouns for people of whom another noun can tell more."""

ONE_OF_SEVERAL = phrases(
    """
    one, one of the, the one, one of them, another, another of them, another one, the first
    the first one
    """
)
"""Words that take one out of several."""

REST_OF_SEVERAL = phrases(
    """
    the other, the other one, the others, the other two, the other three, the rest, the second
    the second one, the last one, the others of them, other one, the other of them, the third
    the third one
    """
)
"""Words for those of several of whom nothing was told alone."""

SOME_OF_SEVERAL = (
    ONE_OF_SEVERAL | REST_OF_SEVERAL | {"some", "some of them", "others", "other", "a few of them"}
)
"""Words without a noun for some of those who were named."""

PRONOUN_PEOPLE: dict[str, tuple[str, int]] = {
    "he": ("man", 1), "she": ("woman", 1), "they": ("person", 3), "i": ("person", 1),
    "we": ("person", 3),
}  # fmt: skip
"""Who is drawn for a pronoun that stands for nobody named before."""
