"""What an action does with a body: data, in degrees.

An angle of 0 hangs straight down, 90 points where the person faces, 180 straight up, -90
backwards. Seen from the front or the back, 90 is outwards. A limb is (upper, lower), so an arm
bends forwards where its second angle is the greater one, a leg where it is the smaller one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Hand = Literal["relaxed", "fist", "open", "point"]
Base = Literal["ground", "water", "bicycle"]


@dataclass(frozen=True)
class Reach:
    """A hand brought to a place: an anchor of the body, and an offset in shares of the stature."""

    anchor: str
    x: float = 0.0
    y: float = 0.0
    upper: float = 1.0
    """How long the upper arm looks: less than 1 where the elbow points at the viewer."""


Limb = tuple[float, float] | Reach


@dataclass(frozen=True)
class Grip:
    """A held thing, in which hand, turned clockwise by so many degrees."""

    kind: str
    hand: Literal["near", "far", "both"] = "near"
    turn: float = 0.0


@dataclass(frozen=True)
class Stance:
    """How the body stands, sits or lies; its arms are used where a gesture has none."""

    near_leg: tuple[float, float]
    far_leg: tuple[float, float]
    near_foot: float = 0.0
    """Degrees by which the toes point down."""
    far_foot: float = 0.0
    lean: float = 0.0
    curl: float = 0.0
    """How far the back is rounded, as a share of the torso."""
    head: float = 0.0
    near_arm: Limb = (-5.0, 12.0)
    far_arm: Limb = (8.0, 22.0)
    thighs: tuple[float, float] = (1.0, 1.0)
    """How long the near and the far thigh look, where they point at the viewer."""
    shins: tuple[float, float] = (1.0, 1.0)
    base: Base = "ground"
    lift: float = 0.0
    """How high above the ground the lowest point is, as a share of the stature."""


@dataclass(frozen=True)
class Gesture:
    """What arms, hands and head do."""

    near: Limb | None = None
    far: Limb | None = None
    near_hand: Hand = "relaxed"
    far_hand: Hand = "relaxed"
    holds: tuple[Grip, ...] = ()
    head: float = 0.0
    lean: float = 0.0
    eyes: Literal["", "shut", "down"] = ""
    over_head: bool = False
    """Whether the near arm passes in front of the face."""
    mood: Literal["", "calm", "sad", "angry"] = ""
    """The face that goes with it, whatever the person's mood."""
    carry: Literal["near", "far", "both"] = "near"
    """The hand that takes what the person holds."""


ACTIONS: dict[str, tuple[str, str]] = {
    "stand": ("stand", "rest"),
    "walk": ("walk", "rest"),
    "run": ("run", "rest"),
    "kick": ("kick", "rest"),
    "sit": ("sit", "rest"),
    "sit_ground": ("floor", "rest"),
    "ride": ("ride", "rest"),
    "hold": ("stand", "hold"),
    "carry": ("stand", "lug"),
    "wave": ("stand", "wave"),
    "point": ("stand", "point"),
    "talk": ("stand", "talk"),
    "phone": ("stand", "phone"),
    "read": ("stand", "read"),
    "write": ("stand", "write"),
    "eat": ("stand", "eat"),
    "drink": ("stand", "drink"),
    "cook": ("stand", "cook"),
    "wash_up": ("stand", "wash up"),
    "cradle": ("stand", "cradle"),
    "hug": ("stand", "hug"),
    "embrace": ("stand", "embrace"),
    "cut_hair": ("stand", "cut"),
    "embrace_seated": ("sit", "embrace"),
    "waltz": ("waltz", "embrace"),
    "shake_hands": ("stand", "shake"),
    "hold_hands": ("stand", "rest"),
    "argue": ("stand", "scold"),
    "fight": ("lunge", "fight"),
    "give": ("stand", "give"),
    "take": ("stand", "take"),
    "shoulder": ("stand", "steady"),
    "shout": ("stand", "shout"),
    "knit": ("sit", "knit"),
    "climb": ("climb", "climb"),
    "skip": ("jump", "skip"),
    "brush_teeth": ("stand", "brush"),
    "cards": ("sit", "cards"),
    "laugh": ("stand", "laugh"),
    "push": ("lunge", "push"),
    "pull": ("pull", "pull"),
    "throw": ("throw", "throw"),
    "volleyball": ("throw", "serve"),
    "dance": ("dance", "rest"),
    "swim": ("swim", "swim"),
    "sleep": ("lie", "sleep"),
    "lie": ("lie", "rest"),
    "kneel": ("kneel", "rest"),
    "paint": ("stand", "paint"),
    "photo": ("stand", "photo"),
    "umbrella": ("stand", "umbrella"),
    "guitar": ("stand", "guitar"),
    "violin": ("stand", "violin"),
    "feed": ("stand", "feed"),
    "look": ("stand", "look"),
    "shade_eyes": ("stand", "shade"),
    "jump": ("jump", "rest"),
    "crawl": ("crawl", "rest"),
    "sing": ("stand", "sing"),
    "fish": ("stand", "fish"),
    "type": ("sit", "type"),
    "drive": ("sit", "drive"),
    "basketball": ("walk", "dribble"),
    "sweep": ("stand", "sweep"),
    "cheer": ("stand", "cheer"),
    "clap": ("stand", "clap"),
    "think": ("stand", "think"),
    "cry": ("stand", "cry"),
    "garden": ("kneel", "feed"),
    "play": ("kneel", "talk"),
    "walk_pet": ("walk", "lead"),
    "shop": ("walk", "hang"),
    "lean": ("stand", "hips"),
    "wheelchair": ("wheelchair", "rest"),
    "bite": ("stand", "bite"),
    "picnic": ("floor", "eat"),
    "doze": ("sit", "doze"),
}
"""Action → its stance and its gesture. With another posture the gesture stays."""

OWN_THINGS = {"ride": "bicycle", "kick": "football"}
"""What an action is drawn with that is in no hand."""

USUALLY_HELD = {"carry": "box", "shop": "shopping bag", "bite": "sandwich"}
"""What an action holds when nothing is told."""
