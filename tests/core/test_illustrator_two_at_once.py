"""Two things at once are both in the picture: legs and hands, wheels and a book."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.illustrator import Composition, compose
from tests.for_each import for_each


def _picture(prompt: str, seed: int = 2) -> Composition:
    return compose(prompt, seed=seed, width_px=512, height_px=512)


AT_ONCE = [
    ("A woman in a wheelchair is reading a book.", "read", "wheelchair"),
    ("A man is sitting on a bench and reading a newspaper.", "read", "sit"),
    ("A man is walking and talking on the phone.", "phone", "walk"),
    ("A man is running and waving.", "wave", "run"),
]


@for_each("prompt, action, posture", AT_ONCE)
def test_both_are_shown(prompt: str, action: str, posture: str) -> None:
    scene = _picture(prompt).scene
    (person,) = [item for item in scene.items if item.kind == "person"]
    assert (person.action, person.posture) == (action, posture)
    assert scene.not_drawn == ()


@for_each("seed", range(4))
def test_a_wheelchair_is_pushed_from_behind(seed: int) -> None:
    layout = _picture("A nurse is pushing a man in a wheelchair.", seed).layout
    by_noun = {item.actor.wanted.noun: item for item in layout.placed}
    nurse, man = by_noun["nurse"], by_noun["man"]
    assert nurse.mirrored == man.mirrored
    assert (nurse.box.left < man.box.left) == (not nurse.mirrored)


@for_each("what", ["bicycle", "guitar"])
def test_what_is_ridden_or_played_has_its_colour(what: str) -> None:
    does = {"bicycle": "riding", "guitar": "playing"}[what]
    blue = _picture(f"A man is {does} a blue {what}.").layout.placed
    person = next(item.actor.person for item in blue if item.actor.person)
    assert person.held_colour == "#3f74c0"
