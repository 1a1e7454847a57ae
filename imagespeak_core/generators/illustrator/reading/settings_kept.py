"""Tells whether place, time, weather and season are as the words for them say."""

from __future__ import annotations

from collections.abc import Sequence

from imagespeak_core.generators.illustrator.reading.lexicon import Token, Word
from imagespeak_core.generators.illustrator.scene import Wish
from imagespeak_core.generators.illustrator.words import hints, settings

_BEING = frozenset("is are was were".split())
_HOW_MUCH = frozenset("very so really quite rather too".split())


def is_setting(token: Token, wish: Wish) -> bool:
    """Whether it is so where and when it all is."""
    if token.meaning == "place":
        shown = settings.SHOWN_WITH.get(wish.place or "", frozenset()) | {wish.place}
        around = settings.ROUND_A_ROOM if wish.place in settings.INDOORS else settings.IN_TOWN
        return bool({token.value, token.text} & (shown | around))
    if token.meaning == "weather":
        bright = token.value == "clear" and wish.weather in {"wind", "snow", "cloudy"}
        grey = token.value == "cloudy" and wish.weather in {"rain", "snow", "fog", "wind"}
        return token.value == wish.weather or bright or grey
    return token.value in {"day", wish.time, wish.season}


def has_queue(wish: Wish) -> bool:
    """Whether people are drawn one behind the other."""
    return wish.place == hints.CUE_PLACES["waiting for a bus"]


def is_of_weather(words: Sequence[Word], at: int) -> bool:
    """Whether it is the sun or the rain that does what the verb at `at` says."""
    for word in reversed(words[:at]):
        if word.token is None or word.token.meaning not in {"silent", "auxiliary"}:
            return word.token is not None and word.token.meaning in {"weather", "time"}
    return False


def is_of_sky(words: Sequence[Word], at: int) -> bool:
    """Whether the colour at `at` is said to be the sky's: "the sky is very blue"."""
    before = [word.text for word in words[:at]]
    while before and before[-1] in _HOW_MUCH:
        before.pop()
    return before[-2:-1] == ["sky"] and before[-1] in _BEING
