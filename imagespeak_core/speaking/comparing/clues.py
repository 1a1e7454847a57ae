"""What a learner may still find in a picture: a hint, then a sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from imagespeak_core.generators.illustrator.scene import Scene, Shown
from imagespeak_core.generators.illustrator.telling.doing import Doing
from imagespeak_core.generators.illustrator.telling.items import nearness
from imagespeak_core.generators.illustrator.telling.light import seen_time, seen_weather
from imagespeak_core.generators.illustrator.telling.mentions import Mentions, alike, is_or_are
from imagespeak_core.generators.illustrator.telling.naming_shown import (
    is_many,
    noun_of,
    with_article,
)
from imagespeak_core.generators.illustrator.words import telling
from imagespeak_core.speaking.comparing.hints import ZONES, hints_for
from imagespeak_core.speaking.comparing.naming import item_of
from imagespeak_core.speaking.findings import Kind, NotFound

_TIMES = {
    "morning": "It is morning.", "day": "It is daytime.", "sunset": "It is evening.",
    "night": "It is night.",
}  # fmt: skip
_WEATHERS = {
    "clear": "It is sunny.", "cloudy": "It is cloudy.", "rain": "It is raining.",
    "snow": "It is snowing.", "wind": "It is windy.", "fog": "It is foggy.",
}  # fmt: skip


def not_found(
    scene: Scene, said: Collection[str], settings: Collection[Kind]
) -> Iterator[NotFound]:
    """What of a scene was not found in the words, the most important first.

    People and animals come first, then things, then place, time and weather; what was asked for
    before what came with it, the near before the far. Of what only the place shows nothing is
    missed.

    Args:
        scene: What is shown.
        said: What was named, by the scene's own words.
        settings: Which of place, time and weather were told.
    """
    left = [item for item in scene.items if item_of(item) not in said]
    there = {item_of(item) for item in scene.items}
    groups = alike(sorted(left, key=_importance), item_of)
    for items, hint in zip(groups, hints_for(groups, scene), strict=True):
        first = items[0]
        yield NotFound(
            kind=first.kind,
            item=item_of(first),
            hint=hint,
            sentence=sentence_about(scene, items),
            ids=tuple(item.id for item in items),
        )
    yield from (one for one in _settings_left(scene, settings) if one.item not in there)


_ASKED_LAST = 1_000


def _importance(item: Shown) -> tuple[bool, bool, int, bool, tuple[int, int]]:
    """People and animals before things, what was asked for before the rest, the near first."""
    asked = item.asked if item.asked is not None else _ASKED_LAST
    thing, given = item.kind == "thing", item.given is not None
    return thing, given, asked, item.kind != "person", nearness(item)


def _settings_left(scene: Scene, told: Collection[Kind]) -> Iterator[NotFound]:
    if "place" not in told:
        what = with_article(telling.PLACE_NOUNS.get(scene.place, scene.place))
        yield NotFound("place", scene.place, "What place is this?", f"The picture shows {what}.")
    time = seen_time(scene)
    if time and "time" not in told:
        yield NotFound("time", time, "What time is it in the picture?", _TIMES[time])
    weather = seen_weather(scene)
    if weather and "weather" not in told:
        yield NotFound("weather", weather, "What is the weather like?", _WEATHERS[weather])


def sentence_about(scene: Scene, items: Sequence[Shown]) -> str:
    """A sentence that tells of items, all of it to be seen: "A man is riding a bicycle."."""
    doing, mentions = Doing(scene, Mentions()), Mentions()
    alive = [item for item in items if item.kind == "person" or doing.is_told(item)]
    if alive:
        group = alike(alive, doing.key)[0]
        doing = Doing(scene, mentions)
        who = mentions.subject(group)
        mentions.tell(group)
        many = len(group) > 1 or is_many(noun_of(group[0]), 1)
        text = f"{who} {'are' if many else 'is'} {doing.words(group)}"
        return f"{text[0].upper()}{text[1:]}."
    doing = Doing(scene, mentions)
    place = doing.place(items[:1])
    there = [item for item in items if not place or doing.place([item]) == place]
    start = f"There {is_or_are(there)} {mentions.subject(there)}"
    mentions.tell(there)
    return f"{start}{doing.where(place) or _side_of(there)}."


def _side_of(items: Sequence[Shown]) -> str:
    sides = {item.side for item in items}
    return ZONES[items[0].side] if len(sides) == 1 else ""
