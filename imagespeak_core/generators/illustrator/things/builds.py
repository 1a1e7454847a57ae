"""Where the joints of each four-legged animal are (data, in centimetres as it stands)."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.things.animal_parts import Build

DOG = Build(
    hip=(-17, -33), shoulder=(12, -31), back=-43, belly=-23, neck=(13, -36), poll=(21, -51),
    muzzle=(37, -45), hind=(15, 9, 6), front=(12, 8, 6.5), foot=10, neck_turns=True, pitch=14,
    nod=34, throat=13, tail=-62,
    root=(-22, -38),
    curls=True,
)  # fmt: skip
CAT = Build(
    hip=(-13, -20), shoulder=(8, -19), back=-26.5, belly=-14, neck=(9, -22), poll=(14, -27),
    muzzle=(16.5, -24), hind=(10, 5.6, 4.2), front=(6.5, 4.6, 4.2), foot=6, pitch=10, nod=12,
    throat=9, chin=6, tail=-66,
    root=(-17, -22),
    curls=True,
)  # fmt: skip
FOX = Build(
    hip=(-16, -28), shoulder=(12, -26), back=-34, belly=-17, neck=(18, -29), poll=(24, -35),
    muzzle=(46, -29), hind=(12, 6, 4.6), front=(9, 6, 4.8), foot=7, throat=13, pitch=8, nod=24,
    root=(-20, -28), tail=34,
    curls=True,
)  # fmt: skip
BEAR = Build(
    hip=(-62, -72), shoulder=(26, -68), back=-110, belly=-36, neck=(48, -88), poll=(66, -98),
    muzzle=(108, -76), hind=(48, 32, 24), front=(42, 30, 23), foot=34, throat=52, pitch=6, tail=0,
    root=(-80, -84),
)  # fmt: skip
LION = Build(
    hip=(-68, -74), shoulder=(28, -66), back=-92, belly=-42, neck=(44, -80), poll=(62, -88),
    muzzle=(94, -48), hind=(38, 19, 13), front=(28, 17, 14), foot=24, throat=44, pitch=6, nod=10,
    root=(-84, -76), tail=28,
)  # fmt: skip
TIGER = Build(
    hip=(-68, -74), shoulder=(30, -64), back=-94, belly=-42, neck=(44, -80), poll=(64, -90),
    muzzle=(96, -66), hind=(36, 19, 13), front=(28, 17, 14), foot=24, throat=44, pitch=6, nod=10,
    root=(-82, -78), tail=10,
)  # fmt: skip
HORSE = Build(
    hip=(-66, -100), shoulder=(38, -90), back=-130, belly=-65, neck=(42, -104), poll=(86, -180),
    muzzle=(124, -139), hind=(44, 20, 12), front=(34, 17, 12), foot=9, hoofed=True,
    neck_turns=True, nod=26, chin=-22,
    root=(-84, -118), tail=45,
)  # fmt: skip
DONKEY = Build(
    hip=(-49, -76), shoulder=(25, -64), back=-98, belly=-50, neck=(34, -84), poll=(60, -124),
    muzzle=(83, -94), hind=(31, 16, 9.5), front=(25, 13, 9), foot=7, hoofed=True,
    neck_turns=True, nod=22, chin=-22,
    root=(-66, -86), tail=45,
)  # fmt: skip
ZEBRA = Build(
    hip=(-64, -98), shoulder=(32, -86), back=-125, belly=-64, neck=(40, -102), poll=(68, -154),
    muzzle=(108, -124), hind=(32, 15, 9.5), front=(24, 13, 9), foot=8, hoofed=True,
    neck_turns=True, nod=30, chin=-18,
    root=(-78, -112), tail=42,
)  # fmt: skip
DEER = Build(
    hip=(-46, -80), shoulder=(24, -78), back=-98, belly=-60, neck=(36, -90), poll=(53, -132),
    muzzle=(80, -118), hind=(22, 9.5, 6.5), front=(17, 9, 6.5), foot=7, hoofed=True,
    neck_turns=True, pitch=13, nod=46, chin=-4, tail=0,
    root=(-54, -88),
)  # fmt: skip
CAMEL = Build(
    hip=(-74, -126), shoulder=(42, -124), back=-160, belly=-99, neck=(60, -130),
    poll=(106, -194), muzzle=(140, -182), hind=(38, 18, 13), front=(32, 17, 13), foot=8,
    hoofed=True, neck_turns=True, pitch=12, nod=52,
    root=(-92, -140), tail=22,
)  # fmt: skip
COW = Build(
    hip=(-72, -98), shoulder=(36, -82), back=-132, belly=-56, neck=(52, -100), poll=(82, -140),
    muzzle=(104, -102), hind=(38, 20, 12.5), front=(30, 17, 13), foot=9, hoofed=True,
    throat=44, pitch=3, nod=12, chin=-4,
    root=(-92, -122), tail=28,
)  # fmt: skip
SHEEP = Build(
    hip=(-32, -34), shoulder=(15, -34), back=-80, belly=-20, neck=(26, -54), poll=(38, -64),
    muzzle=(54, -44), hind=(12, 9, 7.5), front=(11, 8, 7.5), foot=3, hoofed=True, throat=24,
    pitch=2, nod=18, tail=0,
    root=(-49, -54),
)  # fmt: skip
GOAT = Build(
    hip=(-31, -48), shoulder=(14, -43), back=-61, belly=-29, neck=(21, -54), poll=(37, -76),
    muzzle=(49, -52), hind=(20, 10, 6.5), front=(17, 9.5, 7), foot=5, hoofed=True,
    neck_turns=True, pitch=6, nod=24, chin=-6, tail=-30,
    root=(-42, -58),
)  # fmt: skip
PIG = Build(
    hip=(-38, -40), shoulder=(13, -38), back=-71, belly=-20, neck=(24, -50), poll=(40, -56),
    muzzle=(56, -42), hind=(26, 14, 10), front=(22, 14, 10), foot=5, hoofed=True, throat=36,
    pitch=4, nod=18, tail=0,
    root=(-52, -52),
)  # fmt: skip
ELEPHANT = Build(
    hip=(-132, -150), shoulder=(28, -150), back=-272, belly=-84, neck=(96, -200),
    poll=(120, -220), muzzle=(196, -20), hind=(82, 58, 58), front=(74, 56, 56), foot=56,
    throat=110, nod=-4,
    root=(-168, -200),
)  # fmt: skip
GIRAFFE = Build(
    hip=(-74, -246), shoulder=(36, -246), back=-290, belly=-200, neck=(60, -290),
    poll=(106, -436), muzzle=(146, -408), hind=(44, 19, 13), front=(38, 18, 13), foot=9,
    hoofed=True,
    root=(-88, -260),
)  # fmt: skip
SQUIRREL = Build(
    hip=(-4.5, -6), shoulder=(4, -5.6), back=-9.8, belly=-3.4, neck=(4, -7.4), poll=(6.4, -11),
    muzzle=(12.6, -9), hind=(5.4, 3, 1.8), front=(3, 2, 1.6), foot=3.4, neck_turns=True, pitch=8,
    nod=26, root=(-7, -6), tail=0,
)  # fmt: skip
MONKEY = Build(
    hip=(-13, -27), shoulder=(11, -29), back=-37, belly=-17, neck=(13, -32), poll=(18, -38),
    muzzle=(20, -28), hind=(13, 9, 6.5), front=(10, 8, 6), foot=10, throat=12, pitch=8,
    nod=8, root=(-19, -30), tail=0,
)  # fmt: skip
RABBIT = Build(
    hip=(-9, -11), shoulder=(6, -11), back=-20, belly=-6, neck=(7, -16), poll=(9, -21),
    muzzle=(16, -18), hind=(12, 6, 3.6), front=(6, 4, 3.2), foot=6, throat=9, pitch=4, nod=14,
    root=(-15.6, -9), tail=0,
)  # fmt: skip
