"""What two pictures have not as many of is told truly, and what is only called otherwise is not."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from imagespeak_core.generators.illustrator.illustrator import compose
from imagespeak_core.generators.illustrator.scene import Scene, Setting, Shown, ShownLink
from imagespeak_core.speaking.differences import ALIKE, MOST, differences
from tests.for_each import for_each


@cache
def _first(prompt: str) -> Scene:
    return compose(prompt, seed=7, width_px=768, height_px=768).scene


def _told(prompt: str, words: str) -> tuple[str, ...]:
    first = _first(prompt)
    beside = Setting(first.place, first.time, first.weather, first.season)
    return differences(
        first, compose(words, seed=7, width_px=768, height_px=768, beside=beside).scene
    )


GIRL = "A girl in a red dress is riding a bicycle in the street and a dog is running behind her."
DOCTOR = "A doctor is talking to an old man in a hospital."
CHESS = "Two boys are playing chess in the garden while their grandmother is drinking tea."
KITTEN = "A girl is climbing a tree to save a kitten."
FARM = "a horse and two sheep on a green field with a red tractor"
MONKEY = "two parrots in a tree in the jungle and a monkey eating a banana"
BABY = "A baby is sleeping in a cot and its mother is singing."
CAT = "A cat is chasing a mouse in the kitchen."
LUGGAGE = "A man is carrying a heavy suitcase at the airport and a woman is looking at a map."


@for_each(
    "prompt, words, sentence",
    [
        (GIRL, "A boy is riding the bicycle.", "Your picture has a boy. The first one has none."),
        (
            "A bus driver is driving a yellow bus in the rain.", "A woman is driving the bus.",
            "Your picture has a woman. The first one has none.",
        ),
        (
            "A nurse is pushing an old woman in a wheelchair.", "There are two nurses.",
            "Your picture has two nurses. The first one has one.",
        ),
        (
            DOCTOR, "A doctor is talking to an old man. A patient is in bed.",
            "Your picture has three people. The first one has two.",
        ),
    ],
)  # fmt: skip
def test_who_is_another_is_told(prompt: str, words: str, sentence: str) -> None:
    assert sentence in _told(prompt, words)


@for_each(
    "prompt, words, word",
    [
        (KITTEN, "A girl is climbing a tree. There is a white cat on the path.", "cat"),
        (CHESS, "Two boys play chess. Their grandmother drinks tea from a cup.", "cup"),
        (FARM, "A horse and two sheep eat grass. There is a red tractor.", "grass"),
        (MONKEY, "A monkey and two parrots. The monkey eats a banana.", "has a banana"),
        (LUGGAGE, "The man's suitcase is green.", "has a suitcase"),
        (BABY, "A baby is sleeping in a bed.", "in a bed"),
        (CAT, "A black cat is running after a little mouse.", "next to"),
        (LUGGAGE, "A man is holding a suitcase. A woman is reading a map.", "carrying"),
    ],
)
def test_what_is_there_or_only_told_of_one_is_no_difference(
    prompt: str, words: str, word: str
) -> None:
    assert word not in " ".join(_told(prompt, words))


@for_each(
    "prompt, words",
    [
        ("people waiting at the train station", "Three women are waiting for the train."),
        (
            "A football match, boys in red and blue shirts",
            "Three boys are standing in the street.",
        ),
        (CHESS, CHESS),
        (
            "Children are swimming in a pool and a man is lying in the sun.",
            "Three children are swimming in the swimming pool. A man is lying on an orange towel.",
        ),
        (MONKEY, MONKEY),
    ],
)
def test_a_true_telling_is_alike(prompt: str, words: str) -> None:
    assert _told(prompt, words) == (ALIKE,)


def test_your_picture_has_no_picture() -> None:
    told = _told("A man is painting a fence white in the garden.", "A man is painting a picture.")
    assert not any("has a picture" in sentence for sentence in told)


@for_each(
    "prompt, words, sentences",
    [
        (
            "An old woman and a woman are sitting on a bench in the park.", "A dog is running.",
            ["The first picture has an old woman and a woman. Yours has none."],
        ),
        (
            "A dog is running in the park.", "An old woman and a woman are sitting on a bench.",
            ["Your picture has an old woman and a woman. The first one has none."],
        ),
        (
            "A man, a woman and an old woman are talking in the park.", "A dog is running.",
            [
                "The first picture has a woman and an old woman. Yours has none.",
                "The first picture has a man. Yours has none.",
            ],
        ),
    ],
)  # fmt: skip
def test_people_of_a_kind_are_told_once(prompt: str, words: str, sentences: list[str]) -> None:
    people = [one for one in _told(prompt, words) if "man" in one]
    assert sorted(people) == sorted(sentences)


@for_each(
    "words, sentence",
    [
        ("It is night.", "In your picture it is night. In the first one it is a sunny day."),
        (
            "There is a woman in a kitchen.",
            "Your picture shows a kitchen. The first one shows a farm.",
        ),
        (
            "It is raining.",
            "In your picture it is a rainy day. In the first one it is a sunny day.",
        ),
    ],
)
def test_what_is_missing_leaves_room_for_time_weather_and_place(words: str, sentence: str) -> None:
    told = _told("A horse, a cow, a dog and two sheep on a green field.", words)
    assert sentence in told
    assert sum("none" in one for one in told) == MOST - 1


def test_where_nothing_else_differs_all_that_is_missing_is_told() -> None:
    told = _told("A horse, a cow, a dog and two sheep on a green field.", "There are two sheep.")
    assert [("Yours has none" in one) for one in told] == [True] * MOST


def test_a_time_that_can_not_be_seen_is_not_told() -> None:
    told = _told("A man is cooking in a kitchen at night.", "A man is in a bathroom at night.")
    assert not [one for one in told if "it is" in one]


def test_who_holds_a_thing_and_stands_does_what_one_does_who_holds_it() -> None:
    woman = Shown("one", "person", "woman", "left", "foreground", action="stand", age="adult",
                  gender="woman", holding="umbrella", holding_colour="purple")  # fmt: skip
    pram = Shown("two", "thing", "pram", "left", "foreground", asked=1)
    first = Scene("street", "day", "rain", "summer", indoors=False, items=(woman, pram),
                  links=(ShownLink("one", "next to", "two"),))  # fmt: skip
    yours = replace(first, items=(replace(woman, action="hold"),), links=())
    assert differences(first, yours) == ("The first picture has a pram. Yours has none.",)


def test_who_may_be_a_girl_or_a_boy_is_not_another() -> None:
    kid = Shown("one", "person", "kid", "left", "foreground", action="run", age="child",
                gender="woman", also_wearing=(("hair", "short black"),))  # fmt: skip
    first = Scene("street", "day", "clear", "summer", indoors=False, items=(kid,))
    boy = replace(kid, noun="boy", gender="man")
    assert differences(first, replace(first, items=(boy,))) == (ALIKE,)
    woman = replace(kid, id="two", noun="woman", age="adult")
    more = replace(first, items=(kid, woman))
    told = differences(more, replace(first, items=(boy,)))
    assert told == ("Your picture has one person. The first one has two.",)
