"""Generated prompts of every kind: each part is in the scene or among what is not drawn, not both.

What is asked is written beside each prompt here, and looked for in the scene by plain means; the
prompt's reader is not asked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from hypothesis import given
from hypothesis import settings as tried
from hypothesis import strategies as st

from imagespeak_core.generators.illustrator.illustrator import compose
from imagespeak_core.generators.illustrator.scene import Scene, Shown
from tests.for_each import for_each

NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
PLURALS = {
    "bus": "buses", "dog": "dogs", "elephant": "elephants", "cup": "cups", "bicycle": "bicycles",
    "chair": "chairs", "cow": "cows", "boat": "boats", "sofa": "sofas", "tree": "trees",
    "train": "trains",
}  # fmt: skip
THINGS = ("vase", "cup", "chair", "ball", "cat", "dog", "suitcase", "box", "apple", "car")
COLOURS = ("red", "blue", "green", "yellow", "black", "white")
RELATIONS = {"on": "on", "under": "under", "next to": "next to", "behind": "behind",
             "in front of": "in front of", "to the left of": "left of",
             "to the right of": "right of"}  # fmt: skip
PEOPLE = {"a man": "man", "a woman": "woman", "a girl": "girl", "an old man": "man"}
DEEDS = {"swimming": "swim", "reading a book": "read", "dancing": "dance", "running": "run",
         "sleeping": "sleep", "sweeping the floor": "sweep", "cooking": "cook",
         "playing the guitar": "guitar"}  # fmt: skip
PLACES = {"in a park": "park", "in a kitchen": "kitchen", "on a beach": "sea",
          "in an office": "office", "in a street": "street"}  # fmt: skip
CLOTHES = {"dress": "dress", "jacket": "jacket", "scarf": "scarf", "hat": "sun hat"}
HELD = ("umbrella", "balloon", "book")
WHEN = {"at night": ("night", "time"), "in the rain": ("rain", "weather"),
        "in the snow": ("snow", "weather"), "at sunset": ("sunset", "time")}  # fmt: skip


EXAMPLES = 10


@dataclass(frozen=True)
class Part:
    """Something that a prompt asks for.

    `words` are those that a phrase has which says that it is not drawn; where there are several,
    any one of them is. `is_so` tells whether the scene shows it.
    """

    words: tuple[tuple[str, ...], ...]
    is_so: Callable[[Scene], bool]
    is_relation: bool = False

    def is_said(self, scene: Scene) -> bool:
        phrases = [f" {phrase.partition(':')[0]} " for phrase in scene.not_drawn]
        return any(
            all(f" {word} " in phrase for word in words) and (self.is_relation or _is_plain(phrase))
            for phrase in phrases
            for words in self.words
        )


def _is_plain(phrase: str) -> bool:
    """Whether it tells of one thing, and not how two are related: "cat on the chair"."""
    return " the " not in phrase


def of_noun(scene: Scene, noun: str) -> list[Shown]:
    return [item for item in scene.items if item.noun == noun and item.given is None]


def counted(number: str, noun: str) -> Part:
    return Part(
        ((number, PLURALS[noun]), (PLURALS[noun],)),
        lambda scene: len(of_noun(scene, noun)) + scene.backdrop.count(noun) >= NUMBERS[number],
    )


def there(noun: str) -> Part:
    return Part(((noun,),), lambda scene: bool(of_noun(scene, noun)) or noun in scene.backdrop)


def coloured(colour: str, noun: str) -> Part:
    return Part(
        ((colour, noun),),
        lambda scene: any(item.colour == colour for item in of_noun(scene, noun)),
    )


def related(one: str, words: str, other: str) -> Part:
    def is_so(scene: Scene) -> bool:
        subjects = {item.id for item in of_noun(scene, one)}
        targets = {item.id for item in of_noun(scene, other)}
        return any(
            link.subject in subjects
            and link.target in targets
            and link.relation in {RELATIONS[words], "on" if words == "next to" else ""}
            for link in scene.links
        )

    said = ((one, *words.split(), other),)
    return Part(said, is_so, is_relation=True)


def somebody(scene: Scene, noun: str) -> list[Shown]:
    return [item for item in scene.items if item.kind == "person" and item.noun == noun]


def done(noun: str, words: str) -> Part:
    return Part(
        ((words.split()[0],),),
        lambda scene: any(item.action == DEEDS[words] for item in somebody(scene, noun)),
    )


def worn(noun: str, colour: str, what: str) -> Part:
    return Part(
        ((colour, what), (what,)),
        lambda scene: any(
            (CLOTHES[what], colour) in item.wearing for item in somebody(scene, noun)
        ),
    )


def held(noun: str, colour: str, what: str) -> Part:
    def is_so(scene: Scene) -> bool:
        has = [item for item in somebody(scene, noun) if item.holding == what]
        return any(item.holding_colour == colour for item in has)

    return Part(((colour, what), (what,)), is_so)


def at(words: str, colour: str = "") -> Part:
    what, kind = WHEN[words]

    def is_so(scene: Scene) -> bool:
        seen = not scene.indoors or "window" in scene.backdrop
        return seen and {"time": scene.time, "weather": scene.weather}[kind] == what

    return Part(((what,),), is_so)


Asked = tuple[str, tuple[Part, ...]]
_OF_THINGS = st.tuples(st.sampled_from(COLOURS), st.sampled_from(THINGS))

COUNTS: st.SearchStrategy[Asked] = st.builds(
    lambda number, noun: (f"a photo of {number} {PLURALS[noun]}", (counted(number, noun),)),
    st.sampled_from(sorted(NUMBERS)),
    st.sampled_from(sorted(PLURALS)),
)
RELATED: st.SearchStrategy[Asked] = st.builds(
    lambda one, words, other: (
        f"a {one[0]} {one[1]} {words} a {other[0]} {other[1]}",
        (there(one[1]), there(other[1]), coloured(*one), coloured(*other),
         related(one[1], words, other[1])),
    ),
    _OF_THINGS,
    st.sampled_from(sorted(RELATIONS)),
    _OF_THINGS,
).filter(lambda asked: len({word for word in asked[0].split() if word in THINGS}) == 2)  # fmt: skip
DOING: st.SearchStrategy[Asked] = st.builds(
    lambda who, deed, place, when: (
        f"{who} {deed} {place} {when}",
        (there(PEOPLE[who]), done(PEOPLE[who], deed), at(when)),
    ),
    st.sampled_from(sorted(PEOPLE)),
    st.sampled_from(sorted(DEEDS)),
    st.sampled_from(sorted(PLACES)),
    st.sampled_from(sorted(WHEN)),
)
DRESSED: st.SearchStrategy[Asked] = st.builds(
    lambda who, worn_colour, what, held_colour, thing: (
        f"{who} in a {worn_colour} {what} with a {held_colour} {thing}",
        (worn(PEOPLE[who], worn_colour, what), held(PEOPLE[who], held_colour, thing)),
    ),
    st.sampled_from(sorted(PEOPLE)),
    st.sampled_from(COLOURS),
    st.sampled_from(sorted(CLOTHES)),
    st.sampled_from(COLOURS),
    st.sampled_from(HELD),
)


@cache
def _scene(prompt: str, seed: int) -> Scene:
    return compose(prompt, seed=seed, width_px=512, height_px=512).scene


@for_each("kind", [COUNTS, RELATED, DOING, DRESSED])
def test_each_part_is_shown_or_said_and_none_is_both(kind: st.SearchStrategy[Asked]) -> None:
    @tried(max_examples=EXAMPLES, derandomize=True)
    @given(kind, st.integers(0, 2))
    def check(asked: Asked, seed: int) -> None:
        prompt, parts = asked
        scene = _scene(prompt, seed)
        gone = [part for part in parts if not part.is_relation and part.is_said(scene)]
        for part in parts:
            if part.is_relation and any(len(one.words[0]) == 1 for one in gone):
                continue  # A relation to what is not there is told by that.
            assert part.is_so(scene) != part.is_said(scene), (prompt, part.words, scene.not_drawn)

    check()
