"""A picture's scene in a short sentence that says what it is about, and gives no answers away."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.scene import Scene, Time, Weather

_PLACES: dict[str, str] = {
    "mountains": "the mountains",
    "lake": "a lake in the mountains",
    "sea": "a beach by the sea",
    "forest": "a forest",
    "city": "a city skyline across the water",
    "street": "a street in a town",
    "park": "a park",
    "kitchen": "a kitchen",
    "living room": "a living room",
    "bedroom": "a bedroom",
    "classroom": "a classroom",
    "market": "a street market",
    "playground": "a playground",
    "garden": "a garden",
    "farm": "a farm",
    "office": "an office",
    "library": "a library",
    "cafe": "a café",
    "supermarket": "a supermarket",
    "hospital": "a hospital room",
    "station": "a railway station",
}

_TIMES: dict[Time, str] = {
    "morning": "in the morning",
    "day": "",
    "sunset": "at sunset",
    "night": "at night",
}

_WEATHER: dict[Weather, str] = {
    "clear": "",
    "cloudy": "under a cloudy sky",
    "rain": "in the rain",
    "snow": "in the snow",
    "wind": "on a windy day",
    "fog": "in the fog",
}


def short_description(scene: Scene) -> str:
    """One sentence in simple English: who or what is where and when, but not what they do."""
    subject = _who(scene)
    place = _PLACES.get(scene.place, scene.place)
    if subject:
        start = (
            f"{subject} in {place}" if scene.place not in _ON else f"{subject} {_ON[scene.place]}"
        )
    else:
        start = place
    weather = "" if scene.indoors else _WEATHER[scene.weather]
    words = " ".join(part for part in (start, weather, _TIMES[scene.time]) if part)
    return words[0].upper() + words[1:] + "."


_ON: dict[str, str] = {
    "sea": "on a beach by the sea",
    "lake": "by a lake in the mountains",
    "street": "on a street in a town",
    "market": "at a street market",
    "playground": "on a playground",
    "farm": "on a farm",
    "station": "at a railway station",
    "city": "in front of a city skyline",
}


def _who(scene: Scene) -> str:
    people = sum(item.kind == "person" for item in scene.items)
    animals = sum(item.kind == "animal" for item in scene.items)
    parts = []
    if people:
        parts.append("a person" if people == 1 else "two people" if people == 2 else "people")
    if animals:
        parts.append("an animal" if animals == 1 else "animals")
    if parts and scene.busy:
        parts[0] = "many " + parts[0] if people > 3 else parts[0]
    return " and ".join(parts)
