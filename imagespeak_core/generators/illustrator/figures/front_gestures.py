"""What arms, hands and head do, from the front and the back (data)."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.figures.poses import Gesture, Grip, Reach

FRONT_GESTURES: dict[str, Gesture] = {
    "rest": Gesture(),
    "hips": Gesture(near=(48, -44), far=(48, -44)),
    "look": Gesture(near=(48, -44)),
    "hold": Gesture(near=Reach("belly", 0.1, 0.02), near_hand="fist"),
    "hang": Gesture(near=(8, 3), near_hand="fist"),
    "hang both": Gesture(
        (13, 5),
        (13, 5),
        "fist",
        "fist",
        (Grip("shopping bags", "near"), Grip("shopping bags", "far")),
    ),
    "raise": Gesture(far=(40, 158), far_hand="fist", carry="far"),
    "lug": Gesture(
        Reach("belly", 0.08, 0.03), Reach("belly", 0.08, 0.03), "fist", "fist", carry="both"
    ),
    "staff": Gesture(far=(24, 70), far_hand="fist", carry="far"),
    "lean on": Gesture(far=(14, 22), far_hand="fist", carry="far"),
    "crutches": Gesture(
        (22, 8),
        (22, 8),
        "fist",
        "fist",
        (Grip("crutches", "near"), Grip("crutches", "far")),
    ),
    "trail": Gesture(near=(20, 16), near_hand="fist"),
    "wave": Gesture(far=(66, 164), far_hand="open", head=3),
    "point": Gesture(far=(84, 92), far_hand="point"),
    "talk": Gesture((16, 40), (24, 112), "open", "open"),
    "skip": Gesture((34, 58), (34, 58), "fist", "fist", (Grip("skipping rope", "both"),)),
    "brush": Gesture(
        Reach("mouth", 0.045, 0.05, 0.6),
        near_hand="fist",
        holds=(Grip("toothbrush"),),
        over_head=True,
    ),
    "laugh": Gesture(Reach("belly", 0.0, 0.02), Reach("belly", 0.0, 0.02), head=5),
    "phone": Gesture(
        Reach("ear", 0.0, 0.035, 0.55), near_hand="fist", holds=(Grip("phone"),), over_head=True
    ),
    "read": Gesture(
        Reach("chest", 0.05, 0.06),
        Reach("chest", 0.05, 0.06),
        "fist",
        "fist",
        (Grip("book", "both"),),
        eyes="down",
    ),
    "write": Gesture(
        Reach("belly", 0.03, 0.02),
        Reach("belly", 0.06, 0.03),
        "fist",
        holds=(Grip("pencil"),),
        eyes="down",
    ),
    "eat": Gesture(
        Reach("mouth", 0.02, 0.045, 0.6),
        Reach("belly", 0.06, 0.0),
        "fist",
        "fist",
        (Grip("bowl", "far"), Grip("spoon", "near")),
        over_head=True,
    ),
    "dine": Gesture(
        Reach("mouth", 0.02, 0.045, 0.6),
        Reach("belly", 0.08, 0.04),
        "fist",
        holds=(Grip("spoon", "near"),),
        over_head=True,
    ),
    "bite": Gesture(Reach("mouth", 0.01, 0.04, 0.6), near_hand="fist", over_head=True),
    "drink": Gesture(
        Reach("mouth", 0.02, 0.045, 0.6), near_hand="fist", holds=(Grip("cup"),), over_head=True
    ),
    "photo": Gesture(
        Reach("eyes", 0.045, 0.05, 0.7),
        Reach("eyes", 0.045, 0.05, 0.7),
        "fist",
        "fist",
        (Grip("camera", "both"),),
        over_head=True,
    ),
    "umbrella": Gesture(Reach("chest", 0.065, 0.03), near_hand="fist", holds=(Grip("umbrella"),)),
    "guitar": Gesture(
        Reach("belly", 0.03, -0.04),
        Reach("chest", 0.2, 0.06),
        "fist",
        "fist",
        (Grip("guitar", "near", -24),),
    ),
    "cheer": Gesture((142, 166), (142, 166), "open", "open"),
    "clap": Gesture(Reach("chest", 0.012, 0.05), Reach("chest", 0.012, 0.05), "open", "open"),
    "sing": Gesture(
        Reach("mouth", 0.01, 0.075, 0.6),
        (40, 100),
        "fist",
        "open",
        (Grip("microphone"),),
        over_head=True,
    ),
    "think": Gesture(
        Reach("mouth", 0.01, 0.07, 0.6), Reach("belly", -0.04, -0.02), "fist", over_head=True
    ),
    "type": Gesture((14, -30), (14, -30)),
    "embrace": Gesture(far_hand="open", eyes="shut", head=5),
    "hug": Gesture((70, 80), (70, 80), "open", "open"),
    "sleep": Gesture(eyes="shut", mood="calm"),
    "doze": Gesture(head=10, eyes="shut", mood="calm"),
    "cry": Gesture(
        Reach("eyes", 0.04, 0.04, 0.6),
        Reach("eyes", 0.04, 0.04, 0.6),
        "fist",
        "fist",
        eyes="shut",
        mood="sad",
        over_head=True,
    ),
}
