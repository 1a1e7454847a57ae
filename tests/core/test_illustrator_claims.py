"""What is said of pictures is so: every sentence, and every word of every list."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from imagespeak_core.generators.illustrator.illustrator import compose
from imagespeak_core.generators.illustrator.scene import Given, Scene, Shown, ShownLink
from imagespeak_core.generators.illustrator.telling.description import (
    full_description,
    short_alternative_text,
)
from imagespeak_core.generators.illustrator.telling.word_list import word_list
from tests.core.illustrator_claims import NotSoError, assert_all_is_so
from tests.core.illustrator_told import assert_told_truly
from tests.for_each import for_each

WHO = "a man|two girls|an old woman with a beard|three children|a nurse|ten people".split("|")
WHAT = "a red vase|five apples|two small black dogs|a cat|three cars|a bench|some bread".split("|")
DOING = (
    "reading|feeding|giving|walking|sitting|pushing|climbing|gardening|carrying|watching|hugging"
    "|sleeping|kicking|standing|riding|driving|talking|swimming|eating|cradling"
).split("|")
LINKS = (
    "on|under|next to|behind|in front of|between two trees and|with|above|below|to the left of"
).split("|")
PLACES = "|in the kitchen|in a park at night|at a busy market in the rain|in a cinema|by the sea"
WHERE = PLACES.split("|")


def generated(number: int) -> str:
    """A prompt by the dice: who or what, doing something, somewhere."""
    rng = random.Random(number)
    who = rng.choice(WHO + WHAT)
    doing = f" {rng.choice(DOING)}" if who in WHO else ""
    beside = f" {rng.choice(LINKS)} {rng.choice(WHO + WHAT)}" if rng.random() < 0.7 else ""
    return f"{who}{doing}{beside} {rng.choice(WHERE)}".strip()


@for_each("number", range(30))
def test_all_that_is_said_of_any_prompt_is_so(number: int) -> None:
    scene = compose(generated(number), seed=number, width_px=512, height_px=400).scene
    assert_told_truly(scene)


DOG = Shown("d0", "animal", "dog", "left", "foreground", colour="brown")
DOGS = (DOG, replace(DOG, id="d1", side="right"))
CAT = Shown("c", "animal", "cat", "middle", "foreground", action="sit", colour="orange")
ANN = Shown("a", "person", "woman", "left", "foreground", action="look", age="adult",
            gender="woman", wearing=(("coat", "red"),))  # fmt: skip
EVE = replace(ANN, id="e", side="right", action="stand", wearing=(("coat", "blue"),))
TABLE = Shown("t", "thing", "table", "middle", "foreground", colour="brown", given=Given("table"))
VASE = Shown("v", "thing", "vase", "middle", "foreground", colour="red", size="small")
HORSE = Shown("h", "animal", "horse", "right", "background", colour="black")


def _park(*items: Shown, links: tuple[ShownLink, ...] = ()) -> Scene:
    return Scene("park", "day", "clear", "summer", False, items, links, backdrop=("tree", "tree"))


SO = [
    (_park(ANN, replace(EVE, action="look"), links=(
        ShownLink("a", "looking at", "e", by_chance=True), ShownLink("e", "looking at", "a"))),
     "A woman in a red coat and a woman in a blue coat are looking at each other."),
    (_park(CAT, *DOGS, links=tuple(ShownLink("c", "between", dog.id) for dog in DOGS)),
     "In the middle, an orange cat is sitting between two brown dogs. There are trees"),
    (_park(TABLE, VASE, links=(ShownLink("v", "on", "t"),)),
     "There is a small red vase on a brown table."),
    (_park(replace(TABLE, size="small"), VASE), "In the middle, there is a small red vase and a "
     "brown table."),
    (_park(replace(ANN, action="feed")), "a woman in a red coat is standing."),
    (_park(replace(ANN, action="garden")), "a woman in a red coat is kneeling."),
    (_park(ANN, EVE, links=(ShownLink("a", "looking at", "e"),)),
     "a woman in a red coat is looking at another woman. There are trees"),
    (_park(ANN, replace(EVE, action="wave"), links=(ShownLink("a", "looking at", "e"),)),
     "a woman in a red coat is looking at another woman."),
    (_park(ANN, HORSE, links=(ShownLink("a", "next to", "h", by_chance=True),)),
     "is looking around."),
    (_park(VASE, TABLE, HORSE), "It is a sunny day in a park. In the background, there is a black "
     "horse."),
    (_park(replace(ANN, wearing=(("beard", None), ("coat", "red")), action="stand", gender="man")),
     "a man with a beard in a red coat is standing."),
    (_park(VASE, HORSE, links=(ShownLink("v", "above", "h"),)),
     "a black horse. There is a small red vase above the horse."),
    (_park(replace(ANN, holding="teddy bear", action="hug")), "is hugging a teddy bear."),
    (_park(replace(ANN, action="talk", posture="wheelchair")),
     "is sitting in a wheelchair and talking."),
]  # fmt: skip


@for_each("scene, told", SO)
def test_it_is_told_so(scene: Scene, told: str) -> None:
    assert told in full_description(scene)
    assert_told_truly(scene)


NOT_SO = [
    (_park(ANN, replace(EVE, action="look"), links=(
        ShownLink("a", "looking at", "e", by_chance=True), ShownLink("e", "looking at", "a"))),
     "A woman in a red coat and a woman in a blue coat are looking at each other."),
    "There are two brown dogs. There is a brown dog.", "There are three brown dogs.",
    "There is a black dog.", "On the right, an orange cat is sitting.", "A woman is sitting.",
    "An orange cat is sleeping.", "A woman in a blue coat is looking at an orange cat.",
    "A woman in a red coat is holding a cup.", "There is an orange cat under a brown table.",
    "There is a small brown table.", "A woman in a red coat is feeding an orange cat.",
    "A woman in a red coat is standing at a brown table.", "There is a mirror.",
    "There are three trees in the background.", "It is raining.", "The sky is blue.",
    "There is another brown table.", "There is one person in the picture.",
    "A woman in a red coat is looking at another woman. The woman is waving.",
    "A woman in a red coat is standing, and a woman in a blue coat is standing next to the cat.",
]  # fmt: skip


@for_each("told", NOT_SO)
def test_what_is_not_so_is_found(told: str) -> None:
    scene = _park(*DOGS, CAT, ANN, EVE, TABLE, links=(
        ShownLink("a", "looking at", "e"), ShownLink("c", "on", "t"),
        ShownLink("e", "next to", "c", by_chance=True),
    ))  # fmt: skip
    with pytest.raises(NotSoError):
        assert_all_is_so(scene, f"It is a sunny day in a park. {told}")


@for_each(
    "overview",
    ["It is a rainy day in a park.", "It is night in a park.", "It is a sunny day on a farm.",
     "It is a sunny day in a busy park.", "The picture shows a park."],
)  # fmt: skip
def test_a_wrong_place_or_time_is_found(overview: str) -> None:
    with pytest.raises(AssertionError):
        assert_all_is_so(_park(CAT), overview)


@for_each("prompt, first", [
    ("five apples on a table", "apples"), ("autumn in the kitchen", "man|woman|girl|boy|men"),
    ("a red vase", "There is a red vase on"), ("a plane above a bench", "plane|bench"),
    ("a man on the left and a dog in the park", "man"), ("a cat in a busy street", "cat"),
    ("a bowl of fruit in a classroom", "bowl of fruit"),
])  # fmt: skip
def test_what_it_is_about_comes_first(prompt: str, first: str) -> None:
    scene = compose(prompt, seed=3, width_px=512, height_px=512).scene
    second = full_description(scene).split(". ")[1]
    assert any(word in second for word in first.split("|")), second


def test_the_painted_back_is_told_only_where_it_can_be_seen() -> None:
    beach = replace(_park(CAT), place="sea", backdrop=())
    assert "sea" not in full_description(beach)
    assert "The sea is in the background." in full_description(replace(beach, backdrop=("sea",)))
    assert "sea" in compose("a beach", seed=1, width_px=400, height_px=400).scene.backdrop


@for_each("prompt, busy", [("a busy street", False), ("a busy market", True)])
def test_a_place_is_busy_where_people_are_to_be_seen(prompt: str, busy: bool) -> None:
    scene = compose(prompt, seed=1, width_px=512, height_px=512).scene
    assert scene.busy == busy
    assert (sum(item.kind == "person" for item in scene.items) > 3) == busy
    assert ("busy" in short_alternative_text(scene)) == busy


@for_each("backdrop, seen", [((), False), (("window",), True)])
def test_the_night_is_a_word_for_a_room_only_where_it_has_a_window(
    backdrop: tuple[str, ...], seen: bool
) -> None:
    room = Scene("kitchen", "night", "clear", "summer", True, (CAT,), backdrop=backdrop)
    assert ("dark" in word_list(room, "A1").adjectives) == seen
