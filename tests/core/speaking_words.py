"""How people say what a picture shows: other words for the same, written down by hand.

Nothing here comes from the reader or from what compares: each word is one that a person would
agree to who looks at the picture.
"""

from __future__ import annotations

from imagespeak_core.generators.illustrator.scene import Scene, Shown

PEOPLE: dict[tuple[str | None, str | None], tuple[str, ...]] = {
    ("man", "adult"): ("man", "guy", "person", "gentleman"),
    ("woman", "adult"): ("woman", "lady", "person"),
    ("man", "old"): ("old man", "man", "elderly man", "person", "grandpa", "old guy"),
    ("woman", "old"): ("old woman", "woman", "old lady", "person", "grandma", "elderly lady"),
    ("man", "child"): ("boy", "little boy", "kid", "child", "young boy"),
    ("woman", "child"): ("girl", "little girl", "kid", "child", "young girl"),
    ("man", "teenager"): ("boy", "teenager", "young man", "young person"),
    ("woman", "teenager"): ("girl", "teenager", "young woman", "young lady"),
    ("man", "baby"): ("baby", "little baby", "small child"),
    ("woman", "baby"): ("baby", "little baby", "small child"),
}
"""Gender and age → what somebody is called, the plainest first."""

ROLES: dict[str, tuple[str, ...]] = {
    "seller": ("seller", "vendor"), "teacher": ("teacher",), "student": ("student", "pupil"),
    "doctor": ("doctor",), "nurse": ("nurse",), "patient": ("patient",), "farmer": ("farmer",),
    "fisherman": ("fisherman",), "waiter": ("waiter",), "musician": ("musician", "guitarist"),
    "firefighter": ("firefighter",), "police officer": ("police officer",), "baker": ("baker",),
    "artist": ("painter", "artist"), "pilot": ("pilot",), "scientist": ("scientist",),
    "bride": ("bride",), "groom": ("groom",), "hairdresser": ("hairdresser",),
    "tourist": ("tourist",), "mechanic": ("mechanic",), "gardener": ("gardener",),
    "builder": ("builder", "construction worker"), "clown": ("clown",),
}  # fmt: skip
"""Whom one knows by what they wear or hold."""

THINGS: dict[str, tuple[str, ...]] = {
    "dog": ("dog", "animal"), "cat": ("cat", "animal"), "cow": ("cow", "animal"),
    "horse": ("horse", "animal"), "lion": ("lion", "animal"), "fox": ("fox", "animal"),
    "elephant": ("elephant", "animal"), "goat": ("goat", "animal"), "camel": ("camel", "animal"),
    "swimming duck": ("duck", "bird"), "pigeon": ("pigeon", "bird"), "bird": ("bird", "animal"),
    "gull": ("seagull", "bird"), "car": ("car", "vehicle"), "bus": ("bus", "vehicle"),
    "taxi": ("taxi", "cab", "vehicle"), "fire engine": ("fire engine", "fire truck"),
    "train": ("train",), "boat": ("boat",), "sofa": ("sofa", "couch"), "armchair": ("armchair",),
    "fridge": ("fridge", "refrigerator"), "cooker": ("cooker", "stove"), "bed": ("bed",),
    "table": ("table",), "chair": ("chair",), "bench": ("bench",), "desk": ("desk",),
    "laptop": ("laptop", "computer"), "computer": ("computer",), "bookcase": ("bookcase",),
    "wardrobe": ("wardrobe",), "ball": ("ball",), "snowman": ("snowman",), "tent": ("tent",),
    "campfire": ("campfire", "fire"), "tree": ("tree",), "autumn tree": ("tree",),
    "bus stop": ("bus stop",), "picture": ("picture",), "church": ("church",), "easel": ("easel",),
    "house": ("house",), "ladder": ("ladder",), "piano": ("piano",), "umbrella": ("umbrella",),
    "crane": ("crane",), "toy car": ("toy car", "toy"), "fence": ("fence",), "cup": ("cup",),
    "bowl": ("bowl",), "glass": ("glass",), "plate": ("plate",), "fruit bowl": ("fruit bowl",),
    "parcel": ("parcel", "package"), "cake": ("cake",), "birthday cake": ("birthday cake", "cake"),
    "market stall": ("market stall",), "whiteboard": ("whiteboard",),
}  # fmt: skip
"""An animal's or a thing's noun → what it is called; what is left out is not spoken of."""

_SEXES = {
    "man": "man", "guy": "man", "gentleman": "man", "boy": "man", "grandpa": "man",
    "woman": "woman", "lady": "woman", "girl": "woman", "grandma": "woman",
}  # fmt: skip
_MARKS = {
    "man": frozenset({"beard", "moustache", "bald head"}),
    "woman": frozenset({"dress", "skirt", "swimsuit", "braids", "ponytail", "bun", "hijab"}),
}
"""What one sees on somebody that tells whether they are a man or a woman."""
_HANGING = frozenset({"long", "curly"})
MANY = {"man": "men", "woman": "women", "child": "children", "person": "people", "lady": "ladies",
        "fisherman": "fishermen", "baby": "babies", "guy": "guys", "bus": "buses",
        "bench": "benches", "glass": "glasses", "church": "churches",
        "fire truck": "fire trucks"}  # fmt: skip

DONE: dict[str, tuple[str, ...]] = {
    "stand": ("standing",), "walk": ("walking",), "run": ("running",), "sit": ("sitting",),
    "jump": ("jumping",), "talk": ("talking", "chatting"), "eat": ("eating",), "fish": ("fishing",),
    "drink": ("drinking",), "kick": ("playing football", "playing soccer", "playing"),
    "dance": ("dancing",), "guitar": ("playing the guitar", "playing guitar", "playing music"),
    "sleep": ("sleeping", "having a nap"), "knit": ("knitting",), "shop": ("shopping",),
    "type": ("working on a computer", "typing", "working"), "cook": ("cooking",),
    "paint": ("painting",), "swim": ("swimming",), "skip": ("skipping", "jumping rope"),
    "point": ("pointing at something",), "photo": ("taking a photo", "taking a picture"),
    "wave": ("waving",), "crawl": ("crawling",), "kneel": ("kneeling",),
    "basketball": ("playing basketball",), "cut_hair": ("cutting hair",), "fly": ("flying",),
}  # fmt: skip
"""An action → what somebody is doing."""

DONE_WITH: dict[tuple[str, str], tuple[str, ...]] = {
    ("ride", "bicycle"): ("riding a bicycle", "riding a bike", "cycling"),
    ("read", "book"): ("reading a book", "reading"),
    ("carry", "tray"): ("carrying a tray", "holding a tray"),
    ("hold", "umbrella"): ("holding an umbrella", "carrying an umbrella"),
    ("hug", "teddy bear"): ("hugging a teddy bear", "hugging her teddy bear", "holding a teddy"),
    ("throw", "ball"): ("throwing a ball", "playing with a ball"),
    ("write", "notebook"): ("writing", "writing something in a notebook"),
}
"""An action and what is held for it."""

HELD = {
    "umbrella": "umbrella", "book": "book", "closed book": "book", "suitcase": "suitcase",
    "kite": "kite", "guitar": "guitar", "teddy bear": "teddy bear", "tray": "tray", "pan": "pan",
    "fishing rod": "fishing rod", "hammer": "hammer", "clipboard": "clipboard", "spoon": "spoon",
    "hose": "hose", "scissors": "scissors", "camera": "camera", "cup": "cup",
    "balloon": "balloon", "football": "football", "basketball": "ball", "ball": "ball",
    "skipping rope": "skipping rope", "apple": "apple",
}  # fmt: skip

WORN: dict[str, tuple[str, ...]] = {
    "jacket": ("jacket",), "coat": ("coat",), "dress": ("dress",), "shirt": ("shirt", "T-shirt"),
    "long shirt": ("shirt",), "jumper": ("jumper", "sweater", "pullover"), "skirt": ("skirt",),
    "trousers": ("trousers", "pants"), "shorts": ("shorts",), "shoes": ("shoes",),
    "apron": ("apron",), "scarf": ("scarf",), "tie": ("tie",), "straw hat": ("straw hat", "hat"),
    "sun hat": ("hat",), "swimsuit": ("swimsuit",), "glasses": ("glasses",), "beanie": ("hat",),
}  # fmt: skip
PAIRS = frozenset({"trousers", "pants", "shorts", "shoes", "glasses", "scissors"})

PLACES: dict[str, tuple[tuple[str, str], ...]] = {
    "park": (("park", "in"),), "market": (("market", "at"),), "street": (("street", "in"),),
    "kitchen": (("kitchen", "in"),), "living room": (("living room", "in"), ("room", "in")),
    "classroom": (("classroom", "in"), ("school", "at")), "hospital": (("hospital", "in"),),
    "river": (("river", "at"),), "farm": (("farm", "on"),), "lake": (("lake", "at"),),
    "restaurant": (("restaurant", "in"),), "sea": (("beach", "on"), ("beach", "at")),
    "station": (("train station", "at"), ("station", "at")), "bedroom": (("bedroom", "in"),),
    "zoo": (("zoo", "at"), ("zoo", "in")), "cafe": (("café", "in"), ("cafe", "in")),
    "library": (("library", "in"),), "bus stop": (("bus stop", "at"),),
    "balcony": (("balcony", "on"),), "swimming pool": (("swimming pool", "at"),),
    "airport": (("airport", "at"),), "desert": (("desert", "in"),), "museum": (("museum", "in"),),
    "playground": (("playground", "in"),), "harbour": (("harbour", "in"), ("port", "in")),
    "gym": (("gym", "in"),), "mountains": (("mountains", "in"),), "garden": (("garden", "in"),),
    "forest": (("forest", "in"), ("wood", "in")), "office": (("office", "in"),),
    "post office": (("post office", "in"),), "building site": (("building site", "on"),),
}  # fmt: skip
"""A place → nouns for it, each with its preposition; where none is sure, nothing is said."""

TIMES: dict[str, tuple[str, ...]] = {
    "morning": ("It is morning.", "It's in the morning.", "It is early in the morning."),
    "day": ("It is daytime.", "It is during the day.", "It's day."),
    "sunset": ("It is evening.", "The sun is setting.", "It is sunset."),
    "night": ("It is night.", "It's night time.", "It is dark.", "It's late at night."),
}
WEATHERS: dict[str, tuple[str, ...]] = {
    "rain": ("It is raining.", "It's rainy.", "It is a rainy day.", "The weather is bad.",
             "There is a lot of rain."),
    "snow": ("It is snowing.", "There is snow.", "It's snowy.", "It looks very cold."),
    "fog": ("It is foggy.", "It's a foggy day.", "There is fog."),
    "wind": ("It is windy.", "It's a windy day.", "The wind is blowing."),
    "cloudy": ("It is cloudy.", "It's a cloudy day.", "There are clouds in the sky."),
}  # fmt: skip
CLEAR_DAY = ("It is sunny.", "The sun is shining.", "The weather is nice.", "It's a sunny day.",
             "The weather is good today.", "It's a beautiful day.")  # fmt: skip
"""What is said of clear weather by day, where one is out of doors."""


def many(noun: str) -> str:
    """The plural of a noun."""
    head, _, last = noun.rpartition(" ")
    several = MANY.get(noun) or MANY.get(last) or (last[:-1] + "ies" if last.endswith("ty")
                                                   else last + "s")  # fmt: skip
    return several if noun in MANY else f"{head} {several}".strip()


def a(words: str) -> str:
    """The words with "a" or "an" before them, or none before what is always several."""
    if words.split()[-1] in PAIRS:
        return words
    an = words[0].lower() in "aeiou" and not words.startswith("uni")
    return f"{'an' if an else 'a'} {words}"


def names_of(item: Shown) -> tuple[str, ...]:
    """What it may be called, the plainest first; nothing where nobody would be sure."""
    if item.kind != "person":
        return THINGS.get(item.noun, ())
    people = PEOPLE[(item.gender, item.age or "adult")]
    if item.role:
        return (*ROLES.get(item.role, ()), *(word for word in people if "grand" not in word))
    if item.noun == "passenger":
        return ("passenger", "traveller", *people)
    return people


def might_be(word: str, item: Shown) -> bool:
    """Whether somebody might mean it by the word: more than are really called so."""
    if word in names_of(item):
        return True
    if item.kind != "person":
        return word in {"animal", "bird"} and item.kind == "animal"
    last = word.split()[-1]
    sex = _SEXES.get(last)
    if word in {word for words in ROLES.values() for word in words}:
        return False
    return sex is None or sex == item.gender or not _shows_gender(item)


def _shows_gender(item: Shown) -> bool:
    """Whether somebody is plainly a man or a woman, by what they are called or by their looks."""
    if item.noun in {*_SEXES, "waiter", "fisherman", "bride", "groom", "grandmother"}:
        return True
    worn = (*item.wearing, *item.also_wearing)
    hair = {word for what, said in worn if what == "hair" for word in (said or "").split()}
    hangs = item.gender == "woman" and bool(hair & _HANGING) and "short" not in hair
    return hangs or any(what in _MARKS.get(item.gender or "", ()) for what, _ in worn)


def pronoun(item: Shown) -> str:
    """He, she or it."""
    return {"man": "he", "woman": "she"}.get(item.gender or "", "it")


def doings(item: Shown, scene: Scene) -> tuple[str, ...]:
    """What it is doing, as participles, the plainest first."""
    action = item.action or ""
    if action == "stand" and item.posture not in {None, "walk"}:
        return ()
    held = DONE_WITH.get((action, item.holding or ""), ())
    if action == "ride" and not held:
        on = [link.target for link in scene.links if link.subject == item.id
              and link.relation == "on" and not link.by_chance]  # fmt: skip
        nouns = [one.noun for one in scene.items if one.id in on]
        return tuple(f"riding {a(noun)}" for noun in nouns)
    if action == "stand" and item.kind == "thing":
        return ()
    if action == "garden" and scene.place == "garden":
        return ("working in the garden", "gardening")
    sits = ("sitting",) if item.posture == "sit" and action not in {"ride", "sit"} else ()
    return (*held, *DONE.get(action, ()), *sits)


def nouns_about(scene: Scene) -> set[str]:
    """Every noun of which anything can be seen, with what is worn, held and behind."""
    seen = {*scene.backdrop, scene.place}
    for item in scene.items:
        worn = {piece for piece, _ in (*item.wearing, *item.also_wearing)}
        held = {item.holding or "", *item.also_holding, item.noun, item.role or ""}
        seen |= {*names_of(item), *held, *worn, item.said or ""}
    return seen
