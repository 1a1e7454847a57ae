"""Scenes in words: the short text and the full description."""

from __future__ import annotations

import re
from dataclasses import replace

from imagespeak_core.generators.illustrator.illustrator import compose
from imagespeak_core.generators.illustrator.scene import Given, Scene, Shown, ShownLink
from imagespeak_core.generators.illustrator.telling.description import (
    full_description,
    short_alternative_text,
)
from imagespeak_core.generators.illustrator.telling.naming_shown import (
    counted,
    plural_of,
    with_article,
)
from tests.for_each import for_each

GIRL = Shown("girl", "person", "girl", "left", "foreground", action="read", age="child",
             gender="woman", wearing=(("dress", "red"),), holding="book")  # fmt: skip
BENCH = Shown("bench", "thing", "bench", "left", "foreground", colour="green")
DOG = Shown("dog", "animal", "dog", "right", "middle", colour="black", size="small")
MEN = tuple(
    Shown(f"man-{number}", "person", "man", "middle", "background", action="talk", age="adult",
          gender="man")
    for number in range(3)
)  # fmt: skip


def _scene(*items: Shown, links: tuple[ShownLink, ...] = (), place: str = "park") -> Scene:
    indoors = place in {"kitchen", "classroom"}
    return Scene(place, "day", "clear", "summer", indoors, items, links)


SHORT = [
    (Scene("market", "day", "rain", "summer", False, busy=True), "A busy market on a rainy day."),
    (Scene("park", "night", "clear", "summer", False, (DOG,)), "A park at night."),
    (Scene("forest", "morning", "fog", "autumn", False), "A quiet forest on a foggy morning."),
    (
        Scene("office", "sunset", "rain", "summer", True, (DOG,), backdrop=("window",)),
        "An office in the evening.",
    ),
    (Scene("office", "sunset", "rain", "summer", True, (DOG,)), "An office."),
    (Scene("sea", "sunset", "clear", "summer", False, (DOG,)), "A beach at sunset."),
    (Scene("street", "night", "snow", "winter", False, (DOG,)), "A street on a snowy night."),
    (Scene("mountains", "day", "clear", "summer", False), "A quiet mountain view on a sunny day."),
]


@for_each("scene, text", SHORT)
def test_the_short_text_tells_place_and_light(scene: Scene, text: str) -> None:
    assert short_alternative_text(scene) == text


def test_the_short_text_gives_no_answers_away() -> None:
    text = short_alternative_text(_scene(GIRL, BENCH, DOG, *MEN))
    assert not re.search("girl|dress|book|bench|dog|man|men|read|talk|black|red", text)


FULL = [
    (
        _scene(GIRL, BENCH, links=(ShownLink("girl", "on", "bench"),)),
        "On the left, a girl in a red dress is sitting on a green bench and reading a book.",
    ),
    (_scene(DOG), "On the right, there is a small black dog."),
    (_scene(*MEN), "In the background, three men are talking."),
    (
        _scene(DOG, BENCH, links=(ShownLink("dog", "under", "bench"),)),
        "There is a small black dog under a green bench.",
    ),
    (
        _scene(Shown("a", "thing", "apple", "middle", "foreground"),
               Shown("b", "thing", "bread", "middle", "foreground")),
        "In the middle, there is an apple and some bread.",
    ),
    (
        _scene(*(Shown(f"s{n}", "animal", "sheep", "left", "background") for n in range(2))),
        "In the background, there are two sheep.",
    ),
    (
        _scene(Shown("o", "person", "person", "left", "middle", action="stand", age="old",
                     gender="man", holding="umbrella", holding_colour="orange")),
        "On the left, an old man is holding an orange umbrella.",
    ),
    (
        _scene(replace(DOG, action="sleep"), BENCH, links=(ShownLink("dog", "on", "bench"),)),
        "On the right, a small black dog is sleeping on a green bench.",
    ),
    (
        _scene(replace(GIRL, action="type", holding=None, wearing=()),
               Shown("d", "thing", "desk", "left", "middle",
                     given=Given("desk", "girl"))),
        "On the left, a girl is typing at a desk.",
    ),
    (
        _scene(*(replace(man, holding="phone", posture="sit") for man in MEN)),
        "In the background, three men are sitting and talking with phones.",
    ),
    (
        _scene(replace(GIRL, action="look", holding="kite", holding_colour="red", wearing=())),
        "On the left, a girl is flying a red kite.",
    ),
    (
        _scene(*(Shown(f"b{n}", "thing", "balloon", "left", "middle", colour=colour)
                 for n, colour in enumerate(("red", "blue", "green", "red")))),
        "On the left, there are four colourful balloons.",
    ),
    (
        _scene(replace(GIRL, wearing=(("jumper", "striped"),)), DOG,
               links=(ShownLink("girl", "next to", "dog"),)),
        "On the left, a girl in a striped jumper is reading a book next to a small black dog.",
    ),
    (
        _scene(replace(MEN[0], action="look"), replace(MEN[1], action="look"),
               links=(ShownLink("man-0", "looking at", "man-1"),
                      ShownLink("man-1", "looking at", "man-0"))),
        "In the background, two men are looking at each other.",
    ),
    (
        _scene(Shown("c", "thing", "car", "left", "background", colour="red"),
               replace(MEN[0], action="drive"), links=(ShownLink("man-0", "in", "c"),)),
        "In the background, a man is driving a red car.",
    ),
    (
        _scene(replace(GIRL, wearing=()), replace(GIRL, id="girl-2", wearing=(), side="right")),
        "Two girls are reading books.",
    ),
    (
        _scene(DOG, replace(MEN[0], side="right", depth="middle")),
        "On the right, a man is talking, and there is a small black dog.",
    ),
    (
        _scene(GIRL, Shown("h", "animal", "horse", "right", "middle", colour="white"),
               Shown("m", "person", "man", "middle", "middle", action="look", age="adult",
                     gender="man"), links=(ShownLink("m", "looking at", "h"),)),
        "In the middle, a man is looking at a white horse.",
    ),
]  # fmt: skip


@for_each("scene, sentence", FULL)
def test_the_full_description_has_the_sentence(scene: Scene, sentence: str) -> None:
    assert sentence in full_description(scene)


def test_it_goes_from_the_overview_to_the_foreground_to_the_background() -> None:
    text = full_description(_scene(*MEN, DOG, GIRL))
    assert text.startswith("It is a sunny day in a park.")
    assert text.index("girl") < text.index("three men")


def test_passers_by_come_after_those_whom_the_picture_is_about() -> None:
    passing = tuple(
        Shown(f"p{number}", "person", "person", "left", "foreground", action="walk", age="adult",
              gender="man")
        for number in range(3)
    )  # fmt: skip
    text = full_description(replace(_scene(*passing, *MEN, GIRL), busy=True))
    assert text.index("girl") < text.index("Three other people are walking.")


def test_those_in_front_are_in_the_foreground() -> None:
    one, two, three = (replace(man, depth="foreground") for man in MEN)
    near = (replace(one, side="left"), two, replace(three, side="right"))
    assert "In the foreground, three men are talking." in full_description(_scene(*near, DOG))
    assert " Three men are talking." in full_description(_scene(*near))


def test_people_are_told_before_animals_and_these_before_things() -> None:
    asleep = replace(DOG, action="sleep", side="left")
    text = full_description(_scene(replace(BENCH, side="middle"), asleep, MEN[0], GIRL))
    at = [text.index(noun) for noun in ("girl", "dog", "bench", "man")]
    assert at == sorted(at)


def test_no_fish_swims_in_a_street() -> None:
    fish = Shown("f", "animal", "fish", "left", "middle", action="swim")
    assert "there is a fish" in full_description(_scene(fish, place="street"))
    assert "a fish is swimming" in full_description(_scene(fish, place="lake"))


def test_a_second_one_is_another_one() -> None:
    chairs = tuple(Shown(f"c{n}", "thing", "chair", "right", "middle") for n in range(3))
    sits = replace(GIRL, action="sit", holding=None, wearing=())
    text = full_description(_scene(sits, *chairs, links=(ShownLink("girl", "on", "c0"),)))
    assert "a girl is sitting on a chair. On the right, there are two other chairs." in text


def test_the_background_is_told_once() -> None:
    scene = replace(_scene(*MEN), backdrop=("tree", "house", "tree", "bush"))
    text = full_description(scene)
    assert text.endswith("There are also trees and a house.")
    assert "There are trees and a house in the background." in full_description(
        replace(scene, items=(DOG,))
    )


@for_each("scene, start",
    [(Scene("street", "night", "rain", "summer", False, busy=True),
      "It is a rainy night in a busy street."),
     (Scene("sea", "sunset", "clear", "summer", False), "It is evening on a beach."),
     (Scene("garden", "sunset", "wind", "summer", False), "It is a windy evening in a garden."),
     (Scene("cafe", "morning", "clear", "summer", True, busy=True, backdrop=("window",)),
      "The picture shows a busy café in the morning."),
     (Scene("cinema", "night", "rain", "summer", True), "The picture shows a quiet cinema. ")],
)  # fmt: skip
def test_the_overview(scene: Scene, start: str) -> None:
    assert full_description(scene).startswith(start)


def test_people_at_a_table_are_told_together() -> None:
    table = Shown("t", "thing", "table", "middle", "foreground")
    eaters = (
        Shown("p0", "person", "person", "left", "middle", action="eat", age="adult",
              gender="woman"),
        Shown("p1", "person", "person", "right", "middle", action="eat", age="adult",
              gender="man"),
    )  # fmt: skip
    links = tuple(ShownLink(eater.id, "next to", "t") for eater in eaters)
    text = full_description(_scene(*eaters, table, links=links, place="kitchen"))
    assert "A woman and a man are eating at a table." in text


def test_a_rider_rides_what_is_there() -> None:
    horse = Shown("h", "animal", "horse", "left", "middle", colour="brown")
    rider = Shown("p", "person", "boy", "left", "middle", action="ride", age="child", gender="man")
    alone, mounted = _scene(rider), _scene(rider, horse, links=(ShownLink("p", "on", "h"),))
    assert "a boy is riding a bicycle." in full_description(alone)
    assert "a boy is riding a brown horse." in full_description(mounted)


@for_each("words, expected",
    [("apple", "an apple"), ("car", "a car"), ("old man", "an old man"),
     ("uniform", "a uniform"), ("orange umbrella", "an orange umbrella"), ("hour", "an hour")],
)  # fmt: skip
def test_a_or_an(words: str, expected: str) -> None:
    assert with_article(words) == expected


@for_each("noun, expected",
    [("child", "children"), ("bus", "buses"), ("old woman", "old women"), ("baby", "babies"),
     ("police officer", "police officers"), ("sheep", "sheep"), ("boy", "boys"),
     ("bowl of fruit", "bowl of fruit"), ("fire engine", "fire engines"), ("bench", "benches")],
)  # fmt: skip
def test_plurals(noun: str, expected: str) -> None:
    assert plural_of(noun) == expected


def test_numbers_are_words() -> None:
    assert counted("red ", "car", 10) == "ten red cars"
    assert counted("", "flowers", 1) == "some flowers"


def test_what_is_held_is_not_told_as_if_the_other_one_had_it() -> None:
    def told(prompt: str) -> str:
        return full_description(compose(prompt, seed=1, width_px=384, height_px=384).scene)

    walks = told("A girl with a yellow umbrella walks her dog at night in the city")
    assert "is holding a yellow umbrella and walking a black dog" in walks
    looks = told("A man with an umbrella looks at a dog")
    assert "is holding a red umbrella and looking at a brown dog" in looks
    along = told("A boy with a balloon walks with his cat")
    assert "is holding a green balloon and walking with an orange cat" in along
    assert "feeding three ducks with bread" in told("An old man is feeding ducks with bread")
