"""Words held against what a picture shows: only what is surely wrong is told as not so."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from imagespeak_core.generators.illustrator.scene import Kind, Scene, Shown
from imagespeak_core.generators.illustrator.scene_json import scene_from_json, scene_to_json
from imagespeak_core.generators.illustrator.telling.doing import Doing
from imagespeak_core.generators.illustrator.telling.mentions import Mentions
from imagespeak_core.generators.illustrator.telling.naming_shown import is_many, noun_of
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.speaking.comparing import asking, hold_against
from imagespeak_core.speaking.comparing.hints import hint_for
from tests.core.speaking_rig import KITCHEN, PARK, STREET, items, left, wrong

TRUE = (
    (PARK, "Behind the trees are snowy mountains. There is snow on top. The peaks have snow."),
    (PARK, "He works day and night. Good evening! The nurse has a snowy smile, on a windy road."),
    (PARK, "A woman is sitting on a bench and reading a book. Two boys are running."),
    (PARK, "A lady in a blue dress sits on the bench. She is reading. A brown dog sleep."),
    (PARK, "dog under the bench. two kid run. nurse is there. the sun is shining"),
    (PARK, "Two childrens are run in a park. A animal is sleeping under a bench."),
    (PARK, "The dog is orange. The ball is gold. The boys are wearing shorts."),
    (PARK, "A boy in a green t-shirt is walking. A girl is reading a book."),
    (PARK, "Two people are sitting. One child is running. There is a boy on the right."),
    (PARK, "I can see people in a garden in the afternoon. The weather is nice and cloudy."),
    (PARK, "There is no car. Nobody is swimming. The dog is not running. It isn't raining."),
    (PARK, "Maybe the dog is running. I think it is night. It looks like a kitchen."),
    (PARK, "The dog will run. The dog was running yesterday. If it rains, they will go home."),
    (PARK, "Is there an elephant? Two boys are running because a lion is behind them."),
    (PARK, "He reminds me of a king. The woman would like a cat. They are going to swim."),
    (PARK, "The dog is as big as an elephant. The boys run faster than horses."),
    (PARK, "More than one boy is running. There are some dogs. Many children run. A few balls."),
    (PARK, "On the grass there are flowers. The sky is blue. There are walls and clouds."),
    (KITCHEN, "It is day. It is sunny. The weather is good. There are two white cats."),
    (KITCHEN, "Two cats are sitting. Some cats are black. A guy is cooking. There is a room."),
    (KITCHEN, "The man wear a red hat and he have a beard. His mother is happy."),
    (STREET, "A man rides a bike. It is evening. The snow is white. The car is light blue."),
    (STREET, "A bicycle, a car and a man in the city. It is winter and it is cold."),
    (STREET, ""),
    (STREET, "Ein Hund und zwei Katzen schlafen im Park."),
)  # fmt: skip


@pytest.mark.parametrize(("scene", "words"), TRUE)
def test_what_is_true_or_not_decided_is_never_called_wrong(scene: Scene, words: str) -> None:
    assert wrong(words, scene) == []


GIRL = replace(PARK, items=(
    Shown("girl-0", "person", "girl", "left", "foreground", action="run", age="child",
          gender="woman", also_wearing=(("dress", "yellow"),)),
    *PARK.items[1:2],
), links=())  # fmt: skip


def test_a_girl_may_be_called_a_young_lady() -> None:
    assert wrong("A young lady is running. There is one young woman.", GIRL) == []
    assert items("A young lady is running.", GIRL) == {"girl"}
    for other in ("lady", "young man", "young policewoman"):
        assert wrong(f"A {other} is running.", GIRL) != []


def test_one_or_another_is_no_number_and_is_not_missing() -> None:
    assert wrong("There are three dogs or cats. Three men or women are running.") == []
    assert wrong("There are three dogs. I see a red ball or a cat.") == [("count", "three dogs")]


WRONG = (
    (PARK, "There are three dogs.", "count", "three dogs"),
    (PARK, "Three boys are running.", "count", "Three boys"),
    (KITCHEN, "There are two cats.", "count", "two cats"),
    (KITCHEN, "I see only two cats.", "count", "two cats"),
    (KITCHEN, "there is 5 cat", "count", "5 cat"),
    (PARK, "The dog is white.", "colour", "white"),
    (PARK, "There is a blue ball.", "colour", "blue ball"),
    (PARK, "The woman is wearing a red dress.", "colour", "red dress"),
    (STREET, "The man is riding a green bicycle.", "colour", "green bicycle"),
    (PARK, "The dog is running.", "action", "running"),
    (PARK, "The woman sleep on the bench.", "action", "sleep"),
    (PARK, "The boys are sitting.", "action", "sitting"),
    (PARK, "The picture shows a kitchen.", "place", "kitchen"),
    (PARK, "The woman is sitting in the classroom.", "place", "classroom"),
    (PARK, "It is night.", "time", "night"),
    (STREET, "It is morning.", "time", "morning"),
    (PARK, "It is raining.", "weather", "raining"),
    (PARK, "It's a snowy day.", "weather", "snowy"),
    (STREET, "It is raining.", "weather", "raining"),
    (PARK, "The woman is on the right.", "position", "on the right"),
    (PARK, "On the left there is a boy.", "position", "On the left"),
    (PARK, "The dog is on the bench.", "position", "on the bench"),
    (PARK, "The dog is to the right of a boy.", "position", "to the right of a boy"),
    (STREET, "A woman is riding a bike.", "who", "woman"),
    (PARK, "A man is reading a book.", "who", "man"),
    (PARK, "There is an elephant.", "missing", "elephant"),
    (PARK, "I can see a policeman.", "missing", "policeman"),
    (PARK, "The woman has a kite.", "missing", "kite"),
)  # fmt: skip


@pytest.mark.parametrize(("scene", "words", "about", "told"), WRONG)
def test_one_wrong_fact_is_told_alone_in_the_learners_own_words(
    scene: Scene, words: str, about: str, told: str
) -> None:
    found = hold_against(words, scene).not_so
    assert [(one.about, one.words) for one in found] == [(about, told)]
    assert words[found[0].start :].startswith(told)


def test_what_is_true_beside_a_wrong_fact_is_said_all_the_same() -> None:
    assert items("A woman is reading a book. There are three dogs. A cat is sleeping.") >= {
        "woman",
        "book",
        "dog",
    }
    found = hold_against("There are three dogs.", PARK).said
    assert [(one.words, one.item, one.ids) for one in found] == [("dogs", "dog", ("dog-0",))]


def test_the_scenes_own_word_is_the_role_else_the_noun() -> None:
    assert items("A boy is running. A guy in white stands there.") >= {"child", "nurse"}
    assert items("A nurse is standing.") == {"nurse"}
    assert items("It's raining", replace(STREET, weather="rain")) == {"rain"}
    assert items("at night in the street", STREET) == {"night", "street"}


def test_names_for_many_kinds_mean_all_of_them() -> None:
    assert items("There are some people.") == {"woman", "child", "nurse"}
    assert items("I can see an animal.") == {"dog"}
    assert wrong("The animal is running.") == [("action", "running")]


def test_people_and_animals_come_first_and_place_time_and_weather_last() -> None:
    assert left("") == [
        "woman", "child", "nurse", "dog", "bench", "ball", "park", "day", "clear"
    ]  # fmt: skip
    assert left("Two boys and a dog are in the park.") == [
        "woman", "nurse", "bench", "ball", "day", "clear"
    ]  # fmt: skip
    assert left("", KITCHEN) == ["man", "cat", "kitchen"], "no window tells of time and weather"


def test_a_wrong_place_is_still_to_be_found() -> None:
    assert "park" in left("They are in the kitchen.")
    assert "boy" not in left("A man is riding a bike.", STREET)


@pytest.mark.parametrize("scene", [PARK, KITCHEN, STREET])
def test_a_hint_names_nothing_and_a_sentence_tells_it(scene: Scene) -> None:
    for one in hold_against("", scene).not_found:
        assert one.item not in one.hint.lower().replace(".", " ").split()
        assert one.hint[0].isupper()
        assert one.hint.endswith((".", "?"))
        assert one.sentence[0].isupper()
        assert one.sentence.endswith(".")
    told = {one.item: one.sentence for one in hold_against("", PARK).not_found}
    assert told["dog"] == "A brown dog is sleeping under a bench."
    assert told["woman"].startswith("A woman in a blue dress is sitting on a bench")


@pytest.mark.parametrize(("scene", "words", "about", "told"), WRONG)
def test_a_question_does_not_give_the_answer(
    scene: Scene, words: str, about: str, told: str
) -> None:
    assert told in words
    one = hold_against(words, scene).not_so[0]
    assert one.question.startswith("Look again: ")
    assert one.question.endswith("?")
    assert one.shown
    assert about == "time" or one.shown not in one.question


RIGHT_PLURALS = (
    "mans men", "childrens children", "womens women", "sheeps sheep", "peoples people",
    "persons people", "knifes knives", "bus buses", "buses buses", "boxs boxes", "babys babies",
    "mouses mice", "men men", "snowmans snowmen", "dogs dogs", "glasses glasses", "dress dresses",
    "scissors scissors", "bread bread",
)  # fmt: skip


@pytest.mark.parametrize("said", RIGHT_PLURALS)
def test_a_question_has_the_right_plural(said: str) -> None:
    noun, right = said.split()
    assert asking.how_many(noun) == f"Look again: how many {right} are there?"
    where = asking.where_is(noun)
    assert where in {f"Look again: where are the {right}?", f"Look again: where is the {noun}?"}
    assert where == asking.what_does(noun).replace("what", "where").replace(" doing?", "?")
    assert asking.how_many(f"old {noun}") == f"Look again: how many old {right} are there?"


def test_a_question_after_one_has_no_plural() -> None:
    assert asking.where_is("bus") == asking.where_is("red bus").replace("red ", "")
    assert asking.where_is("mans") == "Look again: where are the men?"


def test_all_who_do_the_same_are_told_together() -> None:
    found = hold_against("The cats are running.", KITCHEN).not_so
    assert [one.shown for one in found] == ["three cats sitting"]


def test_scenes_of_version_1_never_tell_that_something_is_missing() -> None:
    text = scene_to_json(PARK).replace('"version":2', '"version":1')
    old = scene_from_json(text)
    assert wrong("There is an elephant. The dog is running.", old) == [("action", "running")]
    assert wrong("There is an elephant.", scene_from_json(scene_to_json(PARK))) == [
        ("missing", "elephant")
    ]


def test_what_the_place_is_painted_with_is_never_missing() -> None:
    for noun in ("grass", "the sky", "a wall", "a window", "flowers", "a house", "leaves", "sand"):
        assert wrong(f"There is {noun}.", KITCHEN) == []


def test_a_pronoun_is_followed_where_it_can_mean_only_one() -> None:
    assert wrong("There is a dog. It is running.") == [("action", "running")]
    assert wrong("There is a dog and a ball. It is blue.") == []


def test_words_stand_where_they_were_typed() -> None:
    words = "Um, I  can see THREE  dogs … and “an animal’s” ball; ﬁne. There is an elephant"
    found = hold_against(words, PARK)
    told = [(one.start, one.words) for one in found.said]
    told += [(one.start, one.words) for one in found.not_so]
    assert all(words[start : start + len(own)] == own for start, own in told)
    assert wrong(words)[-1] == ("missing", "elephant")


@pytest.mark.parametrize("noun", [noun for noun in THINGS if is_many(noun, 1)])
def test_of_what_is_drawn_as_a_heap_no_number_is_wrong(noun: str) -> None:
    heap = Shown("heap-0", "thing", noun, "middle", "foreground")
    scene = replace(KITCHEN, items=(*KITCHEN.items, heap))
    assert wrong(f"There are three {noun}. There are only seven {noun}.", scene) == []


def test_what_is_told_of_two_is_wrong_only_where_it_is_wrong_of_both() -> None:
    assert wrong("The dog and the boys are running.") == []
    assert wrong("A boy and a dog are swimming.") != []


def test_no_hint_names_a_thing_of_the_catalogue() -> None:
    for noun, thing in THINGS.items():
        kind: Kind = "animal" if thing.kind == "animal" else "thing"
        for depth in ("foreground", "background"):
            item = Shown("one", kind, noun, "left", depth)
            hint = hint_for((item,)).lower()
            assert noun not in hint
            assert noun_of(item) not in hint


def _animals(noun: str, count: int, **facts: Any) -> tuple[Shown, ...]:
    first = Shown(f"{noun}-0", "animal", noun, "left", "foreground", colour="white", action="stand")
    return tuple(replace(first, id=f"{noun}-{at}", **facts) for at in range(count))


@pytest.mark.parametrize(
    ("hens", "goats", "hints"),
    [
        (_animals("hen", 3), _animals("goat", 2),
         ["There are three animals on the left.", "There are two animals on the left."]),
        (_animals("hen", 2), _animals("goat", 2, action="eat"),
         ["There are some animals on the left.",
          "There are some animals on the left. They are eating."]),
        (_animals("hen", 2), _animals("goat", 2, depth="middle"),
         ["There are some animals on the left, at the front.",
          "There are some animals on the left."]),
        (_animals("hen", 1), _animals("goat", 1, colour="black"),
         ["There is an animal on the left. It is white.",
          "There is an animal on the left. It is black."]),
        (_animals("hen", 1), _animals("goat", 1, side="right"),
         ["There is an animal on the left.", "There is an animal on the right."]),
        (_animals("hen", 1), _animals("goat", 1), ["There is an animal on the left."] * 2),
    ],
)  # fmt: skip
def test_hints_for_two_things_differ_where_the_picture_lets_them(
    hens: tuple[Shown, ...], goats: tuple[Shown, ...], hints: list[str]
) -> None:
    scene = replace(PARK, items=(*hens, *goats), links=())
    left = [one for one in hold_against("", scene).not_found if one.kind == "animal"]
    assert {one.item: one.hint for one in left} == dict(zip(("hen", "goat"), hints, strict=True))


def test_people_who_stand_together_are_told_by_their_clothes() -> None:
    worn = {"boy": ("shirt", "red"), "girl": ("shirt", "blue")}
    people = [
        replace(PARK.items[2], id=noun, noun=noun, also_wearing=(worn[noun],)) for noun in worn
    ]
    scene = replace(PARK, items=tuple(people), links=())
    left = {one.item: one.hint for one in hold_against("", scene).not_found}
    assert left["boy"] == "There is somebody on the right. Look for the red shirt."
    assert left["girl"] == "There is somebody on the right. Look for the blue shirt."


def test_sides_in_a_hint_are_listed() -> None:
    ball = Shown("one", "thing", "ball", "left", "middle")
    balls = [ball, replace(ball, side="right"), replace(ball, side="middle")]
    assert hint_for(balls, more=("sides",)).endswith(
        " on the left, in the middle and on the right."
    )
    assert hint_for(balls[:2], more=("sides",)).endswith(" on the left and on the right.")


def test_more_in_a_hint_names_nothing_either() -> None:
    orange = Shown("one", "thing", "orange", "left", "foreground", colour="orange")
    assert "orange" not in hint_for((orange,), more=("colour",))
    doing = Doing(KITCHEN, Mentions())
    cook = replace(KITCHEN.items[0], noun="cook")
    assert "cook" not in hint_for((cook,), doing, ("does",))
    assert "cooking" in hint_for(KITCHEN.items[:1], doing, ("does",))
