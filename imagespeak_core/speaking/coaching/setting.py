"""Sentences about the place, the time and the weather, as far as they can be seen."""

from __future__ import annotations

from collections.abc import Iterator

from imagespeak_core.generators.illustrator.scene import Scene, Shown
from imagespeak_core.generators.illustrator.telling.description import (
    background,
    short_alternative_text,
)
from imagespeak_core.generators.illustrator.telling.light import it_is, seen_time, seen_weather
from imagespeak_core.generators.illustrator.telling.naming_shown import with_article
from imagespeak_core.generators.illustrator.words import telling
from imagespeak_core.speaking.coaching.coached import ModelSentence
from imagespeak_core.speaking.comparing.painted import is_painted, shows_portraits

_SEEN_FROM_WITHIN = frozenset({"bus cabin", "plane cabin", "church inside", "train carriage"})
WEATHERS = {
    "clear": "It is sunny.", "cloudy": "It is cloudy.", "rain": "It is raining.",
    "snow": "It is snowing.", "wind": "It is windy.", "fog": "It is foggy.",
}  # fmt: skip
TIMES = {
    "morning": "It is morning.", "day": "It is daytime.", "sunset": "It is evening.",
    "night": "It is night.",
}  # fmt: skip


def place_noun(scene: Scene) -> str:
    """The noun for the place: "hair salon"."""
    return telling.PLACE_NOUNS.get(scene.place, scene.place)


def this_is(scene: Scene) -> str:
    """The place in a short sentence: "This is a park."."""
    what = with_article(place_noun(scene))
    return f"This is {'the inside of ' if is_within(scene) else ''}{what}."


def is_within(scene: Scene) -> bool:
    """Whether the place's noun is that of a vehicle or building seen from within."""
    return scene.place in _SEEN_FROM_WITHIN


def overview(scene: Scene, start: str) -> str:
    """The place, the time or the weather after a beginning such as "This picture shows"."""
    text = short_alternative_text(scene)
    if is_within(scene):
        text = f"the inside of {text[0].lower()}{text[1:]}"
    return f"{start} {text[0].lower()}{text[1:]}"


def shows_place(scene: Scene, start: str) -> str:
    """The place alone after such a beginning."""
    return this_is(scene).replace("This is", start)


def light(scene: Scene) -> list[str]:
    """Time and weather, one sentence each, or one for both; none where none can be seen."""
    time, weather = seen_time(scene), seen_weather(scene)
    if weather:
        return [f"{it_is(scene)}."]
    return [TIMES[time]] if time else []


def behind(scene: Scene) -> list[str]:
    """What is seen of the place itself."""
    return background(scene)


def nobody(scene: Scene) -> Iterator[ModelSentence]:
    """What is surely not there, where there is little else to tell."""
    if scene.version == 1 or shows_portraits(scene):
        return
    kinds = {item.kind for item in scene.items}
    if "person" not in kinds:
        yield ModelSentence("There are no people in the picture.")
    if "animal" not in kinds and not is_painted("bird", scene) and not is_painted("fish", scene):
        yield ModelSentence("There are no animals in the picture.")


def on_side(item: Shown) -> str:
    """On which side of the picture something is: "on the left"."""
    return "in the middle" if item.side == "middle" else f"on the {item.side}"
