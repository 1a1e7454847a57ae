"""A scene in words: a short sentence that gives no answers away, and a full description."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.scene import Scene
from imagespeak_core.generators.illustrator.telling.items import sentences_about
from imagespeak_core.generators.illustrator.telling.naming_shown import (
    counted,
    is_many,
    listed,
    noun_of,
    plural_of,
    with_article,
)
from imagespeak_core.generators.illustrator.words import backdrops, telling

_MOST_SENTENCES = 6
_BUSY_FROM = 7


def short_alternative_text(scene: Scene) -> str:
    """One sentence: the place, the time or the weather, and whether it is busy.

    It names nobody and nothing that a learner is to find: "A busy market on a rainy day."
    """
    place = _place(scene)
    return f"{place[0].upper()}{place[1:]} {_when(scene)}."


def _place(scene: Scene) -> str:
    adjective = "busy " if _is_busy(scene) else "" if scene.items else "quiet "
    return with_article(adjective + telling.PLACE_NOUNS.get(scene.place, scene.place))


def _is_busy(scene: Scene) -> bool:
    return scene.place not in telling.NEVER_BUSY and (scene.busy or _people(scene) >= _BUSY_FROM)


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
    facts = background(scene)
    told, whole = sentences_about(scene, _MOST_SENTENCES - 1 - len(facts))
    if not whole and facts:
        facts = []
        told, _ = sentences_about(scene, _MOST_SENTENCES - 1)
    if any(sentence.startswith("In the background") for sentence in told):
        facts = [_also(fact) for fact in facts]
    sentences = [_overview(scene), *told, *facts]
    if len(sentences) < 3:
        sentences.append(_light(scene))
    if len(sentences) < 3:
        sentences.append("There is nobody in the picture." if not _people(scene) else _calm(scene))
    return " ".join(sentences)


def _also(fact: str) -> str:
    """The fact, after the background was told of."""
    if not fact.startswith("There "):
        return fact
    there, verb, rest = fact.split(" ", 2)
    return f"{there} {verb} also {rest.replace(' in the background', '')}"


def background(scene: Scene) -> list[str]:
    """A sentence about what is seen of the place itself, or none."""
    named = {noun_of(item) for item in scene.items}
    nouns = [backdrops.NAMES.get(noun, noun) for noun in scene.backdrop]
    told = dict.fromkeys(
        noun for noun in nouns if noun not in named and noun not in backdrops.UNTOLD
    )
    fact = backdrops.FACTS.get(scene.place)
    if fact is not None and set(told) <= backdrops.PLAIN:
        return [fact]
    if not told:
        return []
    return [_scenery({noun: nouns.count(noun) for noun in list(told)[: backdrops.MOST]}, scene)]


def _scenery(counts: dict[str, int], scene: Scene) -> str:
    phrases = [
        counted("", noun, 1) if count == 1 else plural_of(noun) for noun, count in counts.items()
    ]
    first, count = next(iter(counts.items()))
    where = " in the background"
    if scene.indoors:
        where = " on the wall" if set(counts) <= backdrops.ON_THE_WALL else ""
    return f"There {'are' if is_many(first, count) else 'is'} {listed(phrases)}{where}."


def _people(scene: Scene) -> int:
    return sum(item.kind == "person" for item in scene.items)


def _calm(scene: Scene) -> str:
    return "It is a busy place." if scene.busy else "It is a quiet scene."


def _overview(scene: Scene) -> str:
    if scene.indoors:
        return f"The picture shows {_place(scene)} {_when(scene)}."
    place = telling.PLACES.get(scene.place, f"in {with_article(scene.place)}")
    if _is_busy(scene) and place == f"in a {scene.place}":
        place = f"in a busy {scene.place}"
    time = telling.TIMES[scene.time]
    plain = scene.time in {"sunset", "night"} and scene.weather == "clear"
    day = time if plain else with_article(f"{telling.DAYS[scene.weather]} {time}")
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
