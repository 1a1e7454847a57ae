"""The sentences of learners that are written down beside it, each with what is wrong in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

from imagespeak_core.speaking.findings import About
from tests.core.speaking_scenes import NAMES

_FILE = Path(__file__).with_name("speaking_learner_sentences.txt")
_WRONG = re.compile(r"! (\w+) (\S+) \| (.+)")
_ANY = NAMES[::7]
"""Of which scenes is said what is said of any."""


@dataclass(frozen=True, slots=True)
class Learner:
    """A learner's words about a scene.

    Attributes:
        scene: The scene's name.
        words: What they wrote.
        about: What is wrong in it; None where all is true.
        changed: The word that is wrong, or an empty text.
    """

    scene: str
    words: str
    about: About | None = None
    changed: str = ""


@cache
def learners() -> tuple[Learner, ...]:
    """All of them, in the order of the file."""
    found: list[Learner] = []
    scenes: tuple[str, ...] = ()
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        wrong = _WRONG.fullmatch(line)
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            scenes = _ANY if line == "[*]" else (line.strip("[]"),)
            assert set(scenes) <= set(NAMES), line
        elif wrong:
            (about,) = [one for one in get_args(About) if one == wrong[1]]
            assert wrong[2] in wrong[3].lower(), line
            found.append(Learner(scenes[0], wrong[3], about, wrong[2]))
        else:
            assert not line.startswith("!"), line
            found += [Learner(scene, line.replace(" / ", "\n")) for scene in scenes]
    return tuple(found)
