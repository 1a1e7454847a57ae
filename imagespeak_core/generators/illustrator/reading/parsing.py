"""Reads a prompt: what it asks for, as a wish.

A prompt is cut into chunks (`chunker`), which are walked through once from left to right. Each
chunk is read in the state that those before it left (`state`), and adds to the findings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import cast

from imagespeak_core.generators.illustrator.reading.accounting import not_drawn
from imagespeak_core.generators.illustrator.reading.activities import act_out
from imagespeak_core.generators.illustrator.reading.chunk import Chunk, ChunkKind
from imagespeak_core.generators.illustrator.reading.chunker import Cut, cut
from imagespeak_core.generators.illustrator.reading.findings import Findings
from imagespeak_core.generators.illustrator.reading.grammatical_functions import introduce_somebody
from imagespeak_core.generators.illustrator.reading.nouns import read_noun, read_stranger
from imagespeak_core.generators.illustrator.reading.pronouns import read_pronoun
from imagespeak_core.generators.illustrator.reading.sentence import Sentence
from imagespeak_core.generators.illustrator.reading.state import State
from imagespeak_core.generators.illustrator.reading.verbs import read_auxiliary, read_verb
from imagespeak_core.generators.illustrator.reading.whereabouts import place_of
from imagespeak_core.generators.illustrator.scene import Relation, Season, Wish
from imagespeak_core.generators.illustrator.words import people, things

_AT_SOMEBODY = frozenset({"look", "point", "laugh", "shout"})


def read_prompt(prompt: str) -> Wish:
    """What a prompt asks for.

    Any text is read without an error; what is not understood is in `unknown`, in its order.
    """
    chunks = cut(prompt)
    found = parse(chunks)
    wish = Wish(
        place=place_of(found),
        time=found.time or "day",
        weather=found.weather or "clear",
        season=_season_of(found),
        wanted=tuple(found.wanted),
        links=tuple(found.links),
        busy=found.busy,
        deserted=chunks.deserted,
        unknown=tuple(found.unknown),
    )
    return replace(wish, unknown=not_drawn(prompt, chunks.words, wish))


def parse(prompt: Cut) -> Findings:
    """What the chunks of a prompt tell, one after the other."""
    state = State(Sentence(prompt.chunks), Findings(unknown=list(prompt.unknown)))
    for chunk in state.sentence:
        _READ_BY_KIND[chunk.kind](state, chunk)
    act_out(state.found)
    return state.found


def _season_of(found: Findings) -> Season:
    if found.season:
        return found.season
    return "winter" if found.weather == "snow" else "summer"


def _read_stop(state: State, chunk: Chunk) -> None:
    state.end_sentence()


def _read_while(state: State, chunk: Chunk) -> None:
    state.end_clause()


def _read_comma(state: State, chunk: Chunk) -> None:
    state.clause.joined = True
    state.clause.expect_nothing()


def _read_and(state: State, chunk: Chunk) -> None:
    if state.sentence.before.kind == "relation":
        state.clause.relation = None
    state.clause.joined = True


def _read_who(state: State, chunk: Chunk) -> None:
    state.clause.relative = True


def _read_busy(state: State, chunk: Chunk) -> None:
    state.found.busy = True


def _read_feeling(state: State, chunk: Chunk) -> None:
    state.found.feel(state.focus.subjects, people.FEELINGS.get(chunk.value, chunk.value))


def _read_said(state: State, chunk: Chunk) -> None:
    """Takes what is told of the subject: "the car is red"; or of what is painted so."""
    painted = state.sentence.before.kind == "noun"
    who = state.focus.latest if painted else state.focus.subjects or state.focus.latest
    state.found.describe(who, chunk.said)


def _read_wearing(state: State, chunk: Chunk) -> None:
    if not state.focus.subjects and not state.found.wanted:
        introduce_somebody(state)
    state.clause.wearing, state.clause.verb = True, None


def _read_position(state: State, chunk: Chunk) -> None:
    """Takes a place in the picture: of the noun that comes, or of what was named."""
    where, before = things.POSITIONS[chunk.text], state.sentence.before.kind
    if before in {"stop", "comma", "and", "while"} and state.sentence.is_named_next():
        state.clause.where = where
        return
    close = before in {"noun", "stranger"} and state.focus.nearest
    who = state.focus.nearest if close else state.focus.subjects or state.focus.latest
    state.found.put(who, where)


def _read_relation(state: State, chunk: Chunk) -> None:
    """Takes a preposition: its noun comes next, and who is related to it came before."""
    clause, focus = state.clause, state.focus
    if chunk.text == "made of" or clause.passive is not None:
        return
    if chunk.text == "to" and state.sentence.ahead().kind == "verb":
        clause.infinitive = True
        return
    direct = clause.verb is not None
    looks = direct and clause.action in _AT_SOMEBODY and chunk.text in {"at", "to"}
    clause.relation = "looking at" if looks else cast(Relation, chunk.value)
    clause.preposition = chunk.text
    late = direct or state.sentence.before.kind in {"comma", "and"}
    clause.related = clause.doers if direct else focus.subjects if late else focus.latest
    clause.related = clause.related or focus.latest or focus.subjects
    if chunk.text == "of" and focus.nearest:
        clause.related = focus.nearest
    clause.verb, clause.joined = None, False


_READ_BY_KIND: Mapping[ChunkKind, Callable[[State, Chunk], None]] = {
    "noun": read_noun, "stranger": read_stranger, "pronoun": read_pronoun, "verb": read_verb,
    "auxiliary": read_auxiliary, "relation": _read_relation, "position": _read_position,
    "who": _read_who, "wearing": _read_wearing, "feeling": _read_feeling, "said": _read_said,
    "busy": _read_busy, "and": _read_and, "comma": _read_comma, "while": _read_while,
    "stop": _read_stop,
}  # fmt: skip
