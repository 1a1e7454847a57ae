"""Tells of single words of a prompt whether they ask for what is never drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from imagespeak_core.generators.illustrator.reading.chunk import Chunk
from imagespeak_core.generators.illustrator.reading.facts import Related
from imagespeak_core.generators.illustrator.reading.lexicon import SETTINGS, Token, Word
from imagespeak_core.generators.illustrator.things.catalog import THINGS, having
from imagespeak_core.generators.illustrator.words import people, unseen
from imagespeak_core.generators.illustrator.words.styles import AFTER, AROUND

_PAIRED = frozenset("eye ear wing horn".split())
_MANY = frozenset("window leaf petal branch feather".split())
_LEGS = 4
_ALONG = frozenset(
    "walk run go come climb jump sit ride drive crawl hop hike march race fall roll skate".split()
)
"""Verbs that "up" and "down" tell the way of; others only have it as a part of them."""
_LOOKS = frozenset("look glance gaze stare peer".split())
_UP_OR_DOWN = frozenset({"up", "down"})
_ELSEWHERE = frozenset("back away aside left right backwards".split())
"""Where nobody is drawn looking but at somebody or something there."""
_WORDS_OF_ALL = 4
_ANIMALS = frozenset(name for name, thing in THINGS.items() if thing.kind == "animal")
_CONTAINERS = having("holds things") | {"bags", "tray"}
_LONGEST = 60
"""How many letters of a word are told at most; scripts without spaces make long ones."""


def shortened(phrase: str) -> str:
    """The phrase in one line, and no word of it too long."""
    return " ".join(
        word if len(word) <= _LONGEST else f"{word[:_LONGEST]}…" for word in phrase.split()
    )


def style_alone(word: Word) -> tuple[int, int]:
    """Where the name of a style stands: without "a" and "of"."""
    start, end = word.start, word.end
    if word.text.endswith(AFTER):
        end -= len(AFTER)
    before = next((small for small in AROUND if word.text.startswith(small)), "")
    return start + len(before), end


def has_so_many(part: str, token: Token, number: int) -> bool:
    """Whether what is drawn with such a part has so many: four legs or two, but one tail."""
    if number < 1 or token.text in {"a", "an"}:
        return True
    if part in {"leg", "wheel"}:
        return number in {2, _LEGS}
    if part in _PAIRED:
        return number == 2
    if part in _MANY:
        return number == 2 and part == "window"
    return number == 1 if part in {"tail", "nose", "trunk"} else number <= 2


def is_lost_alone(words: Sequence[Word], at: int) -> bool:
    """Whether the word at `at` tells of more than what is around it.

    That is "more" said against another number ("more dogs than cats"), the arms of somebody
    ("in her father's arms"), and "but" after all: "everyone but the teacher".
    """
    text = words[at].text
    if text == "but":
        return _takes_out(words, at)
    if text == "more":
        return any(word.text == "than" for word in words[at:])
    return text == "arms" and at > 0 and words[at - 1].text.endswith("'s")


def _takes_out(words: Sequence[Word], at: int) -> bool:
    """Whether "but" at `at` takes somebody out of all: it follows them, and no verb."""
    before = words[max(0, at - _WORDS_OF_ALL) : at]
    follows = words[at + 1].token if at + 1 < len(words) else None
    noun = follows is not None and follows.meaning in {"number", "person", "pronoun"}
    told = any(word.verb or (word.token and word.token.meaning == "auxiliary") for word in before)
    said = {word.text for word in before}
    return noun and not told and not unseen.OF_ALL.isdisjoint(said) and "," not in said


def end_of_way(words: Sequence[Word], at: int, chunks: Mapping[int, Chunk]) -> int | None:
    """The index of the thing that "up" or "down" at `at` leads along: "up the stairs".

    None where it leads nowhere, or along a place ("down the street").
    """
    verb = words[at - 1].verb if at else None
    if verb is not None and verb.value not in _ALONG:
        return None
    end = next((known for known in range(at + 1, min(at + 4, len(words))) if known in chunks), None)
    if words[at].text not in {"up", "down"} or end is None or chunks[end].kind != "noun":
        return None
    return None if chunks[end].meaning in SETTINGS else end


def end_of_contents(
    words: Sequence[Word], at: int, chunks: Mapping[int, Chunk], related: Iterable[Related]
) -> int | None:
    """The index of the last thing that is in the container at `at`, which is drawn without it.

    `related` are those to which the word after the container leads.
    """
    inside = [chunks[one.at] for one in related if one.at > at and one.at in chunks]
    lifeless = [one for one in inside if one.value in THINGS and one.value not in _ANIMALS]
    container = at in chunks and chunks[at].value in _CONTAINERS
    following = {word.text for word in words[at + 1 : at + 2]}
    if not following & ({"of", "full of", "with"} if container else {"of", "full of"}):
        return None
    return max((one.at for one in lifeless), default=None)


def end_of_piece(words: Sequence[Word], at: int) -> int | None:
    """The index of what is drawn whole of which a piece is meant: "a piece of cake"."""
    following = words[at + 1].token if at + 1 < len(words) else None
    cut_up = following is not None and following.value in unseen.CUT_UP
    return at + 1 if cut_up and words[at].text in unseen.PIECES else None


def end_of_look(words: Sequence[Word], at: int, *, aimed: bool) -> int | None:
    """The index of the word that tells where who looks at `at` is looking: "looking *back*".

    None where there is none, or where it only goes with what is looked at, which is `aimed`.
    """
    verb = words[at].verb
    base, _, way = verb.value.partition(" ") if verb else ("", "", "")
    if base not in _LOOKS:
        return None
    end = at if way else at + 1
    way = way or (words[end].text if end < len(words) else "")
    if way == "behind" and end + 1 < len(words) and words[end + 1].text in people.PRONOUNS:
        return end + 1
    way = way.removesuffix(" at").removeprefix("to the ").removeprefix("on the ")
    return end if way in _ELSEWHERE or (way in _UP_OR_DOWN and not aimed) else None


def part_of_phrase(word: Word) -> tuple[int, int] | None:
    """Where in a phrase that is drawn as a whole something stands that is not: "in a *circle*"."""
    lost = next((part for part in unseen.IN_PHRASES if f" {part}" in word.text), None)
    if lost is None:
        return None
    start = word.start + word.text.index(f" {lost}") + 1
    return start, start + len(lost)
