"""Words that need no picture, and words that can be seen but not drawn."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.places.registry import RANKED
from imagespeak_core.generators.illustrator.things.catalog import by

SILENT = frozenset(
    """
    and or but while ones as is are be been being was were it its they them he she who which that
    this these those for then there of together other one another some his her
    their my our your all around up down off out away back side sides edge
    middle centre center top bottom front left right background foreground under over
    during after before also just only i we you where when others
    end other part parts half still most much more lot past own way early late
    on hard almost already towards toward very really quite rather too well so completely
    next first second third such do does did doing here how what why whose whom us me mine
    yours yes hello please thanks any anything something nothing everything anyone anybody
    i'm there's it's let's the thing things stuff kind kinds sort sorts ages age year time day
    floor wall walls ground ceiling sky air feet foot hand hands arm arms
    head heads face faces eyes world same
    beautiful lovely nice pretty wonderful amazing good great best favourite favorite special
    perfect fantastic
    weather place
    scene picture photo image view showing style illustration cartoon drawing quality
    exactly nearly simply colored coloured
    extremely incredibly fairly super
    typical everyday local real true whole last single quiet peaceful cosy
    cozy sunlit inside outside different
    through lots far close along about without both few even ever always often sometimes
    usually again soon now today tonight yesterday tomorrow maybe perhaps however despite because
    if though although until till since than via per else around onto
    """.split()
) | {"each other", "each one"}
"""Grammar, empty praise, words for the picture itself, and what every picture or person has."""

UNSEEN = frozenset(
    """
    warm cold cool hot fresh high new empty full open bright dark tall short long clear icy
    narrow wide deep hungry thirsty proud curious elegant clean dirty fast slow strong heavy light
    soft loud alone trying busy dusty muddy damp wet thick thin dry handmade rough smooth
    distant remote spotless gleaming tidy untidy messy packed hopeful broken round square flat
    wooden metal plastic paper glass stone golden-brown striped spotted woollen leather
    sick ill rich poor famous clever kind brave shy polite rude lazy careful careless dangerous safe
    expensive cheap fat slim pregnant blind deaf bald curly straight sharp blunt bitter sweet
    sour salty delicious tasty ripe raw frozen boiled fried
    male female ugly handsome cute crowded noisy
    silent solid hollow steep shallow low bent crooked cracked
    torn ancient rusty shiny sparkling furry fluffy wild tame dead
    lit burning closed wrapped leafy sandy horned stacked woolly
    suspicious serious patient steaming frosty
    grassy bigger smaller taller shorter longer larger higher heavier faster slower older younger
    elder eldest largest shortest
    alike asleep awake barefoot naked upright matching
    fastest slowest oldest youngest biggest smallest tallest longest
    """.split()
) - {"busy", "crowded", "trying"} | {
    "in each hand", "on both sides", "on each side", "on either side",
    "in the corner", "in a corner", "in the corner of", "in one corner",
    "at the top",
    "at the bottom", "upside down", "upside-down", "backwards", "sideways", "on its side",
    *(f"on {whose} {part}" for whose in ("his", "her", "its", "their", "my") for part in (
        "head", "heads", "back", "backs", "nose", "shoulder", "lap", "laps")),
    *(f"behind {whose} back" for whose in ("his", "her", "their", "my")),
    *(f"over {whose} {part}" for whose in ("his", "her", "their", "my") for part in (
        "face", "faces", "eyes", "mouth", "ears")),
    *(f"under {whose} {part}" for whose in ("his", "her", "their", "my") for part in (
        "arm", "arms")),
    *(f"more {size}" for size in ("big", "small", "tall", "long", "short", "old", "young", "high")),
    *(f"in {whose} arms" for whose in ("his", "her", "its", "their", "my")),
    "arms up", "hands up",
    *(f"{part} {how}" for part in ("arms", "hands") for how in ("crossed", "folded", "raised")),
    *(f"{how} {part}" for part in ("arms", "hands") for how in ("crossed", "folded", "raised")),
    "hand in hand", "arm in arm", "back to back", "face to face", "cheek to cheek", "in love",
    *(f"{part} {way}" for part in ("head", "heads", "eyes") for way in ("down", "up", "bowed")),
    "hand up", "arm up", "one arm", "one leg", "one eye", "one ear",
    "every second", "every other", "every third",
    "half moon", "crescent moon", "but one",
    *(f"rainbow{mark}{coloured}" for mark in " -" for coloured in ("coloured", "colored")),
    "not all", "not every", "not everybody", "not everyone", "not only",
    "as many", "as much", "stone age", "new year's eve", "new year", "valentine's day",
    "mother's day", "father's day", "snow white", "harry potter",
    *(f"{verb} at the camera" for verb in ("look", "looks", "looking", "staring", "stares")),
    *(f"{where} the camera" for where in (
        "at", "to", "for", "into", "towards", "toward", "facing", "faces", "close to", "near",
        "away from")),
    *(f"the letter {letter}" for letter in "abcdefghijklmnopqrstuvwxyz"),
}  # fmt: skip
"""Adjectives that are understood, and of which nothing can be seen in what is drawn."""

LIKE = frozenset(
    {"shaped like", "in the shape of", "looks like", "look like", "looking like", "dressed as"}
    | {"dressed like", "disguised as", "shaped as", "in the form of"}
)
"""What comes after them is not there: they only tell how something looks."""

OF_A_WHOLE = frozenset(
    {"more than", "less than", "fewer than", "a slice of", "slice of", "slices of", "half of"}
    | {"most of", "half the", "two of the", "three of the"}
    | {
        f"all {but} {number}{of}"
        for but in ("but", "except", "except for")
        for number in ("one", "two", "three", "a few")
        for of in ("", " of the", " of them", " of his", " of her", " of their", " of my")
    }
)
"""Words for a part of what comes next, which is drawn whole."""

OF_ALL = frozenset("all every each everyone everybody everything nobody none".split())
"""Words after which "but" takes somebody out."""

IN_PHRASES = frozenset({"circle"})
"""Parts of the fixed words of a verb of which nothing can be seen."""

_LOOKS = by(lambda thing: thing.looks)

_TRUE_OF_OTHERS: dict[str, frozenset[str]] = {
    "high": frozenset(),
    "tall": frozenset({"skyscraper"}),
    "deep": frozenset({"snow"}),
    "strong": frozenset({"wind"}),
    "heavy": frozenset({"rain", "snow"}),
    "hot": frozenset({"summer"}),
    "warm": frozenset({"summer", "spring", "clear"}),
    "cold": frozenset({"winter", "snow"}),
    "fresh": frozenset({"snow", "vegetables"}),
    "dark": frozenset({"night"}),
    "bright": frozenset({"clear"}),
    "grassy": frozenset(place.name for place in RANKED if place.grassy),
    "long": frozenset(),
}

_OF_THINGS = frozenset(
    """
    wooden round open closed empty full lit burning wrapped fluffy woolly leafy horned striped
    spotted stacked sandy
    """.split()
)

MANY_COLOURED = frozenset(
    "colourful colorful multicoloured multicolored multi-coloured multi-colored".split()
)
"""Adjectives of what has several colours, or of several that are each of another colour."""

TRUE_OF: dict[str, frozenset[str]] = {
    adjective: nouns
    | {place.name for place in RANKED if adjective in place.looks}
    | _LOOKS.get(adjective, frozenset())
    for adjective, nouns in (dict.fromkeys(_OF_THINGS, frozenset[str]()) | _TRUE_OF_OTHERS).items()
}
TRUE_OF |= dict.fromkeys(
    MANY_COLOURED,
    _LOOKS.get("colourful", frozenset())
    | {place.name for place in RANKED if "colourful" in place.looks},
)
"""Adjectives of what always looks so."""

COLOURED = frozenset({"colored", "coloured"})
"""Words of `SILENT` that only tell that a colour is meant: "orange coloured"."""

OF_A_BODY = frozenset(
    """
    hair face head hand hands shoulder shoulders teeth tooth foot feet eyes arm arms leg legs back
    knee nose lap ear ears cheek neck mouth fingers temperature pulse heart
    """.split()
)
"""What belongs to a body: where it is, its owner is."""

NOBODY = frozenset({"nobody", "no one", "no people", "without people", "without any people"})
"""Words that say that no people are there."""

NOT = frozenset(
    """
    neither nor none not never isn't aren't wasn't weren't don't doesn't didn't can't cannot won't
    """.split()
) | {"instead of"}
"""Words that deny what comes next."""

LOOSE_RELATIONS = frozenset(
    """
    around along across over through against towards toward opposite among amongst past
    above below throughout alongside
    """.split()
) | {"out of", "full of", "surrounded by", "covered with", "in the middle of"}
"""Words for where something is that are drawn only as near as "next to" or "with"."""

OF_EVERYTHING = frozenset(
    "eyes eye face faces hands hand feet foot head sky wall walls floor ceiling background ground"
    " arms arm".split()
)
"""Words of `SILENT` for what is there anyway, but not as they say who say something of it."""

INSIDE_ONLY = frozenset({"wall", "walls", "ceiling"})
"""Words of `SILENT` for what there is in rooms alone."""

THERE_ANYWAY = frozenset({"furniture", "light", "colour", "color", "colours", "colors"})
"""What no picture is without, and has no drawing of its own."""

BORROWED = frozenset({"water", "food", "meal"})
"""Words for which something is drawn that only has to do with it."""

OF_ANOTHER_COLOUR = frozenset("coffee tea juice water milk".split())
"""Words of which the colour that is told is not that of what is drawn for them."""

COLOURS_OF_DRINKS = frozenset(
    {("orange", "juice"), ("black", "coffee"), ("brown", "coffee"), ("brown", "tea")}
    | {("white", "milk")}
)
"""Colours that are true of what is drawn all the same."""

ONLY_TOLD_OF_WEATHER = frozenset({"ski", "skiing", "snowballs", "puddle", "ice"})
"""What tells of snow or rain, and is not drawn itself."""

IN_THE_SKY = frozenset("moon sun star stars cloud clouds".split())
"""What nobody is on in a picture."""

TOO_MANY = frozenset(
    {
        "half a",
        "half an",
        "hundred",
        "thousand",
        "hundreds of",
        "thousands of",
        "dozens of",
    }
)
"""Words for more, or less, than is drawn of anything."""

LIKENESSES = frozenset({"statue", "statues"})
"""Things of which "of" tells what they look like: a statue of a lion is no lion."""

PIECES = frozenset({"a piece of", "piece of", "pieces of"})
"""Words for a part of what is drawn whole where it is one of `CUT_UP`."""

CUT_UP = _LOOKS.get("whole", frozenset())
"""What is drawn whole, and eaten in pieces."""

PILES = frozenset(
    {"pile of", "a pile of", "piles of", "a stack of", "stack of", "a heap of", "tower of"}
    | {"a tower of"}
)
"""Words for things on top of each other."""

PILED = _LOOKS.get("piled", frozenset())
"""Things that are drawn so."""

ONLY_OF_SETTINGS = frozenset({"wet", "bright", "hot", "clear", "icy"})
"""Words for the weather that mean something else when they are said of a thing or a person."""

MANNERS: dict[str, str] = {
    "happily": "happy", "cheerfully": "happy", "joyfully": "happy", "sadly": "sad",
    "angrily": "angry", "tiredly": "tired", "sleepily": "tired", "anxiously": "sad",
    "nervously": "sad", "in surprise": "surprised", "with surprise": "surprised",
    "calmly": "calm", "quietly": "calm", "peacefully": "calm", "with a smile": "happy",
    "with a big smile": "happy", "with joy": "happy", "in anger": "angry", "in triumph": "happy",
    "gladly": "happy", "excitedly": "happy",
}  # fmt: skip
"""How something is done, where a face shows it."""
