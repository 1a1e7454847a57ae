"""A scene in words: a short sentence that gives no answers away, and a full description."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.scene import Scene
from imagespeak_core.generators.illustrator.telling.items import sentences_about
from imagespeak_core.generators.illustrator.telling.light import it_is, seen_weather, when
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
    return f"{place[0].upper()}{place[1:]}{when(scene)}."


def is_busy(scene: Scene) -> bool:
    """Whether so many people are there that one says so; of some places nobody does."""
    return scene.place not in telling.NEVER_BUSY and (scene.busy or _people(scene) >= _BUSY_FROM)


def _place(scene: Scene) -> str:
    adjective = "busy " if is_busy(scene) else "" if scene.items else "quiet "
    return with_article(adjective + telling.PLACE_NOUNS.get(scene.place, scene.place))


def full_description(scene: Scene) -> str:
    """Three to six sentences in simple English, all of it to be seen in the picture.

    After the overview they tell what the picture is about, from near to far, then what else is
    there, and at last the background.
    """
    facts = background(scene)
    told, whole = sentences_about(scene, _MOST_SENTENCES - 1 - len(facts))
    if not whole and facts:
        facts = []
        told, _ = sentences_about(scene, _MOST_SENTENCES - 1)
    again = any(sentence.startswith("In the background") for sentence in told)
    if again and not told[-1].startswith(("There is also", "There are also")):
        facts = [also(fact) for fact in facts]
    sentences = [_overview(scene), *told, *facts]
    return " ".join([*sentences, *_besides(scene)[: max(0, 3 - len(sentences))]])


def also(fact: str) -> str:
    """The fact, after the background was told of."""
    if not fact.startswith("There "):
        return fact
    there, verb, rest = fact.split(" ", 2)
    return f"{there} {verb} also {rest.replace(' in the background', '')}"


def background(scene: Scene) -> list[str]:
    """A sentence about what is seen of the place itself, or none."""
    named = {noun_of(item) for item in scene.items}
    fact = backdrops.FACTS.get(scene.place)
    shown = fact is not None and fact.noun in scene.backdrop and fact.noun not in named
    nouns = [backdrops.NAMES.get(noun, noun) for noun in scene.backdrop]
    untold = named | backdrops.UNTOLD | ({fact.noun} if fact else set())
    told = dict.fromkeys(noun for noun in nouns if noun not in untold)
    if fact is not None and shown and set(told) <= backdrops.PLAIN:
        return [fact.sentence]
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


def _overview(scene: Scene) -> str:
    if scene.indoors:
        return f"The picture shows {_place(scene)}{when(scene)}."
    place = telling.PLACES.get(scene.place, f"in {with_article(scene.place)}")
    if is_busy(scene) and place == f"in a {scene.place}":
        place = f"in a busy {scene.place}"
    return f"{it_is(scene)} {place}."


def _besides(scene: Scene) -> list[str]:
    """What can be said of any picture, where there is little else."""
    said = [f"It is {scene.weather}ing."] if seen_weather(scene) in {"rain", "snow"} else []
    people = _people(scene)
    if people:
        one = people == 1
        number = "is one person" if one else f"are {counted('', 'person', people)}"
        said.append(f"There {number} in the picture.")
    else:
        said.append("There is nobody in the picture.")
    if not any(item.kind == "animal" for item in scene.items):
        said.append("There are no animals in the picture.")
    return said
