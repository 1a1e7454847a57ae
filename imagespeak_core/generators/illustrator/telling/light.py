"""What a scene tells of time and weather, as far as the picture lets one see it."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.places.shows import shows
from imagespeak_core.generators.illustrator.scene import Scene, Time, Weather
from imagespeak_core.generators.illustrator.telling.naming_shown import with_article
from imagespeak_core.generators.illustrator.words import telling

_IN_A_ROOM: dict[Time, str] = {
    "morning": "in the morning", "day": "during the day", "sunset": "in the evening",
    "night": "at night",
}  # fmt: skip


def seen_time(scene: Scene) -> Time | None:
    """The time of day, where one can see it."""
    return scene.time if _shows(scene, scene.time) else None


def seen_weather(scene: Scene) -> Weather | None:
    """The weather out of doors, where one can see it; only by day is a clear sky sunny."""
    clear_dark = scene.weather == "clear" and scene.time in {"sunset", "night"}
    if scene.indoors or clear_dark or not _shows(scene, scene.weather):
        return None
    return scene.weather


def when(scene: Scene) -> str:
    """Time and weather after a place, with a blank before: " on a rainy day"; empty for neither."""
    time, weather = seen_time(scene), seen_weather(scene)
    word = telling.TIMES[time or "day"]
    if scene.indoors:
        return f" {_IN_A_ROOM[time]}" if time else ""
    if weather:
        return f" on {with_article(f'{telling.DAYS[weather]} {word}')}"
    return {"sunset": " at sunset", "night": " at night"}.get(time or "", "")


def it_is(scene: Scene) -> str:
    """The same as a sentence begins: "It is a rainy day"."""
    time, weather = seen_time(scene), seen_weather(scene)
    word = telling.TIMES[time or "day"]
    return f"It is {with_article(f'{telling.DAYS[weather]} {word}') if weather else word}"


def _shows(scene: Scene, what: Time | Weather) -> bool:
    nouns = [item.noun for item in scene.items]
    return shows(scene.place, what, backdrop=scene.backdrop, items=nouns, weather=scene.weather)
