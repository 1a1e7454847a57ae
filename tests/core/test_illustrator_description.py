"""Scenes in words: the short text, the full description, and its grammar on the whole bank."""

from __future__ import annotations

import re
from functools import cache

import pytest

from imagespeak_core.generators.illustrator.description import (
    full_description,
    short_alternative_text,
)
from imagespeak_core.generators.illustrator.illustrator import compose
from imagespeak_core.generators.illustrator.naming_shown import (
    counted,
    noun_of,
    plural_of,
    with_article,
)
from imagespeak_core.generators.illustrator.scene import Scene, Shown, ShownLink
from imagespeak_core.generators.illustrator.words import telling
from imagespeak_core.prompts import prompt_bank

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
    (Scene("office", "sunset", "rain", "summer", True, (DOG,)), "An office in the evening."),
    (Scene("sea", "sunset", "clear", "summer", False, (DOG,)), "A beach at sunset."),
    (Scene("street", "night", "snow", "winter", False, (DOG,)), "A street on a snowy night."),
    (Scene("mountains", "day", "clear", "summer", False), "A quiet mountain view on a sunny day."),
]


@pytest.mark.parametrize(("scene", "text"), SHORT)
def test_the_short_text_tells_place_and_light(scene: Scene, text: str) -> None:
    assert short_alternative_text(scene) == text


def test_the_short_text_gives_no_answers_away() -> None:
    text = short_alternative_text(_scene(GIRL, BENCH, DOG, *MEN))
    assert not re.search("girl|dress|book|bench|dog|man|men|read|talk|black|red", text)


FULL = [
    (
        _scene(GIRL, BENCH, links=(ShownLink("girl", "on", "bench"),)),
        "On the left, a girl in a red dress is reading a book on a green bench.",
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
        "On the left, an old man is standing with an orange umbrella.",
    ),
    (
        _scene(GIRL, Shown("h", "animal", "horse", "right", "middle", colour="white"),
               Shown("m", "person", "man", "middle", "middle", action="look", age="adult",
                     gender="man"), links=(ShownLink("m", "looking at", "h"),)),
        "In the middle, a man is looking at a white horse.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("scene", "sentence"), FULL)
def test_the_full_description_has_the_sentence(scene: Scene, sentence: str) -> None:
    assert sentence in full_description(scene)


def test_it_goes_from_the_overview_to_the_foreground_to_the_background() -> None:
    text = full_description(_scene(*MEN, DOG, GIRL))
    assert text.startswith("It is a sunny day in a park.")
    assert text.index("girl") < text.index("three men")


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


@pytest.mark.parametrize(
    ("words", "expected"),
    [("apple", "an apple"), ("car", "a car"), ("old man", "an old man"),
     ("uniform", "a uniform"), ("orange umbrella", "an orange umbrella"), ("hour", "an hour")],
)  # fmt: skip
def test_a_or_an(words: str, expected: str) -> None:
    assert with_article(words) == expected


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("child", "children"), ("bus", "buses"), ("old woman", "old women"), ("baby", "babies"),
     ("police officer", "police officers"), ("sheep", "sheep"), ("boy", "boys"),
     ("bowl of fruit", "bowl of fruit"), ("fire engine", "fire engines"), ("bench", "benches")],
)  # fmt: skip
def test_plurals(noun: str, expected: str) -> None:
    assert plural_of(noun) == expected


def test_numbers_are_words() -> None:
    assert counted("red ", "car", 10) == "ten red cars"
    assert counted("", "flowers", 1) == "some flowers"


BANK = tuple(prompt.text for prompt in prompt_bank())


@cache
def _drawn(prompt: str, seed: int) -> Scene:
    return compose(prompt, seed=seed, width_px=640, height_px=640).scene


def _sentences(text: str) -> list[str]:
    return re.findall(r"[^.]+\.", text)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("prompt", BANK)
def test_every_description_of_the_bank_is_well_formed(prompt: str, seed: int) -> None:
    scene = _drawn(prompt, seed)
    text = full_description(scene)
    sentences = _sentences(text)
    assert 3 <= len(sentences) <= 6, text
    assert all(re.match(r" ?[A-Z]", sentence) for sentence in sentences), text
    assert not re.search(r"\ba [aeio]|\ban [^aeiou]", text), text
    assert not re.search(r"\b(two|three|four|five|six|seven|eight|nine|ten) [^.,]*? is ", text), (
        text
    )
    assert not re.search(r"there is (two|three|four|five|many)|there are an? ", text, re.I), text
    assert not re.search(r"\d|[{}_]|None|  ", text), text
    assert "  " not in short_alternative_text(scene)


def _seen_words(scene: Scene) -> set[str]:
    """Every noun that may be named: what is shown, worn or held, in one and in many."""
    nouns = {noun_of(item) for item in scene.items}
    nouns |= {telling.HELD.get(item.holding, item.holding) for item in scene.items if item.holding}
    nouns |= set(
        " ".join(telling.DOING[item.action] for item in scene.items if item.action).split()
    )
    nouns |= {telling.WORN.get(worn, worn) for item in scene.items for worn, _ in item.wearing}
    return nouns | {plural_of(noun) for noun in nouns}


ALL_NOUNS = {
    word
    for item in ("dog cat car bus bench table chair tree bird horse cow sheep hen duck umbrella "
                 "suitcase balloon sofa bed desk house boat bicycle teacher nurse doctor waiter "
                 "farmer baby girl boy woman man camel fox goat cake pizza lamp").split()
    for word in (item, plural_of(item))
}  # fmt: skip


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("prompt", BANK)
def test_what_a_description_names_is_shown(prompt: str, seed: int) -> None:
    scene = _drawn(prompt, seed)
    fact = telling.FACTS.get(scene.place, "")
    text = full_description(scene).replace(fact, "").lower()
    named = {noun for noun in ALL_NOUNS if re.search(rf"\b{noun}\b", text)}
    seen = {word for noun in _seen_words(scene) for word in (noun, *noun.split())}
    assert named <= seen, text
