"""A person as SVG: far limbs, body, near leg, head, near arm, and what the hands hold."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.drawing.colours import brightness, shade, tint
from imagespeak_core.generators.illustrator.drawing.svg import Tone, path
from imagespeak_core.generators.illustrator.figures import (
    limbs,
    ridden,
    role_signs,
    swimming,
    tops,
    torso,
)
from imagespeak_core.generators.illustrator.figures.body import Body
from imagespeak_core.generators.illustrator.figures.head import hair_behind, head
from imagespeak_core.generators.illustrator.figures.held import held
from imagespeak_core.generators.illustrator.figures.person import (
    Person,
    face_of,
    plan_of,
    skeleton_of,
)
from imagespeak_core.generators.illustrator.figures.poses import Gesture
from imagespeak_core.generators.illustrator.figures.shoes import shoe
from imagespeak_core.generators.illustrator.figures.skeleton import Leg, Skeleton, View
from imagespeak_core.generators.illustrator.things.in_hand.sport import BALL, football

_SLEEVES = {"shirt": 0.38, "vest": 0.0, "bare": 0.0, "dress": 0.3, "gown": 0.3}
"""Share of the arm that a top covers, where it is not all of it."""

_HEMS = {"jumper": -0.08, "long shirt": -0.07, "jacket": -0.1, "dress": 0.15, "gown": 0.15}
_HEM = -0.05
"""How low a top ends: 0 is at the hips, 1 at the neck."""

_DRESSES = {"dress": (0.6, 0.045), "gown": (0.95, 0.07)}
"""How far down the legs a dress hangs, and how much wider than they it is at the hem."""

_LOOSE = {"jumper": 0.008, "jacket": 0.01, "coat": 0.012}


def draw_person(person: Person, tone: Tone) -> str:
    """The person in metres, facing right, standing at (0, 0), in the order of painting.

    A person who sits has the hips over x = 0 and the feet on y = 0, the seat at
    `seat_height_m`; one who lies has the back on y = 0; one who swims has y = 0 as the water.
    """
    plan = plan_of(person)
    person = replace(person, view=plan.view, mood=face_of(person))
    bones, gesture = skeleton_of(person), plan.gesture
    if plan.stance.base == "water":
        return swimming.swimmer(person, bones, tone)
    far_arm = _arm(person, bones, gesture, tone, near=False)
    near_arm = _arm(person, bones, gesture, tone, near=True)
    near_arm = _things(person, bones, gesture, "near", tone) + near_arm
    far_things = _things(person, bones, gesture, "far", tone)
    face = head(person, bones, gesture.eyes, tone)
    body = _body(person, bones, plan.stance.base == "bicycle", tone)
    behind = hair_behind(person, bones, tone)
    if person.view == "back":
        return (
            far_things + far_arm + near_arm + body + role_signs.backpack(person, bones, tone) + face
        )
    behind += role_signs.backpack(person, bones, tone)
    if person.view == "front":
        near_arm, far_arm = far_arm + far_things + near_arm, ""
        far_things = ""
    over = face + near_arm if gesture.over_head else near_arm + face
    parts = [behind, far_arm, body, far_things, over]
    if person.action == "kick":
        parts.append(_ball_at_foot(bones, person.held_colour or BALL, tone))
    if plan.posture == "wheelchair":
        parts.insert(0, ridden.wheelchair_back(bones, "#4f7cac", tone))
        parts.append(ridden.wheelchair_front(bones, "#4f7cac", tone))
    return "".join(parts)


def one_arm(person: Person, tone: Tone, *, near: bool) -> str:
    """An arm alone, to be drawn over whom it goes around, or out of a window."""
    plan = plan_of(person)
    person = replace(person, view=plan.view)
    return _arm(person, skeleton_of(person), plan.gesture, tone, near=near)


def near_leg(person: Person, tone: Tone) -> str:
    """A person's near leg alone, to be drawn over who carries the person."""
    bones = skeleton_of(person)
    return _leg(person, bones, bones.near_leg, 0.0, tone)


def _body(person: Person, bones: Skeleton, riding: bool, tone: Tone) -> str:
    """Legs, trunk, neck, and what is worn on them."""
    return "".join(
        (
            _leg(person, bones, bones.far_leg, 0.15, tone),
            ridden.bicycle(bones, person.held_colour, tone) if riding else "",
            _leg(person, bones, bones.near_leg, 0.0, tone),
            ridden.pedal(bones, tone) if riding else "",
            _bottom(person, bones, tone),
            _top(person, bones, tone),
            torso.neck(bones, tone(shade(person.skin, 0.13))) if person.view != "back" else "",
            role_signs.worn(person, bones, tone),
        )
    )


def _arm(person: Person, bones: Skeleton, gesture: Gesture, tone: Tone, *, near: bool) -> str:
    arm = bones.near_arm if near else bones.far_arm
    shape = gesture.near_hand if near else gesture.far_hand
    lit = near or bones.view != "side"
    skin = person.skin if lit else shade(person.skin, 0.14)
    sleeve = _near_sleeve(person.top_colour, bones.view) if lit else shade(person.top_colour, 0.18)
    share = _SLEEVES.get(person.top, 0.97)
    glove = person.glove_colour
    if glove is not None:
        glove = tone(glove if lit else shade(glove, 0.14))
    return limbs.arm(bones.body, arm, shape, tone(skin), tone(sleeve), share, glove)


def _near_sleeve(colour: str, view: View) -> str:
    """The sleeve in front of the trunk: lighter, or darker where the cloth is almost white."""
    if brightness(colour) > 0.82:
        return shade(colour, 0.08)
    return tint(colour, 0.15 if view == "side" else 0.08)


def _leg(person: Person, bones: Skeleton, leg: Leg, dark: float, tone: Tone) -> str:
    body = bones.body
    dark = dark if bones.view == "side" else 0.0
    barefoot = person.shoe_colour == person.skin
    sole = tone(shade(person.skin if barefoot else "#f3e9df", dark + 0.1 * (not barefoot)))
    leather = tone(shade(person.shoe_colour, dark))
    foot = shoe(body, leg, bones.view, leather, sole)
    if person.boots and not barefoot:
        return _leg_in(person, body, leg, dark, tone) + foot + limbs.boot_leg(body, leg, leather)
    return _leg_in(person, body, leg, dark, tone, foot)


def _leg_in(person: Person, body: Body, leg: Leg, dark: float, tone: Tone, foot: str = "") -> str:
    """A leg in trousers over the foot, or bare with the foot over it."""
    if person.bottom == "trousers" and person.top not in _DRESSES:
        cloth = tone(shade(person.bottom_colour, dark))
        return foot + limbs.trouser_leg(body, leg, cloth, 1.0)
    bare = limbs.bare_leg(body, leg, tone(shade(person.skin, dark)))
    if person.bottom == "shorts" and person.top not in _DRESSES:
        bare += limbs.trouser_leg(body, leg, tone(shade(person.bottom_colour, dark)), 0.46)
    return bare + foot


def _bottom(person: Person, bones: Skeleton, tone: Tone) -> str:
    if person.top in _DRESSES:
        long, flare = _DRESSES[person.top]
        return path(torso.skirt(person, bones, long, flare), tone(person.top_colour)) + (
            tops.folds(person, bones, long, tone(shade(person.top_colour, 0.13)))
        )
    if person.bottom == "skirt":
        return path(torso.skirt(person, bones, 0.56, 0.04), tone(person.bottom_colour)) + (
            tops.folds(person, bones, 0.56, tone(shade(person.bottom_colour, 0.13)))
        )
    bare = person.bottom == "briefs" and person.top != "bare"
    colour = person.top_colour if bare else person.bottom_colour
    return path(torso.hips(person, bones), tone(colour))


def _top(person: Person, bones: Skeleton, tone: Tone) -> str:
    loose = _LOOSE.get(person.top, 0.005)
    hem = _HEMS.get(person.top, _HEM)
    if person.top == "bare":
        person = replace(person, top_colour=person.skin)
    colour = tone(person.top_colour)
    drawn = path(torso.skirt(person, bones, 0.4, 0.012), colour) if person.top == "coat" else ""
    drawn += path(torso.trunk(person, bones, hem, loose), colour)
    if bones.view == "side":
        shaded = tone(shade(person.top_colour, 0.1))
        drawn += path(torso.back_shadow(person, bones, hem, loose), shaded)
    return drawn + tops.details(person, bones, hem, loose, tone)


def _things(person: Person, bones: Skeleton, gesture: Gesture, hand: str, tone: Tone) -> str:
    """What that hand holds; what both hold is drawn with the far one unless it hides the face."""
    shared = "near" if gesture.over_head else "far"
    drawn = ""
    own = person.held or (gesture.holds[0].kind if gesture.holds else "")
    for grip in gesture.holds:
        if (shared if grip.hand == "both" else grip.hand) == hand:
            colour = person.held_colour if grip.kind == own else None
            drawn += held(bones, grip, colour, tone)
    return drawn


def _ball_at_foot(bones: Skeleton, colour: str, tone: Tone) -> str:
    x = bones.near_leg.ankle[0] + bones.body.foot * 1.25
    return football(x + 0.06, -0.11, 0.11, colour, tone)
