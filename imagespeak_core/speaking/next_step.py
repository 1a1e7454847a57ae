"""What to do next after speaking: one thing, chosen by a rule.

The first of these that is so:

1. something in the words is not so: look at it again;
2. a person or an animal was not found in the words: say who is there;
3. fewer things of the picture were found than learners of the level tell, and one is left: say it;
4. nobody does anything in the words: add an action;
5. the place was not found in the words: say where it is;
6. there are two sentences or more, and no joining word: join two of them;
7. somebody spoke for a shorter time than learners of the level do, and the recording could have
   gone on: speak longer;
8. there were several pauses over a second: speak with fewer;
9. nothing of these: try the words of the next level, or at the highest one another picture.

What was disputed counts as the learner says, so that it is no step. Where nothing is known of the
picture, only 4, 6, 7, 8 and 9 can be so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from imagespeak_core.pictures.prompts import LEVELS, Level
from imagespeak_core.speaking.counts import Counts
from imagespeak_core.speaking.findings import Findings, NotFound, NotSo
from imagespeak_core.speaking.speech import Speech

Step = Literal[
    "look again", "who", "what", "action", "where", "join", "longer", "pauses", "level", "picture"
]

_LOOK_AGAIN = "Look again"
_THINGS_TOLD: dict[Level, int] = {"A1": 3, "A2": 4, "B1": 6, "B2": 7, "C1": 8}
"""How many things of a picture a learner tells; then the rest can wait."""
_SPEAKS_S: dict[Level, int] = {"A1": 15, "A2": 20, "B1": 30, "B2": 40, "C1": 45}
"""How long a learner speaks; exams ask for half a minute to a minute from B1 on."""
_AT_THE_STOP_S = 2
"""Whoever is so near to where a recording stops has used all of the time."""
_SEVERAL_PAUSES = 4


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing to do next.

    Attributes:
        step: Which of the rule's it is.
        sentence: What to do, in simple English; it gives no answer away.
    """

    step: Step
    sentence: str


def next_step(
    findings: Findings,
    counts: Counts,
    speech: Speech | None,
    *,
    level: Level,
    has_action: bool,
    stops_after_s: int | None = None,
) -> NextStep:
    """The one step for these words.

    Args:
        findings: What was found in them; what was disputed is where the learner says.
        counts: What was counted in them.
        speech: What was counted in the recording; None without one.
        level: The learner's level of English.
        has_action: Whether somebody does something in the words.
        stops_after_s: Seconds after which a recording stops; None: never.
    """
    if findings.not_so:
        return NextStep("look again", look_again(findings.not_so[0]))
    left = _left(findings, level)
    if left and left.kind in {"person", "animal"}:
        if findings.held_against == "view":  # which may be mistaken
            return NextStep("who", f"{left.hint} Then say more about who is there.")
        return NextStep("who", f"Say more about who is there. {left.hint}")
    if left:
        return NextStep("what", f"Name one more thing. {left.hint}")
    if not has_action:
        return NextStep("action", "Say what somebody is doing: “She is …ing”, “He is …ing”.")
    if any(one.kind == "place" for one in findings.not_found):
        return NextStep("where", "Say where it is. Begin with: “This is …” or “They are in …”.")
    return _of_how(counts, speech, level, stops_after_s)


def look_again(one: NotSo) -> str:
    """What to look at again, as a sentence that says so."""
    question = one.question
    if question.startswith(_LOOK_AGAIN):
        return question
    return f"{_LOOK_AGAIN}: {question[:1].lower()}{question[1:]}"


def _left(findings: Findings, level: Level) -> NotFound | None:
    """Who or what is to be named next."""
    for one in findings.not_found:
        if one.kind in {"person", "animal"}:
            return one
    told = len({one.item for one in findings.said})
    things = [one for one in findings.not_found if one.kind == "thing"]
    return things[0] if things and told < _THINGS_TOLD[level] else None


def _of_how(
    counts: Counts, speech: Speech | None, level: Level, stops_after_s: int | None
) -> NextStep:
    if counts.sentences > 1 and not counts.joining:
        sentence = "Join two of your sentences with “and”, “because” or “while”."
        return NextStep("join", sentence)
    longer_s = _longer_s(speech, level, stops_after_s) if speech and speech.heard else 0
    if longer_s:
        return NextStep("longer", f"Speak a little longer: try {longer_s} seconds.")
    if speech and speech.pauses >= _SEVERAL_PAUSES:
        return NextStep("pauses", "Say it once more, with fewer long pauses.")
    if level == LEVELS[-1]:
        return NextStep("picture", "You told a lot. Try another picture.")
    higher = LEVELS[LEVELS.index(level) + 1]
    return NextStep("level", f"You told a lot. Try the words of level {higher}.")


def _longer_s(speech: Speech, level: Level, stops_after_s: int | None) -> int:
    """How long to speak next time; 0: it was long enough, or as long as it could be."""
    enough_s = _SPEAKS_S[level]
    if stops_after_s is not None:
        if stops_after_s - speech.length_s < _AT_THE_STOP_S:
            return 0
        enough_s = min(enough_s, stops_after_s)
    return enough_s if speech.speaking_s < enough_s else 0
