"""Four-legged animals in their poses: the parts of one drawing, moved at their joints.

Lengths are in centimetres, where the parts are when the animal stands; it faces right.
"""

from __future__ import annotations

from math import cos, radians, sin

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, limb
from imagespeak_core.generators.illustrator.drawing.svg import (
    Point,
    Tone,
    ellipse,
    group,
    moved,
    number,
    stroke,
)
from imagespeak_core.generators.illustrator.things.animal_parts import (
    Build,
    Parts,
    Triple,
    closed_eye,
    eye,
)
from imagespeak_core.generators.illustrator.things.gaits import Angles, Gait

_HIND_SHARES = (0.4, 0.36, 0.28)
_FRONT_SHARES = (0.52, 0.5)
_AT_GROUND = -2.0


def standing(parts: Parts, tone: Tone, colour: str) -> str:
    """The animal as it stands."""
    head = parts.head + _eyes(parts, tone, colour, shut=False)
    return parts.tail + parts.legs[0] + parts.body + parts.neck + head + parts.legs[1]


def posed(build: Build, parts: Parts, gait: Gait, tone: Tone, colour: str) -> tuple[str, Point]:
    """The animal in another pose, and where its mouth is then."""
    body = _Body(build, gait)
    head = parts.low_head if gait.grounded and parts.low_head else parts.head
    head += _eyes(parts, tone, colour, shut=gait.shut)
    head = body.headed(head + (parts.mouth if gait.calls else ""))
    far = body.leg(parts, 1, hind=True) + body.leg(parts, 1, hind=False)
    near = body.leg(parts, 0, hind=True) + body.leg(parts, 0, hind=False)
    if gait.support == "water":
        return body.above_water(parts) + head, body.mouth
    tail = body.on_trunk(_turned(parts.tail, body.tail, build.root))
    throat = "" if build.neck_turns else body.throat(parts.throat or parts.coats[0])
    hidden = gait.grounded and not build.neck_turns
    neck = "" if hidden else body.on_trunk(_turned(parts.neck, body.bend, build.neck))
    return tail + far + body.on_trunk(parts.body) + throat + neck + head + near, body.mouth


class _Body:
    """Where the joints come to be in a pose."""

    def __init__(self, build: Build, gait: Gait) -> None:
        self._build, self._gait = build, gait
        self._pitch = gait.pitch + (build.pitch if gait.leans else 0.0)
        self._down = 0.0
        self._down = self._lowered()
        resting = gait.support == "belly"
        self._nod = (build.chin if resting else build.nod) if gait.grounded else gait.nod
        self.bend = gait.bend
        self.tail = gait.tail
        if gait.support in {"belly", "haunches"}:
            self.tail = build.tail - 1.4 * self._pitch
        if gait.support == "haunches":
            self.bend -= 0.8 * self._pitch
        if gait.grounded and build.neck_turns:
            self.bend = self._bend_to_ground()
        self._poll = self._poll_at(self.bend)
        if gait.grounded and not build.neck_turns:
            ahead = 0.12 * build.thick
            self._poll = (
                self._poll[0] + ahead,
                _AT_GROUND - self._mouth_from(self._poll)[1] + (self._poll[1]),
            )
        if gait.support == "water":
            self._poll = self._poll[0], build.poll[1] - build.muzzle[1] - 0.22 * build.thick
        self.mouth = self._mouth_from(self._poll)

    def _lowered(self) -> float:
        build, gait = self._build, self._gait
        if gait.support == "belly":
            return -build.belly
        if gait.support == "haunches":
            return -build.hip[1] - 0.42 * build.thick
        if gait.support == "water":
            return -build.back - 0.3 * build.thick
        feet = [self._joints(at, hind=hind)[-1][1] for at in (0, 1) for hind in (True, False)]
        return -max(feet)

    def _at(self, point: Point) -> Point:
        """A point of the trunk, in the picture."""
        x, y = _rotated(point, self._pitch, self._build.hip)
        return x, y + self._down

    def _poll_at(self, bend: float) -> Point:
        return self._at(_rotated(self._build.poll, bend, self._build.neck))

    def _mouth_from(self, poll: Point) -> Point:
        build = self._build
        x, y = _rotated(build.muzzle, self._nod, build.poll)
        return x - build.poll[0] + poll[0], y - build.poll[1] + poll[1]

    def _bend_to_ground(self) -> float:
        low, high = -20.0, 150.0
        for _ in range(24):
            middle = (low + high) / 2
            if self._mouth_from(self._poll_at(middle))[1] < _AT_GROUND:
                low = middle
            else:
                high = middle
        return low if low < 149 else 110.0

    def on_trunk(self, part: str) -> str:
        """A part of the trunk, moved with it."""
        return moved(0, self._down, _turned(part, self._pitch, self._build.hip))

    def headed(self, head: str) -> str:
        """The head in its place."""
        x, y = self._build.poll
        turned = _turned(head, self._nod, (x, y))
        return moved(self._poll[0] - x, self._poll[1] - y, turned)

    def throat(self, coat: str) -> str:
        """The neck that shows between the trunk and a head that has moved away."""
        build = self._build
        x, y = self._at(build.neck)
        width = build.throat
        if not width or not self._gait.grounded:
            return ""
        to_x, to_y = self._poll
        return limb(_joints_text(((x, y, width), (to_x, to_y, width * 0.8))), coat)

    def above_water(self, parts: Parts) -> str:
        """Back and neck of a swimmer; the water line is at y = 0."""
        build = self._build
        rump, chest = build.hip[0] - 0.3 * build.thick, build.shoulder[0] + 0.2 * build.thick
        high = -0.3 * build.thick
        x, y = self._poll
        width = build.throat or 0.5 * build.thick
        back = (
            f"{rump},0 {rump + 5},{high * 0.8} {chest - 8},{high} {chest + 3},{high} {chest + 8},0"
        )
        neck = f"{chest - width},0 {x - width / 2},{y} {x + width / 2},{y} {chest + width * 0.7},0"
        return blob(back, parts.coats[1]) + facet(neck, parts.coats[0])

    def leg(self, parts: Parts, at: int, *, hind: bool) -> str:
        """One leg; `at` is 0 for the near one, 1 for the far one."""
        support = self._gait.support
        coat, foot = parts.coats[at], parts.feet[at]
        if support == "belly" or (support == "haunches" and hind):
            return self._folded(parts, at, hind=hind)
        if support == "haunches":
            return self._upright(coat, foot, at)
        widths = self._build.hind if hind else self._build.front
        points = self._joints(at, hind=hind)
        steps = (widths[0], widths[1] * 1.1, *((widths[2] * 1.1,) * (len(points) - 3)), widths[2])
        joints = [(x, y, w) for (x, y), w in zip(points, steps, strict=True)]
        top, knee = joints[0], joints[1]
        fill = (top[2] + knee[2]) / 2 + 0.12 * top[2]
        joints.insert(1, ((top[0] + knee[0]) / 2, (top[1] + knee[1]) / 2, fill))
        angles = (self._gait.hind if hind else self._gait.front)[at]
        end = points[-1]
        return limb(_joints_text(tuple(joints)), coat) + self._foot(end, angles[-1], foot)

    def _joints(self, at: int, *, hind: bool) -> list[Point]:
        build = self._build
        top = build.hip if hind else build.shoulder
        angles: Angles = (self._gait.hind if hind else self._gait.front)[at]
        shares = _HIND_SHARES if hind else _FRONT_SHARES
        long = -top[1] - (0.0 if not build.hoofed else build.foot)
        x, y = self._at(top)
        points = [(x + (0 if at == 0 else 0.1 * build.thick), y)]
        for angle, share in zip(angles, shares, strict=True):
            turned = radians(angle)
            x, y = points[-1]
            points.append((x + sin(turned) * share * long, y + cos(turned) * share * long))
        return points

    def _foot(self, end: Point, angle: float, fill: str) -> str:
        foot = self._build.foot
        if self._build.hoofed:
            half = self._build.hind[2] * 0.62
            hoof = f"{-half},-2 {half},-2 {half + 2},{foot} {-half},{foot}"
            return moved(*end, facet(hoof, fill), turn=-angle)
        tilt = -angle * 0.9 if abs(angle) > 30 else 0.0
        return moved(*end, ellipse(foot * 0.2, -foot * 0.1, foot / 2, foot * 0.26, fill), turn=tilt)

    def _folded(self, parts: Parts, at: int, *, hind: bool) -> str:
        build, t = self._build, self._build.thick
        coat, foot = parts.coats[at], parts.feet[at]
        x, y = self._at(build.hip if hind else build.shoulder)
        wide = build.hind if hind else build.front
        low = -wide[2] * 0.55
        if hind:
            x += 0.06 * t * (1 - at)
            shin = ((x + 0.5 * t, -0.3 * t, wide[1]), (x + 0.1 * t, low, wide[2] * 1.1),
                    (x + 0.62 * t, low, wide[2] * 1.1))  # fmt: skip
            end = (x + 0.62 * t, low)
            folded = limb(_joints_text(shin), coat) + self._foot(end, 90, foot)
            if at:
                return folded
            thigh = ellipse(x + 0.1 * t, -0.38 * t, 0.42 * t, 0.38 * t, parts.haunch or coat)
            d = f"M{number(x + 0.2 * t)} {number(-0.72 * t)}"
            d += f" q{number(0.36 * t)} {number(0.12 * t)} {number(0.3 * t)} {number(0.44 * t)}"
            return thigh + folded + stroke(d, parts.coats[1], 0.03 * t)
        x += 0.14 * t * at
        if build.hoofed:
            knee = (x + 0.4 * t, low * 1.4, wide[2] * 1.2)
            arm = ((x, min(y, -0.3 * t), wide[0] * 0.8), knee, (x + 0.02 * t, low, wide[2]))
            return limb(_joints_text(arm), coat)
        arm = ((x, min(y, -0.3 * t), wide[0] * 0.8), (x - 0.06 * t, low * 1.5, wide[1]),
               (x + 0.62 * t, low, wide[2]))  # fmt: skip
        return limb(_joints_text(arm), coat) + self._foot((x + 0.62 * t, low), 0, foot)

    def _upright(self, coat: str, foot: str, at: int) -> str:
        wide = self._build.front
        x, y = self._at(self._build.shoulder)
        x += 0.16 * self._build.thick * at
        end = x + 0.05 * self._build.thick, -self._build.foot * 0.2
        joints = ((x, y, wide[0]), (x, y * 0.5, wide[1]), (*end, wide[2]))
        return limb(_joints_text(joints), coat) + self._foot(end, 0, foot)


def _eyes(parts: Parts, tone: Tone, colour: str, *, shut: bool) -> str:
    around = parts.face or colour
    drawn = closed_eye if shut else eye
    return "".join(drawn(tone, *place, around) for place in parts.eyes)


def _turned(part: str, degrees: float, about: Point) -> str:
    if not part or abs(degrees) < 0.01:
        return part
    x, y = about
    return group(part, transform=f"rotate({number(degrees)} {number(x)} {number(y)})")


def _rotated(point: Point, degrees: float, about: Point) -> Point:
    turned = radians(degrees)
    x, y = point[0] - about[0], point[1] - about[1]
    return (
        about[0] + x * cos(turned) - y * sin(turned),
        about[1] + x * sin(turned) + y * cos(turned),
    )


def _joints_text(joints: tuple[Triple, ...]) -> str:
    return " ".join(f"{number(x)},{number(y)},{number(width)}" for x, y, width in joints)
