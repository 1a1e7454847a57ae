"""What the words of descriptions mean: who somebody is, and which action a participle tells."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.figures.roles import ROLES
from imagespeak_core.generators.illustrator.scene import Shown
from tests.core.illustrator_grammar import ROLE_WORDS, word_for

_AGES = {"child": "", "teenager": "teenage ", "old": "old "}
BODIES = {
    "standing": {"stand", "lunge", "pull", "waltz"}, "sitting": {"sit", "floor", "wheelchair"},
    "walking": {"walk"}, "running": {"run"}, "kneeling": {"kneel"}, "lying": {"lie"},
    "climbing": {"climb"}, "crawling": {"crawl"}, "jumping": {"jump"},
}  # fmt: skip
"""Participles that tell how a body is, by the name of its pose."""
POSTURES = {
    "sitting in a wheelchair": {"wheelchair"}, "sitting on the floor": {"floor", "sit_ground"},
    "sitting on the ground": {"floor", "sit_ground"},
}  # fmt: skip
"""The same by what is told of a person's posture, or by the action that has it."""
DONE = {
    "playing football": "kick", "riding a bicycle": "ride", "riding bicycles": "ride",
    "talking on the phone": "phone", "reading": "read", "writing": "write", "waving": "wave",
    "eating": "eat bite", "drinking": "drink", "cooking": "cook", "washing the dishes": "wash_up",
    "holding out both arms": "hug", "hugging": "embrace embrace_seated", "pointing": "point",
    "cutting hair": "cut_hair", "shaking hands": "shake_hands", "holding hands": "hold_hands",
    "arguing": "argue", "fighting": "fight", "shouting": "shout", "putting out both hands": "take",
    "knitting": "knit", "skipping": "skip", "playing cards": "cards", "laughing": "laugh",
    "throwing a ball": "throw", "playing volleyball": "volleyball", "dancing": "dance waltz",
    "swimming": "swim", "sleeping": "sleep doze", "lying down": "lie", "lying": "lie",
    "painting": "paint", "taking a photo": "photo", "taking photos": "photo", "talking": "talk",
    "playing the guitar": "guitar", "playing the violin": "violin", "singing": "sing",
    "looking around": "look watch", "looking far away": "shade_eyes", "jumping": "jump",
    "crawling": "crawl", "fishing": "fish", "typing": "type", "driving": "drive",
    "playing basketball": "basketball", "sweeping": "sweep", "cheering": "cheer",
    "clapping": "clap", "thinking": "think", "crying": "cry", "playing": "play",
    "shopping": "shop", "having a picnic": "picnic", "flying": "fly", "digging": "dig",
    "climbing": "climb climb_up", "barking": "bark", "carrying something": "carry",
    "looking at each other": "look", "watching each other": "watch", "running": "run",
    "hugging each other": "cuddle", "walking": "walk walk_pet", "kneeling": "kneel garden",
    "sitting": "sit", "standing": "stand lean", "working in the garden": "garden",
    "holding an umbrella": "umbrella",
    "brushing his teeth": "brush_teeth", "brushing her teeth": "brush_teeth",
    "brushing their teeth": "brush_teeth",
}  # fmt: skip
DONE_TO = {
    "giving {held} to {target}": "give", "giving {held} to each other": "give",
    "holding {target}": "cradle", "hugging {target}": "cuddle", "feeding {target}": "feed",
    "pushing {target}": "push", "pulling {target}": "pull", "climbing {target}": "climb_up",
    "walking {target}": "walk_pet", "looking at {target}": "look", "watching {target}": "watch",
    "riding {target}": "ride", "driving {target}": "drive", "carrying {held}": "carry",
    "carrying {target} on his shoulders": "shoulder", "reading {held}": "read",
    "carrying {target} on her shoulders": "shoulder", "throwing {held}": "throw",
    "eating {held}": "eat",
    "carrying {target} on their shoulders": "shoulder", "hugging {held}": "hug",
}  # fmt: skip


def who_is(item: Shown) -> set[str]:
    """The words that name it."""
    if item.kind != "person":
        return {word_for(item.noun)}
    if item.role in ROLES:
        return {ROLE_WORDS.get(item.role or "", item.role or "")}
    if item.age == "baby":
        return {"baby"}
    young = {"woman": "girl", "man": "boy"} if item.age in {"child", "teenager"} else {}
    grown = item.gender or {"child": "child", "teenager": "teenager"}.get(item.age or "", "person")
    said = young.get(item.gender or "", grown)
    return {said if said in {"child", "teenager"} else _AGES.get(item.age or "", "") + said}
