"""What stands in streets, and tells the way."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import facet, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import (
    GLASS,
    INK,
    IRON,
    LAMP,
    LEAF,
    OAK,
    PANE,
    PAPER,
    STEEL,
    WOOD,
)
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    path,
    rect,
    stroke,
)
from imagespeak_core.generators.illustrator.things.thing import Thing, Words


def street_lamp(tone: Tone, colour: str, rng: random.Random) -> str:
    """A street lamp with a lantern."""
    c = shades(tone, colour)
    return in_cm(
        rect(-16, -14, 32, 14, c.dark, rx=4),
        facet("-11,-14 11,-14 7,-50 -7,-50", c.base),
        rect(-5, -340, 10, 300, c.base),
        rect(1, -340, 4, 300, c.dark),
        rect(-10, -60, 20, 7, c.dark, rx=3),
        rect(-9, -336, 18, 7, c.dark, rx=3),
        facet("-13,-342 13,-342 21,-390 -21,-390", tone(LAMP)),
        facet("2,-342 13,-342 21,-390 4,-390", tone("#f7dc8a")),
        stroke("M-13 -342 L-21 -390 M13 -342 L21 -390 M0 -342 L0 -390", c.base, 2.4),
        path("M-27 -390 L27 -390 Q18 -408 0 -410 Q-18 -408 -27 -390 Z", c.base),
        circle(0, -413, 5, c.dark),
    )


def bin_(tone: Tone, colour: str, rng: random.Random) -> str:
    """A street bin with a lid."""
    c = shades(tone, colour)
    return in_cm(
        facet("-22,-78 22,-78 18,0 -18,0", c.base),
        facet("6,-78 22,-78 18,0 6,0", c.dark),
        *(rect(x, -70, 3, 62, c.dark, rx=1.5) for x in (-14, -5)),
        rect(-26, -86, 52, 10, c.light, rx=4),
        path("M-22 -86 Q-20 -100 0 -100 Q20 -100 22 -86 Z", c.base),
        rect(-12, -95, 24, 6, c.deep, rx=3),
    )


def post_box(tone: Tone, colour: str, rng: random.Random) -> str:
    """A round post box."""
    c = shades(tone, colour)
    return in_cm(
        rect(-25, -8, 50, 8, tone(INK), rx=3),
        rect(-22, -140, 44, 134, c.base),
        rect(6, -140, 16, 134, c.dark),
        rect(-26, -20, 52, 12, c.dark, rx=4),
        path("M-27 -138 Q-26 -156 0 -160 Q26 -156 27 -138 Z", c.base),
        rect(-29, -141, 58, 9, c.light, rx=4),
        rect(-14, -122, 28, 6, tone(INK), rx=3),
        rect(-12, -104, 24, 22, tone(PAPER), rx=2),
        stroke("M-8 -98 L8 -98 M-8 -93 L8 -93 M-8 -88 L3 -88", c.dark, 1.4),
    )


def telephone_box(tone: Tone, colour: str, rng: random.Random) -> str:
    """A telephone box with glass walls."""
    c = shades(tone, colour)
    glow = tone(LAMP if rng.random() < 0.3 else PANE)
    return in_cm(
        rect(-46, -8, 92, 8, tone(IRON)),
        rect(-43, -226, 86, 220, c.base, rx=3),
        path("M-46 -224 Q-44 -246 0 -248 Q44 -246 46 -224 Z", c.base),
        rect(-48, -228, 96, 10, c.light, rx=3),
        rect(-34, -216, 68, 15, tone(PAPER), rx=2),
        stroke("M-24 -208 L24 -208", c.dark, 3),
        rect(-34, -196, 68, 172, glow),
        stroke("M-12 -196 L-12 -24 M12 -196 L12 -24", c.base, 4),
        stroke("".join(f"M-34 {y} L34 {y}" for y in range(-172, -30, 24)), c.base, 3.6),
        rect(32, -226, 11, 220, c.dark, rx=3),
        rect(-43, -26, 86, 20, c.dark, rx=3),
    )


def traffic_light(tone: Tone, colour: str, rng: random.Random) -> str:
    """A traffic light; its case has the main colour."""
    c = shades(tone, colour)
    lit = rng.randrange(3)
    bright, dull = ("#ee5a4c", "#f6c445", "#5fc46a"), ("#6d3a3c", "#70603a", "#39603f")
    return in_cm(
        rect(-12, -10, 24, 10, tone(IRON), rx=3),
        rect(-5, -220, 10, 214, tone(STEEL)),
        rect(1, -220, 4, 214, tone(IRON)),
        rect(-21, -320, 42, 112, c.base, rx=10),
        rect(8, -316, 13, 104, c.dark, rx=6),
        *(
            circle(0, y, 13, tone(bright[k] if k == lit else dull[k]))
            + path(
                f"M-16 {y - 3} A16 16 0 0 1 16 {y - 3} L13 {y - 4} A14 14 0 0 0 -13 {y - 4} Z",
                c.deep,
            )
            for k, y in enumerate((-299, -264, -229))
        ),
        circle(-4, (-303, -268, -233)[lit], 4, tone(LAMP)),
    )


def bus_stop(tone: Tone, colour: str, rng: random.Random) -> str:
    """A bus shelter with a bench and a sign in its main colour."""
    c = shades(tone, colour)
    iron, pane = tone(IRON), tone(PANE)
    return in_cm(
        rect(-140, -226, 240, 190, pane, opacity=0.75),
        facet("-110,-222 -70,-222 -130,-60 -138,-60 -138,-150", tone("#e3f1f4"), opacity=0.6),
        *(rect(x, -232, 9, 232, c.base) for x in (-144, -30, 96)),
        rect(-144, -40, 249, 10, c.dark),
        rect(-156, -246, 268, 18, c.base, rx=7),
        rect(-156, -234, 268, 7, c.dark, rx=3),
        rect(-112, -50, 150, 8, tone(WOOD), rx=3),
        *(rect(x, -44, 6, 44, iron) for x in (-98, 18)),
        rect(50, -190, 38, 70, tone(PAPER), rx=3),
        stroke(
            "M56 -178 L80 -178 M56 -166 L82 -166 M56 -154 L76 -154 M56 -142 L80 -142", c.base, 3
        ),
        rect(136, -250, 7, 250, tone(STEEL)),
        rect(120, -280, 40, 48, c.base, rx=6),
        rect(127, -272, 26, 20, tone(PAPER), rx=4),
        rect(130, -268, 20, 8, tone(GLASS), rx=2),
        *(circle(x, -250, 3.4, tone(PAPER)) for x in (133, 147)),
    )


def sign(tone: Tone, colour: str, rng: random.Random) -> str:
    """A signpost with two arms."""
    c = shades(tone, colour)
    return in_cm(
        rect(-5, -230, 10, 230, tone(OAK), rx=3),
        facet("-6,-216 62,-216 78,-201 62,-186 -6,-186", c.base),
        facet("6,-176 -56,-176 -72,-162 -56,-148 6,-148", c.dark),
        stroke("M6 -201 L54 -201", c.pale, 5),
        stroke("M-4 -162 L-48 -162", c.pale, 5),
        facet("-12,0 -8,-12 8,-12 13,0", tone(LEAF)),
    )


_PALES = (-120, -92, -65, -37, -10, 18, 45, 73, 100)


def fence(tone: Tone, colour: str, rng: random.Random) -> str:
    """A piece of wooden fence."""
    c = shades(tone, colour)
    return in_cm(
        rect(-120, -76, 240, 9, c.dark),
        rect(-120, -34, 240, 9, c.dark),
        *(facet(f"{x},0 {x},-92 {x + 10},-104 {x + 20},-92 {x + 20},0", c.base) for x in _PALES),
        *(rect(x + 14, -92, 6, 92, c.dark, opacity=0.55) for x in _PALES),
    )


def bench(tone: Tone, colour: str, rng: random.Random) -> str:
    """A park bench with a back."""
    c = shades(tone, colour)
    iron = tone(IRON)
    return in_cm(
        *(
            stroke(f"M{x} -84 L{x} -46 M{x} -44 L{x - 3} 0 M{x} -44 L{x + 4} 0", iron, 4.5)
            for x in (-66, 66)
        ),
        *(rect(-78, y, 156, 9, c.base, rx=3) for y in (-84, -71)),
        *(rect(-78, y + 7, 156, 2.4, c.dark, rx=1) for y in (-84, -71)),
        rect(-80, -52, 160, 5, c.light, rx=2),
        rect(-82, -47, 164, 7, c.base, rx=3),
        rect(-80, -40.5, 160, 3, c.deep, rx=1.5),
        *(
            stroke(f"M{x} -46 Q{x + 2} -62 {x - 6 if x < 0 else x + 6} -62", iron, 4)
            for x in (-74, 74)
        ),
        up=2.3,
    )


STREET = (
    Thing(
        "street lamp",
        0.54,
        4.18,
        street_lamp,
        "#4a5560",
        "street",
        shines_at=(0, -3.66),
        foot_m=0.35,
        words=Words(
            also=("street light", "streetlamp", "streetlight", "lamp post"),
            learned={"A1": "light", "A2": "street lamp"},
        ),
        traits=("small scenery",),
        looks=("tall",),
    ),
    Thing(
        "bin",
        0.52,
        1.0,
        bin_,
        "#4f8a5c",
        "street",
        words=Words(also=("garbage can", "trash bin", "dustbin", "trash can", "rubbish bin")),
        traits=("small scenery",),
    ),
    Thing(
        "post box",
        0.58,
        1.6,
        post_box,
        "#cf4038",
        "street",
        words=Words(also=("mail box", "mailbox")),
    ),
    Thing(
        "telephone box",
        0.96,
        2.48,
        telephone_box,
        "#cf4038",
        "street",
        words=Words(also=("phone booth", "phone box")),
    ),
    Thing(
        "traffic light",
        0.42,
        3.2,
        traffic_light,
        "#4c535c",
        "street",
        foot_m=0.26,
        found_at="street",
    ),
    Thing(
        "bus stop",
        3.2,
        2.8,
        bus_stop,
        "#3f78b5",
        "street",
        seat_m=0.48,
        seat_x_m=-0.37,
        traits=("waited for", "shelters"),
        found_at="bus stop",
        coloured="if asked",
    ),
    Thing(
        "sign",
        1.52,
        2.3,
        sign,
        "#3f7f5f",
        "street",
        foot_m=0.25,
        traits=("small scenery",),
        words=Words(kinds=("street sign", "road sign", "traffic sign")),
    ),
    Thing(
        "fence",
        2.4,
        1.04,
        fence,
        "#c9a273",
        "outdoor",
        top_m=0.98,
        traits=("small scenery",),
        looks=("wooden", "brown"),
    ),
    Thing(
        "bench",
        1.64,
        0.89,
        bench,
        "#a9713f",
        "street",
        seat_m=0.48,
        words=Words(also=("park bench",)),
        traits=("sat on", "seats two", "open below", "seen through"),
        looks=("wooden", "long"),
        parts=("leg", "seat"),
    ),
)
