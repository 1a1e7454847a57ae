"""Scenes made by hand for words to be held against, and short forms of what is found."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.scene import Scene, Shown, ShownLink
from imagespeak_core.speaking.comparing import hold_against

PARK = Scene(
    place="park",
    time="day",
    weather="clear",
    season="summer",
    indoors=False,
    items=(
        Shown("woman-0", "person", "woman", "left", "foreground", action="read", age="adult",
              gender="woman", holding="book", posture="sit", wearing=(("dress", "blue"),),
              also_wearing=(("hair", "long brown"), ("shoes", "red"))),
        Shown("bench-0", "thing", "bench", "left", "foreground", colour="brown",
              usual_colour=True),
        Shown("child-0", "person", "child", "right", "foreground", action="run", age="child",
              gender="man", also_wearing=(("shirt", "red"), ("shorts", "black"))),
        Shown("child-1", "person", "child", "right", "foreground", action="run", age="child",
              gender="man", also_wearing=(("shirt", "green"), ("shorts", "black"))),
        Shown("dog-0", "animal", "dog", "middle", "foreground", colour="brown", action="sleep"),
        Shown("nurse-0", "person", "nurse", "right", "background", action="stand", age="adult",
              gender="man", role="nurse", also_wearing=(("beard", "black"),)),
        Shown("ball-0", "thing", "ball", "middle", "foreground", colour="yellow"),
    ),
    links=(
        ShownLink("woman-0", "on", "bench-0"),
        ShownLink("dog-0", "under", "bench-0"),
        ShownLink("dog-0", "left of", "child-0", by_chance=True),
        ShownLink("dog-0", "left of", "child-1", by_chance=True),
        ShownLink("ball-0", "next to", "dog-0"),
    ),
    backdrop=("sun", "tree", "tree", "cloud"),
)  # fmt: skip
"""A woman who reads on a bench, a dog asleep under it, two boys who run, a nurse, a ball."""

KITCHEN = Scene(
    place="kitchen",
    time="night",
    weather="rain",
    season="summer",
    indoors=True,
    items=(
        Shown("man-0", "person", "man", "left", "middle", action="cook", age="adult",
              gender="man", holding="pan"),
        Shown("cat-0", "animal", "cat", "right", "foreground", colour="black", action="sit"),
        Shown("cat-1", "animal", "cat", "right", "foreground", colour="white", action="sit"),
        Shown("cat-2", "animal", "cat", "middle", "foreground", colour="white", action="sit"),
    ),
    backdrop=("clock",),
)  # fmt: skip
"""A man who cooks, and three cats; no window tells of the night or of the rain."""

STREET = Scene(
    place="street",
    time="night",
    weather="snow",
    season="winter",
    indoors=False,
    items=(
        Shown("man-0", "person", "man", "left", "foreground", action="ride", age="adult",
              gender="man", holding="bicycle", holding_colour="red"),
        Shown("car-0", "thing", "car", "right", "middle", colour="blue"),
    ),
)  # fmt: skip
"""A man on a red bicycle, and a blue car, at night in the snow."""


def wrong(words: str, scene: Scene = PARK) -> list[tuple[str, str]]:
    """What is told not to be so: what it is about, and the words."""
    return [(one.about, one.words) for one in hold_against(words, scene).not_so]


def items(words: str, scene: Scene = PARK) -> set[str]:
    """The scene's words for what was said."""
    return {one.item for one in hold_against(words, scene).said}


def left(words: str, scene: Scene = PARK) -> list[str]:
    """The scene's words for what was not found, in order."""
    return [one.item for one in hold_against(words, scene).not_found]
