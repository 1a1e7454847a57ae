"""What is said to be larger, smaller, older or before somebody is named unless it is seen so."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.illustrator import compose
from tests.for_each import for_each

SEEDS = (1, 2)


@for_each(
    "prompt, named",
    [
        ("An elephant is bigger than a mouse.", ()),
        ("The mouse is bigger than the elephant.", ("bigger",)),
        ("The mouse is smaller than the elephant.", ()),
        ("A bigger dog than the cat", ()),
        ("the dog is more big than the cat", ()),
        ("The red ball is bigger than the blue ball.", ("bigger",)),
        ("A big dog and a smaller dog", ()),
        ("A bigger house", ("bigger",)),
        ("A father is taller than his son.", ()),
        ("The girl is younger than her grandmother.", ()),
        ("The girl is older than the boy.", ("older",)),
        ("The girl in the red hat is older than the baby.", ()),
        ("An old man and a younger man", ()),
        ("A small boy", ()),
        ("A man and a small girl", ()),
        ("The boy is small.", ()),
        ("A girl and a small girl", ("small",)),
        ("A small man", ("small",)),
        ("A big boy", ("big",)),
        ("A small man and a small boy", ("small",)),
    ],
)  # fmt: skip
@for_each("seed", SEEDS)
def test_what_is_compared_is_named_unless_it_is_plainly_so(
    prompt: str, named: tuple[str, ...], seed: int
) -> None:
    scene = compose(prompt, seed=seed, width_px=512, height_px=512).scene
    assert scene.not_drawn == named


@for_each(
    "prompt",
    ["A man is kneeling in front of a woman.", "A man kneels in front of the queen."],
)
@for_each("seed", SEEDS)
def test_who_kneels_with_the_face_to_somebody_is_in_front_of_them(prompt: str, seed: int) -> None:
    scene = compose(prompt, seed=seed, width_px=512, height_px=512).scene
    assert scene.not_drawn == ()
    (kneeling,) = [item.id for item in scene.items if item.action == "kneel"]
    told = [link for link in scene.links if link.relation == "in front of" and not link.by_chance]
    assert [link.subject for link in told] == [kneeling]
