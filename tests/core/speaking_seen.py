"""One scene, and what can be called what in it, for those who make sentences about it."""

from __future__ import annotations

from typing import Literal

from imagespeak_core.generators.illustrator.scene import Scene, Shown
from tests.core.speaking_scenes import scene_of
from tests.core.speaking_words import WORN, a, might_be, names_of, nouns_about

Level = Literal["A2", "B1", "B2"]
Said = tuple[Level, str, tuple[frozenset[str], ...]]
"""How hard the words are, the words, and what they name: of each set of ids one."""

NUMBERS = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen".split()
)
ABSENT = ("elephant", "giraffe", "piano", "penguin", "crocodile", "helicopter", "tractor",
          "octopus", "kangaroo", "castle", "motorbike", "sheep", "dinosaur", "rocket")  # fmt: skip
"""What can be looked for in vain; each is drawn as an item of its own where it is drawn."""


class Seen:
    """One scene, and what can be called what in it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.scene: Scene = scene_of(name)
        self.items = [item for item in self.scene.items if names_of(item)]
        self.by_id = {item.id: item for item in self.items}
        self.people = [item for item in self.items if item.kind == "person"]
        self.about = nouns_about(self.scene)

    def called(self, word: str) -> frozenset[str]:
        """Whoever may be meant by a word."""
        return frozenset(item.id for item in self.scene.items if might_be(word, item))

    def alone(self, word: str) -> bool:
        """Whether it can mean only one, and nothing behind it."""
        return len(self.called(word)) == 1 and word not in self.scene.backdrop

    def the(self, item: Shown, word: str) -> str:
        """The item as one would call it: by "the" where nothing else can be meant."""
        return f"the {word}" if self.alone(word) else a(word)

    def words_for(self, item: Shown) -> tuple[str, ...]:
        """What the item is called, the plainest and two more."""
        return names_of(item)[:3]


def capital(words: str) -> str:
    """The words as a sentence begins."""
    return words[0].upper() + words[1:]


def worn(item: Shown) -> list[tuple[str, str | None]]:
    """What it wears and there is a word for, with the colour that is said of it."""
    pieces = (*item.wearing, *item.also_wearing)
    return [(word, colour) for piece, colour in pieces for word in WORN.get(piece, ())[:2]]


def piece(word: str, colour: str | None) -> str:
    """A piece of clothing: "a red dress", "blue trousers"."""
    return a(f"{colour} {word}" if colour else word)
