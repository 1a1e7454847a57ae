import random
import re
import subprocess
import sys
import tomllib
from collections import Counter
from importlib import resources
from itertools import combinations, pairwise
from typing import get_args

import pytest

from imagespeak_core.pictures.naming import clean_prompt
from imagespeak_core.pictures.prompts import (
    LEVELS,
    TOPIC_NAMES,
    Level,
    PracticePrompt,
    Topic,
    prompt_bank,
    suggest,
)

PAIRS = [(topic, level) for topic in TOPIC_NAMES for level in LEVELS]

# Words that image filters have refused in innocent sentences, or that a school would mind.
REFUSED = frozenset(
    """
    boy boys girl girls kid kids baby babies toddler toddlers teen teens teenager teenagers young
    little nude naked bare sexy kiss kissing bikini swimsuit underwear bed blood bloody kill killing
    dead death die dying shoot shooting shot gun guns knife knives weapon weapons bomb attack fight
    fighting soldier soldiers war beer wine whisky cocktail alcohol drunk cigarette smoke smoking
    drug drugs casino gambling god church mosque temple accident crash burning
    """.split()
)
NEGATIONS = frozenset(
    "no not never nobody nothing none neither nor nowhere without missing hardly cannot".split()
)
WRITTEN = frozenset(
    """
    sign signs text word words letter letters poster posters newspaper newspapers menu menus map
    maps label labels timetable blackboard whiteboard ticket tickets magazine banner banners
    """.split()
)


def words_of(text: str) -> list[str]:
    return re.findall(r"[a-z]+(?:'[a-z]+)?", text.lower())


def test_every_topic_and_level_is_listed_once() -> None:
    assert get_args(Topic) == tuple(TOPIC_NAMES)
    assert get_args(Level) == LEVELS
    assert len(set(TOPIC_NAMES.values())) == len(TOPIC_NAMES)


def test_every_topic_has_scenes_at_every_level() -> None:
    counts = Counter((prompt.topic, prompt.level) for prompt in prompt_bank())
    assert {pair: counts[pair] for pair in PAIRS if counts[pair] < 2} == {}
    assert len(prompt_bank()) == 100


def test_nothing_in_the_file_is_left_out() -> None:
    source = resources.files("imagespeak_core.pictures").joinpath("prompts.toml").read_text("utf-8")
    in_file = [
        (topic, level, text)
        for topic, levels in tomllib.loads(source).items()
        for level, texts in levels.items()
        for text in texts
    ]
    in_bank = [(prompt.topic, prompt.level, prompt.text) for prompt in prompt_bank()]
    assert sorted(in_bank) == sorted(in_file)


@pytest.mark.parametrize("prompt", prompt_bank(), ids=lambda prompt: clean_prompt(prompt.text))
def test_a_scene_is_one_plain_sentence(prompt: PracticePrompt) -> None:
    text = prompt.text
    assert 40 <= len(text) <= 200
    assert re.fullmatch(r"[A-Z][A-Za-z', -]+\.", text)
    assert " ".join(text.split()) == text
    words = words_of(text)
    assert not set(words) & (REFUSED | NEGATIONS | WRITTEN)
    assert not any(word.endswith("n't") for word in words)
    assert not [first for first, second in pairwise(words) if first == second]


def test_nobody_and_nothing_has_a_name() -> None:
    capitals = [word for prompt in prompt_bank() for word in re.findall(r" [A-Z]\w*", prompt.text)]
    assert capitals == []


def test_scenes_differ() -> None:
    function_words = set("a an the is are and of in on at to with while by from his her".split())
    content = {prompt.text: set(words_of(prompt.text)) - function_words for prompt in prompt_bank()}
    assert len(content) == len(prompt_bank())
    near = [
        (one, other)
        for one, other in combinations(content, 2)
        if len(content[one] & content[other]) > 0.25 * len(content[one] | content[other])
    ]
    assert near == []


def test_sentences_grow_with_the_level() -> None:
    def mean_length(level: Level) -> float:
        lengths = [len(prompt.text) for prompt in prompt_bank() if prompt.level == level]
        return sum(lengths) / len(lengths)

    means = [mean_length(level) for level in LEVELS]
    assert means == sorted(means)


def test_every_scene_gives_its_picture_a_name_of_its_own() -> None:
    names = [clean_prompt(prompt.text) for prompt in prompt_bank()]
    assert "image" not in names
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(("topic", "level"), PAIRS)
def test_a_suggestion_keeps_to_topic_and_level(topic: Topic, level: Level) -> None:
    offered = {suggest(random.Random(seed), topic=topic, level=level) for seed in range(50)}
    in_bank = {prompt for prompt in prompt_bank() if (prompt.topic, prompt.level) == (topic, level)}
    assert offered == in_bank


def test_either_filter_works_alone() -> None:
    rng = random.Random(1)
    of_topic = [suggest(rng, topic="free time") for _ in range(100)]
    of_level = [suggest(rng, level="B2") for _ in range(100)]
    assert {prompt.topic for prompt in of_topic} == {"free time"}
    assert {prompt.level for prompt in of_topic} == set(LEVELS)
    assert {prompt.level for prompt in of_level} == {"B2"}
    assert {prompt.topic for prompt in of_level} == set(TOPIC_NAMES)


def test_any_scene_can_come_up() -> None:
    rng = random.Random(2)
    assert {suggest(rng) for _ in range(2000)} == set(prompt_bank())


@pytest.mark.parametrize(("topic", "level"), PAIRS)
def test_the_scene_before_does_not_come_again(topic: Topic, level: Level) -> None:
    rng = random.Random(3)
    shown = suggest(rng, topic=topic, level=level)
    for _ in range(30):
        following = suggest(rng, topic=topic, level=level, avoid=shown.text)
        assert following != shown
        shown = following


def test_words_of_the_learner_may_be_avoided_too() -> None:
    avoiding = suggest(random.Random(4), avoid="A dragon is reading in the bath.")
    assert avoiding == suggest(random.Random(4))


def test_the_same_seed_gives_the_same_scenes() -> None:
    def scenes(seed: int) -> list[PracticePrompt]:
        rng = random.Random(seed)
        return [suggest(rng) for _ in range(10)]

    assert scenes(5) == scenes(5)
    assert scenes(5) != scenes(6)


@pytest.mark.parametrize(("topic", "level"), [*PAIRS, (None, "A2"), ("food", None)])
def test_none_comes_again_before_all_have_come(topic: Topic | None, level: Level | None) -> None:
    rng = random.Random(6)
    on_offer = {
        prompt.text
        for prompt in prompt_bank()
        if topic in (None, prompt.topic) and level in (None, prompt.level)
    }
    seen: list[str] = []
    for _ in range(3 * len(on_offer)):
        shown = suggest(rng, topic=topic, level=level, seen=seen, avoid=seen[-1] if seen else "")
        seen.append(shown.text)
    rounds = [set(seen[at : at + len(on_offer)]) for at in range(0, len(seen), len(on_offer))]
    assert rounds == [on_offer] * 3


def test_scenes_of_other_lists_do_not_count() -> None:
    of_others = [prompt.text for prompt in prompt_bank() if prompt.level != "B1"] * 5
    first = suggest(random.Random(7), level="B1", seen=of_others)
    assert first == suggest(random.Random(7), level="B1")
    assert first.level == "B1"


def test_the_file_is_read_once_and_on_first_use() -> None:
    watch = (
        "import sys; opened = []\n"
        "sys.addaudithook(lambda event, args: opened.append(str(args[0]))"
        " if event == 'open' else None)\n"
        "from imagespeak_core.pictures.prompts import prompt_bank\n"
        "def reads(): return sum(path.endswith('prompts.toml') for path in opened)\n"
        "print(reads()); prompt_bank(); prompt_bank(); print(reads())\n"
    )
    ran = subprocess.run([sys.executable, "-c", watch], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["0", "1"]
