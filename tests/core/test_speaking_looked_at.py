"""Who says of a picture what is to be seen in it is never told that it is not so.

The sentences were written with the rendered pictures in view: what somebody seems to do, what
the place shows that no scene lists, and names that people have for things.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from imagespeak_core.generators.illustrator.illustrator import compose
from imagespeak_core.generators.illustrator.scene import Scene
from imagespeak_core.generators.illustrator.telling.unshown.asked import (
    in_hands,
    names_of,
    on_the_body,
)
from imagespeak_core.speaking.comparing import hold_against
from imagespeak_core.speaking.findings import Findings
from tests.for_each import for_each

_FILE = Path(__file__).with_name("speaking_looked_at.txt")


def _lines() -> Iterator[tuple[str, str]]:
    prompt = ""
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            prompt = line.strip("[]")
        elif line and not line.startswith("#"):
            yield prompt, line


_TRUE = [(prompt, line) for prompt, line in _lines() if not line.startswith("!")]
_WRONG = [
    (prompt, *(part.strip() for part in line[1:].split("|", 1)))
    for prompt, line in _lines()
    if line.startswith("!")
]
_PROMPTS = list(dict.fromkeys(prompt for prompt, _ in _TRUE))


@cache
def _scene(prompt: str) -> Scene:
    return compose(prompt, seed=7, width_px=768, height_px=768).scene


@cache
def _held(prompt: str, words: str) -> Findings:
    return hold_against(words, _scene(prompt))


def _told(found: Findings) -> str:
    return "; ".join(f"{one.words!r}: {one.about}, {one.shown}" for one in found.not_so)


def test_there_are_enough() -> None:
    assert len(_PROMPTS) >= 55
    assert len(_TRUE) >= 650
    assert len(_WRONG) >= 200


@for_each("prompt, words", _TRUE)
def test_what_is_seen_is_never_not_so(prompt: str, words: str) -> None:
    found = _held(prompt, words)
    assert not found.not_so, _told(found)


@for_each("prompt", _PROMPTS)
def test_nor_is_all_of_it_together(prompt: str) -> None:
    lines = [words for one, words in _TRUE if one == prompt]
    found = _held(prompt, "\n".join(lines))
    assert not found.not_so, _told(found)


@for_each("prompt, about, words", _WRONG)
def test_one_wrong_fact_is_found(prompt: str, about: str, words: str) -> None:
    found = _held(prompt, words)
    assert [one.about for one in found.not_so] == [about], _told(found)


@for_each("prompt, about, words", _WRONG)
def test_who_is_asked_to_look_again_is_asked_in_good_english(
    prompt: str, about: str, words: str
) -> None:
    for wrong in _held(prompt, words).not_so:
        asked = wrong.question
        assert asked.startswith("Look again: ")
        assert asked.endswith("?"), asked
        assert not any(f" the {one}" in asked for one in ("he ", "she ", "it ", "they ")), asked
        plural = any(f" {word}" in asked for word in ("people", "men ", "children", "boys"))
        assert not (plural and " is the " in asked), asked


@for_each("prompt, words", _TRUE)
def test_what_was_said_is_called_as_the_scene_does(prompt: str, words: str) -> None:
    """An item is one, is worn, held or behind all, or is a word of the text's own."""
    scene = _scene(prompt)
    there = {item.role or item.noun for item in scene.items}
    for item in scene.items:
        there |= {*in_hands(item), *(what for what, _ in on_the_body(item))}
    there |= {scene.place, scene.time, scene.weather, *scene.backdrop}
    there |= {name for one in there for name in names_of(one)}
    for one in _held(prompt, words).said:
        typed = words[one.start : one.start + len(one.words)]
        assert typed == one.words
        before, after = words[: one.start][-1:], words[one.start + len(typed) :][:1]
        assert not (before.isalpha() and typed[0].isalpha()), typed
        assert not (after.isalpha() and typed[-1].isalpha()), typed
        assert one.item in there or one.item[:3] in words.lower(), one.item
