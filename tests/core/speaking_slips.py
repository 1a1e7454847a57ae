"""Slips of learners and of dictation, made in sentences that were right: what they tell stays."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

Slip = Callable[[str, random.Random], str]
_SEVERAL = {
    "children": ("childrens", "childs"), "women": ("womans", "womens", "woman"),
    "men": ("mans", "mens"), "people": ("peoples", "persons", "person"), "ladies": ("ladys",),
}  # fmt: skip
_BASES = {
    "riding": "ride", "dancing": "dance", "having": "have", "taking": "take", "sitting": "sit",
    "running": "run", "swimming": "swim", "typing": "type", "waving": "wave", "skipping": "skip",
    "chatting": "chat", "shopping": "shop", "hugging": "hug", "cutting": "cut",
    "wearing": "wear",
}  # fmt: skip
_FILLERS = ("um", "uh", "like", "you know", "so", "and", "well", "er", "how do you say")
_KEPT = frozenset("there their where three".split())


def no_articles(words: str, dice: random.Random) -> str:
    """No articles, as in Russian or Chinese."""
    return re.sub(r"\b(?:a|an|the|A|An|The) ", "", words)


def some_articles(words: str, dice: random.Random) -> str:
    """Some articles are left out, and some are others."""
    return re.sub(r"\b(a|an|the) ", lambda found: dice.choice(["", "the ", "a ", "an "]), words)


def dictated(words: str, dice: random.Random) -> str:
    """No capitals and no stops, as a phone writes what it hears."""
    return re.sub(r"[.,!?]", "", words).lower().replace("'", dice.choice(["'", "", "\u2019"]))


def no_being(words: str, dice: random.Random) -> str:
    """Without forms of "be"."""
    return re.sub(r"\b(?<!There )(?:is|are|was) ", "", words)


def simple_form(words: str, dice: random.Random) -> str:
    """ "He is play", "he play", "he plays" for "he is playing"."""

    def slipped(found: re.Match[str]) -> str:
        base = _BASES.get(found[2], found[2].removesuffix("ing"))
        return dice.choice([f"{found[1]} {base}", base, f"{base}s"])

    return re.sub(r"\b(is|are) ([a-z]+ing)\b", slipped, words)


def there_is(words: str, dice: random.Random) -> str:
    """ "There is" for many, "it have" and "have" for "there is"."""
    other = dice.choice(["There is", "It has", "It have", "Have", "There has", "Exist", "Theres"])
    return re.sub(r"\bThere (?:is|are)\b", other, words)


def one_of_many(words: str, dice: random.Random) -> str:
    """ "Two dog", "three womans"."""
    for several, slips in _SEVERAL.items():
        words = re.sub(rf"\b{several}\b", dice.choice(slips), words)
    numbers = "two|three|four|five|some|both|many"
    return re.sub(rf"\b({numbers}) ([a-z]+[a-rt-z])s\b", r"\1 \2", words)


def misspelt(words: str, dice: random.Random) -> str:
    """Two letters of one long word are swapped, or one is twice there or not at all."""
    long = [found for found in re.finditer(r"[a-z]{6,}", words) if found[0] not in _KEPT]
    if not long:
        return words
    found = dice.choice(long)
    at = dice.randrange(found.start() + 1, found.end() - 2)
    two = words[at : at + 2]
    return words[:at] + dice.choice([two[::-1], two[0], two[0] + two]) + words[at + 2 :]


def with_fillers(words: str, dice: random.Random) -> str:
    """With what one says while thinking, and words said twice."""
    said = words.split(" ")
    for _ in range(2):
        at = dice.randrange(len(said))
        said.insert(at, dice.choice([*_FILLERS, said[at].rstrip(".,!?")]))
    return " ".join(said)


def other_prepositions(words: str, dice: random.Random) -> str:
    """ "In the left", "at the picture"."""
    words = re.sub(r"\bon the (left|right)\b", r"in the \1", words, flags=re.IGNORECASE)
    words = re.sub(r"\bin the (back|fore)ground\b", r"on the \1ground", words, flags=re.IGNORECASE)
    return words.replace("in the picture", dice.choice(["at the picture", "on picture"]))


SLIPS: tuple[Slip, ...] = (
    no_articles, some_articles, dictated, no_being, simple_form, there_is, one_of_many, misspelt,
    with_fillers, other_prepositions,
)  # fmt: skip


def slipped(words: str) -> str:
    """The words with one to three kinds of slips; the same ones each time."""
    dice = random.Random(f"slips in {words}")
    for slip in dice.sample(SLIPS, dice.randint(1, 3)):
        words = slip(words, dice)
    return words
