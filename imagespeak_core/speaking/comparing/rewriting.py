"""The words of a learner, put so that the illustrator's reader reads them as they are meant.

The reader knows what prompts say. A text about a picture has words that ask for nothing, and
names that no drawing has, such as "animal"; each is passed over, or read as a word of its kind
that the reader knows. Every character of what is read leads back to one that was typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from imagespeak_core.generators.illustrator.words import people

_SYNONYMS: dict[str, str] = {
    "infant": "baby", "newborn": "baby", "gal": "woman", "dude": "guy", "fellow": "guy",
    "chap": "guy", "folks": "people", "human": "person", "humans": "people",
    "grandad": "grandfather", "granddad": "grandfather", "nana": "grandmother", "auntie": "aunt",
    "papa": "father", "mama": "mother", "buddy": "friend", "pal": "friend", "mate": "friend",
    "doggy": "dog", "calf": "cow", "lamb": "sheep", "hamster": "mouse", "rat": "mouse",
    "bull": "cow", "ox": "cow", "crow": "bird", "sparrow": "bird", "eagle": "bird",
    "hawk": "bird", "cab": "taxi", "minivan": "van", "coach": "bus", "aircraft": "plane",
    "jet": "plane", "package": "parcel", "purse": "bag", "baggage": "suitcase",
    "sweatshirt": "jumper", "tee": "shirt", "schoolbag": "backpack", "shelves": "shelf",
    "closet": "wardrobe", "pushchair": "pram", "stroller": "pram", "buggy": "pram",
    "baby car": "pram", "baby carriage": "pram",
    "lamppost": "street lamp", "streetlight": "street lamp", "postbox": "post box",
    "letterbox": "post box", "steps": "stairs", "monitor": "computer", "pc": "computer",
    "freezer": "fridge", "chessboard": "chess", "chess board": "chess", "magazine": "newspaper",
    "snowmen": "snowmans", "veggies": "vegetables", "sunshade": "umbrella",
}  # fmt: skip
"""Names that learners have for what the reader knows by another."""
STAND_INS: dict[str, str] = {
    "animal": "donkey", "creature": "donkey", "pet": "donkey", "insect": "spider", "bug": "spider",
    "vehicle": "tractor",
}  # fmt: skip
"""Names for many kinds → one that the reader knows, which is read in its stead."""

_PASSED = re.compile(
    r"\b(?:altogether|in total|in all|all together|as far as i can (?:see|tell)|as you can see|"
    r"as we can see|at (?:the|this) moment|right now|at the same time|"
    r"u+m+|u+h+|e+r+m*|h+m+|you know|i mean|okay|ok|well,|so,|first of all|firstly|secondly|"
    r"finally|of course|obviously|clearly|actually|basically|in colou?r|the colou?r of(?= the )|"
    r"a kind of|some kind of|kinds of|a lot)(?![\w'])(?! of)"
)
_COLOUR_OF = re.compile(r"\b(its|his|her|their) colou?rs? (is|are)\b")
_THERE_HAVE = re.compile(r"\bthere (?:have|has|got|be|was|were)\b")
_IN_PICTURE_HAVE = re.compile(r"\b(?:in (?:the|this) (?:picture|photo|image),? )(?:have|has)\b")
_RUNS_ON = re.compile(
    r"(?<=ing)(?P<two> (?=(?:a|an|the|this|that|another) (?:\w+ )?\w+ (?:is|are) ))"
    r"|(?<![a-z])(?P<colour>red|blue|green|yellow|brown|black|white|gr[ea]y|orange|pink|purple)"
    r" (?=(?:also |and )?(?:i can see|i see|we can see|there is|there are|one of the|on the|in the)"
    r" )"
)
"""Where a new sentence begins that no full stop parts from the one before."""
_NOT = re.compile(
    r"\b(is|are|was|were|do|does|did|have|has|had|can|could|will|would|should|wo|ca)nt\b"
)
_DOES = re.compile(
    r"\b(?P<who>man|woman|boy|girl|lady|guy|person|child|artist|painter|people|men|women|children|"
    r"kids?|boys|girls|grandmother|grandma) (?P<does>painting|knitting|drawing|fishing|cooking|"
    r"shopping|swimming|camping|dancing|singing|reading|writing|running|sleeping|gardening|"
    r"skiing|surfing|sailing|cycling|skating|jogging|hiking)\b"
    r"(?! (?:is|are)\b)"
)
_COOKS = re.compile(
    r"\b(?P<who>man|woman|boy|girl|lady|guy|mother|father|mom|mum|dad|he|she|they|people|kid|child|"
    r"fisherman|fishermen|grandfather|grandpa|kids|children|boys|girls|person|guy|men|women)"
    r" (?P<does>cook|paint|photograph|drive|fish)(?:e?s)?\b(?! (?:is|are)\b)"
)
"""A verb without its ending, which would be read as a noun."""
_BESIDE = re.compile(
    r"\b(?:in|at) the (?:left|right)(?: side)? of (?=(?:the|an?) (?!picture|photo|image|scene))"
)
"""What is said of a thing beside it, and not of a side of the picture."""
_PROVERBS = re.compile(
    r"\b(?:rain\w* cats and dogs|a piece of cake|king of (?:the )?(?:animals|jungle))\b"
)
_CALLED = re.compile(rf"\b({'|'.join(_SYNONYMS)})(s?)\b")
_THOUGHT = re.compile(
    r"\b(?:i (?:think|thing|guess|believe|suppose|am sure)(?: that)?|maybe|perhaps|probably|"
    r"i'm sure(?: that)?|in my opinion)\b,?"
)
"""What makes a sentence a guess; that it does is told by `hedges`."""
_NAMED = re.compile(rf"\b({'|'.join(STAND_INS)})(e?s)?\b")
_COLOUR = (
    r"(?:(?:light|dark|bright) )?"
    r"(?:red|blue|green|yellow|brown|black|white|gr[ea]y|orange|pink|purple)"
)
_COLOURS = rf"{_COLOUR}(?:(?:,| and|, and) {_COLOUR})*"
_WORN = "|".join(sorted((re.escape(one) for one in people.CLOTHES), key=len, reverse=True))
_MOVED: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (
        re.compile(
            rf"\b(?P<who>(?:the|a|an|this|that) (?:\w+ )?\w+)'s (?P<what>{_WORN}) (?:is|are)"
            rf" (?P<colour>{_COLOURS})\b(?![\w'-]| (?:and|or|but not) )"
        ),
        ("who", " is wearing ", "colour", " ", "what"),
    ),
    (
        re.compile(
            rf"\b(?P<what>{_WORN}) (?:which|that) (?:is|are) (?P<colour>{_COLOURS})"
            rf"\b(?![\w'-]| (?:and|or|but not) )"
        ),
        ("colour", " ", "what"),
    ),
)
"""What the reader knows in another order only: "the man's hat is red", "a hat that is red"."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What is read in a text's stead.

    Attributes:
        text: What is read.
        origins: For each of its characters, the index of the one that was typed.
    """

    text: str
    origins: tuple[int, ...]


def rewritten(text: str) -> Rewritten:
    """A text as it is to be read."""
    now = Rewritten(text.replace("’", "'"), tuple(range(len(text))))
    for pattern, order in _MOVED:
        now = _moved(now, pattern, order)
    for pattern, instead in _RULES:
        now = _replaced(now, pattern, instead)
    return now


_ING = {
    "cook": "cooking", "paint": "painting", "photograph": "photographing", "drive": "driving",
    "fish": "fishing",
}  # fmt: skip


def _called(found: re.Match[str]) -> str:
    noun = _SYNONYMS[found[1]]
    return noun + ("" if noun.endswith(found[2]) else found[2])


_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_RUNS_ON, lambda found: " . " if found["two"] else f"{found['colour']} . "),
    (_NOT, lambda found: f"{found[1]}n't"),
    (_PASSED, lambda found: " " * len(found[0])),
    (_COLOUR_OF, lambda found: f"{'it' if found[1] == 'its' else 'they'} {found[2]}"),
    (_IN_PICTURE_HAVE, lambda found: "there is"),
    (_THERE_HAVE, lambda found: "there are"),
    (_BESIDE, lambda found: f"to{found[0][2:]}"),
    (_PROVERBS, lambda found: found[0].split()[0] if found[0].startswith("rain") else "nice"),
    (_COOKS, lambda found: f"{found['who']} is {_ING[found['does']]}"),
    (_DOES, lambda found: f"{found['who']} who is {found['does']}"),
    (_THOUGHT, lambda found: " " * len(found[0])),
    (_CALLED, _called),
    (_NAMED, lambda found: STAND_INS[found[1]] + (found[2] or "")),
)


def _replaced(
    now: Rewritten, pattern: re.Pattern[str], instead: Callable[[re.Match[str]], str]
) -> Rewritten:
    parts: list[str] = []
    origins: list[int] = []
    done = 0
    for found in pattern.finditer(now.text.lower()):
        start, end = found.span()
        put = instead(found)
        parts += [now.text[done:start], put]
        origins += now.origins[done:start]
        origins += _origins_of(put, found[0], now.origins[start:end])
        done = end
    if not done:
        return now
    parts.append(now.text[done:])
    return Rewritten("".join(parts), (*origins, *now.origins[done:]))


def _moved(now: Rewritten, pattern: re.Pattern[str], order: tuple[str, ...]) -> Rewritten:
    """A text with the groups of a pattern in another order, and with words put between them."""
    parts: list[str] = []
    origins: list[int] = []
    done = 0
    for found in pattern.finditer(now.text.lower()):
        start, end = found.span()
        parts.append(now.text[done:start])
        origins += now.origins[done:start]
        for one in order:
            if one in found.groupdict():
                parts.append(now.text[slice(*found.span(one))])
                origins += now.origins[slice(*found.span(one))]
            else:
                parts.append(one)
                origins += [origins[-1] if origins else now.origins[start]] * len(one)
        done = end
    return Rewritten("".join([*parts, now.text[done:]]), (*origins, *now.origins[done:]))


def _origins_of(put: str, typed: str, origins: tuple[int, ...]) -> Iterator[int]:
    """Where what is put in stands in what was typed: they begin and end alike."""
    most = min(len(put), len(typed))
    begin = next((n for n in range(most) if put[n] != typed[n]), most)
    end = next((n for n in range(most - begin) if put[-1 - n] != typed[-1 - n]), most - begin)
    for at in range(len(put)):
        if at < begin:
            yield origins[at]
        elif at >= len(put) - end:
            yield origins[at - len(put)]
        else:
            middle = len(typed) - end - 1
            last = at == len(put) - end - 1
            yield origins[max(0, middle if last else min(at, middle))]
