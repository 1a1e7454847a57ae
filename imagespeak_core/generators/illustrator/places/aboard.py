"""Inside a train, a bus or a plane: seats in rows at the windows, with what is outside."""

from __future__ import annotations

from dataclasses import dataclass

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.paths import boxes
from imagespeak_core.generators.illustrator.drawing.svg import group, number, path, rect
from imagespeak_core.generators.illustrator.places.casts import (
    children,
    in_role,
    man,
    people,
    seated,
    thing,
    woman,
)
from imagespeak_core.generators.illustrator.places.place import Place, Seating
from imagespeak_core.generators.illustrator.places.views import (
    View,
    clouds,
    draw_view,
    fields,
    houses,
)
from imagespeak_core.generators.illustrator.scenery.ceilings import ceiling_m
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import shadow
from imagespeak_core.generators.illustrator.scenery.room import Room, finish, new_room, plank_floor
from imagespeak_core.generators.illustrator.scenery.stage import Stage
from imagespeak_core.generators.illustrator.things.catalog import THINGS

CLOTHS = ("#4f7fae", "#3f8f8b", "#8a6aa9", "#c9744f", "#5f8f5a", "#b5535a")
BAGS = ("#c8534f", "#3f6fa8", "#d99a3c", "#6f7f5a", "#8a5a7c")


@dataclass(frozen=True, slots=True)
class Carriage:
    """What makes one vehicle's inside differ from another's; sizes in metres."""

    view: View
    pane_m: tuple[float, float]
    round_m: float
    low_m: float
    step_m: float
    wall: str
    facing: bool
    rack: str


_TRAIN = Carriage(fields, (1.5, 0.95), 0.12, 0.95, 1.95, "#e9e4d6", facing=True, rack="rack")
_BUS = Carriage(houses, (1.35, 1.15), 0.08, 0.85, 1.5, "#dfe5e4", facing=False, rack="pole")
_PLANE = Carriage(clouds, (0.46, 0.62), 0.22, 1.0, 0.95, "#eef0ee", facing=False, rack="locker")


def _inside(carriage: Carriage, frame: Frame) -> Stage:
    room, rng = new_room(frame, 0.7), frame.rng
    cloth = rng.choice(CLOTHS)
    high = carriage.low_m + carriage.pane_m[1]
    back = group(
        _at_the_wall(room, draw_view(room, carriage.low_m - 0.1, high + 0.1, carriage.view)),
        _at_the_wall(room, _wall(room, carriage, cloth)),
        _ceiling(room, carriage),
    )
    room.put(_OVERHEAD[carriage.rack](room), 0.0)
    for x in _columns(room, carriage.step_m):
        room.tell("window", x, carriage.low_m, carriage.pane_m)
    _seats(room, carriage)
    floor = plank_floor(room, rng.choice(("#9aa3a8", "#a8a094", "#8f9ba3")))
    return finish(room, back, floor)


def _at_the_wall(room: Room, drawn: str) -> str:
    scale = number(room.scale)
    return group(drawn, transform=f"translate(0 {number(room.wall_px)}) scale({scale})")


def _columns(room: Room, step: float) -> list[float]:
    """The middles of the windows, one of them near the middle of the picture."""
    shift = room.width_m / 2 % step - step
    return [shift + index * step for index in range(int(room.width_m / step) + 4)]


def _wall(room: Room, carriage: Carriage, cloth: str) -> str:
    """The wall with its windows cut out, their rims, and a band of colour below."""
    tone, top = room.frame.mood.tone, ceiling_m(room)
    (wide, tall), turn, low = carriage.pane_m, carriage.round_m, carriage.low_m
    holes = "".join(
        f"M{x - wide / 2 + turn:.3f} {-low - tall:.3f}h{wide - 2 * turn:.3f}"
        f"a{turn} {turn} 0 0 1 {turn} {turn}v{tall - 2 * turn:.3f}"
        f"a{turn} {turn} 0 0 1 {-turn} {turn}"
        f"h{2 * turn - wide:.3f}a{turn} {turn} 0 0 1 {-turn} {-turn}v{2 * turn - tall:.3f}"
        f"a{turn} {turn} 0 0 1 {turn} {-turn}z"
        for x in _columns(room, carriage.step_m)
    )
    outline = f"M-1 {-top:.3f}H{room.width_m + 1:.3f}V0H-1Z"
    shine = "".join(
        f"M{x - wide * 0.3:.3f} {-low - 0.06:.3f}l{wide * 0.26:.3f} {0.12 - tall:.3f}"
        f"h{wide * 0.14:.3f}l{-wide * 0.26:.3f} {tall - 0.12:.3f}z"
        for x in _columns(room, carriage.step_m)
    )
    return group(
        path(shine, "#ffffff", fill_opacity=0.14),
        path(outline + holes, tone(carriage.wall), fill_rule="evenodd"),
        rect(-1, -0.75, room.width_m + 2, 0.75, tone(darker(carriage.wall, 0.12))),
        rect(-1, -0.79, room.width_m + 2, 0.05, tone(cloth)),
        path(holes, stroke=tone(darker(carriage.wall, 0.28)), stroke_width=0.045),
        path(holes, stroke=tone(lighter(carriage.wall, 0.6)), stroke_width=0.018),
        id="carriage-windows",
    )


def _ceiling(room: Room, carriage: Carriage) -> str:
    """The rounded ceiling with a strip of light."""
    frame, tone = room.frame, room.frame.mood.tone
    edge = max(frame.height * 0.03, room.wall_px - ceiling_m(room) * room.scale)
    light = "#fff4cf" if frame.mood.lamps_lit else "#fbfaf2"
    return group(
        rect(0, 0, frame.width, edge, tone(lighter(carriage.wall, 0.45))),
        rect(0, edge * 0.3, frame.width, edge * 0.28, light),
        rect(0, edge, frame.width, room.scale * 0.05, tone(darker(carriage.wall, 0.2))),
        id="ceiling",
    )


def _rack(room: Room) -> str:
    """A rack with bags and suitcases above the windows."""
    tone, rng, wide = room.frame.mood.tone, room.frame.rng, room.width_m
    bags, x = [], rng.uniform(0.1, 0.6)
    while x < wide:
        across, tall = rng.uniform(0.35, 0.6), rng.uniform(0.2, 0.3)
        colour = rng.choice(BAGS)
        bags.append(rect(x, -2.16 - tall, across, tall, tone(colour), rx=0.05))
        bags.append(rect(x + across * 0.2, -2.16 - tall, 0.04, tall, tone(darker(colour, 0.25))))
        bags.append(rect(x + across * 0.7, -2.16 - tall, 0.04, tall, tone(darker(colour, 0.25))))
        x += across + rng.uniform(0.15, 1.1)
    bars = [(-1, -2.17 + 0.035 * row, wide + 2, 0.016) for row in range(3)]
    stays = [(at, -2.3, 0.03, 0.24) for at in _columns(room, 1.3)]
    return group(*bags, path(boxes([*bars, *stays]), tone("#8f9aa1")), id="luggage-rack")


def _poles(room: Room) -> str:
    """A yellow rail with straps to hold on to, and poles."""
    tone, wide = room.frame.mood.tone, room.width_m
    straps = [at + 0.2 for at in _columns(room, 0.62)]
    loops = "".join(f"M{x:.3f}-2.3v.16l-.07 .14h.14l-.07-.14" for x in straps)
    poles = [(at, -2.9, 0.045, 2.9) for at in _columns(room, 2.9)]
    return group(
        rect(-1, -2.34, wide + 2, 0.045, tone("#e5b53f")),
        path(loops, stroke=tone("#5f6b75"), stroke_width=0.028, stroke_linejoin="round"),
        path(boxes(poles), tone("#e5b53f")),
        id="straps",
    )


def _lockers(room: Room) -> str:
    """The lockers above the seats, with a small lamp over each row."""
    tone, wide = room.frame.mood.tone, room.width_m
    doors = _columns(room, 1.4)
    seams = [(x, -2.5, 0.02, 0.42) for x in doors]
    handles = [(x + 0.6, -2.16, 0.2, 0.035) for x in doors]
    lamps = [(x, -1.98, 0.09, 0.03) for x in _columns(room, 0.95)]
    return group(
        rect(-1, -2.55, wide + 2, 0.48, tone("#dfe4e6")),
        rect(-1, -2.12, wide + 2, 0.14, tone("#c3cbd0")),
        path(boxes(seams), tone("#aab4bb")),
        path(boxes(handles), tone("#8f9aa1")),
        path(boxes(lamps), "#fff0c0"),
        id="lockers",
    )


_OVERHEAD = {"rack": _rack, "pole": _poles, "locker": _lockers}


def _seats(room: Room, carriage: Carriage) -> None:
    """A row of seats under the windows: all one way, or face to face with a table between."""
    tone, rng = room.frame.mood.tone, room.frame.rng
    seat, middle = THINGS["seat"], room.width_m / 2
    step = 0.98 if not carriage.facing else carriage.step_m / 2
    way = rng.random() < 0.5
    for index, x in enumerate(_columns(room, step)):
        turned = (index % 2 == 1) if carriage.facing else way
        if abs(x - middle) > middle + 0.6:
            continue
        drawn = seat.draw(tone, seat.colour, rng)
        mirrored = "scale(-1 1)" if turned else "scale(1 1)"
        room.put(group(shadow(0.7), group(drawn, transform=mirrored)), x, -0.1)
        room.tell("seat", x, -0.1, (seat.width_m, seat.height_m))
        if carriage.facing and not turned:
            room.put(_table(room), x + step / 2, -0.08)


def _table(room: Room) -> str:
    tone = room.frame.mood.tone
    return group(
        rect(-0.03, -0.66, 0.06, 0.66, tone("#8f9aa1")),
        rect(-0.24, -0.71, 0.48, 0.05, tone("#d9d3c4"), rx=0.02),
    )


def train_carriage(frame: Frame) -> Stage:
    """A carriage with wide windows, tables between the seats, and bags in the rack."""
    return _inside(_TRAIN, frame)


def bus_cabin(frame: Frame) -> Stage:
    """A town bus with yellow poles; houses outside."""
    return _inside(_BUS, frame)


def plane_cabin(frame: Frame) -> Stage:
    """The cabin of a plane above the clouds."""
    return _inside(_PLANE, frame)


TRAIN_CARRIAGE = Place(
    name="train carriage",
    paint=train_carriage,
    words=(
        "train carriage", "carriage", "train compartment", "compartment", "subway", "underground",
        "metro",
    ),
    said="on a train",
    casts=(
        (seated(woman("read")), seated(man("phone"))),
        (seated(man("doze", "old")), seated(woman("eat")), thing("suitcase")),
        (woman("stand"), seated(children(2, "look"))),
    ),
    seating=Seating(seat="seat"),
    indoors=True,
    inside_of="train",
)  # fmt: skip


BUS_CABIN = Place(
    name="bus cabin",
    paint=bus_cabin,
    words=("bus cabin",),
    said="on a bus",
    noun="bus",
    casts=(
        (people(1, "stand"), seated(woman("phone"))),
        (seated(woman("read", "old")), man("stand"), children(1, "stand")),
        (seated(people(2, "talk")), people(1, "stand")),
    ),
    seating=Seating(seat="seat"),
    indoors=True,
    inside_of="bus",
)


PLANE_CABIN = Place(
    name="plane cabin",
    paint=plane_cabin,
    words=("plane cabin", "aeroplane cabin", "airplane cabin", "aircraft cabin"),
    said="on a plane",
    noun="plane",
    casts=(
        (seated(man("read")), seated(woman("drink"))),
        (seated(woman("doze")), seated(children(1, "look"))),
        (in_role("pilot"), seated(people(2, "look"))),
    ),
    seating=Seating(seat="seat"),
    indoors=True,
    glass="sky",
    inside_of="plane",
)
