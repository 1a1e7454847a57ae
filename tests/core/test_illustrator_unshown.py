"""A wish held against a scene: each part that is not shown is named, and nothing that is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from imagespeak_core.generators.illustrator.drawing.colour_names import name_of_colour
from imagespeak_core.generators.illustrator.scene import (
    Given,
    Link,
    Scene,
    Shown,
    ShownLink,
    Wanted,
    Wish,
    Without,
)
from imagespeak_core.generators.illustrator.telling.missing import not_drawn
from imagespeak_core.generators.illustrator.telling.unshown.qualities import is_coloured
from imagespeak_core.generators.illustrator.words.things import COLOURS
from tests.for_each import for_each

PARK = Scene("park", "day", "clear", "summer", indoors=False)
ON_A_BUS = Scene("bus cabin", "day", "clear", "summer", indoors=True)
NIGHT = Scene("park", "night", "clear", "summer", indoors=False)
KITCHEN = Scene("kitchen", "day", "clear", "summer", indoors=True)


def shown(noun: str, at: int = 0, number: int = 0, **told: Any) -> Shown:
    """Something that is shown for the noun phrase with that index; -1 is for none of them."""
    kind = told.pop("kind", "thing")
    where = {"side": "middle", "depth": "middle"} | told
    return Shown(f"{noun}-{at}-{number}", kind, noun, **where)


def missing(wish: Wish, scene: Scene = PARK, *items: Shown, prompt: str = "") -> tuple[str, ...]:
    """What is not drawn, where the items are shown for the phrases that are in their ids."""
    shown_for = {item.id: int(item.id.split("-")[-2]) for item in items if "--" not in item.id}
    return not_drawn(wish, replace(scene, items=(*scene.items, *items)), shown_for, prompt)


def of(*wanted: Wanted, **told: Any) -> Wish:
    return Wish(wanted=wanted, **told)


def person(noun: str = "man", **told: Any) -> Wanted:
    return Wanted("person", noun, **({"age": "adult", "gender": "man"} | told))


def somebody(noun: str = "man", at: int = 0, number: int = 0, **told: Any) -> Shown:
    return shown(noun, at, number, kind="person", **({"age": "adult", "gender": "man"} | told))


BUS, VASE = Wanted("thing", "bus"), Wanted("thing", "vase")


@for_each(
    "wish, items, phrases",
    [
        (of(VASE), [], ["vase"]),
        (of(VASE), [shown("vase")], []),
        (of(replace(VASE, count=2, colour="red", size="big")), [], ["two big red vases"]),
        (of(replace(BUS, count=3)), [shown("bus", 0, n) for n in (0, 1)],
         ["three buses: two are shown"]),
        (of(replace(BUS, count=3)), [shown("bus", 0, n) for n in (0, 1, 2)], []),
        (of(replace(BUS, count=2)), [shown("bus")], ["two buses: one is shown"]),
        (of(replace(BUS, count=2)), [shown("bus", 0, n) for n in (0, 1)] + [shown("bus", -1)],
         ["two buses: three are shown"]),
        (of(replace(BUS, count=3, at_least=True)), [shown("bus", 0, n) for n in (0, 1)], []),
        (of(replace(BUS, count=3, at_least=True)), [shown("bus")], ["buses: one is shown"]),
        (of(replace(BUS, count=5, at_least=True)), [shown("bus", 0, n) for n in (0, 1, 2)],
         ["buses: three are shown"]),
        (of(replace(BUS, count=3, at_least=True)), [], ["bus"]),
        (of(replace(BUS, count=3, said="coaches")), [shown("bus")],
         ["three coaches: one is shown"]),
        (of(Wanted("thing", "laptop")), [shown("computer")], ["laptop: a computer is shown"]),
        (of(Wanted("thing", "computer")), [shown("laptop")], []),
    ],
)  # fmt: skip
def test_nouns_and_numbers(wish: Wish, items: list[Shown], phrases: list[str]) -> None:
    assert missing(wish, PARK, *items) == tuple(phrases)


RED = replace(VASE, colour="red")
DRESSED = person("woman", gender="woman", wearing=(("dress", "red"),))


def woman(**told: Any) -> Shown:
    return somebody("woman", gender="woman", **told)


@for_each(
    "wanted, item, phrases",
    [
        (RED, shown("vase", colour="red"), []),
        (RED, shown("vase", colour="dark red"), []),
        (RED, shown("vase", colour="blue"), ["red vase: a blue vase is shown"]),
        (RED, shown("vase"), ["red vase: a vase is shown"]),
        (Wanted("thing", "tree", colour="green"), shown("tree"), []),
        (replace(VASE, size="big"), shown("vase", size="big"), []),
        (replace(VASE, size="big"), shown("vase"), ["big vase: a vase is shown"]),
        (replace(VASE, side="left"), shown("vase", side="left"), []),
        (replace(VASE, side="left"), shown("vase", side="right"), ["vase on the left"]),
        (replace(VASE, depth="background"), shown("vase"), ["vase in the background"]),
        (person(), somebody(), []),
        (person(), somebody(gender="woman"), ["man: a woman is shown"]),
        (person(age="old"), somebody(), ["old man: a man is shown"]),
        (person("boy", age="child"), somebody(), ["boy: a man is shown"]),
        (person("doctor", gender=None, role="doctor"), somebody(), ["doctor: a man is shown"]),
        (person("doctor", gender=None, role="doctor"), somebody(role="doctor"), []),
        (person(size="big"), somebody(), ["tall man: a man is shown"]),
        (person(feeling="sad"), somebody(feeling="sad"), []),
        (person(feeling="sad"), somebody(feeling="happy"), ["sad man: a happy man is shown"]),
        (DRESSED, woman(wearing=(("dress", "red"),)), []),
        (DRESSED, woman(wearing=(("dress", "blue"),)), ["red dress: a blue dress is shown"]),
        (DRESSED, woman(), ["red dress"]),
        (person(wearing=(("sun hat", None),)), somebody(), ["hat"]),
        (person(wearing=(("hair", "long"),)), somebody(wearing=(("hair", "long brown"),)), []),
        (person(wearing=(("hair", "long"),)), somebody(), ["long hair"]),
        (person(holding="umbrella"), somebody(holding="umbrella"), []),
        (person(holding="umbrella"), somebody(), ["umbrella"]),
        (person(holding="umbrella", holding_colour="red"),
         somebody(holding="umbrella", holding_colour="blue"),
         ["red umbrella: a blue umbrella is shown"]),
        (person(action="swim"), somebody(action="swim"), []),
        (person(action="swim"), somebody(action="stand"), ["swimming"]),
        (person(action="swim", doing="bathing"), somebody(action="stand"), ["bathing"]),
        (person(action="sit"), somebody(action="read", posture="sit"), []),
        (person(action="sit"), somebody(action="read"), ["sitting"]),
        (person(action="read", posture="sit"), somebody(action="read"), ["sitting"]),
        (person(action="hug"), somebody(action="embrace"), []),
        (person(action="stand"), somebody(action="walk"), []),
        (Wanted("animal", "dog", action="sleep"), shown("dog", kind="animal"), ["sleeping"]),
        (Wanted("animal", "dog", action="sleep"), shown("dog", kind="animal", action="sleep"), []),
        (person("cyclist"), somebody(action="stand"), ["cyclist on a bicycle"]),
        (person("cyclist"), somebody(action="ride", holding="bicycle"), []),
        (person(action="swim"), None, ["man swimming"]),
    ],
)  # fmt: skip
def test_qualities_and_deeds(wanted: Wanted, item: Shown | None, phrases: list[str]) -> None:
    assert missing(of(wanted), PARK, *([item] if item else [])) == tuple(phrases)


def test_of_some_it_is_told_how_many_are_so() -> None:
    two = [shown("vase", 0, 0, colour="red"), shown("vase", 0, 1, colour="blue")]
    assert missing(of(replace(RED, count=2)), PARK, *two) == ("red vases: one is shown",)
    men = [somebody(action="swim"), somebody(number=1, action="stand")]
    swimmers = of(person(count=2, action="swim"))
    assert missing(swimmers, PARK, *men) == ("men swimming: one is shown",)
    both = person(count=2, holding="kite", each_holds=True)
    assert missing(of(both), PARK, somebody(holding="kite"), somebody(number=1)) == (
        "kites: one is shown",
    )


@for_each("colour", sorted(COLOURS))
def test_what_is_painted_for_a_colour_can_be_called_so(colour: str) -> None:
    assert is_coloured(name_of_colour(COLOURS[colour]), colour)
    assert not is_coloured(None, colour)
    for other in {"red", "blue", "yellow", "black"} - {colour}:
        plain = colour.split()[-1]
        close = {"navy": "blue", "turquoise": "blue", "gold": "yellow", "golden": "yellow"}
        assert is_coloured(other, colour) == (other in {plain, close.get(plain)})


CAT, CHAIR = Wanted("animal", "cat"), Wanted("thing", "chair")
A_CAT, A_CHAIR = shown("cat", 0, kind="animal"), shown("chair", 1)


@for_each(
    "asked, seen, turned, phrases",
    [
        ("on", "on", False, []),
        ("on", "next to", False, ["cat on the chair"]),
        ("on", None, False, ["cat on the chair"]),
        ("next to", "on", False, []),
        ("next to", "next to", True, []),
        ("next to", "left of", False, ["cat next to the chair"]),
        ("under", "below", False, []),
        ("under", "on", True, ["cat under the chair"]),
        ("above", "on", False, ["cat above the chair"]),
        ("above", "below", True, []),
        ("left of", "right of", True, []),
        ("left of", "right of", False, ["cat to the left of the chair"]),
        ("behind", "in front of", True, []),
        ("looking at", None, False, ["cat looking at the chair"]),
        ("with", None, False, []),
    ],
)  # fmt: skip
def test_relations(asked: Any, seen: Any, turned: bool, phrases: list[str]) -> None:
    ends = (A_CHAIR.id, A_CAT.id) if turned else (A_CAT.id, A_CHAIR.id)
    links = (ShownLink(ends[0], seen, ends[1]),) if seen else ()
    wish = of(CAT, CHAIR, links=(Link(0, asked, 1),))
    assert missing(wish, replace(PARK, links=links), A_CAT, A_CHAIR) == tuple(phrases)


def test_a_relation_to_what_is_not_shown_is_told_by_that() -> None:
    wish = of(CAT, CHAIR, links=(Link(0, "on", 1),))
    assert missing(wish, PARK, A_CAT) == ("chair",)
    assert missing(wish, PARK, A_CHAIR) == ("cat",)


def test_all_of_several_are_related() -> None:
    wish = of(replace(CAT, count=2), CHAIR, links=(Link(0, "on", 1),))
    scene = replace(PARK, links=(ShownLink(A_CAT.id, "on", A_CHAIR.id),))
    other = shown("cat", 0, 1, kind="animal")
    assert missing(wish, scene, A_CAT, other, A_CHAIR) == ("cats on the chair: one is shown",)
    near = of(replace(CAT, count=2), CHAIR, links=(Link(0, "next to", 1),))
    assert missing(near, scene, A_CAT, other, A_CHAIR) == ("cats next to the chair: one is shown",)


def test_who_rides_is_on_what_was_to_be_ridden() -> None:
    board = Wanted("thing", "surfboard")
    wish = of(person(action="ride", doing="riding"), board, links=(Link(0, "with", 1),))
    rider, beside = somebody(action="ride"), shown("surfboard", 1)
    assert missing(wish, PARK, rider, beside) == ("riding a surfboard",)
    on_it = replace(PARK, links=(ShownLink(rider.id, "on", beside.id),))
    assert missing(wish, on_it, rider, beside) == ()


def test_who_holds_a_cat_has_it_in_the_arms() -> None:
    wish = of(person(action="hold"), Wanted("animal", "cat"), links=(Link(0, "with", 1),))
    cat = shown("cat", 1, kind="animal")
    assert missing(wish, PARK, somebody(action="stand"), cat) == ("holding a cat",)
    holder = somebody(action="cuddle")
    near = replace(PARK, links=(ShownLink(holder.id, "next to", cat.id),))
    assert missing(wish, near, holder, cat) == ()


def test_what_is_seen_elsewhere_is_not_missing() -> None:
    tree = of(Wanted("thing", "tree"))
    assert missing(tree, replace(PARK, backdrop=("tree",))) == ()
    assert missing(tree, replace(PARK, backdrop=("pine tree",))) == ()
    assert missing(of(Wanted("animal", "horse")), replace(PARK, backdrop=("rocking horse",)))
    seat = Shown("seat", "thing", "chair", "left", "middle", given=Given("seat", "man-0-0"))
    assert missing(of(CHAIR), replace(PARK, items=(seat,))) == ()
    assert missing(of(Wanted("thing", "umbrella")), PARK, somebody(at=7, holding="umbrella")) == ()
    assert missing(of(Wanted("thing", "football")), PARK, somebody(at=7, action="kick")) == ()
    assert missing(of(BUS), ON_A_BUS) == ()
    assert missing(of(Wanted("thing", "window")), replace(PARK, backdrop=("house",))) == ()
    assert missing(
        Wish(unknown=("window", "zorb", "zorb")), replace(PARK, backdrop=("window",))
    ) == ("zorb",)


def test_a_verb_that_is_seen_of_all_is_not_missing() -> None:
    wish = of(person(count=2, action="cards"), unknown=("sitting",))
    seated = [somebody(number=n, action="cards", posture="sit") for n in (0, 1)]
    assert missing(wish, KITCHEN, *seated) == ()
    assert missing(
        wish, KITCHEN, seated[0], somebody(number=1, action="cards", posture="walk")
    ) == ("sitting",)


def test_a_colour_of_what_the_place_shows_is_not_known() -> None:
    wish = of(Wanted("thing", "clock", colour="red"))
    assert missing(wish, replace(KITCHEN, backdrop=("clock",))) == ("red clock",)


def test_two_phrases_of_one_noun_are_told_together_where_one_is_not_shown() -> None:
    wish = of(VASE, VASE)
    assert missing(wish, PARK, shown("vase")) == ("two vases: one is shown",)
    assert missing(wish, PARK, shown("vase"), shown("vase", 1)) == ()


@for_each("others, phrases", [([], []), ([somebody(at=7)], ["alone"])])
def test_who_is_alone_is_seen_to_be(others: list[Shown], phrases: list[str]) -> None:
    wish = of(person(), unknown=("alone",))
    assert missing(wish, PARK, somebody(), *others, prompt="A man alone") == tuple(phrases)


def test_one_thing_that_several_are_to_hold_is_not_two() -> None:
    wish = of(person(count=2, holding="book"))
    items = [somebody(number=n, holding="book") for n in (0, 1)]
    told = missing(wish, PARK, *items, prompt="Two men are reading one book")
    assert told == ("one book: two are shown",)
    assert missing(wish, PARK, *items, prompt="Two men are reading a book") == ()


@for_each(
    "wish, scene, prompt, phrases",
    [
        (Wish(weather="rain"), PARK, "", []),
        (Wish(weather="rain"), KITCHEN, "", ["rain"]),
        (Wish(weather="rain"), KITCHEN, "A rainy day", ["rainy"]),
        (Wish(weather="rain"), KITCHEN, "An umbrella", []),
        (Wish(weather="rain"), replace(KITCHEN, backdrop=("window",)), "", []),
        (Wish(time="night"), KITCHEN, "a kitchen at night", ["night"]),
        (Wish(time="night"), NIGHT, "the moon is shining", ["moon"]),
        (Wish(time="night"), replace(NIGHT, backdrop=("moon",)), "the moon is shining", []),
        (Wish(), PARK, "a sun hat in the sun", []),
        (Wish(), PARK, "the sun is shining", ["sun"]),
        (Wish(), KITCHEN, "the sun is shining", []),
        (Wish(season="autumn"), KITCHEN, "", ["autumn"]),
        (Wish(place="street"), ON_A_BUS, "a bus in a street", ["street"]),
        (Wish(place="street"), ON_A_BUS, "a bus", []),
        (Wish(busy=True), replace(PARK, items=(somebody(),)), "", ["busy: a person is shown"]),
        (Wish(busy=True), replace(PARK, busy=True), "", []),
        (Wish(deserted=True), PARK, "", []),
        (Wish(deserted=True), replace(PARK, items=(somebody(at=7),)), "",
         ["no people: a person is shown"]),
    ],
)  # fmt: skip
def test_settings(wish: Wish, scene: Scene, prompt: str, phrases: list[str]) -> None:
    assert not_drawn(wish, scene, {}, prompt) == tuple(phrases)


@for_each(
    "said, many, phrases",
    [
        ("two shops", 0, ["two shops"]), ("two shops", 1, ["two shops"]), ("two shops", 2, []),
        ("two shops", 3, ["two shops"]), ("shops", 1, ["shops"]), ("shops", 2, []),
        ("store", 0, ["store"]), ("store", 1, []), ("three stores", 3, []),
        ("bakery", 1, ["bakery"]),
    ],
)  # fmt: skip
def test_scenery_is_unknown_only_where_it_is_not_seen(
    said: str, many: int, phrases: list[str]
) -> None:
    scene = replace(PARK, place="street", backdrop=("shop",) * many)
    assert missing(of(unknown=(said,)), scene, prompt=said) == tuple(phrases)


HATLESS = Without("hat", "noun", of=0, words="without a hat")
CARLESS = Without("car", "noun", words="without cars")
CHILDLESS = Without("child", "noun", words="without children")


@for_each(
    "without, items, backdrop, phrases",
    [
        (HATLESS, [somebody()], (), []),
        (HATLESS, [somebody(wearing=(("sun hat", "red"),))], (),
         ["without a hat: a hat is shown"]),
        (Without("tail", "noun", of=0, words="without a tail"), [shown("dog", kind="animal")], (),
         ["without a tail: a tail is shown"]),
        (Without("tail", "noun", of=0, words="without a tail"), [shown("car")], (), []),
        (CARLESS, [], ("tree",), []),
        (CARLESS, [], ("car", "car"), ["without cars: two cars are shown"]),
        (CARLESS, [shown("car", -1)], (), ["without cars: a car is shown"]),
        (CHILDLESS, [somebody()], (), []),
        (CHILDLESS, [somebody("girl", -1, age="child", gender="woman")], (),
         ["without children: a child is shown"]),
        (Without("run", "action", of=0, words="not running"), [somebody(action="run")], (),
         ["not running: one does it"]),
        (Without("red", "colour", of=0, words="not red"), [shown("car", colour="red")], (),
         ["not red: a red car is shown"]),
    ],
)  # fmt: skip
def test_what_was_not_to_be_there(
    without: Without, items: list[Shown], backdrop: tuple[str, ...], phrases: list[str]
) -> None:
    wanted = Wanted(items[0].kind, items[0].noun) if without.of is not None else None
    wish = Wish(wanted=(wanted,) if wanted else (), without=(without,))
    assert missing(wish, replace(PARK, backdrop=backdrop), *items) == tuple(phrases)


def test_phrases_are_told_once_in_the_order_of_the_prompt() -> None:
    wish = of(RED, replace(BUS, count=2), unknown=("zorb", "quokka"))
    prompt = "A quokka, a red vase, a zorb and two buses"
    assert missing(wish, PARK, prompt=prompt) == ("quokka", "red vase", "zorb", "two buses")


@for_each(
    "unknown, prompt, phrases",
    [
        (("zorbs", "zorb"), "Two zorbs and a zorb", ["zorbs"]),
        (("wooden zorb", "wooden"), "A wooden zorb", ["wooden zorb"]),
        (("wooden zorb", "wooden"), "A wooden zorb. The zorb is wooden.", ["wooden zorb"]),
        (("wooden zorbs", "wooden"), "Wooden zorbs. The zorbs are wooden.", ["wooden zorbs"]),
        (
            ("wooden zorb", "wooden"),
            "A wooden zorb. The zorb is wooden and the tree is wooden.",
            ["wooden zorb", "wooden"],
        ),
        (("wooden zorb", "wooden"), "A wooden zorb, a wooden car", ["wooden zorb", "wooden"]),
        (("glass", "glasses"), "A glass, and a man with glasses", ["glass"]),
    ],
)
def test_nothing_is_told_twice_that_a_prompt_says_twice(
    unknown: tuple[str, ...], prompt: str, phrases: list[str]
) -> None:
    wish = of(person(), unknown=unknown)
    seen = somebody(wearing=(("glasses", None),))
    assert missing(wish, PARK, seen, prompt=prompt) == tuple(phrases)


@pytest.mark.parametrize("at", [0, 1])
def test_items_of_another_phrase_do_not_count(at: int) -> None:
    wish = of(replace(BUS, count=2, colour="red"), replace(BUS, colour="blue"))
    items = [shown("bus", 0, n, colour="red") for n in (0, 1)]
    items = items if at == 0 else [shown("bus", 1, 0, colour="blue")]
    assert missing(wish, PARK, *items) == (("blue bus",) if at == 0 else ("two red buses",))


def test_who_does_it_to_nobody_or_holds_nothing_does_not_do_it() -> None:
    hugs, pushes = person(action="hug", doing="hugging"), person(action="push", doing="pushing")
    holds = person(action="hold", doing="holding")
    assert missing(of(hugs), PARK, somebody(action="hug")) == ("hugging",)
    assert missing(of(pushes), PARK, somebody(action="push")) == ("pushing",)
    assert missing(of(holds), PARK, somebody(action="stand")) == ("holding",)
    assert missing(of(holds), PARK, somebody(action="hold", holding="cup")) == ()
    chases, runner = person(action="run", doing="chasing"), somebody(action="run")
    assert missing(of(chases), PARK, runner) == ("chasing",)
    after = replace(PARK, links=(ShownLink(runner.id, "looking at", "dog-1-0"),))
    assert missing(of(chases), after, runner) == ()


def test_all_that_people_hold_are_on_the_side_that_was_asked_for() -> None:
    wish = of(Wanted("thing", "umbrella", count=2, side="left"))
    one = somebody(action="walk", holding="umbrella", side="left")
    two = somebody(number=1, action="walk", holding="umbrella", side="right")
    assert missing(wish, PARK, one, two) == ("umbrellas on the left: one is shown",)
    assert missing(wish, PARK, one, replace(two, side="left")) == ()
