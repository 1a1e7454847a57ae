"""A scene in words: a short sentence that gives no answers away, and a full description."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.naming_shown import with_article
from imagespeak_core.generators.illustrator.scene import Scene
from imagespeak_core.generators.illustrator.telling_items import sentences_about
from imagespeak_core.generators.illustrator.words import telling

_MOST_SENTENCES = 6
_BUSY_FROM = 7


def short_alternative_text(scene: Scene) -> str:
    """One sentence: the place, the time or the weather, and whether it is busy.

    It names nobody and nothing that a learner is to find: "A busy market on a rainy day."
    """
    lively = sum(item.kind == "person" for item in scene.items) >= _BUSY_FROM or scene.busy
    adjective = "busy " if lively else "" if scene.items else "quiet "
    place = with_article(adjective + telling.PLACE_NOUNS.get(scene.place, scene.place))
    if scene.place == "mountains":
        place = f"a {adjective}mountain view"
    return f"{place[0].upper()}{place[1:]} {_when(scene)}."


def _when(scene: Scene) -> str:
    if scene.indoors:
        return {"morning": "in the morning", "day": "during the day", "sunset": "in the evening",
                "night": "at night"}[scene.time]  # fmt: skip
    day = telling.DAYS[scene.weather]
    if scene.time == "sunset" and scene.weather == "clear":
        return "at sunset"
    if scene.time == "night":
        return "at night" if scene.weather == "clear" else f"on a {day} night"
    return f"on a {day} {telling.TIMES[scene.time]}"


def full_description(scene: Scene) -> str:
    """Three to six sentences in simple English, all of it to be seen in the picture.

    They go from the overview to the foreground, the middle and the background, and there from
    left to right.
    """
    facts = [telling.FACTS[scene.place]] if scene.place in telling.FACTS else []
    room = _MOST_SENTENCES - 1 - len(facts)
    told = sentences_about(scene, room)
    sentences = [_overview(scene), *told, *facts]
    if len(sentences) < 3:
        sentences.append(_light(scene))
    if len(sentences) < 3:
        sentences.append("There is nobody in the picture." if not _people(scene) else _calm(scene))
    return " ".join(sentences)


def _people(scene: Scene) -> int:
    return sum(item.kind == "person" for item in scene.items)


def _calm(scene: Scene) -> str:
    return "It is a busy place." if scene.busy else "It is a quiet scene."


def _overview(scene: Scene) -> str:
    place = telling.PLACES.get(scene.place, f"in {with_article(scene.place)}")
    if scene.indoors:
        return f"This is a scene {place} {_when(scene)}."
    if scene.time == "sunset":
        return f"It is evening {place}."
    time = telling.TIMES[scene.time]
    clear_night = scene.time == "night" and scene.weather == "clear"
    day = time if clear_night else with_article(f"{telling.DAYS[scene.weather]} {time}")
    return f"It is {day} {place}."


def _light(scene: Scene) -> str:
    if scene.indoors:
        return "It is dark outside." if scene.time == "night" else "The room is bright."
    if scene.weather in {"rain", "snow"}:
        return f"It is {scene.weather}ing."
    if scene.time == "night":
        return "The sky is dark."
    if scene.weather in {"cloudy", "fog"}:
        return "The sky is grey."
    return "The sky is orange." if scene.time == "sunset" else "The sky is blue."
