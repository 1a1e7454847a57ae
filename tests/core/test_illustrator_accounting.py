"""Every content word of a prompt is drawn, or told as not drawn."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import settings as tried
from hypothesis import strategies as st

from imagespeak_core.generators.illustrator.illustrator import compose
from imagespeak_core.generators.illustrator.reading.lexicon import Word, read_words
from imagespeak_core.generators.illustrator.reading.parsing import read_prompt
from imagespeak_core.generators.illustrator.scene import Wish
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.words import (
    actions,
    parts,
    people,
    settings,
    things,
    unseen,
)
from imagespeak_core.generators.illustrator.words.animal_actions import food_drawn
from imagespeak_core.pictures.prompts import prompt_bank
from tests.for_each import for_each

_FILE = Path(__file__).with_name("illustrator_prompts.txt")
WRITTEN = [
    line.split("|")[0].strip()
    for line in _FILE.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
PROMPTS = list(dict.fromkeys([*(prompt.text for prompt in prompt_bank()), *WRITTEN]))

NOT_DRAWN = [
    ("A wet dog", ("wet",)),
    ("A rainy day and a wet street", ()),
    ("A park in clear weather", ()),
    ("An old house", ("old",)),
    ("An old man", ()),
    ("A broken chair and a dusty old lamp", ("broken", "dusty old")),
    ("A tall man is walking slowly.", ("slowly",)),
    ("A beautiful picture of a lovely dog", ()),
    ("A round red ball and a lit candle", ()),
    ("The ball is round, and the house is round.", ("round",)),
    ("A fluffy sheep and a fluffy cat", ("fluffy",)),
    ("A sandy beach", ()),
    ("A striped zebra and a striped sofa", ("striped",)),
    ("A bearded man and a red haired woman", ()),
    ("Half the apples are red.", ("half the apples",)),
    ("Numerous boats and a handful of balloons", ()),
    ("A woman with crossed arms", ("crossed arms",)),
    ("A couple arm in arm", ("arm in arm",)),
    ("A girl in her father's arms", ("arms",)),
    ("A boy is looking at the camera.", ("looking at the camera",)),
    ("A man is walking up the stairs.", ("up the stairs",)),
    ("A man is walking down the street.", ()),
    ("A man is climbing up a ladder.", ()),
    ("A cat up a tree", ("up a tree",)),
    ("A children's book and a pirate's book", ("pirate's",)),
    ("A dog with two tails", ("two tails",)),
    ("A dog with four legs", ()),
    ("A table with three legs", ("three legs",)),
    ("A bicycle with only one wheel", ("one wheel",)),
    ("More dogs than cats", ("more",)),
    ("As many cats as dogs", ("as many",)),
    ("Most of the dogs are asleep.", ("most of the dogs", "asleep")),
    ("A piece of cake", ("a piece of cake",)),
    ("A statue of a lion", ("lion",)),
    ("An orange sky and an orange cat", ("orange sky",)),
    ("The sky is orange.", ("orange",)),
    ("The letter A", ("the letter a",)),
    ("Maria's dog", ("maria's",)),
    ("A dog instead of a cat", ()),
    ("0 cats", ()),
    ("A nervous cat", ("nervous",)),
    ("A nervous woman", ("nervous",)),
    ("A red car with dark windows", ()),
    ("A car with big wheels", ("big wheels",)),
    ("A house with a blue door", ("blue door",)),
    ("A man is carrying a big box.", ("big",)),
    ("High mountains and fresh snow", ()),
    ("A blue sea and a green forest", ("forest",)),
    ("A purple sea", ("purple",)),
    ("The girl's dog", ("girl's",)),
    ("A girl and the girl's dog", ()),
    ("A woman is climbing a ladder.", ()),
    ("A woman smiles happily.", ()),
    ("The sun is shining, and the wind is blowing.", ()),
    ("A man is washing the dishes.", ()),
    ("A man is eating a sandwich and drinking coffee.", ("drinking coffee",)),
    ("A glass bottle", ("glass",)),
    ("A boy is digging in a garden.", ("digging",)),
    ("A man is leaning against a tree.", ("leaning against a tree",)),
    ("Six ducks are running.", ("running",)),
    ("A man is wearing sandals.", ("wearing sandals",)),
    ("A girl in a pink hoodie", ("hoodie",)),
    ("A man in a striped shirt", ()),
    ("A striped cat", ("striped",)),
    ("A rabbit is eating a carrot.", ()),
    ("A fruit seller", ("fruit",)),
    ("A chess tournament in a park", ("chess tournament",)),
    ("A seal slides into the sea.", ("slides",)),
    ("A man is not running.", ()),
    ("A plane is flying over the sea.", ()),
    ("A boy is flying a kite.", ()),
    ("A zebra-striped quokka yodels loudly.", ("zebra-striped quokka yodels loudly",)),
]


@for_each("prompt, expected", NOT_DRAWN)
def test_what_cannot_be_seen_is_told(prompt: str, expected: tuple[str, ...]) -> None:
    assert read_prompt(prompt).unknown == expected


STYLES = [
    ("A dog in watercolour", "watercolour"), ("an oil painting of a dog", "oil painting"),
    ("a photorealistic dog", "photorealistic"), ("a dog, highly detailed", "highly detailed"),
    ("4k photo of a dog", "4k photo"), ("a dog, cinematic", "cinematic"),
    ("pixel art of a dog", "pixel art"), ("an anime dog", "anime"),
    ("a sketch of a dog", "sketch"), ("a black and white photo of a dog", "black and white photo"),
    ("a dog in the style of Van Gogh", "in the style of van gogh"),
    ("a 3D render of a dog", "3d render"), ("a vintage dog", "vintage"),
    ("a blurry dog", "blurry"), ("a close-up of a dog", "close-up"),
    ("bird's eye view of a dog", "bird's eye view"), ("a dog from above", "from above"),
    ("a minimalist dog", "minimalist"), ("a dog in high resolution", "high resolution"),
    ("wide angle shot of a dog", "wide angle"), ("a portrait of a dog", "portrait"),
    ("a modern dog", "modern"), ("a traditional dog", "traditional"),
]  # fmt: skip


@for_each("prompt, style", STYLES)
def test_a_style_that_is_not_that_of_a_flat_drawing_is_told(prompt: str, style: str) -> None:
    wish = read_prompt(prompt)
    assert any(phrase.startswith(style.removesuffix(" photo")) for phrase in wish.unknown)
    assert [item.noun for item in wish.wanted] == ["dog"]


@for_each("kind", "picture photo photograph image drawing illustration cartoon".split())
def test_that_it_is_a_picture_goes_without_saying(kind: str) -> None:
    wish = read_prompt(f"A {kind} of a dog")
    assert (wish.unknown, [item.noun for item in wish.wanted]) == ((), ["dog"])


_COCO = """
person bicycle car motorcycle airplane bus train truck boat bench bird cat dog horse sheep cow
elephant bear zebra giraffe backpack umbrella handbag suitcase kite skateboard surfboard bottle
cup fork knife spoon bowl banana apple sandwich orange broccoli carrot pizza donut cake chair
couch bed toilet tv laptop microwave oven toaster sink refrigerator book clock vase toothbrush
""".split()
_COCO += ["traffic light", "sports ball", "tennis racket", "hot dog", "potted plant"]
_COCO += ["fire hydrant", "stop sign", "parking meter", "frisbee", "snowboard", "baseball bat"]
_COCO += ["baseball glove", "wine glass", "computer mouse", "tv remote", "computer keyboard"]
_COCO += ["hair drier", "dining table", "cell phone", "teddy bear", "scissors", "skis"]
_NOT_OURS = [
    "tie", "snow leopard", "piano keyboard", "hair brush", "beer glass", "golf club",
    "oven glove", "light switch", "ice cube", "birthday card", "wedding ring", "rolling pin",
    "paper plane", "sea horse", "star fish", "magnifying glass", "traffic jam", "stone wall",
    "fried chicken", "snow globe", "wind turbine", "playing card", "cutting board", "zorgle press",
    "pool table", "record player", "music stand", "jungle gym", "paint can", "level crossing",
    "treasure map", "puppet show", "rock star", "horse's carriage", "dog lead",
    "saw", "can", "seed",
]  # fmt: skip


@for_each("noun", _COCO)
def test_the_nouns_that_others_ask_for_are_read_as_things_of_ours(noun: str) -> None:
    wish = read_prompt(f"a photo of a {noun}")
    assert ([item.count for item in wish.wanted], wish.unknown) == ([1], ())


@for_each("noun", _NOT_OURS)
@for_each("before", ["a ", "three ", "the old "])
def test_a_noun_that_is_not_ours_is_told_whole(before: str, noun: str) -> None:
    many = f"{noun}s" if before == "three " and not noun.endswith(("s", "sh")) else noun
    wish = read_prompt(f"a photo of {before}{many} next to a dog")
    said = f"old {many}" if before == "the old " else many
    assert (wish.unknown, [item.noun for item in wish.wanted]) == ((said,), ["dog"])


KINDS = [
    ("A school bus", "bus", "school bus"), ("an ice cream truck", "lorry", "ice cream truck"),
    ("a polar bear", "bear", "polar bear"), ("a baby elephant", "elephant", "baby elephant"),
    ("a rocking chair", "chair", "rocking chair"), ("a cherry tree", "tree", "cherry tree"),
    ("a birthday hat", "hat", "birthday hat"), ("a chocolate cake", "cake", "chocolate cake"),
    ("a lion statue", "statue", "lion statue"), ("a sea lion", "seal", "sea lion"),
    ("an office building", "house", "office building"), ("a police dog", "dog", "police dog"),
]  # fmt: skip


@for_each("prompt, noun, kind", KINDS)
def test_of_a_special_kind_it_is_told_that_only_the_usual_one_is_drawn(
    prompt: str, noun: str, kind: str
) -> None:
    wish = read_prompt(prompt)
    assert ([item.noun for item in wish.wanted], wish.unknown) == ([noun], (kind,))


COUNTS = [
    ("three dogs", 3, ()), ("3 dogs", 3, ()), ("a pair of dogs", 2, ()), ("both dogs", 2, ()),
    ("a couple of dogs", 2, ()), ("a herd of dogs", 4, ()), ("two or three dogs", 3, ()),
    ("exactly one dog", 1, ()), ("half a dozen dogs", 6, ()), ("ten dogs", 10, ()),
    ("a dozen dogs", 10, ("a dozen dogs",)), ("seventeen dogs", 10, ("seventeen dogs",)),
    ("twenty-five red dogs", 10, ("twenty-five red dogs",)), ("100 dogs", 10, ("100 dogs",)),
    ("1,000 dogs", 10, ("1,000 dogs",)), ("hundreds of dogs", 8, ("hundreds of dogs",)),
    ("half a pizza", 1, ("half a pizza",)), ("a stack of plates", 3, ("a stack of plates",)),
    ("two choirs", 6, ("two choirs",)), ("three kitchens and a dog", 1, ("three kitchens",)),
    ("two clouds over a dog", 1, ("two clouds",)), ("two pairs of glasses", 2, ()),
    ("a pair of shoes", 1, ()), ("a sheep", 1, ()), ("three oranges", 3, ()),
]  # fmt: skip


@for_each("prompt, count, unknown", COUNTS)
def test_a_number_is_drawn_or_told(prompt: str, count: int, unknown: tuple[str, ...]) -> None:
    wish = read_prompt(prompt)
    assert ([item.count for item in wish.wanted], wish.unknown) == ([count], unknown)


RELATED = [
    ("a dog around a tree", ("around a tree",)), ("a ladder against a house", ("against a house",)),
    ("a bench opposite a fountain", ("opposite a fountain",)),
    ("a dog among sheep", ("among sheep",)), ("a bird through a window", ("through a window",)),
    ("a cat along a fence", ("along a fence",)),
    ("a dog running towards a cat", ("towards a cat",)),
    ("five children around a tree", ()), ("a dog near a tree", ()),
    ("a man walking along the beach", ()), ("a boat on the water", ()),
]  # fmt: skip


@for_each("prompt, unknown", RELATED)
def test_a_preposition_that_is_drawn_as_another_is_told_with_its_noun(
    prompt: str, unknown: tuple[str, ...]
) -> None:
    assert read_prompt(prompt).unknown == unknown


WHERE_SAID = [
    ("A red and white car", ("red",)),
    ("The ball is small and the box is big.", ()),
    ("A red man and a red car", ("red",)),
    ("A green cat with green eyes", ("green eyes",)),
    ("A purple sky over a purple car", ("purple sky",)),
    ("A man eats a big apple and a dog sees a big cat.", ("big",)),
    ("A house with seven windows and seven cats", ("seven windows",)),
    ("A boy without a ball and a girl in blue", ("blue",)),
    ("A red zorgle and a red dog", ("red zorgle",)),
    ("A sleeping dog and a sleeping zorgle", ("sleeping zorgle",)),
    ("A happy dog and a happy girl", ("happy",)),
    ("A red fork", ()), ("A glass of water", ("water",)), ("A cup of tea on a table", ()),
    ("A cat on a wall", ("wall",)), ("A man skiing", ("skiing",)),
    ("A dog on the moon", ("on the moon",)),
    ("A monkey hanging from a tree", ("hanging",)), ("A cat in the corner", ("in the corner",)),
    ("A bird on his head", ("on his head",)), ("A man with a hat on his head", ()),
    ("A black and white zebra", ()), ("A black and white dog", ("black",)),
    ("A male nurse and a woman doctor", ()), ("A male lion", ("male",)),
    ("A cat bigger than a house", ("bigger",)), ("A square plate", ("square",)),
    ("A stack of books", ()), ("A stack of three books", ("a stack of three books",)),
    ("Two glasses are sitting on a table.", ()), ("A bird sits on a wire.", ("wire",)),
    ("A man is not happy.", ("not happy",)), ("A boy isn't sad.", ()),
    ("A beach without the sea", ("without the sea",)),
    ("A boy riding a bike without hands", ("without hands",)),
    ("A carpenter is sawing a piece of wood.", ("sawing", "wood")),
    ("A dark wood", ("dark",)),
    ("A boy is making a snowball.", ("making a snowball",)),
    ("A dog behind his mother's zorgle", ("mother's zorgle",)),
    ("A rainbow coloured car", ("rainbow coloured",)),
    ("A cat is on the wall of the kitchen.", ("wall",)),
    ("A clock is on the wall of the kitchen.", ()),
    ("A picture of a dog hangs on the wall.", ("a picture of a dog", "hangs", "wall")),
    ("There is a picture of a dog.", ()),
    ("The sky is blue.", ()), ("The sky is red.", ("red",)),
    ("The sky is very blue.", ()), ("The sky is blue and it is raining.", ("blue",)),
    ("Blue", ("blue",)), ("Blue car under the cloudy sky.", ()),
    ("A dog in the rainy sky, blue flowers", ()),
    ("A dog wearing a hat", ("wearing a hat",)),
    ("An elephant with its baby", ("its baby",)), ("Two men, two girls", ()),
    ("A policeman is stopping a car.", ("stopping",)), ("A bus is stopping.", ()),
    ("A man is putting a book on a table.", ("putting",)), ("A boy sinks.", ("sinks",)),
    ("A woman is getting off a bus.", ("getting off",)), ("A girl gets up.", ("gets up",)),
    ("A woman is cleaning a window.", ("cleaning",)), ("A woman is cleaning the floor.", ()),
    ("A woman is making a bed.", ("making",)), ("A girl is making a snowman.", ()),
    ("A man is taking a bus.", ("taking",)), ("A man is taking a cup.", ()),
    ("A boy is playing the trumpet.", ("playing",)), ("A boy is playing the piano.", ()),
    ("A duck follows a boy.", ("follows",)), ("A man followed by a dog", ("followed",)),
    ("A girl has a bath.", ("has",)),
    ("A boy is putting on a hat.", ()), ("A boy is calling his dog.", ("calling",)),
    ("A lion eats a zebra.", ("eats",)), ("A hen lays an egg.", ("lays",)),
    ("A duck dives.", ("dives",)), ("A woman is taking a walk.", ()),
    ("Two red dogs, a man, a girl", ()),
    ("A man with a newspaper over his face", ("over his face",)), ("A marching band", ()),
    ("A man wearing a pair of glasses", ()), ("A house, Van Gogh style", ("van gogh",)),
    ("A dog on the ice", ("ice",)), ("A car park", ("car park",)), ("A cliff", ("cliff",)),
    ("A block of flats", ("block of flats",)), ("Two people making photos", ()),
    ("A village near a lake", ("village",)), ("A dog \U0001f436", ("\U0001f436",)),
]  # fmt: skip


@for_each("prompt, unknown", WHERE_SAID)
def test_a_word_is_looked_for_where_it_is_said(prompt: str, unknown: tuple[str, ...]) -> None:
    assert read_prompt(prompt).unknown == unknown


WITHOUT = [
    ("A day without clouds", [("cloud", "noun", None, "without clouds")]),
    ("A night without stars", [("stars", "noun", None, "without stars")]),
    ("A street without shops", [("shop", "noun", None, "without shops")]),
    ("There are not any shops in the street.", [("shop", "noun", None, "not any shops")]),
    ("A street with no stores", [("shop", "noun", None, "no stores")]),
    ("Two women do not shop.", [("shop", "action", 0, "not shop")]),
    ("A lake without mountains", [("mountain", "noun", None, "without mountains")]),
    ("There aren't any clouds.", [("cloud", "noun", None, "aren't any clouds")]),
    ("The sun is not shining.", [("sun", "noun", None, "not shining")]),
    ("Nobody is swimming in the lake.", [("swim", "action", None, "nobody is swimming")]),
    (
        "Two boys run, and nobody is wearing a hat.",
        [("hat", "noun", None, "nobody is wearing a hat")],
    ),
    (
        "No boy has a hat.",
        [("boy", "noun", None, "no boy"), ("hat", "noun", None, "no boy has a hat")],
    ),
    ("A man is eating soup without a spoon.", [("spoon", "noun", 0, "without a spoon")]),
    ("A man is in a car without wheels.", [("wheel", "noun", 1, "without wheels")]),
    ("A man without a hat", [("hat", "noun", 0, "without a hat")]),
    (
        "Neither the boy nor the girl runs",
        [("run", "action", who, "neither the boy nor the girl runs") for who in (0, 1)],
    ),
    ("A woman with no umbrella", [("umbrella", "noun", 0, "no umbrella")]),
    ("A park with no trees", [("tree", "noun", None, "no trees")]),
    ("No cars in the street", [("car", "noun", None, "no cars")]),
    (
        "no trees or cars",
        [("tree", "noun", None, "no trees"), ("car", "noun", None, "no trees or cars")],
    ),
    ("A man in a street without cars", [("car", "noun", None, "without cars")]),
    ("A boy isn't running.", [("run", "action", 0, "isn't running")]),
    ("The car is not red.", [("red", "colour", 0, "not red")]),
    ("A girl who doesn't have a dog", [("dog", "noun", 0, "doesn't have a dog")]),
    ("A man who is not wearing glasses", [("glasses", "noun", 0, "not wearing glasses")]),
    (
        "Neither a dog nor a cat",
        [("dog", "noun", None, "neither a dog"), ("cat", "noun", None, "nor a cat")],
    ),
    ("A dog without a zorgle", []), ("A man with a hat", []), ("A dog isn't barking.", []),
]  # fmt: skip


@for_each("prompt, expected", WITHOUT)
def test_what_is_denied_is_in_the_wish(
    prompt: str, expected: list[tuple[str, str, int | None, str]]
) -> None:
    wish = read_prompt(prompt)
    found = [(one.what, one.kind, one.of, one.words) for one in wish.without]
    assert (found, wish.unknown) == (expected, ())
    denied = {what for what, *_ in expected}
    assert not denied & {item.noun for item in wish.wanted}


@for_each(
    "prompt, apart",
    [
        ("A cow eats a carrot.", ["cow", "carrot"]), ("A rabbit eats a carrot.", ["rabbit"]),
        ("A cow eats grass.", ["cow"]), ("A dog eats bread.", ["dog", "bread"]),
        ("A dog drinks water.", ["dog"]), ("A cat drinks milk.", ["cat", "milk"]),
        ("A monkey eats a banana.", ["monkey"]),
    ],
)  # fmt: skip
def test_food_that_an_animal_is_not_drawn_with_is_beside_it(prompt: str, apart: list[str]) -> None:
    assert [item.noun for item in read_prompt(prompt).wanted] == apart


def test_an_adjective_tells_the_gender_of_a_person() -> None:
    wanted = read_prompt("A male nurse, a female nurse and a woman doctor").wanted
    assert [item.gender for item in wanted] == ["man", "woman", "woman"]


def test_noun_and_verb_are_kept_as_they_are_written() -> None:
    wish = read_prompt("Two kids are playing the guitar, and a lady is jogging past a cell phone.")
    assert [item.said for item in wish.wanted] == ["kid", "lady", "cell phone"]
    assert [item.doing for item in wish.wanted] == ["playing the guitar", "jogging", ""]


def test_what_is_too_long_to_be_read_is_told() -> None:
    wish = read_prompt("It is a nice day today. " * 80 + "A cat.")
    assert (wish.unknown, wish.wanted) == (("all after “nice day today. it”",), ())
    assert read_prompt("It is a nice day today. " * 50).unknown == ()


def _said(wish: Wish) -> set[str]:
    """All that a wish holds, as words."""
    said = {wish.place or "", wish.time, wish.weather, wish.season}
    for item in wish.wanted:
        said |= {item.noun, item.colour or "", item.size or "", item.action or ""}
        said |= {
            item.feeling or "",
            item.posture or "",
            item.holding or "",
            item.holding_colour or "",
        }
        said |= {part or "" for worn in item.wearing for part in worn}
        said |= {word for _, colour in item.wearing if colour for word in colour.split()}
    return said


_OWN = {noun for nouns in things.SWALLOWED.values() for noun in nouns} | {
    noun for objects in actions.DOING.values() for noun in objects
}
_OWN |= {
    food for name in THINGS for action in ("eat", "drink") for food in food_drawn(name, action)
}
"""Things that are seen with an action."""


def _denied(words: list[Word], at: int) -> bool:
    before = [word.text for word in words[max(0, at - 4) : at]]
    return bool({"no", "without", *unseen.NOT, *unseen.NOBODY} & set(before))


def _accounted(word: Word, following: Word, wish: Wish) -> bool:
    said, told = _said(wish), " | ".join(wish.unknown)
    if re.search(rf"(?<![\w'-]){re.escape(word.text)}(?![\w-])", told):
        return True
    token = word.token
    if token is None:
        return word.verb is not None or len(word.text) < 3 or not word.text[0].isalpha()
    natural = following.token is not None and following.token.value
    if token.meaning == "unseen":
        empty = word.text == "empty"
        return empty or word.text in said or natural in unseen.TRUE_OF.get(word.text, frozenset())
    if token.meaning == "colour":
        usual = settings.NATURAL_COLOURS.get(token.value, frozenset())
        return token.value in said or natural in usual
    if token.meaning == "thing" and word.form != "ing":
        known = {token.value, things.HOLDABLE.get(token.text), things.HOLDABLE.get(token.value)}
        known |= {token.value.removesuffix("s"), people.CLOTHES.get(token.text)}
        grows = token.value == "grass" and wish.place in settings.GRASSY
        return grows or bool(known & said) or token.value in _OWN | set(parts.PARTS)
    return token.meaning != "feeling" or token.value in {*said, "calm"} or "sad" in said


def _lost(prompt: str) -> list[str]:
    """The words of a prompt that are neither in its wish nor told as not drawn."""
    wish = read_prompt(prompt)
    words = read_words(prompt)
    padded = [*words, Word(".")]
    return [
        word.text
        for at, word in enumerate(words)
        if not _accounted(word, padded[at + 1], wish) and not _denied(words, at)
    ]


@for_each("prompt", PROMPTS)
def test_each_content_word_is_drawn_or_told(prompt: str) -> None:
    assert _lost(prompt) == []


_WHO = st.sampled_from(
    "a boy|two girls|a family of five|a crowd of tourists|the man with three camels|some children|"
    "an old woman|a black and white cat|mum and dad|her grandmother|a curly-haired girl|a zorgle|"
    "two friends, a boy and a girl,|a taxi driver|the happy teacher|they|one of them|nobody|"
    "several families|a red car with dark windows|a sleeping baby|sitting on a chair, a man|"
    "the kitchen|"
    "wearing a red hat, a woman".split("|")
)
_DOES = st.sampled_from(
    "is playing football|plays the guitar|is not running|holds a red umbrella|eats breakfast|"
    "is wearing a blue hat and glasses|sits on a chair|is teaching his son to ride|is happy|"
    "are watching two children play|is kicked by a boy and a girl|is painting a fence blue|"
    "runs to school|waits for the bus|gives her an apple|holds her daughter's hand|with a backpack|"
    "is cutting a boy's hair|is swimming in the water|frobnicates a ball|has long red hair|"
    "carrying three balloons|drinks a glass of juice|uses a wheelchair|have a picnic".split("|")
)
_WHERE = st.sampled_from(
    "|in the park|in the kitchen|on a sunny day|at night|in winter|under a tree|next to a big dog|"
    "on the left|in the background|in front of the school|from a bridge|with two cats and a lamp|"
    "on the table and under the table|on a busy street|and a girl with a cat".split("|")
)
_CLAUSES = st.lists(st.tuples(_WHO, _DOES, _WHERE).map(" ".join), min_size=1, max_size=3)


@tried(max_examples=200)
@given(_CLAUSES, st.sampled_from([" and ", ", ", ". ", ", while ", "; "]))
def test_no_content_word_is_lost_whatever_is_composed(clauses: list[str], joint: str) -> None:
    assert _lost(joint.join(clauses)) == []


@for_each("prompt", PROMPTS)
def test_what_is_told_stands_in_the_prompt(prompt: str) -> None:
    text = prompt.lower()
    assert all(phrase in text for phrase in read_prompt(prompt).unknown)


@for_each("prompt", ["An empty park", "A street without people", "A market with no people"])
def test_where_nobody_is_nobody_is_drawn(prompt: str) -> None:
    scene = compose(prompt, seed=3, width_px=512, height_px=512).scene
    assert [item.noun for item in scene.items if item.kind == "person"] == []
