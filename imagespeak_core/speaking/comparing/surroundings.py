"""Whether place, time and weather are as they are said to be."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from imagespeak_core.generators.illustrator.places.registry import PLACES
from imagespeak_core.generators.illustrator.places.shows import shows
from imagespeak_core.generators.illustrator.scene import Scene, Time, Weather
from imagespeak_core.generators.illustrator.telling.light import seen_time
from imagespeak_core.generators.illustrator.words import settings
from imagespeak_core.speaking.comparing.claims import Claims
from imagespeak_core.speaking.comparing.phrases import Span
from imagespeak_core.speaking.comparing.verdict import Verdict

_PLACES_ALIKE: tuple[frozenset[str], ...] = (
    frozenset("kitchen|living room|bedroom|bathroom|attic".split("|")),
    frozenset("classroom|library|office|museum|theatre".split("|")),
    frozenset("street|city|market|shop|bus stop|station|rooftop|cafe|bank|post office".split("|")),
    frozenset("street|city|country road|building site|fire station|harbour".split("|")),
    frozenset("park|garden|playground|sports field|zoo|forest|campsite|lake".split("|")),
    frozenset("farm|country road|mountains|forest|garden|park|campsite".split("|")),
    frozenset("mountains|lake|river|forest|country road|campsite|desert".split("|")),
    frozenset("sea|harbour|ferry deck|lake|river|swimming pool".split("|")),
    frozenset("sea|desert".split("|")),
    frozenset("cafe|restaurant|kitchen|hotel lobby|living room".split("|")),
    frozenset("supermarket|shop|market|cafe|restaurant".split("|")),
    frozenset("hospital|office|bedroom|salon|bank|hotel lobby|post office".split("|")),
    frozenset("airport|station|hotel lobby|plane cabin|bus stop|train carriage".split("|")),
    frozenset("train carriage|bus cabin|plane cabin|ferry deck|station".split("|")),
    frozenset("workshop|building site|attic|launderette|fire station|farm".split("|")),
    frozenset("gym|sports field|swimming pool|playground".split("|")),
    frozenset("cinema|theatre|church inside|museum".split("|")),
    frozenset("launderette|bathroom|kitchen".split("|")),
    frozenset("street|park|playground|bus stop|garden".split("|")),
    frozenset("rooftop|balcony|garden|city".split("|")),
    frozenset("hotel lobby|living room|airport|office|bank|post office|shop".split("|")),
    frozenset("river|park|garden".split("|")),
    frozenset("swimming pool|park|garden|hotel lobby".split("|")),
    frozenset("library|living room|cafe".split("|")),
)
"""Places of which one may be taken for another, or can be seen from it."""
_NO_PLACES = frozenset(
    """
    lesson lecture class meeting picnic traffic waves train platform deck laundry shower surgery
    port wood square corner field stage crossing pitch stream hill valley concert exhibition tower
    """.split()
) | {"job interview", "business meeting", "check-in", "reception desk", "school race", "camp"}
"""Words that a place is read from, and that may well be said elsewhere."""
_SHOWING = frozenset({"poster", "painting", "drawing", "book", "television", "tv", "film"})
_OF = frozenset({"of", "with", "that", "which", "showing", ","})
"""Words after one of those by which it is told what is shown in it."""
_WHERE = frozenset({"in", "at", "on", "inside"})
_TIMES: dict[str, Time] = {
    "morning": "morning", "early morning": "morning", "day": "day", "noon": "day",
    "midday": "day", "afternoon": "day", "daytime": "day", "lunchtime": "day", "sunny day": "day",
    "evening": "sunset", "sunset": "sunset", "dusk": "sunset", "twilight": "sunset",
    "sundown": "sunset", "sun sets": "sunset", "sun is setting": "sunset",
    "setting sun": "sunset", "sunrise": "morning", "dawn": "morning", "sun rises": "morning",
    "sun is rising": "morning", "night": "night", "midnight": "night", "nighttime": "night",
}  # fmt: skip
"""Words that plainly tell the time of day; "breakfast" or "stars" do not."""
_OF_THE_AIR_TOO = frozenset("hot warm cold cool wet dry clear bright fresh freezing".split())
"""Adjectives that tell of the weather where they are said of the air, and of soup as well."""
_AIR = frozenset("it it's weather sky day air outside morning afternoon evening night".split())
_BETWEEN = frozenset("is 's very so quite really too a the was looks and but , also".split())
_LOW_SUN = frozenset({"sunrise", "dawn", "sun rises", "sun is rising", "sunset", "sun sets",
                      "sun is setting", "setting sun", "dusk", "twilight"})  # fmt: skip
_TIMES_ALIKE: dict[Time, frozenset[Time]] = {
    "morning": frozenset({"morning", "day", "sunset"}),
    "day": frozenset({"morning", "day"}),
    "sunset": frozenset({"sunset", "night", "morning"}),
    "night": frozenset({"sunset", "night"}),
}
"""What is said of the time → the times that look so: a low sun may rise or set."""
_DULL = frozenset({"rain", "snow", "fog", "cloudy"})
_PLAIN_WEATHER = frozenset(
    """
    rain rainy raining snow snowy snowing fog foggy mist misty sunny sunshine cloudy overcast
    drizzle windy wind sun
    """.split()
)
_HIGH = frozenset("mountain mountains peak peaks hill hills top tops summit summits alps".split())
"""Where snow lies in any weather, and with it the place that is painted so."""
_NEAR_SNOW = 4
_WHOLE = frozenset(
    "day days time times sky weather scene landscape picture season place world outside".split()
)
"""What a word for the weather is said of, where it is said of all."""
_OWNERS = frozenset("a an the his her their my our your with".split())
_WEATHERS_ALIKE: dict[Weather, frozenset[Weather]] = {
    "clear": frozenset({"clear", "cloudy", "wind"}),
    "cloudy": frozenset({"cloudy", "rain", "snow", "fog", "wind", "clear"}),
    "rain": frozenset({"rain"}),
    "snow": frozenset({"snow"}),
    "fog": frozenset({"fog", "rain", "snow", "cloudy"}),
    "wind": frozenset({"wind", "clear", "cloudy", "rain", "snow", "fog"}),
}
"""What is said of the weather → the weathers in which it may be said."""

_STAGE = "theatre"
"""What is painted behind a stage may be any place out of doors."""
_SCHOOL = "classroom"
"""A school has a playground, and grounds for sports."""

Kind = Literal["place", "time", "weather"]


@dataclass(frozen=True, slots=True)
class SettingTold:
    """What is said of the place, the time or the weather, and what the picture says to it."""

    kind: Kind
    value: str
    at: int
    span: Span
    verdict: Verdict
    behind: bool = False
    """Whether it is only seen from here, so that it does not tell where all this is."""


def settings_told(claims: Claims, scene: Scene) -> Iterator[SettingTold]:
    """All that is said of place, time and weather, in the order of the text."""
    for kind, value, at in settings_named(claims):
        if kind == "place":
            yield _place_told(claims, at, value, scene)
        elif kind == "time":
            yield _time_told(claims, at, scene)
        else:
            yield _weather_told(claims, at, cast(Weather, value), scene)


def settings_named(claims: Claims) -> Iterator[tuple[Kind, str, int]]:
    """The words for place, time and weather: of which kind, what they tell, and which word."""
    for at, word in enumerate(claims.heard.words):
        token = word.token
        if token is None or at in claims.heard.denied or _is_denied(claims, at):
            continue
        if word.text == "sunny day":
            yield "weather", "clear", at
        elif token.meaning == "place":
            yield "place", token.value, at
        elif token.meaning == "time" and word.text in _TIMES:
            yield "time", _TIMES[word.text], at
        elif token.meaning == "weather" and not _is_of_something(claims, at):
            yield "weather", token.value, at


def _place_told(claims: Claims, at: int, place: str, scene: Scene) -> SettingTold:
    found, token = place_is(place, scene), claims.heard.words[at].token
    texts = {claims.heard.texts[at], token.text if token else ""}
    if not texts.isdisjoint(settings.WEAK_PLACES):
        found = _weakly(place, scene, found)
    if not (claims.heard.is_sure(at) and _is_where_it_is(claims, at)):
        found = _not_wrong(found)
    behind = found == "so" and place != scene.place
    return SettingTold("place", place, at, claims.heard.between(at, at), found, behind)


def _is_of_something(claims: Claims, at: int) -> bool:
    """Whether a word for the air is said of another thing: "hot soup", "the water is clear"."""
    if claims.heard.texts[at] not in _OF_THE_AIR_TOO:
        return False
    texts = claims.heard.texts
    if texts[at + 1 : at + 2] and texts[at + 1] in _AIR:
        return False
    before = [text for text in texts[max(0, at - 4) : at] if text not in _BETWEEN]
    return not before or before[-1] not in _AIR


def _time_told(claims: Claims, at: int, scene: Scene) -> SettingTold:
    text = claims.heard.texts[at]
    found = _time_is(text, scene)
    plain = claims.heard.is_sure(at) and _tells_of_all(claims, at)
    if not plain or _is_any_day(claims, at) or _is_a_saying(claims, at):
        found = _not_wrong(found)
    return SettingTold("time", _TIMES[text], at, claims.heard.between(at, at), found)


def _weather_told(claims: Claims, at: int, weather: Weather, scene: Scene) -> SettingTold:
    text = claims.heard.texts[at]
    found = _weather_is(weather, scene)
    plain = text in _PLAIN_WEATHER | {"sunny day"}
    if not (plain and claims.heard.is_sure(at) and _tells_of_all(claims, at)):
        found = _not_wrong(found)
    if _is_on_heights(claims, at, scene) or _is_of_one_thing(claims, at):
        found = _not_wrong(found)
    return SettingTold("weather", weather, at, claims.heard.between(at, at), found)


def place_is(place: str, scene: Scene) -> Verdict:
    """Whether the scene is at the place, or may be taken for it."""
    here = PLACES.get(scene.place)
    if place == scene.place or (here is not None and place in here.behind):
        return "so"
    if here is None or place not in PLACES:
        return "open"
    if any({place, scene.place} <= alike for alike in _PLACES_ALIKE):
        return "open"
    if scene.place == _STAGE and not PLACES[place].indoors:
        return "open"
    inside = PLACES[place].indoors and not scene.indoors
    return "open" if inside and PLACES[place].name in scene.backdrop else "not so"


def _weakly(place: str, scene: Scene, verdict: Verdict) -> Verdict:
    """The same of a word that may mean many places: "school", "house", "town"."""
    inside = PLACES[place].indoors
    return verdict if inside and not scene.indoors and place != _SCHOOL else _not_wrong(verdict)


def _time_is(word: str, scene: Scene) -> Verdict:
    shown, said = seen_time(scene), _TIMES[word]
    if shown is None:
        return "open"
    if said == shown:
        return "so"
    if word in _LOW_SUN and shown in {"morning", "sunset"}:
        return "open"
    if word == "evening" and (scene.indoors or scene.weather in _DULL):
        return "open"
    if word == "afternoon" and shown == "sunset":
        return "open"
    return "open" if shown in _TIMES_ALIKE[said] else "not so"


def _weather_is(weather: Weather, scene: Scene) -> Verdict:
    nouns = [item.noun for item in scene.items]
    seen = shows(
        scene.place, scene.weather, backdrop=scene.backdrop, items=nouns, weather=scene.weather
    )
    if not seen:
        return "open"
    if weather == scene.weather:
        return "so"
    if scene.indoors or scene.weather in _WEATHERS_ALIKE[weather]:
        return "open"
    if weather == "snow" and (scene.season == "winter" or "snowman" in nouns):
        return "open"
    if weather == "clear" and scene.weather == "snow" and scene.time != "day":
        return "open"
    return "not so"


def _not_wrong(verdict: Verdict) -> Verdict:
    return "open" if verdict == "not so" else verdict


def _is_any_day(claims: Claims, at: int) -> bool:
    """Whether "day" is said of the weather or a time of the year: "a rainy day"."""
    words = [word.text for word in claims.heard.words[max(0, at - 2) : at]]
    if claims.heard.words[at].text != "day":
        return False
    return words[-1:] not in (["is"], ["the"], ["by"]) and words[-2:] != ["during", "the"]


def _is_a_saying(claims: Claims, at: int) -> bool:
    """Whether it tells no time: "day and night", "Good morning!"."""
    words = [word.text.lower() for word in claims.heard.words]
    before, after = words[max(0, at - 2) : at], words[at + 1 : at + 3]
    return (
        before[-1:] == ["good"]
        or before in (["day", "and"], ["night", "and"])
        or after in (["and", "day"], ["and", "night"])
    )


def _is_on_heights(claims: Claims, at: int, scene: Scene) -> bool:
    """Whether it is the snow that lies on mountains all the year."""
    if claims.heard.texts[at] not in {"snow", "snowy"}:
        return False
    around = claims.heard.texts[max(0, at - _NEAR_SNOW) : at + _NEAR_SNOW + 1]
    return scene.place == "mountains" or not _HIGH.isdisjoint(around)


def _is_of_one_thing(claims: Claims, at: int) -> bool:
    """Whether it is said of one thing alone: "a sunny smile", "a windy road"."""
    text = claims.heard.texts[at]
    if " " in text or not text.endswith("y") or at + 1 >= len(claims.heard.words):
        return False
    following = claims.heard.words[at + 1]
    means = following.token.meaning if following.token else None
    is_noun = following.text.isalpha() and means not in {"time", "place", "weather"}
    owned = claims.heard.texts[max(0, at - 1) : at]
    return is_noun and following.text not in _WHOLE and not _OWNERS.isdisjoint(owned)


def _is_denied(claims: Claims, at: int) -> bool:
    """Whether a "no" stands before it: "there is no snow"."""
    before = [word.text for word in claims.heard.words[max(0, at - 2) : at]]
    return not {"no", "not", "without", "isn't", "any"}.isdisjoint(before)


def _is_where_it_is(claims: Claims, at: int) -> bool:
    """Whether the words say that all this is there, and not only that somebody goes there."""
    word = claims.heard.words[at]
    if word.text in _NO_PLACES or (word.token and word.token.text in _NO_PLACES):
        return False
    chunk = claims.heard.chunks.get(at)
    if chunk is None or chunk.modifies:
        return False
    before, after = claims.heard.chunks_around(at)
    if after and after[0].kind == "noun" and not before:
        return False
    first = min([at, *(noted for noted, _ in chunk.said.noted)])
    lead = " ".join(one.text for one in claims.heard.words[max(0, first - 3) : first])
    if any(lead.endswith(f" {one}") or lead == one for one in _WHERE):
        return not _is_of_something_else(claims, first)
    return lead.endswith(("this is", "it is", "picture shows", "photo shows", "is the place"))


def _is_of_something_else(claims: Claims, first: int) -> bool:
    """Whether the place is that of a picture or of somebody's wish: "a poster of a man in a"."""
    words = [word.text for word in claims.heard.words[:first]][-6:]
    shown = any(
        one in _SHOWING and following in _OF for one, following in itertools.pairwise(words)
    )
    return shown or not {"from", "about"}.isdisjoint(words)


def _tells_of_all(claims: Claims, at: int) -> bool:
    """Whether it is said of the whole picture, and not part of another word: a "snow globe"."""
    chunk = claims.heard.chunks.get(at)
    following = claims.heard.words[at + 1] if at + 1 < len(claims.heard.words) else None
    if following is not None and following.token is not None:
        means = following.token.meaning
        if means in {"thing", "clothes", "person", "activity"}:
            return False
    if chunk is not None and chunk.modifies and following is not None and following.token is None:
        return following.text in {"day", "time", "sky", "weather", "scene"} or not (
            following.text.isalpha()
        )
    return True
