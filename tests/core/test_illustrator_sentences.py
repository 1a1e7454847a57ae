"""Whole sentences, as learners and the prompt bank write them: place and who is wanted."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.reading.parsing import read_prompt
from tests.for_each import for_each

SENTENCES = [
    (
        "A family is having breakfast in a sunny kitchen.",
        "kitchen",
        "woman:eat man:eat girl:eat boy:eat",
    ),
    (
        "A woman is drinking tea on a green sofa, and a grey cat is sleeping next to her.",
        "living room",
        "woman:drink green-sofa grey-cat",
    ),
    ("Two children are building a tower of colourful blocks.", None, "2-child:kneel blocks"),
    (
        "A man is washing the dishes on a rainy evening, and his wet dog is waiting.",
        "kitchen",
        "man:wash_up dog",
    ),
    ("A teacher is reading a book to five children.", "classroom", "teacher:read 5-child"),
    (
        "Students are eating lunch at long tables in their school.",
        "classroom",
        "3-student:eat 3-table",
    ),
    (
        "A man is buying red apples and yellow bananas at a market.",
        "market",
        "man:shop 3-yellow-banana",
    ),
    (
        "Three friends are eating pizza at a small table outside a cafe.",
        "street",
        "3-friend:eat pizza table",
    ),
    (
        "A woman and a child are making a cake in the kitchen.",
        "kitchen",
        "woman:cook child:cook cake",
    ),
    (
        "A red bus is coming down the street, and four people are waiting for it.",
        "street",
        "red-bus 4-person:stand",
    ),
    (
        "An old man is sitting on a bench in the park with a small brown dog.",
        "park",
        "man:sit bench brown-dog",
    ),
    (
        "A woman is playing the violin next to a fountain in the town square.",
        "street",
        "woman:violin fountain",
    ),
    (
        "Two friends are making a big snowman in front of a flower shop.",
        "street",
        "2-friend:kneel snowman",
    ),
    ("Four brown cows are eating grass by a blue lake.", "lake", "4-brown-cow"),
    ("A man in a yellow hat is fishing from a small boat.", "lake", "man:fish boat"),
    (
        "A family is walking along the beach at sunset with a big black dog.",
        "sea",
        "woman:walk man:walk girl:walk boy:walk black-dog",
    ),
    (
        "A farmer is feeding chickens and goats in front of a red barn.",
        "farm",
        "farmer:feed 3-hen 3-goat red-barn",
    ),
    ("A friendly doctor is looking at a teddy bear.", "hospital", "doctor:look teddy bear"),
    ("A man and a woman are working at computers in an office.", "office", "man:type woman:type"),
    ("A family with three big suitcases is waiting for a train at the station.", "station", None),
    (
        "Two friends are riding their bicycles on a road next to the blue sea.",
        "sea",
        "2-friend:ride",
    ),
    (
        "A mechanic is repairing an old blue car in a garage.",
        "workshop",
        "mechanic:kneel blue-car",
    ),
    (
        "Students with umbrellas are getting off a yellow bus in front of their school.",
        "street",
        None,
    ),
    ("A teacher and her class are planting vegetables in the school garden.", "garden", None),
    ("Neighbours are sharing food at a long table in a park on a summer evening.", "park", None),
    ("Two women are talking in front of a café.", "street", "2-woman:talk"),
    ("Three dogs under a tree.", None, "3-dog tree"),
    ("A girl with a blue umbrella and a boy with a red balloon", None, "girl boy"),
    ("A boy riding a horse", "farm", "boy:ride horse"),
    ("There are two cats on the bed.", "bedroom", "2-cat bed"),
    ("I see a big red house near a lake", "lake", "red-house"),
    ("A waitress is bringing coffee to an old couple.", "cafe", None),
    ("A nurse and an old woman in a wheelchair", "hospital", "nurse woman:wheelchair"),
    ("A boy throws a ball to a girl.", None, "boy:throw girl"),
    ("People dance at a party.", None, "3-person:dance"),
    ("The baby is crying.", "living room", "baby:cry"),
    ("My mum is on the phone.", None, None),
    ("A photographer is taking photos of a bride.", None, "photographer:photo bride"),
    ("Two boys are playing basketball.", None, "2-boy:basketball"),
    ("She is painting.", None, "woman:paint"),
    (
        "a man pushing a shopping trolley in the supermarket",
        "supermarket",
        "man:push shopping trolley",
    ),
    ("Six penguins in the snow", "zoo", "6-penguin"),
    ("a boy kicks a ball", None, "boy:kick"),
    ("kids swimming in the lake", "lake", "3-kid:swim"),
    ("a fox and an owl in the forest at night", "forest", "fox owl"),
    ("A girl in jeans and a white T-shirt", None, "girl"),
    ("a plane over the mountains", "mountains", "plane"),
    ("children on the playground", "playground", "3-child"),
    ("a lonely man on a park bench", "park", "man bench"),
    ("a policeman helping an old lady cross the road", "street", None),
    ("Tourists are taking photos of an old castle.", "street", "3-tourist:photo castle"),
    ("A young couple with a pram in the city park", "park", "woman man pram"),
    ("lots of sheep on a farm", "farm", "5-sheep"),
    ("an apple, a banana and a glass of milk on a table", "kitchen", None),
    ("a chef in a white hat cooking pasta", "kitchen", "chef:cook"),
    ("a tired businessman with a briefcase at the station", "station", "businessman"),
    ("a snowy village at night", "street", ""),
    ("a library with people reading", "library", "3-person:read"),
    ("a little girl hugging a teddy bear in her bedroom", "bedroom", "girl:hug"),
    ("a man sweeping the street", "street", "man:sweep"),
]


def _written(prompt: str) -> str:
    """Who and what is wanted, such as "2-black-dog woman:sit"."""
    words = []
    for item in read_prompt(prompt).wanted:
        number = f"{item.count}-" if item.count > 1 else ""
        colour = f"{item.colour}-" if item.colour else ""
        action = f":{item.action}" if item.kind == "person" and item.action else ""
        words.append(f"{number}{colour}{item.noun}{action}")
    return " ".join(words)


@for_each("prompt, place, wanted", SENTENCES)
def test_sentences(prompt: str, place: str | None, wanted: str | None) -> None:
    assert read_prompt(prompt).place == place
    if wanted is not None:
        assert _written(prompt) == wanted
