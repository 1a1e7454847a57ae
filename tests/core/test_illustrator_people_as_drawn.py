"""What a scene says of people is what is drawn: what they do, ride, hold, wear and feel."""

from __future__ import annotations

from functools import cache

from imagespeak_core.generators.illustrator.figures.person import Person, plan_of
from imagespeak_core.generators.illustrator.illustrator import Composition, compose
from imagespeak_core.generators.illustrator.scene import Shown
from imagespeak_core.generators.illustrator.telling.description import full_description
from tests.for_each import for_each

BICYCLE = "M-0.52 -0.4L0 -0.33L0.42 -0.86"
"""The frame of the bicycle that belongs to a rider's figure."""
LEGS = frozenset({"trousers", "shorts", "skirt", "shoes"})
HAIR = frozenset({"hair", "ponytail", "bun", "braids", "locs", "afro", "bald head"})


@cache
def _composed(prompt: str, seed: int = 1) -> Composition:
    return compose(prompt, seed=seed, width_px=640, height_px=640)


def _people(prompt: str) -> list[Shown]:
    return [item for item in _composed(prompt).scene.items if item.kind == "person"]


def _person(prompt: str) -> Shown:
    (person,) = _people(prompt)
    return person


def _drawn(prompt: str) -> dict[str, Person]:
    placed = _composed(prompt).layout.placed
    return {item.actor.id: item.actor.person for item in placed if item.actor.person}


def _worn(item: Shown) -> dict[str, str | None]:
    return dict((*item.also_wearing, *item.wearing))


def _links(prompt: str) -> set[tuple[str, str]]:
    scene = _composed(prompt).scene
    nouns = {item.id: item.noun for item in scene.items}
    doers = {item.id for item in scene.items if item.kind == "person"}
    return {
        (link.relation, nouns[link.target]) for link in scene.links if link.subject in doers
    }  # fmt: skip


@for_each(
    "prompt, what, relation",
    [
        ("a man riding a surfboard", "surfboard", "on"),
        ("a man riding a wave on top of a surfboard", "surfboard", "on"),
        ("a boy riding a skateboard", "skateboard", "on"),
        ("a child riding a scooter", "scooter", "on"),
        ("a woman riding a motorcycle", "motorbike", "on"),
        ("a woman riding an elephant", "elephant", "on"),
        ("a man riding a camel", "camel", "on"),
        ("a girl riding a horse", "horse", "on"),
        ("a woman riding a bus", "bus", "in"),
        ("a man riding a tractor", "tractor", "in"),
    ],
)
def test_who_rides_is_on_what_is_ridden(prompt: str, what: str, relation: str) -> None:
    rider = _person(prompt)
    assert rider.action == "ride"
    assert rider.holding is None
    assert (relation, what) in _links(prompt)
    assert BICYCLE not in _composed(prompt).svg
    assert f"riding a{'n' * (what == 'elephant')} " in full_description(_composed(prompt).scene)


@for_each(
    "prompt",
    [
        "a man riding skis",
        "a boy riding a snowboard",
        "children riding a carousel",
        "a woman riding a train",
        "people riding the subway",
        "people riding on a train",
        "a girl riding a sledge in the snow",
        "four people riding a horse",
    ],
)
def test_nobody_is_on_a_bicycle_who_asked_for_none(prompt: str) -> None:
    assert BICYCLE not in _composed(prompt).svg
    assert all(item.holding != "bicycle" for item in _people(prompt))
    on = {link.subject for link in _composed(prompt).scene.links if link.relation in {"on", "in"}}
    assert all(item.id in on for item in _people(prompt) if item.action == "ride")


@for_each(
    "prompt, colour",
    [
        ("a girl riding a blue bicycle", "blue"),
        ("a cyclist", "red"),
        ("a man cycling in the park", "red"),
        ("a boy riding his bike with his dog", "red"),
    ],
)
def test_a_bicycle_is_told_in_its_colour(prompt: str, colour: str) -> None:
    rider = _person(prompt)
    assert (rider.action, rider.holding, rider.holding_colour) == ("ride", "bicycle", colour)
    assert BICYCLE in _composed(prompt).svg
    assert f"riding a {colour} bicycle" in full_description(_composed(prompt).scene)


DOING = (
    """
a man reading|a woman writing a letter|a girl eating|a boy drinking|a cook cooking|a man fishing
a woman painting|a boy playing the guitar|a girl playing the violin|a woman singing
a man taking a photo|a boy throwing a ball|two boys playing football|two girls playing basketball
a woman talking on the phone with an umbrella|a man brushing his teeth|a cleaner sweeping
a woman knitting|two men shaking hands|a man hugging a dog|a man and a woman dancing
a couple hugging|two women arguing|a father carrying a child on his shoulders|a man driving a car
a woman sleeping in a bed|a baby in a pram|a mother holding a baby|a class of children
a family eating in a restaurant|a woman swimming in the sea|people watching a film in a cinema
a man with a red umbrella walking|a boy with a balloon|a nurse|a waiter|a police officer
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
SAID_ANYWAY = {"waltz": "dance", "embrace_seated": "embrace"}
BY_PLACE = frozenset({"ride", "climb_up", "cuddle", "look", "sleep"})
"""What is told of people by where they are."""
PLAYED = frozenset({"kick", "basketball", "volleyball", "play"})
BODIES = frozenset({"sit", "lie", "kneel", "walk", "run", "wheelchair"})


@for_each("prompt", DOING)
def test_what_people_do_and_hold_is_drawn(prompt: str) -> None:
    drawn = _drawn(prompt)
    for item in _people(prompt):
        person = drawn[item.id]
        assert (item.age, item.gender, item.role) == (person.age, person.gender, person.role)
        usual = SAID_ANYWAY.get(person.action, person.action)
        as_body = item.action in BODIES and person.action in {"stand", "sit"}
        assert item.action == usual or as_body or item.action in BY_PLACE | PLAYED, person
        held = {grip.kind for grip in plan_of(person).gesture.holds}
        own = {"kick": "football", "ride": "bicycle"}.get(person.action)
        told = {item.holding, *item.also_holding} - {None}
        assert told <= held | {own}
        if person.view == "side" and item.depth != "background":
            assert told or not held


@for_each(
    "prompt, hidden",
    [
        ("a woman sleeping in a bed", LEGS),
        ("a man driving a red car", LEGS),
        ("a woman swimming in the sea", LEGS | {"shirt", "jumper", "coat", "scarf"}),
        ("a woman in a hijab", HAIR),
        ("a clown", HAIR),
        ("a girl in a red dress", {"trousers", "shorts", "skirt", "shirt", "jumper"}),
        ("a class of children", {"glasses", "sunglasses", "beard", "tie"}),
    ],
)
def test_what_is_covered_is_not_told(prompt: str, hidden: frozenset[str]) -> None:
    assert _people(prompt)
    for item in _people(prompt):
        assert not _worn(item).keys() & hidden


@for_each(
    "prompt, worn",
    [
        ("a man with a grey beard in a blue coat", {"beard": "grey", "coat": "blue"}),
        ("a woman with a blue scarf and a green hat", {"scarf": "blue", "sun hat": "green"}),
        ("a man with sunglasses and a purple tie", {"sunglasses": None, "tie": "purple"}),
        ("a girl with long red hair", {"hair": "long red"}),
        ("a blonde woman", {"hair": "blonde"}),
        ("a man in a dark blue jacket", {"jacket": "dark blue"}),
        ("a woman in a yellow dress and red shoes", {"dress": "yellow", "shoes": "red"}),
        ("a police officer with a beard", {"beard": None}),
        ("a man wearing black boots and red gloves", {"boots": "black", "gloves": "red"}),
    ],
)
def test_what_was_asked_for_comes_first_as_it_is_drawn(
    prompt: str, worn: dict[str, str | None]
) -> None:
    person = _person(prompt)
    told = dict(person.wearing)
    assert told.keys() == worn.keys()
    for what, said in worn.items():
        assert said is None or told[what] == said
    assert not set(person.wearing) & set(person.also_wearing)
    assert all(f" {what}" not in full_description(_composed(prompt).scene)
               for what, _ in person.also_wearing if what in {"trousers", "apron"})  # fmt: skip


@for_each(
    "prompt, worn",
    [
        ("a doctor", {"coat": "white", "stethoscope": None}),
        ("a farmer", {"straw hat": None, "dungarees": "blue"}),
        ("a chef", {"toque": "white", "apron": "white"}),
        ("a builder", {"hard hat": "yellow"}),
        ("a bride", {"dress": "long white"}),
        ("a police officer", {"uniform": "blue"}),
        ("a waiter", {"uniform": None}),
    ],
)
def test_what_nobody_asked_for_is_known(prompt: str, worn: dict[str, str | None]) -> None:
    person = _person(prompt)
    assert person.wearing == ()
    assert worn.items() <= dict(person.also_wearing).items()


@for_each(
    "prompt, missing",
    [
        ("a woman in a uniform", "uniform"),
        ("a man in a blue hat and a red cap", "sun hat"),
        ("a woman with long hair in a hijab", "hair"),
        ("a girl in a dress and trousers", "dress"),
    ],
)
def test_what_is_not_drawn_is_not_worn(prompt: str, missing: str) -> None:
    person = _person(prompt)
    assert missing not in _worn(person)


@for_each(
    "prompt, feeling",
    [
        ("a sad man", "sad"),
        ("an angry woman", "angry"),
        ("a tired man sleeping in a bed", "tired"),
        ("a surprised girl", "surprised"),
    ],
)
def test_a_feeling_that_the_face_shows_is_told(prompt: str, feeling: str) -> None:
    person = _person(prompt)
    assert (person.feeling, person.also_feeling) == (feeling, None)


def test_a_face_that_is_turned_away_shows_nothing() -> None:
    drawn = _drawn("four sad children in a classroom")
    pupils = [
        who for who in _people("four sad children in a classroom") if drawn[who.id].view == "back"
    ]
    assert pupils
    assert all(pupil.feeling is None and pupil.also_feeling is None for pupil in pupils)
    assert _person("a man walking").also_feeling == "happy"
    assert {who.also_feeling for who in _people("two women arguing")} == {"angry"}


@for_each(
    "prompt, action",
    [
        ("a duck swimming on a pond", "swim"),
        ("a cat sleeping", "sleep"),
        ("a bird flying", "fly"),
        ("a dog sitting", "sit"),
        ("a frog", "sit"),
        ("a cow", "stand"),
    ],
)
def test_an_animal_is_told_in_its_pose(prompt: str, action: str) -> None:
    animals = [item for item in _composed(prompt).scene.items if item.kind == "animal"]
    assert {item.action for item in animals} == {action}


@for_each(
    "prompt, off",
    [
        ("three men without hats", {"sun hat", "cap", "beanie"}),
        ("four old men without beards", {"beard", "moustache"}),
        ("four grandmothers without glasses", {"glasses", "sunglasses"}),
        ("a boy with no shoes", {"shoes"}),
        ("a police officer without a cap", {"police cap"}),
        ("a chef without a hat", {"toque"}),
        ("a man without a coat in the snow", {"coat"}),
    ],
)
def test_what_somebody_is_without_is_not_on(prompt: str, off: set[str]) -> None:
    for seed in range(3):
        for item in _composed(prompt, seed).scene.items:
            assert not _worn(item).keys() & off


def test_who_has_no_ball_is_told_with_none() -> None:
    players = _people("three girls playing basketball")
    assert {who.action for who in players} == {"basketball"}
    assert [who.holding for who in players].count("basketball") == 1
    throwing = _people("two boys throwing a ball")
    assert sorted((who.action or "", who.holding or "") for who in throwing) == [
        ("play", ""),
        ("throw", "ball"),
    ]


def test_hands_that_need_their_own_thing_keep_it() -> None:
    caller = _person("a woman talking on the phone with an umbrella")
    assert (caller.action, caller.holding, caller.also_holding) == (
        "phone", "umbrella", ("phone",),
    )  # fmt: skip
    drawn = _composed("a woman talking on the phone with an umbrella").svg
    assert drawn.count('class="held"') == 2


@for_each(
    "prompt, dancers",
    [("a woman is dancing with a man", 2), ("a girl dancing with her mother", 2)],
)
def test_who_is_danced_with_dances(prompt: str, dancers: int) -> None:
    assert [who.action for who in _people(prompt)] == ["dance"] * dancers
