"""Words that need no picture, and words that can be seen but not drawn."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.places.registry import RANKED
from imagespeak_core.generators.illustrator.things.catalog import by

SILENT = frozenset(
    """
    and or but while as is are be been being was were it its they them he she who which that
    this these those for then there of together each other one another some his her
    their my our your all around up down off out away back side sides edge
    middle centre center top bottom front left right background foreground under over
    during after before also just only i we you where when others
    end other part parts half still most much more lot past every own way early late
    on hard almost already towards toward very really quite rather too well so completely
    next first second third such do does did doing here how what why whose whom us me mine
    yours yes hello please thanks any anything something nothing everything anyone anybody
    i'm there's it's let's the thing things stuff kind kinds sort sorts ages age year time day
    floor wall walls ground ceiling sky air feet foot hand hands arm arms
    head heads face faces eyes world same
    beautiful lovely nice pretty wonderful amazing good great best favourite favorite special
    perfect fantastic
    scene picture photo image view showing style illustration cartoon realistic detailed quality
    modern traditional typical everyday local real true whole last single quiet peaceful cosy
    cozy colourful colorful sunlit inside outside different
    through lots far close along about without both few even ever always often sometimes
    usually again soon now today tonight yesterday tomorrow maybe perhaps however despite because
    if though although until till since than via per else around onto
    """.split()
)
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
    ugly handsome cute crowded noisy silent solid hollow steep shallow low bent crooked cracked
    torn ancient rusty shiny sparkling furry fluffy wild tame dead
    suspicious serious patient steaming frosty
    alike asleep awake barefoot naked upright matching
    fastest slowest oldest youngest biggest smallest tallest longest
    """.split()
) - {"busy", "crowded", "trying"}
"""Adjectives that are understood, and of which nothing can be seen in what is drawn."""

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
    "wooden": frozenset(),
    "round": frozenset(),
    "long": frozenset(),
}

TRUE_OF: dict[str, frozenset[str]] = {
    adjective: nouns
    | {place.name for place in RANKED if adjective in place.looks}
    | _LOOKS.get(adjective, frozenset())
    for adjective, nouns in _TRUE_OF_OTHERS.items()
}
"""Adjectives of what always looks so."""

OF_A_BODY = frozenset(
    """
    hair face head hand hands shoulder shoulders teeth tooth foot feet eyes arm arms leg legs back
    knee nose lap temperature pulse heart
    """.split()
)
"""What belongs to a body: where it is, its owner is."""

NOBODY = frozenset({"nobody", "no one", "no people", "without people", "without any people"})
"""Words that say that no people are there."""

NOT = frozenset(
    """
    neither nor not never isn't aren't wasn't weren't don't doesn't didn't can't cannot won't
    """.split()
)
"""Words that deny what comes next."""

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
