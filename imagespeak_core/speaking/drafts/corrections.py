"""What a learner wrote otherwise than a first draft has it: the draft may be what is mistaken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from difflib import SequenceMatcher
from typing import Final

MOST: Final = 5
"""So many are shown: a handful can be practised."""

MOST_COMPARED: Final = 600
"""Words of a text; in three minutes nobody says as many, and comparing takes their square."""

_ONES = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen
""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_IN_LETTERS = {
    str(number): _ONES[number]
    if number < len(_ONES)
    else _TENS[number // 10 - 2] + ("" if number % 10 == 0 else _ONES[number % 10])
    for number in range(100)
}
_OTHERS_WITHOUT_APOSTROPHE = frozenset("we're we'll we'd she'll she'd he'll i'll".split())
"""So "were here" and "we're here" differ; "its a dog" and "It's a dog" sound alike."""

_LONGEST = 4
"""So many words may be others at one place; where there are more, the sentence is a new one."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One place where draft and learner differ.

    Attributes:
        heard: The draft's words; empty: it has none there.
        written: The learner's; empty: they took those away.
        before: The learner's word before that place; empty: it begins there.
        after: The one behind it; empty: it ends there.
    """

    heard: str
    written: str
    before: str
    after: str


def corrections(draft: str, written: str, *, most: int = MOST) -> tuple[Correction, ...]:
    """Where they differ in words, in the order of the text.

    Capitals, punctuation, hyphens and whether a number below 100 is in digits make no difference.
    Where there are more than `most`, words that became others come before those that one side
    alone has. Texts of more than `MOST_COMPARED` words are not compared.

    Args:
        draft: As it was recognised.
        written: The learner's words.
        most: So many at the most.
    """
    heard, kept = _words(draft), _words(written)
    if max(len(heard), len(kept)) > MOST_COMPARED:
        return ()
    pairs = list(_differing(heard, kept))
    chosen = sorted(pairs, key=lambda pair: not (pair.heard and pair.written))[:most]
    return tuple(pair for pair in pairs if any(pair is one for one in chosen))


@dataclass(frozen=True, slots=True)
class _Word:
    shown: str
    key: str


def _words(text: str) -> list[_Word]:
    found = []
    for piece in text.split():
        key = "".join(sign for sign in piece if sign.isalnum()).casefold()
        if key:
            bare = _bare(piece)
            said = bare.casefold().replace("’", "'")
            key = said if said in _OTHERS_WITHOUT_APOSTROPHE else _IN_LETTERS.get(key, key)
            found.append(_Word(bare, key))
    return found


def _bare(piece: str) -> str:
    """Without the punctuation around it."""
    marks = [at for at, sign in enumerate(piece) if sign.isalnum()]
    return piece[marks[0] : marks[-1] + 1]


@dataclass(frozen=True, slots=True)
class _Place:
    first: int
    end: int
    kept_first: int
    kept_end: int

    @property
    def only_adds(self) -> bool:
        return self.first == self.end

    @property
    def only_takes_away(self) -> bool:
        return self.kept_first == self.kept_end

    @property
    def length(self) -> int:
        return max(self.end - self.first, self.kept_end - self.kept_first)


def _whole(places: Sequence[_Place]) -> list[_Place]:
    """One change that was found in two halves is one: of "don't do", which became "do not do"."""
    whole: list[_Place] = []
    for place in places:
        before = whole[-1] if whole else place
        both = _Place(before.first, place.end, before.kept_first, place.kept_end)
        are_halves = (before.only_adds and place.only_takes_away) or (
            before.only_takes_away and place.only_adds
        )
        if are_halves and place.first - before.end <= 1 and both.length <= _LONGEST:
            whole[-1] = both
        else:
            whole.append(place)
    return whole


def _differing(heard: Sequence[_Word], kept: Sequence[_Word]) -> Iterator[Correction]:
    matcher = SequenceMatcher(
        None, [word.key for word in heard], [word.key for word in kept], autojunk=False
    )
    places = [_Place(*spans) for kind, *spans in matcher.get_opcodes() if kind != "equal"]
    for place in _whole(places):
        first, end, kept_first, kept_end = astuple(place)
        ours, theirs = heard[first:end], kept[kept_first:kept_end]
        if place.length > _LONGEST:
            continue
        if "".join(word.key for word in ours) == "".join(word.key for word in theirs):
            continue  # "t shirt" and "T-shirt"
        yield Correction(
            heard=_joined(ours),
            written=_joined(theirs),
            before=_joined(kept[max(0, kept_first - 1) : kept_first]),
            after=_joined(kept[kept_end : kept_end + 1]),
        )


def _joined(words: Sequence[_Word]) -> str:
    return " ".join(word.shown for word in words)
