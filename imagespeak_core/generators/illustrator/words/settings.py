"""Words for places, times of day, weather and seasons."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.scene import Season, Time, Weather

PLACE_WORDS: dict[str, tuple[str, ...]] = {
    "lake": ("lake", "lakeside", "pond", "lake shore"),
    "river": ("river", "riverside", "riverbank", "river bank", "canal", "stream"),
    "mountains": (
        "mountain", "mountainside", "hill", "peak", "valley", "alps", "volcano", "cliff",
        "hiking trail",
    ),
    "sea": (
        "sea", "ocean", "beach", "seaside", "coast", "shore", "seashore", "island",
        "waves", "bay",
    ),
    "harbour": ("harbour", "harbor", "port", "marina", "quay"),
    "forest": ("forest", "wood", "woodland", "jungle", "rainforest", "woods"),
    "city": (
        "city skyline", "skyline", "skyscraper", "downtown", "night city", "tower block",
        "big city",
    ),
    "street": (
        "street", "shopping street", "road", "city", "town", "avenue", "pavement", "sidewalk",
        "crossing", "zebra crossing", "crosswalk", "neighbourhood", "neighborhood", "village",
        "square", "town square", "corner", "city centre", "city center", "traffic", "car park",
        "parking lot", "pedestrian crossing",
    ),
    "market": (
        "market", "street market", "farmers market", "marketplace", "bazaar", "flea market",
        "fruit market", "food market",
    ),
    "park": (
        "park", "city park", "lawn", "picnic", "public garden",
    ),
    "sports field": (
        "sports field", "sports ground", "football pitch", "football field", "soccer field",
        "playing field", "pitch", "stadium", "football stadium",
    ),
    "playground": ("playground", "play area", "schoolyard", "school playground", "school race"),
    "garden": (
        "garden", "backyard", "yard", "back garden", "vegetable garden", "flower garden",
        "allotment", "school garden", "community garden", "balcony",
    ),
    "farm": (
        "farm", "farmyard", "barn", "field", "meadow", "pasture", "farmland",
    ),
    "country road": (
        "country road", "country lane", "countryside road", "countryside", "country",
        "rural road", "dirt road", "lane",
    ),
    "bus stop": ("bus stop", "bus shelter"),
    "kitchen": ("kitchen",),
    "living room": (
        "living room", "lounge", "sitting room", "home", "house", "flat", "apartment",
        "family room", "room", "indoors", "attic",
    ),
    "bedroom": ("bedroom", "hotel room", "nursery"),
    "classroom": (
        "classroom", "school", "lesson", "class", "lecture", "schoolroom", "language class",
    ),
    "office": (
        "office", "workplace", "meeting room", "business meeting", "meeting", "job interview",
    ),
    "library": ("library", "bookshop", "bookstore"),
    "museum": ("museum", "art museum", "gallery", "art gallery", "exhibition"),
    "cafe": (
        "cafe", "café", "coffee shop", "bakery", "tea room",
    ),
    "restaurant": (
        "restaurant", "diner", "bistro", "canteen", "restaurant terrace", "pizzeria",
    ),
    "workshop": ("workshop", "garage", "pottery workshop", "repair shop"),
    "theatre": (
        "theatre", "theater", "stage", "concert hall", "opera house", "school hall",
        "village hall", "concert",
    ),
    "train carriage": (
        "train carriage", "carriage", "train compartment", "compartment", "subway",
        "underground", "metro",
    ),
    "ferry deck": ("ferry", "ferry deck", "ship deck", "deck"),
    "desert": ("desert", "desert road"),
    "building site": ("building site", "construction site"),
    "rooftop": ("rooftop", "rooftop garden", "roof garden", "roof terrace"),
    "bus cabin": ("bus cabin",),
    "plane cabin": ("plane cabin", "aeroplane cabin", "airplane cabin", "aircraft cabin"),
    "supermarket": (
        "supermarket", "grocery store", "grocery", "grocery shop",
    ),
    "shop": (
        "shop", "store", "flower shop", "toy shop", "shoe shop", "book shop", "clothes shop",
        "clothing store", "gift shop", "boutique", "shopping centre", "shopping mall", "mall",
    ),
    "hospital": (
        "hospital", "hospital room", "clinic", "doctor's office", "surgery", "waiting room",
        "ward",
    ),
    "station": (
        "station", "railway station", "train station", "platform", "railway platform", "train",
    ),
    "airport": (
        "airport", "airport hall", "airport terminal", "terminal", "departure hall",
        "departure lounge", "arrivals hall", "check-in", "boarding gate",
    ),
}  # fmt: skip

STAND_INS = frozenset(
    """
    volcano jungle rainforest island attic hotel bookshop bookstore
    """.split()
) | {"hotel room"}
"""Places for which the nearest one is drawn, so that the word itself is not."""

WEAK_PLACES = frozenset(
    "school class home house flat apartment room town city country field store shop village"
    " square lesson corner hill valley yard road river indoors".split()
)
"""Place words that give way to any other place in the prompt ("the garden of a house")."""

OUTDOOR_ONLY = frozenset(
    [
        *"car bus taxi van lorry tram ambulance motorbike tractor train".split(),
        "police car",
        "fire engine",
    ]
)
"""What is never in a room."""

GARAGES = frozenset({"workshop"})
"""Rooms that a car gets into."""

OUTDOOR_KINDS = frozenset({"plant", "outdoor", "street", "vehicle", "water"})
"""Kinds of things that nobody would look for in a room."""

GRASSY = frozenset(
    {
        *"park garden farm forest lake river mountains playground".split(),
        "country road",
        "sports field",
    }
)
"""Places where grass grows."""

NATURAL_COLOURS: dict[str, frozenset[str]] = {
    "green": frozenset(
        "mountains forest park garden farm country road tree plant grass bush hedge leaf".split()
    )
    | {"country road", "potted plant", "sports field"},
    "red": frozenset({"roof"}),
    "blue": frozenset({"sea", "lake", "clear"}),
    "white": frozenset({"snow", "cloudy", "mountains"}),
    "grey": frozenset({"cloudy", "rain", "street", "city"}),
    "gray": frozenset({"cloudy", "rain", "street", "city"}),
}
"""Colours that go without saying, by what has them."""

SHOWN_WITH: dict[str, frozenset[str]] = {
    "lake": frozenset({"mountains"}),
    "farm": frozenset({"country road"}),
    "ferry deck": frozenset({"sea"}),
    "harbour": frozenset({"sea"}),
    "rooftop": frozenset({"city"}),
    "country road": frozenset({"farm", "mountains"}),
}
"""Places that can be seen behind another one."""

PLACE_RANK = (
    "market", "playground", "classroom", "kitchen", "bedroom", "library", "cafe", "restaurant",
    "supermarket", "theatre", "workshop", "train carriage", "bus cabin", "plane cabin",
    "hospital", "office", "museum", "airport", "station", "shop", "bus stop", "sports field",
    "rooftop", "ferry deck", "harbour", "river", "desert", "building site", "lake", "sea",
    "forest", "country road", "farm",
    "garden", "park", "city", "mountains", "street", "living room",
)  # fmt: skip
"""Where a prompt names two places, the earlier one here is drawn."""

TIME_WORDS: dict[Time, tuple[str, ...]] = {
    "morning": ("morning", "sunrise", "dawn", "breakfast", "early morning"),
    "day": ("day", "noon", "midday", "afternoon", "lunchtime", "daytime", "sunny day"),
    "sunset": ("sunset", "evening", "dusk", "twilight", "golden hour", "sundown", "setting sun"),
    "night": (
        "night",
        "midnight",
        "moon",
        "moonlight",
        "star",
        "starry",
        "nighttime",
        "full moon",
        "stars",
    ),
}

WEATHER_WORDS: dict[Weather, tuple[str, ...]] = {
    "rain": (
        "rain", "rainy", "raining", "storm", "stormy", "shower", "wet", "drizzle", "rainstorm",
        "puddle",
    ),
    "snow": (
        "snow", "snowy", "snowing", "snowfall", "snowstorm", "icy", "ice", "frost", "snowballs",
        "ski", "skiing",
    ),
    "fog": ("fog", "foggy", "mist", "misty", "haze", "hazy"),
    "wind": ("wind", "windy", "breeze", "breezy", "stormy wind"),
    "cloudy": ("cloudy", "cloud", "overcast", "grey sky", "gray sky"),
    "clear": ("sunny", "sun", "clear", "clear sky", "sunshine", "bright", "blue sky", "hot"),
}  # fmt: skip

SEASON_WORDS: dict[Season, tuple[str, ...]] = {
    "spring": ("spring", "blossom", "cherry blossom"),
    "summer": ("summer",),
    "autumn": ("autumn", "fall leaves", "autumn leaves", "autumnal"),
    "winter": ("winter", "wintry", "christmas"),
}

PLACE_HINTS: dict[str, str] = {
    "ranger": "forest", "park ranger": "forest", "teacher": "classroom", "student": "classroom",
    "pupil": "classroom", "nurse": "hospital",
    "doctor": "hospital", "patient": "hospital", "waiter": "cafe", "cook": "kitchen",
    "farmer": "farm", "baker": "cafe", "cow": "farm", "horse": "farm", "sheep": "farm",
    "pig": "farm", "goat": "farm", "hen": "farm", "chick": "farm", "donkey": "farm",
    "tractor": "farm", "duck": "lake", "fish": "lake", "boat": "lake", "sailing boat": "sea",
    "ship": "sea", "sandcastle": "sea", "palm tree": "sea", "fridge": "kitchen",
    "cooker": "kitchen", "kettle": "kitchen", "pan": "kitchen", "pot": "kitchen",
    "sofa": "living room", "chair": "living room", "table": "kitchen", "stool": "kitchen",
    "television": "living room", "armchair": "living room", "fireplace": "living room",
    "bookcase": "library", "bed": "bedroom", "wardrobe": "bedroom", "desk": "office",
    "computer": "office", "laptop": "office", "train": "station", "suitcase": "station",
    "shopping trolley": "supermarket", "shop assistant": "supermarket", "car": "street",
    "bus stop": "bus stop", "goal": "sports field", "vase": "living room",
    "snowman": "park", "bus": "street", "taxi": "street", "van": "street",
    "lorry": "street", "tram": "street", "police car": "street", "ambulance": "street",
    "fire engine": "street", "motorbike": "street", "traffic light": "street",
    "police officer": "street", "tourist": "street", "firefighter": "street", "builder": "street",
    "postman": "street", "market stall": "market", "seller": "market", "fisherman": "lake",
    "gardener": "garden", "flower": "garden", "flowers": "garden", "vegetables": "market",
    "fruit": "market", "lion": "farm", "pancakes": "kitchen", "cake": "kitchen",
    "birthday cake": "living room", "businessman": "office", "office worker": "office",
    "librarian": "library", "lifeguard": "sea", "tent": "forest", "campfire": "forest",
    "mushroom": "forest", "cushion": "living room", "Christmas tree": "living room",
    "swing": "playground", "slide": "playground", "scientist": "classroom", "house": "street",
    "church": "street", "bridge": "river", "mechanic": "workshop", "actor": "theatre",
}  # fmt: skip
"""Where something is most likely to be, when the prompt names no place."""

PLACES_OF_NAMES: dict[str, str] = {
    "kitchen table": "kitchen", "dining table": "living room", "park bench": "park",
    "meeting table": "office", "coffee table": "living room", "garden chair": "garden",
    "school bag": "classroom", "hospital bed": "hospital",
}  # fmt: skip
"""Where something is whose name says so."""

VERB_PLACES: dict[str, str] = {"sell": "market", "teach": "classroom"}
"""Where something is done that looks like something else."""

ACTION_HINTS: dict[str, str] = {
    "cook": "kitchen", "eat": "kitchen", "drink": "cafe", "type": "office", "sleep": "bedroom",
    "swim": "sea", "fish": "lake", "drive": "street", "shop": "supermarket", "garden": "garden",
    "write": "classroom", "read": "library",
}  # fmt: skip

INDOORS = frozenset(
    {
        "kitchen",
        "living room",
        "bedroom",
        "classroom",
        "office",
        "library",
        "cafe",
        "supermarket",
        "hospital",
        "museum",
        "airport",
        "shop",
        "restaurant",
        "workshop",
        "theatre",
        "train carriage",
        "bus cabin",
        "plane cabin",
    }
)

BUILT_IN: dict[str, frozenset[str]] = {
    "market": frozenset({"market stall"}),
    "farm": frozenset({"barn", "fence", "hay bale"}),
    "garden": frozenset({"house", "hedge"}),
    "classroom": frozenset({"blackboard"}),
    "station": frozenset({"train"}),
    "river": frozenset({"bridge"}),
    "airport": frozenset({"plane"}),
}
"""What a place shows anyway, so that it need not be put there a second time."""

FURNISHED = frozenset({"window", "clock", "picture"})
"""What every room shows anyway."""
