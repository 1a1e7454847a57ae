"""What prompts are read as."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from imagespeak_core.generators.illustrator.places.registry import PLACES
from imagespeak_core.generators.illustrator.reading.lexicon import lexicon, read_words, verbs
from imagespeak_core.generators.illustrator.reading.parsing import read_prompt
from imagespeak_core.generators.illustrator.scene import Wanted, Wish
from imagespeak_core.pictures.prompts import prompt_bank
from tests.for_each import for_each

SETTINGS = [
    ("A beautiful sunset over mountains", "mountains", "sunset", "clear"),
    ("city skyline at night", "city", "night", "clear"),
    ("a foggy morning in the forest", "forest", "morning", "fog"),
    ("A beach on a sunny afternoon", "sea", "day", "clear"),
    ("snowy street in the evening", "street", "sunset", "snow"),
    ("A windy day in the park", "park", "day", "wind"),
    ("rain in the city", "street", "day", "rain"),
    ("a busy market in the rain", "market", "day", "rain"),
    ("a quiet lake under a full moon", "lake", "night", "clear"),
    ("a mountain lake at dawn", "lake", "morning", "clear"),
    ("A KITCHEN AT NIGHT", "kitchen", "night", "clear"),
    ("cows in a meadow", "farm", "day", "clear"),
    ("a teacher and her students", "classroom", "day", "clear"),
    ("a stormy sea", "sea", "day", "rain"),
    ("children building a snowman", "park", "day", "snow"),
    ("two people waiting at the bus stop", "bus stop", "day", "clear"),
    ("a cloudy day at the seaside", "sea", "day", "cloudy"),
    ("a man sleeping in bed", "bedroom", "day", "clear"),
    ("a nurse and a patient", "hospital", "day", "clear"),
    ("friends having coffee in a café", "cafe", "day", "clear"),
    ("", None, "day", "clear"),
    ("zxq wvut", None, "day", "clear"),
]


@for_each("prompt, place, time, weather", SETTINGS)
def test_place_time_and_weather(prompt: str, place: str | None, time: str, weather: str) -> None:
    wish = read_prompt(prompt)
    assert (wish.place, wish.time, wish.weather) == (place, time, weather)


WANTED = [
    ("two dogs", [("dog", 2)]),
    ("a dog and three cats", [("dog", 1), ("cat", 3)]),
    ("some birds in a tree", [("bird", 3), ("tree", 1)]),
    ("many sheep", [("sheep", 5)]),
    ("5 horses", [("horse", 5)]),
    ("a couple of rabbits", [("rabbit", 2)]),
    ("a family in a park", [("woman", 1), ("man", 1), ("girl", 1), ("boy", 1)]),
    ("a couple on a bench", [("woman", 1), ("man", 1), ("bench", 1)]),
    ("a group of children", [("child", 4)]),
    ("a bike next to a big bus", [("bicycle", 1), ("bus", 1)]),
    ("an orange and an apple on a table", [("orange", 1), ("apple", 1), ("table", 1)]),
    ("an orange cat", [("cat", 1)]),
    ("no people, only a horse", [("horse", 1)]),
    ("benches and buses", [("bench", 3), ("bus", 3)]),
    ("a hundred thousand dogs", [("dog", 8)]),
    ("100 dogs", [("dog", 10)]),
    ("I think two girls are running. A dog is running.", [("girl", 2), ("dog", 1)]),
    ("I think that a man is sad", [("man", 1)]),
    ("A man sits. I think he is sad.", [("man", 1)]),
    ("A dog runs. I like the dog.", [("dog", 1)]),
    ("Two girls run. I really love them, in my opinion.", [("girl", 2)]),
    ("I guess there are two cats. I believe there is a cow.", [("cat", 2), ("cow", 1)]),
    ("I like to swim", [("person", 1)]),
    ("I love dancing", [("person", 1)]),
    ("I think about a dog", [("person", 1), ("dog", 1)]),
    ("a girl and I like a dog", [("girl", 1), ("person", 1), ("dog", 1)]),
]


@for_each("prompt, expected", WANTED)
def test_nouns_and_numbers(prompt: str, expected: list[tuple[str, int]]) -> None:
    assert [(item.noun, item.count) for item in read_prompt(prompt).wanted] == expected


ACTIONS = [
    ("a boy running", "run"),
    ("a girl runs in the park", "run"),
    ("a woman is reading a book", "read"),
    ("a man walking a dog", "walk_pet"),
    ("two children playing football", "kick"),
    ("a girl playing the guitar", "guitar"),
    ("a man riding a bike", "ride"),
    ("a cyclist in the street", "ride"),
    ("a woman taking a photo", "photo"),
    ("a man cooking dinner", "cook"),
    ("an old lady feeding ducks", "feed"),
    ("a boy is swimming in the sea", "swim"),
    ("a man talking on the phone", "phone"),
    ("a woman sits on a chair", "sit"),
    ("a girl dancing", "dance"),
    ("a teacher explaining something", "point"),
    ("a family having breakfast", "eat"),
    ("a woman sleeping", "sleep"),
    ("a boy flying a kite", "hold"),
    ("a man fishing by the river", "fish"),
    ("a woman is painting a picture", "paint"),
    ("people waving", "wave"),
    ("a child jumping", "jump"),
    ("a woman", None),
]


@for_each("prompt, action", ACTIONS)
def test_actions(prompt: str, action: str | None) -> None:
    assert read_prompt(prompt).wanted[0].action == action


def _first(prompt: str) -> Wanted:
    return read_prompt(prompt).wanted[0]


def test_clothes_take_their_own_colours() -> None:
    girl = _first("a girl in a red dress and a blue hat")
    assert girl.wearing == (("dress", "red"), ("sun hat", "blue"))
    assert girl.colour is None


def test_colours_and_sizes_belong_to_their_noun() -> None:
    car, cat = read_prompt("a big red car and a small black cat").wanted
    assert (car.colour, car.size) == ("red", "big")
    assert (cat.colour, cat.size) == ("black", "small")


def test_who_holds_what() -> None:
    assert _first("three people with umbrellas").holding == "umbrella"
    assert _first("a man carrying a suitcase").holding == "suitcase"
    assert _first("a boy eating an ice cream").holding == "ice cream"


def test_a_watching_dog_is_not_the_childrens_action() -> None:
    child, dog = read_prompt("two children playing football while a dog watches").wanted
    assert (child.action, dog.action) == ("kick", "look")


def test_people_by_age_gender_role_and_feeling() -> None:
    nurse = _first("a tired nurse")
    assert (nurse.role, nurse.feeling) == ("nurse", "tired")
    old = _first("an old man")
    assert (old.age, old.gender) == ("old", "man")
    waitress = _first("a waitress")
    assert (waitress.role, waitress.gender) == ("waiter", "woman")
    boy = _first("a sad little boy")
    assert (boy.age, boy.gender, boy.feeling) == ("child", "man", "sad")


RELATIONS = [
    ("a cat on a sofa", "on"),
    ("a dog under a table", "under"),
    ("a girl next to a horse", "next to"),
    ("a boy in front of a bus", "in front of"),
    ("a man behind a car", "behind"),
    ("a woman sitting on a bench", "on"),
    ("a boy looking at a dog", "looking at"),
]


@for_each("prompt, relation", RELATIONS)
def test_relations(prompt: str, relation: str) -> None:
    wish = read_prompt(prompt)
    assert [(link.subject, link.relation, link.target) for link in wish.links] == [(0, relation, 1)]


def test_unknown_words_are_told_in_order() -> None:
    assert read_prompt("a dog and a quokka near a zeppelin").unknown == ("quokka", "zeppelin")


def test_a_very_long_prompt_is_read_as_far_as_it_is_useful() -> None:
    wish = read_prompt("a dog and a cat in the park. " * 400)
    assert isinstance(wish, Wish)
    assert len(wish.wanted) <= 14


@given(st.text(max_size=200))
def test_any_text_is_read(prompt: str) -> None:
    assert isinstance(read_prompt(prompt), Wish)


_WORDS = st.sampled_from(sorted([*lexicon(), *verbs(), ",", ".", "by", "quokka"]))


@settings(max_examples=300)
@given(st.lists(_WORDS, max_size=25))
def test_any_order_of_known_words_is_read(words: list[str]) -> None:
    wish = read_prompt(" ".join(words))
    assert all(1 <= item.count <= 10 for item in wish.wanted)
    assert all(max(link.subject, link.target) < len(wish.wanted) for link in wish.links)
    assert wish.place is None or wish.place in PLACES


FUNCTION_WORDS = set(
    "a an the and or of in on at to with by for from is are was were be who which that while as "
    "his her their its they them others trying end part some many other only very".split()
)


@for_each("text", [prompt.text for prompt in prompt_bank()])
def test_only_content_words_are_told_as_unknown(text: str) -> None:
    assert not set(read_prompt(text).unknown) & FUNCTION_WORDS


BANK = [
    ("Two children are playing football in the park, and a white dog", "park", {"kick", "run"}),
    ("A father is trying to work on a laptop", "kitchen", {"type", "kneel"}),
    ("A hairdresser is drying", None, {"drink"}),
    ("Near the end of a school race", "playground", {"cheer"}),
    ("Four colleagues sit stiffly", "office", {"look"}),
    ("Six people in a garden are painting", "garden", {"paint"}),
    ("Late on a winter night", "street", {"dance"}),
    ("An old man is sitting on a bench", "park", {"sit", "eat"}),
]


@for_each("start, place, does", BANK)
def test_the_bank_is_understood(start: str, place: str | None, does: set[str]) -> None:
    (text,) = [prompt.text for prompt in prompt_bank() if prompt.text.startswith(start)]
    wish = read_prompt(text)
    assert place is None or wish.place == place
    assert does <= {item.action for item in wish.wanted}


def _words_of(text: str) -> set[str]:
    return {read.text for read in read_words(text) if read.token and read.token.meaning == "person"}


@for_each("text", [prompt.text for prompt in prompt_bank()])
def test_no_person_of_the_bank_is_dropped(text: str) -> None:
    wish = read_prompt(text)
    named = len(_words_of(text))
    people = sum(item.kind == "person" for item in wish.wanted)
    assert people >= min(named, 1)


POINTED_AT = [
    ("A table with a cat on it", [(1, "on", 0)]),
    ("A box with a dog in it", [(1, "in", 0)]),
    ("A tree with a bird next to it", [(1, "next to", 0)]),
    ("There is a house. In front of it a man is reading.", [(1, "in front of", 0)]),
    ("There is a clock, and next to it there is a calendar.", [(1, "next to", 0)]),
    ("There is a tree behind the house and a dog in front of it.",
     [(0, "behind", 1), (2, "in front of", 1)]),
    ("A cat sleeps on a chair, and under it there is a mouse.", [(0, "on", 1), (2, "under", 1)]),
]  # fmt: skip


@for_each("prompt, links", POINTED_AT)
def test_a_relation_to_what_a_pronoun_stands_for(
    prompt: str, links: list[tuple[int, str, int]]
) -> None:
    wish = read_prompt(prompt)
    found = [(link.subject, link.relation, link.target) for link in wish.links]
    assert (sorted(found), wish.unknown) == (sorted(links), ())
