"""How a body stands, sits, walks or lies, from the side and from the front (data)."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.figures.poses import Reach, Stance

STANCES: dict[str, Stance] = {
    "stand": Stance((-4, -4), (8, 2), lean=1),
    "easy": Stance((-2, -4), (14, -2), lean=-1, near_arm=(-42, 46), far_arm=(8, 24)),
    "together": Stance(
        (-5, -5),
        (7, 2),
        lean=1,
        near_arm=Reach("belly", 0.02, 0.06),
        far_arm=Reach("belly", 0.03, 0.06),
    ),
    "walk": Stance((25, 9), (-17, -44), -14, 36, 4, near_arm=(-30, -8), far_arm=(28, 52)),
    "run": Stance((70, -16), (-30, -74), 4, 62, 13, head=3, near_arm=(-58, 22), far_arm=(42, 128)),
    "kick": Stance((50, 38), (-8, -12), -24, 0, -9, head=6, near_arm=(-48, -26), far_arm=(52, 78)),
    "sit": Stance(
        (87, 3),
        (84, 12),
        lean=-1,
        curl=0.02,
        near_arm=Reach("knee", -0.06),
        far_arm=Reach("knee", -0.04),
    ),
    "waltz": Stance((14, 4), (-4, -22), 0, 16, 2),
    "straddle": Stance(
        (52, -8), (56, 0), near_arm=Reach("knee", -0.03), far_arm=Reach("knee", -0.03)
    ),
    "wheelchair": Stance(
        (87, 3),
        (84, 12),
        lean=-1,
        curl=0.02,
        near_arm=Reach("knee", -0.06),
        far_arm=Reach("knee", -0.04),
    ),
    "floor": Stance(
        (128, 28), (92, 86), 0, -82, -12, 0.03, near_arm=Reach("knee", -0.02), far_arm=(34, 72)
    ),
    "ride": Stance(
        (70, 0), (30, -20), lean=24, curl=0.05, near_arm=(50, 80), far_arm=(50, 80), base="bicycle"
    ),
    "kneel": Stance((83, 0), (2, -106), 0, 80, 5, near_arm=(18, 60), far_arm=(30, 70)),
    "crawl": Stance(
        (28, -76), (-6, -88), 66, 76, 76, 0.03, 12, near_arm=(-10, -4), far_arm=(22, 26)
    ),
    "dance": Stance(
        (-8, -12), (48, -38), 0, 50, -5, head=-6, near_arm=(-78, -128), far_arm=(112, 150)
    ),
    "jump": Stance(
        (48, -52), (4, -78), 24, 44, 2, near_arm=(152, 172), far_arm=(140, 164), lift=0.16
    ),
    "climb": Stance((74, -22), (16, -14), 0, 0, 7, near_arm=(122, 152), far_arm=(140, 170)),
    "lunge": Stance((34, -6), (-24, -34), 0, 22, 20, near_arm=(60, 92), far_arm=(64, 90)),
    "surf": Stance((34, 4), (-12, -50), 0, 20, 6, near_arm=(-62, -48), far_arm=(66, 84)),
    "pull": Stance((26, 18), (34, -14), -8, 0, -18, near_arm=(66, 84), far_arm=(62, 80)),
    "throw": Stance((-16, -22), (26, 12), 8, -6, -6, near_arm=(-98, -174), far_arm=(74, 92)),
    "lie": Stance((91, 90), (92, 90), -75, -75, -90, head=-86, near_arm=(87, 99), far_arm=(90, 96)),
    "swim": Stance(
        (-50, -70), (-40, -80), lean=64, head=8, near_arm=(100, 62), far_arm=(110, 96), base="water"
    ),
}

FRONT_STANCES: dict[str, Stance] = {
    "easy": Stance((3, 2), (8, 2), near_arm=(48, -44), far_arm=(11, 4)),
    "together": Stance(
        (3, 2), (4, 2), near_arm=Reach("belly", 0.0, 0.06), far_arm=Reach("belly", 0.0, 0.06)
    ),
    "stand": Stance((3, 2), (5, 3), near_arm=(10, 4), far_arm=(11, 3)),
    "walk": Stance(
        (3, -1), (4, -2), near_arm=(12, 2), far_arm=(16, 4), shins=(1.0, 0.8), thighs=(1.0, 0.93)
    ),
    "sit": Stance((32, 1), (32, 1), thighs=(0.26, 0.26), near_arm=(14, -22), far_arm=(14, -22)),
    "floor": Stance(
        (68, -78),
        (68, -78),
        thighs=(0.9, 0.9),
        shins=(0.75, 0.75),
        near_arm=(20, -12),
        far_arm=(20, -12),
    ),
    "kneel": Stance(
        (8, 0), (8, 0), thighs=(0.9, 0.9), shins=(0.15, 0.15), near_arm=(14, -12), far_arm=(14, -12)
    ),
    "dance": Stance(
        (3, 0), (22, -16), far_foot=20, lean=-5, head=6, near_arm=(96, 150), far_arm=(98, 150)
    ),
    "jump": Stance(
        (24, -26),
        (24, -26),
        near_foot=30,
        far_foot=30,
        near_arm=(142, 164),
        far_arm=(142, 164),
        lift=0.14,
    ),
}
