"""True sentences about one of several, told apart by side, clothes, hair or what they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from imagespeak_core.generators.illustrator.scene import Shown
from tests.core.speaking_seen import Said, Seen, capital, piece, worn
from tests.core.speaking_words import HELD, PAIRS, PLACES, a, doings, names_of, pronoun

_BESIDE = {"next to": "next to", "left of": "to the left of", "right of": "to the right of",
           "behind": "behind", "in front of": "in front of"}  # fmt: skip


def _tellings(item: Shown) -> list[str]:
    """What somebody may be told by: "with a beard", "in the red coat", "on the left"."""
    looks = dict((*item.wearing, *item.also_wearing))
    told = ["in the middle" if item.side == "middle" else f"on the {item.side}"]
    if item.kind != "person":
        return told
    told += [f"with {a(what)}" for what in ("beard", "moustache", "ponytail") if what in looks]
    told += ["with glasses"] if "glasses" in looks else []
    told += [f"with {looks['hair']} hair"] if looks.get("hair") else []
    told += [
        f"in the {colour} {wear}"
        for wear, colour in worn(item)
        if colour and wear in {"jacket", "coat", "dress", "jumper", "sweater", "shirt"}
    ]
    told += ["with the umbrella"] if item.holding == "umbrella" else []
    return told


def _told_by(seen: Seen) -> Iterator[Said]:
    for item in seen.items:
        word = names_of(item)[0]
        ids = (seen.called(word),)
        for told in _tellings(item):
            for does in doings(item, seen.scene)[:2]:
                yield "A2", f"The {word} {told} is {does}.", ids
                yield "B1", f"The {word} {told}, I believe, is {does}.", ()
                yield (
                    "B1",
                    f"The {word} who is {told} is {does}."
                    if told.startswith(("in ", "on "))
                    else f"The {word} {told} is the one who is {does}.",
                    (),
                )
                yield "B2", f"As for the {word} {told}, {pronoun(item)} is {does}.", ()
            for wear, colour in worn(item)[:3] if item.kind == "person" else []:
                yield "B1", f"The {word} {told} is wearing {piece(wear, colour)}.", ids
                if wear not in PAIRS:
                    yield "B2", f"The {wear} of the {word} {told} is {colour or 'nice'}.", ()
            if item.holding in HELD and item.action in {"hold", "stand", "walk", "carry"}:
                yield "B1", f"The {word} {told} has {a(HELD[item.holding])}.", ids


def _beside(seen: Seen) -> Iterator[Said]:
    for link in seen.scene.links:
        one, other = seen.by_id.get(link.subject), seen.by_id.get(link.target)
        if one is None or other is None or link.relation not in _BESIDE:
            continue
        where = _BESIDE[link.relation]
        for told in _tellings(one)[1:3]:
            for also in _tellings(other)[1:3]:
                first, last = f"{names_of(one)[0]} {told}", f"{names_of(other)[0]} {also}"
                yield "B1", f"The {first} is {where} the {last}.", ()
                for does in doings(one, seen.scene)[:1]:
                    yield "B2", f"The {first} is {does} {where} the {last}.", ()
                    yield "B2", f"{capital(where)} the {last}, the {first} is {does}.", ()


def _captions(seen: Seen) -> Iterator[Said]:
    """Without a finite verb, as pictures are titled."""
    for item in seen.items:
        word = names_of(item)[0]
        ids = (seen.called(word),)
        for does in doings(item, seen.scene)[:2]:
            yield "A2", f"{capital(a(word))} {does}", ids
            for noun, at in PLACES.get(seen.scene.place, ())[:1]:
                yield "A2", f"{capital(a(word))} {does} {at} {a(noun)}", ids
                yield "B1", f"{capital(a(word))} {does} {at} the {noun}", ids
            for told in _tellings(item)[:3]:
                yield "B1", f"{capital(a(word))} {told} {does}", ids
        for colour in [item.colour] if item.colour and item.kind != "person" else []:
            yield "A2", f"{capital(a(f'{colour} {word}'))}", ids


APART: tuple[Callable[[Seen], Iterator[Said]], ...] = (_told_by, _beside, _captions)
