"""Whether somebody is a woman or a man is judged only where the picture or the noun tells it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from imagespeak_core.generators.illustrator.illustrator import compose
from imagespeak_core.generators.illustrator.scene import Age, Gender, Scene, Shown, Worn
from imagespeak_core.speaking.comparing import hold_against
from tests.core.speaking_rig import KITCHEN, STREET, items, wrong

SHORT: tuple[Worn, ...] = (("hair", "short black"), ("shirt", "blue"), ("trousers", "brown"))
_OTHER: dict[Gender, Gender] = {"man": "woman", "woman": "man"}
_WORDS: dict[Age, dict[Gender, str]] = {
    "child": {"man": "boy", "woman": "girl"},
    "teenager": {"man": "boy", "woman": "girl"},
    "adult": {"man": "man", "woman": "woman"},
    "old": {"man": "old man", "woman": "old woman"},
}


def _one(
    noun: str, gender: Gender, worn: tuple[Worn, ...], age: Age = "adult", role: str | None = None
) -> Shown:
    return Shown("one", "person", noun, "left", "foreground", action="read", age=age,
                 gender=gender, role=role, holding="book", also_wearing=worn)  # fmt: skip


def _with(*people: Shown) -> Scene:
    return replace(KITCHEN, items=people)


NOUNS: tuple[tuple[str, Age, str | None], ...] = (
    ("grandchild", "child", None), ("kid", "child", None), ("toddler", "child", None),
    ("child", "child", None), ("youngster", "teenager", None), ("student", "teenager", "student"),
    ("teacher", "adult", "teacher"), ("owner", "adult", None), ("chef", "adult", "cook"),
    ("person", "old", None),
)  # fmt: skip


@pytest.mark.parametrize(("noun", "age", "role"), NOUNS)
@pytest.mark.parametrize("gender", _OTHER)
def test_who_tells_nothing_of_it_may_be_called_by_either_word(
    noun: str, age: Age, role: str | None, gender: Gender
) -> None:
    scene = _with(_one(noun, gender, SHORT, age, role))
    for word in (_WORDS[age][gender], _WORDS[age][_OTHER[gender]]):
        for words in (f"A {word} is reading a book.", f"There is one {word}.", f"I see a {word}."):
            assert wrong(words, scene) == []
            assert items(words, scene) >= {role or noun}
    assert wrong("He is reading.", scene) == wrong("She is reading.", scene) == []
    assert wrong(f"A {_WORDS[age][_OTHER[gender]]} is dancing.", scene) != []


MARKED: tuple[tuple[str, Gender, Worn], ...] = (
    ("teacher", "man", ("beard", "black")),
    ("teacher", "man", ("moustache", None)),
    ("owner", "man", ("bald head", None)),
    ("owner", "woman", ("dress", "blue")),
    ("owner", "woman", ("skirt", "blue")),
    ("teacher", "woman", ("hair", "long brown")),
    ("teacher", "woman", ("hair", "curly brown")),
    ("teacher", "woman", ("bun", "grey")),
    ("owner", "woman", ("hijab", "grey")),
    ("man", "man", ("shirt", "blue")),
    ("woman", "woman", ("shirt", "blue")),
)


@pytest.mark.parametrize(("noun", "gender", "mark"), MARKED)
def test_who_is_plainly_a_woman_or_a_man_is_judged(noun: str, gender: Gender, mark: Worn) -> None:
    role = noun if noun == "teacher" else None
    scene = _with(_one(noun, gender, (mark, ("shoes", "red")), role=role))
    assert wrong(f"A {gender} is reading a book.", scene) == []
    other = _OTHER[gender]
    assert wrong(f"A {other} is reading a book.", scene) == [("who", other)]


def test_a_patients_gown_is_no_dress() -> None:
    worn: tuple[Worn, ...] = (("hair", "short black"), ("dress", "blue"))
    scene = _with(_one("patient", "woman", worn, role="patient"))
    assert wrong("A man is reading a book.", scene) == []


def test_one_of_either_counts_with_both() -> None:
    either = _one("teacher", "woman", SHORT, role="teacher")
    scene = _with(*STREET.items, either)
    assert wrong("There are two men.", scene) == []
    assert wrong("There is only one man. A woman is reading.", scene) == []
    assert wrong("Two men. A man is reading a book and a man is riding a bike.", scene) == []
    assert wrong("There are three men.", scene) == [("count", "three men")]
    man = replace(either, gender="man")
    assert wrong("There is only one man.", _with(*STREET.items, man)) == []


def test_who_is_plainly_meant_is_judged_beside_one_of_either() -> None:
    either = _one("teacher", "woman", SHORT, role="teacher")
    scene = _with(*KITCHEN.items, either)
    assert wrong("The man is dancing.", scene) == [("action", "dancing")]
    assert wrong("A man is reading a book.", scene) == []
    assert wrong("A woman is cooking.", scene) == [("who", "woman")]


PICTURES = (
    ("A grandchild is sitting on a bench in the park", 2, 400, "A boy is sitting on the bench."),
    ("A kid is sitting on a bench in the park", 2, 400, "A boy is sitting on the bench."),
    ("A toddler is sitting on a bench in the park", 6, 400, "A boy is sitting on the bench."),
    ("A teacher is sitting on a bench in the park", 5, 400, "A man is sitting on a bench."),
    ("A youngster is sitting on a bench in the park", 7, 400, "A boy is sitting on a bench."),
    ("A chef is cooking soup in a restaurant kitchen and a waiter carries plates", 7247, 640,
     "A woman cooks something in a red pot."),
    ("An elderly couple is looking through old photographs in a dusty attic while a grandchild"
     " tries on a feathered hat in front of a cracked mirror.", 7143, 640,
     "The girl have a straw hat."),
)  # fmt: skip


@pytest.mark.parametrize(("prompt", "seed", "size", "words"), PICTURES)
def test_short_hair_and_trousers_are_of_both(prompt: str, seed: int, size: int, words: str) -> None:
    scene = compose(prompt, seed=seed, width_px=size, height_px=size).scene
    assert hold_against(words, scene).not_so == ()
