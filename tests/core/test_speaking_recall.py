"""Wrong facts in plain sentences about pictures that nobody tuned anything for are found.

Each is told alone, in the learner's own words, and what is true beside it is said all the same.
"""

from __future__ import annotations

from functools import cache

import pytest

from imagespeak_core.generators.illustrator.illustrator import compose
from imagespeak_core.generators.illustrator.scene import Scene
from imagespeak_core.speaking.comparing import hold_against

PIANO = "A woman is playing the piano in the living room."
DANCE = "A woman and a man are dancing at night."
GARDEN = "A woman is watering the flowers in the garden."
RIDER = "A man is wearing a red hat and riding a horse."
READER = "A red book is on the table in the library."
PAINTER = "A woman is painting a picture in the garden."
WORKER = "A woman is sitting at a desk with a laptop in the office."
TRACTOR = "A farmer is driving a green tractor on the farm in the morning."
STATION = "A train is at the station."
BUSES = "A yellow car and a blue bus are in the street."
BUS_STOP = "A woman in a green coat is waiting at the bus stop."
CRYING = "A boy is crying in the playground."
WAITER = "A waiter is carrying a tray in a restaurant."
POST = "A postman is riding a yellow bicycle."
OFFICE = "Two women are typing on laptops at desks in the office."
KITCHEN = "A red ball is under the table in the kitchen."
COWS = "A farmer is feeding three cows on a farm."
SNOWMAN = "Three friends are making a snowman."


@cache
def _scene(prompt: str) -> Scene:
    return compose(prompt, seed=7, width_px=768, height_px=768).scene


WRONG = (
    (PIANO, "A man is playing the piano.", "who", "man"),
    (DANCE, "A boy and a man are dancing.", "who", "boy"),
    (DANCE, "Two boys are dancing.", "who", "Two boys"),
    (DANCE, "A woman and a woman are dancing.", "who", "woman"),
    (DANCE, "A man and a man are dancing at night.", "who", "man"),
    (GARDEN, "There is a man gardening.", "who", "man"),
    (BUS_STOP, "A man is waiting at the bus stop.", "who", "man"),
    (DANCE, "There is a policeman next to the woman.", "missing", "policeman"),
    (DANCE, "There is a policeman on the left.", "missing", "policeman"),
    (BUSES, "There is a train in the street.", "missing", "train"),
    (WAITER, "There is a robot.", "missing", "robot"),
    (TRACTOR, "There are two tractors.", "count", "two tractors"),
    (WORKER, "I can see three computers.", "count", "three computers"),
    (OFFICE, "There are three laptops.", "count", "three laptops"),
    (WORKER, "There are two desks.", "count", "two desks"),
    (SNOWMAN, "There are two snowmen.", "count", "two snowmen"),
    (READER, "The table is blue.", "colour", "blue"),
    (TRACTOR, "The tractor is red.", "colour", "red"),
    (BUS_STOP, "The woman's coat is red.", "colour", "coat is red"),
    (BUS_STOP, "The woman has a coat that is red.", "colour", "coat that is red"),
    (RIDER, "The man's hat is blue.", "colour", "hat is blue"),
    (KITCHEN, "In the right of the cooker there is a ball.", "position",
     "In the right of the cooker"),
    (RIDER, "The horse is on the man.", "position", "on the man"),
    (STATION, "The man is behind the train.", "position", "behind the train"),
    (PAINTER, "A woman is painting a picture in the kitchen.", "place", "kitchen"),
    (READER, "The book is on the table in the forest.", "place", "forest"),
    (CRYING, "The boy is laughing.", "action", "laughing"),
)  # fmt: skip


@pytest.mark.parametrize(("prompt", "words", "about", "told"), WRONG)
def test_a_wrong_fact_is_told_alone(prompt: str, words: str, about: str, told: str) -> None:
    found = hold_against(words, _scene(prompt)).not_so
    assert [(one.about, one.words) for one in found] == [(about, told)]
    assert words[found[0].start :].startswith(told)
    assert found[0].question.startswith("Look again: ")


TRUE = (
    (KITCHEN, "In the right of the fridge there is a ball. In the left of the cooker is a table."),
    (KITCHEN, "At like home we have a black fridge, but this one is white."),
    (KITCHEN, "At you know um home we have a green ball, but this one red."),
    (PIANO, "A woman is playing the piano. A lady plays the piano in a room."),
    (DANCE, "A woman and a man are dancing. The man and the woman dance in the street."),
    (DANCE, "A woman and a man are dancing. A woman is dancing and a man is dancing."),
    (DANCE, "There is a woman. A woman dances with a man. Two people dance."),
    (GARDEN, "There is a woman gardening. A woman is watering flowers."),
    (BUS_STOP, "The woman's coat is green. The woman has a coat that is green."),
    (BUS_STOP, "The woman's coat is green and white. A lady is waiting."),
    (RIDER, "The man's hat is red. The man is on the horse. A hat which is red."),
    (RIDER, "That is the man's horse. The man's horse is beautiful."),
    (PAINTER, "There is a picture of a girl in a forest. She paints a painting of a kitchen."),
    (READER, "It is a book about a boy in a forest. A book with a picture in a kitchen."),
    (OFFICE, "There are two laptops. There are two desks. Two women are working."),
    (WORKER, "There is one desk. A woman is working at a laptop in an office."),
    (CRYING, "The boy is crying. The boy is sad. He is not laughing."),
    (STATION, "The man is in front of the train. The train is behind the man."),
)


@pytest.mark.parametrize(("prompt", "words"), TRUE)
def test_what_is_true_beside_it_stays_true(prompt: str, words: str) -> None:
    assert [(one.about, one.words) for one in hold_against(words, _scene(prompt)).not_so] == []


SAID = (
    (POST, "A postman is riding a red bicycle.",
     [("postman", "postman"), ("riding", "postman"), ("bicycle", "bicycle")], "bicycle"),
    (COWS, "A farmer is feeding four cows.",
     [("farmer", "farmer"), ("feeding", "farmer"), ("cows", "cow")], "cow"),
    (COWS, "A farmer is feeding three lions.",
     [("farmer", "farmer"), ("feeding", "farmer")], "farmer"),
    (BUS_STOP, "The woman's coat is red.", [("woman", "woman")], "woman"),
)  # fmt: skip


@pytest.mark.parametrize(("prompt", "words", "said", "item"), SAID)
def test_what_is_said_has_no_wrong_words_and_is_not_missed(
    prompt: str, words: str, said: list[tuple[str, str]], item: str
) -> None:
    found = hold_against(words, _scene(prompt))
    assert [(one.words, one.item) for one in found.said] == said
    assert item not in [one.item for one in found.not_found]
