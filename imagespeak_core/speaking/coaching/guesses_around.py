"""What may be guessed from the weather, the time, the things and the place."""

from __future__ import annotations

from collections.abc import Iterator

from imagespeak_core.generators.illustrator.scene import Scene
from imagespeak_core.generators.illustrator.telling.description import is_busy
from imagespeak_core.generators.illustrator.telling.light import seen_time, seen_weather
from imagespeak_core.generators.illustrator.telling.mentions import alike
from imagespeak_core.generators.illustrator.telling.naming_shown import plural_of, with_article
from imagespeak_core.speaking.coaching import guess_words, looks, setting
from imagespeak_core.speaking.coaching.guess import Guess, there_is_or_are
from imagespeak_core.speaking.coaching.referring import refer
from imagespeak_core.speaking.comparing.painted import shows_portraits

CROWD = 7
"""So many people are "so many people", and no family."""

YOUNG = frozenset({"child", "baby"})


def guesses_around(scene: Scene) -> Iterator[Guess]:
    """What anybody may guess without looking at who does what."""
    people = sum(item.kind == "person" for item in scene.items)
    if is_busy(scene) and people >= CROWD:
        yield Guess("crowd", "it might be a weekend or a holiday", "there are so many people")
    dressed = list(_of_clothes(scene))
    yield from dressed
    yield from _of_things(scene)
    yield from _of_light(scene, warm=not dressed)
    yield from _of_backdrop(scene)
    if scene.place in guess_words.PLACES:
        noun = with_article(setting.place_noun(scene))
        within = "the inside of " if setting.is_within(scene) else ""
        yield Guess("place", guess_words.PLACES[scene.place], f"this is {within}{noun}")
    if people > 1:
        known = "the people in the picture might know each other"
        yield Guess("crowd", known, "they are in the same place")
    if not people and scene.version > 1 and not shows_portraits(scene):
        yield Guess("crowd", "it must be quite quiet here", "there are no people")


def _of_clothes(scene: Scene) -> Iterator[Guess]:
    """That it may be cold, of one who is dressed for it."""
    for item in scene.items:
        warm = [one for one in looks.pieces(item) if one[0] in guess_words.WARM]
        who = refer([item], scene) if warm and item.kind == "person" else None
        if who is not None:
            reason = f"{who.the} is wearing {looks.worn_piece(warm[0], item)}"
            yield Guess("weather", "it might be a little cold", reason, who.ids)


def _of_things(scene: Scene) -> Iterator[Guess]:
    """From what was asked for; nothing is guessed of somebody where all can be seen."""
    people = [item for item in scene.items if item.kind == "person"]
    things = [item for item in scene.items if item.kind == "thing" and item.given is None]
    for group in alike(things, lambda item: item.noun):
        guess = guess_words.THINGS.get(group[0].noun, "")
        seen = (people and "somebody" in guess) or (
            "child" in guess and any(item.age in YOUNG for item in people)
        )
        if guess and not seen:
            yield Guess("thing", guess, there_is_or_are(group), tuple(item.id for item in group))


def _of_light(scene: Scene, *, warm: bool) -> Iterator[Guess]:
    """From the weather and the time, as far as they can be seen."""
    weather, time = seen_weather(scene), seen_time(scene)
    if weather and weather != "clear":
        yield Guess("weather", *guess_words.WEATHERS[weather])
    homewards = scene.place in guess_words.BUSY_AT_SUNSET and any(
        item.kind == "person" for item in scene.items
    )
    if time and time != "day" and not scene.indoors and (homewards or time != "sunset"):
        yield Guess("time", *guess_words.TIMES[time])
    if weather == "clear" and time == "day" and warm and scene.season != "winter":
        purpose = guess_words.SUNNY.get(scene.place, "for a walk")
        yield Guess("weather", f"it might be a good day {purpose}", "it is sunny")


def _of_backdrop(scene: Scene) -> Iterator[Guess]:
    for noun, (guess, named) in guess_words.BEHIND.items():
        number = scene.backdrop.count(noun)
        here = scene.place in guess_words.BEHIND_IN.get(noun, {scene.place})
        if number and here and not any(item.noun == noun for item in scene.items):
            what = with_article(named) if number == 1 else plural_of(named)
            yield Guess("behind", guess, f"there {'is' if number == 1 else 'are'} {what}")
