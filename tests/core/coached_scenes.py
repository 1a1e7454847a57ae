"""Scenes that model answers and questions are tried on, and others that are hard to tell of."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from imagespeak_core.generators.illustrator.illustrator import compose
from imagespeak_core.generators.illustrator.scene import Scene
from tests.core.illustrator_bank import BANK, composed
from tests.core.speaking_scenes import NAMES, PROMPTS, scene_of

_FILES = ("illustrator_prompts.txt", "illustrator_seen_prompts.txt")
_EACH = 8
"""Of the long files so many a part is tried: each of these lines is another kind of prompt."""


def _lines(name: str) -> list[str]:
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    lines = [line.split("|")[0].strip() for line in text.splitlines()]
    return [line for line in lines if line and not line.startswith("#")][::_EACH]


PROMPTS_TRIED: tuple[str, ...] = tuple(
    dict.fromkeys([*BANK, *PROMPTS.values(), *(line for file in _FILES for line in _lines(file))])
)

_NAME_OF = {PROMPTS[name]: name for name in NAMES}


@cache
def scene_for(prompt: str) -> Scene:
    """What the picture of a prompt shows."""
    if prompt in BANK:
        return composed(prompt).scene
    if prompt in _NAME_OF:
        return scene_of(_NAME_OF[prompt])
    return compose(prompt, seed=1, width_px=768, height_px=768).scene


def as_first_version(scene: Scene) -> Scene:
    """The same scene as it was kept first: without what is told of it since."""
    items = tuple(
        replace(item, also_wearing=(), also_holding=(), also_feeling=None, said=None,
                asked=None, box=None, usual_colour=False)
        for item in scene.items
    )  # fmt: skip
    return replace(scene, items=items, backdrop=(), version=1)


def hard_scenes() -> dict[str, Scene]:
    """Scenes without anybody, with one item alone, at night, crowded, and of the first version."""
    market = scene_of("market")
    cat = next(item for item in scene_of("cat and car").items if item.noun == "cat")
    return {
        "nothing": replace(scene_of("village"), items=(), links=()),
        "nothing at all": Scene("park", "day", "clear", "summer", indoors=False),
        "a room without anything": Scene("kitchen", "day", "clear", "summer", indoors=True),
        "one cat": replace(scene_of("cat and car"), items=(cat,), links=()),
        "night": scene_of("umbrellas"),
        "crowd": scene_of("beach"),
        "market": market,
        "class": scene_of("class"),
        **{f"{name} kept first": as_first_version(scene_of(name)) for name in NAMES[::6]},
        "unknown noun": replace(
            scene_of("cat and car"), items=(replace(cat, noun="starship", kind="thing"),), links=()
        ),
        "unknown action": replace(
            scene_of("reader"),
            items=tuple(replace(item, action="juggling") for item in scene_of("reader").items
                        if item.kind == "person"),
            links=(),
        ),
    }  # fmt: skip
