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
        "park", "city park", "lawn", "picnic", "public garden", "fairground", "amusement park",
    ),
    "sports field": (
        "sports field", "sports ground", "football pitch", "football field", "soccer field",
        "playing field", "pitch", "stadium", "football stadium",
    ),
    "playground": ("playground", "play area", "schoolyard", "school playground", "school race"),
    "garden": (
        "garden", "backyard", "yard", "back garden", "vegetable garden", "flower garden",
        "allotment", "school garden", "community garden",
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
        "family room", "room", "indoors", "dining room",
    ),
    "bedroom": ("bedroom", "hotel room", "nursery"),
    "classroom": (
        "classroom", "school", "lesson", "class", "lecture", "schoolroom", "language class",
        "laboratory", "lab",
    ),
    "office": (
        "office", "workplace", "police station", "meeting room", "business meeting", "meeting",
        "job interview",
    ),
    "library": ("library", "bookshop", "bookstore"),
    "museum": ("museum", "art museum", "gallery", "art gallery", "exhibition"),
    "cafe": (
        "cafe", "café", "coffee shop", "bakery", "tea room",
    ),
    "restaurant": (
        "restaurant", "diner", "bistro", "canteen", "restaurant terrace", "pizzeria",
    ),
    "workshop": (
        "workshop", "garage", "pottery workshop", "repair shop", "factory", "warehouse", "shed",
    ),
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
    "bathroom": ("bathroom", "shower room", "washroom", "shower"),
    "launderette": ("launderette", "laundrette", "laundromat", "laundry room", "laundry"),
    "post office": ("post office",),
    "bank": ("bank",),
    "hotel lobby": (
        "hotel lobby", "lobby", "hotel reception", "reception", "hotel", "reception desk",
    ),
    "gym": (
        "gym", "gymnasium", "fitness centre", "fitness center", "fitness studio", "sports hall",
    ),
    "salon": (
        "salon", "hair salon", "hairdressing salon", "barber shop", "barbershop",
        "hairdresser's", "barber's",
    ),
    "cinema": ("cinema", "movie theatre", "movie theater"),
    "swimming pool": ("swimming pool", "pool", "outdoor pool", "public pool", "lido"),
    "zoo": ("zoo", "safari park", "wildlife park", "animal park"),
    "balcony": ("balcony",),
    "campsite": ("campsite", "camp site", "campground", "camping site", "camp"),
    "attic": ("attic", "loft"),
    "church inside": ("church inside", "church service", "inside of a church"),
    "fire station": ("fire station", "firehouse"),
    "bus cabin": ("bus cabin",),
    "plane cabin": ("plane cabin", "aeroplane cabin", "airplane cabin", "aircraft cabin"),
    "supermarket": (
        "supermarket", "grocery store", "grocery", "grocery shop",
    ),
    "shop": (
        "shop", "store", "flower shop", "toy shop", "shoe shop", "book shop", "clothes shop",
        "clothing store", "gift shop", "boutique", "shopping centre", "shopping mall", "mall",
        "pharmacy", "chemist's", "butcher's",
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
    volcano jungle rainforest island bookshop bookstore laboratory lab pharmacy chemist's butcher's
    factory warehouse shed fairground
    """.split()
) | {"hotel room", "amusement park", "police station"}
"""Places for which the nearest one is drawn, so that the word itself is not."""

WEAK_PLACES = frozenset(
    "school class home house flat apartment room town city country field store shop village"
    " square lesson corner hill valley yard road river indoors bank laundry hotel reception"
    " shower".split()
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
    "swimming pool", "hotel lobby", "salon", "church inside", "fire station", "bathroom",
    "launderette", "gym", "cinema", "zoo", "post office", "attic", "balcony", "campsite",
    "market", "playground", "classroom", "kitchen", "bedroom", "library", "cafe", "restaurant",
    "supermarket", "theatre", "workshop", "train carriage", "bus cabin", "plane cabin",
    "hospital", "office", "museum", "airport", "station", "shop", "bus stop", "sports field",
    "rooftop", "ferry deck", "harbour", "river", "desert", "building site", "lake", "sea",
    "forest", "country road", "farm",
    "garden", "park", "city", "mountains", "bank", "street", "living room",
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
        "rain", "rainy", "raining", "storm", "stormy", "showers", "rain shower", "wet", "drizzle",
        "rainstorm", "puddle",
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
        "bathroom",
        "launderette",
        "post office",
        "bank",
        "hotel lobby",
        "gym",
        "salon",
        "church inside",
        "cinema",
        "attic",
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
    "bathroom": frozenset({"mirror"}),
    "launderette": frozenset({"washing machine"}),
    "gym": frozenset({"mirror"}),
    "salon": frozenset({"mirror"}),
    "cinema": frozenset({"television"}),
}
"""What a place shows anyway, so that it need not be put there a second time."""

FURNISHED = frozenset({"window", "clock", "picture"})
"""What every room shows anyway."""
