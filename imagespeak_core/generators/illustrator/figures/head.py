"""The head: hair behind, skull, face, hair, hat; drawn in head heights and put in its place."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.drawing.colours import brightness, shade, tint
from imagespeak_core.generators.illustrator.drawing.svg import Tone, group, number, path
from imagespeak_core.generators.illustrator.figures import face, hair, hats
from imagespeak_core.generators.illustrator.figures.person import Person
from imagespeak_core.generators.illustrator.figures.skeleton import Skeleton


def _placed(bones: Skeleton, *parts: str) -> str:
    x, y = bones.head
    move = f"translate({number(x)} {number(y)}) rotate({number(bones.head_turn)}) "
    move += f"scale({number(bones.body.head)})"
    return group(*parts, class_="head", transform=move)


def hair_behind(person: Person, bones: Skeleton, tone: Tone) -> str:
    """Hair and cloth that hang behind the body."""
    if person.hat in hats.COVERING:
        return _placed(bones, hats.behind(person, tone))
    person = replace(person, hair=hats.hair_under(person))
    d = hair.behind(person, bones.body.face_width)
    cloth = hats.behind(person, tone)
    if not d:
        return _placed(bones, cloth) if cloth else ""
    return _placed(bones, cloth, path(d, tone(shade(person.hair_colour, 0.2))))


def head(person: Person, bones: Skeleton, eyes: face.Eyes, tone: Tone) -> str:
    """The head in front of the body."""
    person = replace(person, hair=hats.hair_under(person))
    width = bones.body.face_width
    skin, inner = tone(person.skin), tone(shade(person.skin, 0.14))
    parts: list[str] = []
    if person.view == "back":
        parts += [face.ears(person, width, skin, inner), path(face.skull(person, width), skin)]
    else:
        if person.view == "front" and hair.ear_shows(person):
            parts.append(face.ears(person, width, skin, inner))
        parts.append(path(face.skull(person, width), skin))
        if person.beard:
            parts.append(path(hair.beard(person), tone(face.beard_colour(person))))
        parts.append(face.features(person, eyes, tone))
    if person.hat not in hats.COVERING:
        parts += _hair(person, width, tone)
        if person.view == "side" and hair.ear_shows(person):
            parts.append(face.ears(person, width, skin, inner))
    if person.hat:
        parts.append(hats.hat(person, width, tone))
    return _placed(bones, *parts)


def _hair(person: Person, width: float, tone: Tone) -> list[str]:
    colour = person.hair_colour
    parts = [path(hair.cap(person, width), tone(colour))]
    shine = hair.shine(person, width)
    if shine and not person.hat:
        light = tint(colour, 0.3 if brightness(colour) > 0.3 else 0.2)
        parts.append(path(shine, stroke=tone(light), stroke_width=0.045, stroke_linecap="round"))
    return parts
