"""The verdict on a picture: what is shown, what is said not to be, and what nobody says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from imagespeak_core.generators.illustrator.checking.expectations import (
    ExpectedForeign,
)
from imagespeak_core.generators.illustrator.checking.lines import (
    Line,
)
from imagespeak_core.generators.illustrator.checking.parts import Part, PartKind, parts_of
from imagespeak_core.generators.illustrator.checking.same_words import (
    all_words,
    has_all,
    keys_of,
    same_word,
    words_for,
)
from imagespeak_core.generators.illustrator.scene import Scene

Verdict = Literal["shown", "said", "silent"]
VERDICTS: tuple[Verdict, ...] = ("shown", "said", "silent")

_ALWAYS_SOME = frozenset({"time", "weather", "season"})
_CONTENTS = frozenset("water juice coffee tea milk food meal film movie".split())
"""What is seen by what it is in or on: that may be said to be missing, and to be there."""
_SAYS_NOTHING = frozenset("a an the of to and is are only not shown drawn".split())


@dataclass(frozen=True, slots=True)
class Judged:
    """One part of what must be seen, and the verdict on it."""

    kind: PartKind
    words: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of a prompt.

    Attributes:
        line: The prompt with what must be seen.
        parts: Each part with its verdict.
        told_wrongly: What is said not to be drawn, and is shown.
        not_drawn: All that is said not to be drawn.
    """

    line: Line
    parts: tuple[Judged, ...]
    told_wrongly: tuple[str, ...]
    not_drawn: tuple[str, ...]

    @property
    def verdict(self) -> Verdict:
        """The worst of its parts'."""
        return max((part.verdict for part in self.parts), key=VERDICTS.index)


def judge(line: Line, scene: Scene) -> Judgement:
    """Holds what must be seen against what a scene shows, and says it does not show."""
    parts = parts_of(line.expected, scene)
    foreign = any(isinstance(one, ExpectedForeign) for one in line.expected)
    judged = tuple(Judged(part.kind, part.words, _verdict(part, parts, scene)) for part in parts)
    wrongly = tuple(phrase for phrase in scene.not_drawn if _is_wrong(phrase, parts))
    understood = any(part.shown for part in parts)
    if scene.language != "en" and understood and not foreign:
        wrongly += ("that it is not English",)
    return Judgement(line, judged, wrongly, scene.not_drawn)


def _verdict(part: Part, parts: tuple[Part, ...], scene: Scene) -> Verdict:
    said = any(_tells(phrase, part, parts) for phrase in scene.not_drawn)
    if part.kind == "language":
        return "said" if part.shown else "silent"
    if part.kind in _ALWAYS_SOME and said:
        # Each scene has a time, a weather and a season, also where they can't be seen.
        return "said"
    if part.shown:
        return "shown"
    return "said" if said or _goes_with_another(part, scene) else "silent"


def _goes_with_another(part: Part, scene: Scene) -> bool:
    """Whether it is said that somebody or something is not drawn of whom this would be true."""
    gone = [keys_of(words) for noun in part.gone for words in words_for(noun)]
    if any(has_all(phrase, keys) for phrase in scene.not_drawn for keys in gone):
        return True
    ends = [keys_of(end) for end in part.ends]
    return any(
        has_all(phrase, keys) and has_all(" ".join(keys), keys_of(phrase))
        for phrase in scene.not_drawn
        for keys in ends
    )


def _tells(phrase: str, part: Part, parts: tuple[Part, ...]) -> bool:
    """Whether a phrase is about this part, and not about the like of another noun."""
    if not any(has_all(phrase, keys) for keys in part.keys):
        return False
    others = {noun for other in parts if other.kind == part.kind for noun in other.nouns}
    of_others = any(_names(phrase, noun) for noun in others.difference(part.nouns))
    if part.kind == "relation":
        return not of_others or " and " in phrase
    return not of_others or any(_names(phrase, noun) for noun in part.nouns)


def _names(phrase: str, noun: str) -> bool:
    return any(has_all(phrase, keys_of(words)) for words in words_for(noun))


def _is_wrong(phrase: str, parts: tuple[Part, ...]) -> bool:
    """Whether all that a phrase says is about parts that are shown."""
    about = [part for part in parts if _tells(phrase, part, parts)]
    if not about:
        return _is_half_of_a_name(phrase, parts)
    if not all(part.shown and part.kind not in _ALWAYS_SOME for part in about):
        return False
    known = {
        word
        for part in about
        for words in (
            *part.keys,
            *(keys_of(name) for noun in part.nouns for name in words_for(noun)),
        )
        for word in words
    }
    words = [word for word in all_words(phrase) if word not in _SAYS_NOTHING]
    if _CONTENTS.issuperset(words):
        return False
    return all(any(same_word(key, word) for word in known) for key in words)


def _is_half_of_a_name(phrase: str, parts: tuple[Part, ...]) -> bool:
    """Whether a phrase is a part of the name of what is shown: "cell" of a cell phone."""
    names = [
        keys_of(part.words.replace("/", " "))
        for part in parts
        if part.kind == "noun" and part.shown
    ]
    return any(
        all(any(same_word(key, word) for word in name) for key in keys_of(phrase)) for name in names
    )
