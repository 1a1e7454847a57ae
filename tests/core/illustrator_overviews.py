"""Whether place, time, weather and bustle are told as the scene has them, and can be seen."""

from __future__ import annotations

import re

from imagespeak_core.generators.illustrator.places.registry import PLACES
from imagespeak_core.generators.illustrator.places.shows import shows
from imagespeak_core.generators.illustrator.scene import Scene, Time, Weather

_TIMES: dict[str, Time] = {
    "morning": "morning",
    "day": "day",
    "evening": "sunset",
    "night": "night",
}
_WEATHERS: dict[str, Weather] = {
    "sunny": "clear", "cloudy": "cloudy", "rainy": "rain", "snowy": "snow", "windy": "wind",
    "foggy": "fog",
}  # fmt: skip
_ROOM_TIMES = {
    "in the morning": "morning", "during the day": "day", "in the evening": "sunset",
    "at night": "night", "at sunset": "sunset",
}  # fmt: skip
_WEATHER = "|".join(_WEATHERS)
_WHEN = re.compile(rf"(?:an? )?(?:({_WEATHER}) )?({'|'.join(_TIMES)})")


def sees(scene: Scene, what: Time | Weather) -> bool:
    """Whether one can tell this of the picture by looking."""
    nouns = [item.noun for item in scene.items]
    return shows(
        scene.place,
        what,
        backdrop=scene.backdrop,
        items=nouns,
        weather=scene.weather,
    )


def _when_is_so(scene: Scene, said: str) -> bool:
    """Whether a weather and a time are those of the scene, and can be seen."""
    if said in _ROOM_TIMES:
        return scene.time == _ROOM_TIMES[said] and sees(scene, scene.time)
    found = _WHEN.fullmatch(said)
    if not found or scene.indoors:
        return False
    weather = _WEATHERS.get(found[1] or "")
    if weather and (scene.weather != weather or not sees(scene, weather)):
        return False
    sunny_dark = weather == "clear" and scene.time in {"night", "sunset"}
    return scene.time == _TIMES[found[2]] and not sunny_dark


def crowd_is_so(scene: Scene, word: str) -> bool:
    """Whether the place is busy, or quiet; anything else is."""
    people = sum(item.kind == "person" for item in scene.items)
    return {"busy": people > (3 if scene.busy else 6), "quiet": not scene.items}.get(word, True)


def overview_is_so(scene: Scene, sentence: str) -> bool:
    """Whether a description's first sentence, without its stop, is true."""
    place = PLACES[scene.place]
    noun = place.noun or place.name.replace("cafe", "café")
    room = re.fullmatch(rf"The picture shows an? (busy |quiet )?{noun}(?: (.+))?", sentence)
    if room:
        crowd, when = (room[1] or "").strip(), room[2]
        return (
            scene.indoors and crowd_is_so(scene, crowd) and (not when or _when_is_so(scene, when))
        )
    found = re.fullmatch(r"It is (.+?) ((?:in|on|at|by) .*)", sentence)
    if not found or scene.indoors:
        return False
    where = found[2].replace("in a busy ", "in a ")
    crowd = "busy" if where != found[2] else ""
    return where == place.said and _when_is_so(scene, found[1]) and crowd_is_so(scene, crowd)


def assert_short_is_so(scene: Scene, text: str) -> None:
    """Place, weather, time and bustle of a short text are those of the scene."""
    place = PLACES[scene.place]
    noun = place.noun or place.name.replace("cafe", "café")
    found = re.fullmatch(rf"An? (busy |quiet )?{noun}(?: (?:on )?(.+))?\.", text)
    assert found, text
    assert crowd_is_so(scene, (found[1] or "").strip()), text
    assert not found[2] or _when_is_so(scene, found[2]), text
