"""Time, weather, season, place and crowd that were asked for and cannot be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from imagespeak_core.generators.illustrator.places.registry import PLACES
from imagespeak_core.generators.illustrator.places.shows import shows
from imagespeak_core.generators.illustrator.scene import (
    Scene,
    Season,
    Shown,
    Time,
    Weather,
    Wish,
    Without,
)
from imagespeak_core.generators.illustrator.telling.naming_shown import noun_of
from imagespeak_core.generators.illustrator.telling.unshown.asked import (
    Asked,
    has_part,
    in_hands,
    is_a,
    names_of,
    on_the_body,
)
from imagespeak_core.generators.illustrator.telling.unshown.qualities import is_coloured
from imagespeak_core.generators.illustrator.telling.unshown.wording import are_there, number
from imagespeak_core.generators.illustrator.words import people, settings, telling

_USUAL_TIME, _USUAL_WEATHER, _USUAL_SEASON = "day", "clear", "summer"
_LIGHTS = {
    light: re.compile(rf"(?<!in the )(?<!no )(?<!without )\b{light}(?= |$)(?! hat| cream)")
    for light in ("moon", "stars", "sun")
}
"""What shines in the sky, as a prompt names it; in the sun is only where it is bright."""
_WEATHER = {"cloudy": "clouds"}


def unset(wish: Wish, scene: Scene, prompt: str) -> Iterator[str]:
    """What was asked of the whole picture and is not so, in words; the prompt's own if it has any.

    Args:
        wish: What was asked for.
        scene: What is shown.
        prompt: The prompt's text in small letters; may be empty.
    """
    asked: list[tuple[str, Sequence[str]]] = []
    if wish.place and wish.place not in {scene.place, *PLACES[scene.place].behind}:
        asked.append((wish.place, settings.PLACE_WORDS[wish.place]))
    if wish.time != _USUAL_TIME and not _shows(scene, wish.time):
        asked.append((wish.time, settings.TIME_WORDS[wish.time]))
    if wish.weather != _USUAL_WEATHER and not _shows(scene, wish.weather):
        words = settings.WEATHER_WORDS[wish.weather]
        asked.append((_WEATHER.get(wish.weather, wish.weather), words))
    if wish.season != _USUAL_SEASON and not _shows(scene, wish.season):
        asked.append((wish.season, settings.SEASON_WORDS[wish.season]))
    yield from (word for name, words in asked if (word := _own(prompt, words, name)))
    yield from _unseen_lights(wish, scene, prompt)
    if wish.busy and not scene.busy:
        here = sum(item.kind == "person" for item in scene.items)
        yield f"busy: {are_there(here, 'person')}" if here else "busy: nobody is shown"


def _unseen_lights(wish: Wish, scene: Scene, prompt: str) -> Iterator[str]:
    """The moon, the stars and the sun, where they are named under the open sky and hidden."""
    denied = {without.what for without in wish.without}
    for light, named in _LIGHTS.items():
        hidden = not scene.indoors and light not in {*scene.backdrop, *denied}
        if hidden and named.search(prompt):
            yield light


def _shows(scene: Scene, what: Time | Weather | Season) -> bool:
    nouns = [item.noun for item in scene.items]
    return shows(scene.place, what, backdrop=scene.backdrop, items=nouns, weather=scene.weather)


def _own(prompt: str, words: Sequence[str], name: str) -> str:
    """The prompt's own word for it, the longest where it has several.

    Empty where the prompt has none, so that it was not asked for, and was only a guess.
    """
    if not prompt:
        return name
    padded = f" {prompt} "
    return max((word for word in words if f" {word} " in padded), key=len, default="")


def there_after_all(
    wish: Wish, scene: Scene, asked: Sequence[Asked], shown_for: Mapping[str, int]
) -> Iterator[str]:
    """What was not to be there, or not to be so, and is."""
    for without in wish.without:
        found = _found(without, scene, asked)
        if found:
            yield f"{without.words or f'without {without.what}'}: {found}"
    nobody = any(people.PEOPLE.get(one.what) == people.PEOPLE["person"] for one in wish.without)
    if wish.deserted and not nobody:
        wanted = {index for index, item in enumerate(wish.wanted) if item.kind == "person"}
        others = [
            item
            for item in scene.items
            if item.kind == "person" and shown_for.get(item.id) not in wanted
        ]
        if others:
            yield f"no people: {are_there(len(others), 'person')}"


def _found(without: Without, scene: Scene, asked: Sequence[Asked]) -> str:
    """What of it is shown, as a clause; empty if nothing is."""
    of = asked[without.of].items if without.of is not None else scene.items
    if without.kind == "colour":
        noun = next((noun_of(item) for item in of if is_coloured(item.colour, without.what)), "")
        return are_there(1, noun, without.what) if noun else ""
    if without.kind == "action":
        count = sum(without.what in {item.action, item.posture, _face(item)} for item in of)
        return f"{number(count)} {'does' if count == 1 else 'do'} it" if count else ""
    carried = sum(_has(item, without.what) for item in of)
    seen = [item for item in scene.items if _is_such(item, without.what)]
    behind = [noun for noun in scene.backdrop if is_a(noun, without.what)]
    with_it = [item for item in of if has_part(item.noun, without.what)]
    count = carried + len(seen) + len(behind) + (len(with_it) if without.of is not None else 0)
    return are_there(count, telling.WORN.get(without.what, without.what)) if count else ""


def _face(item: Shown) -> str:
    """What a face is seen doing; empty for nothing."""
    return "smile" if "happy" in {item.feeling, item.also_feeling} else ""


def _has(item: Shown, what: str) -> bool:
    worn = people.CLOTHES.get(what, what)
    held = any(what in names_of(thing) for thing in in_hands(item))
    return held or any(piece in {worn, what} for piece, _ in on_the_body(item))


def _is_such(item: Shown, what: str) -> bool:
    if item.kind == "person":
        word = people.PEOPLE.get(what)
        if word is None:
            return False
        told = ((word.age, item.age), (word.gender, item.gender), (word.role, item.role))
        return all(asked is None or asked == shown for asked, shown in told)
    return is_a(item.noun, what)
