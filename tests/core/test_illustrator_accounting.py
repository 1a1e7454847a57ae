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
from imagespeak_core.generators.illustrator.words import (
    actions,
    animals,
    parts,
    people,
    settings,
    things,
    unseen,
)
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
    ("An old house", ("old",)),
    ("An old man", ()),
    ("A broken chair and a dusty old lamp", ("broken", "dusty old")),
    ("A tall man is walking slowly.", ("slowly",)),
    ("A beautiful picture of a lovely dog", ()),
    ("A nervous cat", ("nervous",)),
    ("A nervous woman", ()),
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
    return said


_OWN = {noun for nouns in things.SWALLOWED.values() for noun in nouns} | {
    noun for objects in actions.DOING.values() for noun in objects
}
_OWN |= {noun for foods in animals.FOOD.values() for noun in foods}
"""Things that are seen with an action."""


def _denied(words: list[Word], at: int) -> bool:
    before = [word.text for word in words[max(0, at - 4) : at]]
    return bool({"no", "without", *unseen.NOT} & set(before))


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
        return empty or natural in unseen.TRUE_OF.get(word.text, frozenset())
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


@tried(max_examples=400)
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
