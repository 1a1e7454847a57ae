"""Reads a prompt: what it asks for, as a wish.

A prompt is cut into chunks (`chunker`), which are walked through once from left to right. Each
chunk is read in the state that those before it left (`state`), and adds to the findings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Literal, cast

from imagespeak_core.generators.illustrator.reading.accounting import not_drawn
from imagespeak_core.generators.illustrator.reading.activities import act_out
from imagespeak_core.generators.illustrator.reading.chunk import Chunk, ChunkKind
from imagespeak_core.generators.illustrator.reading.chunker import Cut, cut
from imagespeak_core.generators.illustrator.reading.comparing import comparisons
from imagespeak_core.generators.illustrator.reading.findings import Findings
from imagespeak_core.generators.illustrator.reading.grammatical_functions import introduce_somebody
from imagespeak_core.generators.illustrator.reading.language import language_of
from imagespeak_core.generators.illustrator.reading.lexicon import (
    SETTINGS,
    end_of_reading,
    ing_form,
    plain_text,
)
from imagespeak_core.generators.illustrator.reading.nouns import read_noun, read_stranger
from imagespeak_core.generators.illustrator.reading.pronouns import read_pronoun, turn_to_whole
from imagespeak_core.generators.illustrator.reading.sentence import Sentence
from imagespeak_core.generators.illustrator.reading.state import State
from imagespeak_core.generators.illustrator.reading.verbs import read_auxiliary, read_verb
from imagespeak_core.generators.illustrator.reading.whereabouts import place_of
from imagespeak_core.generators.illustrator.scene import Relation, Season, Setting, Wish, Without
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.words import actions, people, settings, things
from imagespeak_core.generators.illustrator.words.animal_actions import action_of_verb

_WORDS_BEFORE_END = 4
_SUNNY_DAY = "sunny day"
"""A time for the vocabulary, which tells the weather too."""
_LOOKS_ANYWAY = frozenset({"happy", "calm"})
"""How people look anyway, so that it cannot be seen that they do not."""

_AT_SOMEBODY = frozenset({"look", "point", "laugh", "shout"})
_WITHOUT_NOUN = frozenset("inside underneath beneath below above behind outside".split())
"""Prepositions that may stand alone for one with "it"."""
_ABOUT_SOMETHING = frozenset({"talk", "argue", "fight", "laugh", "cry", "shout"})
"""Actions that are done over something without being above it."""


def read_prompt(prompt: str, *, beside: Setting | None = None) -> Wish:
    """What a prompt asks for.

    Any text is read without an error; what is not understood is in `unknown`, in its order.

    Args:
        prompt: The text.
        beside: What it leaves open of the setting is so, where that goes with what it says.
    """
    text, chunks = plain_text(prompt), cut(prompt)
    found = parse(chunks)
    open_to = _open_to(chunks, found, beside or Setting())
    wish = Wish(
        place=place_of(found, beside=open_to.place),
        time=found.time or open_to.time or "day",
        weather=found.weather or open_to.weather or "clear",
        season=_season_of(found, open_to),
        wanted=tuple(found.wanted),
        links=tuple(found.links),
        busy=found.busy,
        deserted=chunks.deserted and not found.busy,
        without=_without(text, chunks, found),
        compared=comparisons(chunks, found),
    )
    unknown = (*not_drawn(text, chunks, found, wish), *_rest_of(prompt, text))
    return replace(wish, unknown=unknown, language=language_of(chunks.words))


def _without(text: str, prompt: Cut, found: Findings) -> tuple[Without, ...]:
    words = prompt.words
    return tuple(
        replace(denied, words=text[words[first].start : words[last].end])
        for denied, first, last in found.without
    )


def _rest_of(prompt: str, text: str) -> tuple[str, ...]:
    """How the part of a long prompt is told that is not read any more."""
    end = end_of_reading(prompt)
    if end is None:
        return ()
    return (f"all after “{' '.join(text[:end].split()[-_WORDS_BEFORE_END:])}”",)


def parse(prompt: Cut, found: Findings | None = None) -> Findings:
    """What the chunks of a prompt tell, one after the other; it is added to `found`."""
    state = State(Sentence(prompt.chunks), found or Findings())
    for chunk in state.sentence:
        state.found.begin(chunk)
        _READ_BY_KIND[chunk.kind](state, chunk)
    act_out(state.found)
    return state.found


def _open_to(prompt: Cut, found: Findings, setting: Setting) -> Setting:
    """The setting without what does not go with the words: no night is sunny, no summer snowy."""
    if any(chunk.text == _SUNNY_DAY for chunk in prompt.chunks):
        setting = replace(setting, weather=None)
    if found.weather == "clear" and setting.time == "night":
        setting = replace(setting, time=None)
    if found.season not in {None, "winter"} and setting.weather == "snow":
        setting = replace(setting, weather=None)
    if found.weather == "snow":
        setting = replace(setting, season=None)
    return setting


def _season_of(found: Findings, open_to: Setting) -> Season:
    if found.season or open_to.season:
        return found.season or open_to.season or "summer"
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


def _read_denied(state: State, chunk: Chunk) -> None:
    """Takes a verb or a colour that is said not to be so of the subject."""
    found, first = state.found, chunk.said.denied_at
    colour = chunk.token is not None and chunk.token.meaning == "colour"
    smiles = chunk.base == "smile"
    action = chunk.value if colour or smiles else actions.VERBS.get(chunk.base, "")
    if chunk.base == "shine":
        found.without.append((Without("sun", "noun"), first, chunk.at))
    if chunk.value in _LOOKS_ANYWAY and found.people():
        found.lost |= {first, chunk.at}
    if chunk.token is not None and chunk.token.meaning == "feeling":
        return
    kind: Literal["action", "colour"] = "colour" if colour else "action"
    who: Sequence[int | None] = state.focus.subjects or [None]
    if chunk.base in actions.LOOSE or (action == "stand" and chunk.base != "stand"):
        # Nobody is drawn so in any case.
        return
    for index in who if action else ():
        animal = index is not None and found.wanted[index].kind == "animal"
        done = action_of_verb(chunk.base, action) if animal and not colour else action
        found.without.append((Without(done, kind, index), first, chunk.at))


def _read_feeling(state: State, chunk: Chunk) -> None:
    state.found.feel(state.focus.subjects, people.FEELINGS.get(chunk.value, chunk.value))


def _read_said(state: State, chunk: Chunk) -> None:
    """Takes what is told of the subject: "the car is red"; or of what is painted so."""
    painted = state.sentence.before.kind == "noun"
    who = state.focus.latest if painted else state.focus.subjects or state.focus.latest
    state.found.describe(who, chunk.said)
    state.clause.has_verb = state.clause.has_verb or not painted


def _read_wearing(state: State, chunk: Chunk) -> None:
    if not state.focus.subjects and not state.found.wanted:
        introduce_somebody(state)
    state.clause.wearing, state.clause.verb = True, None
    state.clause.verb_at = chunk.at


def _read_position(state: State, chunk: Chunk) -> None:
    """Takes a place in the picture: of the noun that comes, or of what was named."""
    where, before = things.POSITIONS[chunk.text], state.sentence.before.kind
    if before in {"stop", "comma", "and", "while"} and state.sentence.is_named_next():
        state.clause.where = where
        return
    close = before in {"noun", "stranger"} and state.focus.nearest
    who = state.focus.nearest if close else state.focus.subjects or state.focus.latest
    if where in {"sky", "ground"}:
        if state.sentence.before.meaning not in SETTINGS:
            _place_off_or_on_the_ground(state.found, who, where)
        return
    state.found.put(who, where)


def _place_off_or_on_the_ground(found: Findings, who: Sequence[int], where: str) -> None:
    """Lets birds fly that are in the sky; what is not drawn so is not known."""
    for index in who:
        item = found.wanted[index]
        if where == "ground":
            if item.noun in THINGS and _is_put_up(item.noun):
                found.not_known()
        elif item.kind == "animal":
            found.act([index], "fly", first=True, base="fly")
        elif item.noun not in THINGS or THINGS[item.noun].stands_on != "air":
            found.not_known()


def _is_put_up(noun: str) -> bool:
    """Whether a table, a bench or a cloth is put under such a thing."""
    thing = THINGS[noun]
    indoors = thing.found_at in settings.INDOORS and thing.kind != "toy"
    return thing.stands_on == "surface" and (indoors or thing.kind in {"food", "kitchen"})


def _read_relation(state: State, chunk: Chunk) -> None:
    """Takes a preposition: its noun comes next, and who is related to it came before."""
    clause, focus = state.clause, state.focus
    alone = state.sentence.ahead().kind in {"stop", "comma", "and"} and clause.verb is None
    if alone and chunk.text in _WITHOUT_NOUN:
        _take_without_noun(state, chunk)
        return
    if chunk.text == "made of" or clause.passive is not None:
        return
    if chunk.text == "to" and state.sentence.ahead().kind == "verb":
        clause.infinitive = True
        return
    direct = clause.verb is not None
    looks = direct and clause.action in _AT_SOMEBODY and chunk.text in {"at", "to"}
    clause.relation = "looking at" if looks else cast(Relation, chunk.value)
    clause.preposition, clause.is_denied = chunk.text, chunk.said.count == -1
    verb = ing_form(clause.verb) if direct and clause.verb not in {"", "?", None} else ""
    clause.words = f"{verb} {chunk.text}".strip()
    about = direct and clause.action in _ABOUT_SOMETHING and chunk.text == "over"
    clause.relation = "with" if about else clause.relation
    state.found.relation_at = -1 if about else chunk.at
    late = direct or state.sentence.before.kind in {"comma", "and"}
    clause.related = clause.doers if direct else focus.subjects if late else focus.latest
    clause.related = clause.related or focus.latest or focus.subjects
    if chunk.text == "of" and focus.nearest:
        clause.related = focus.nearest
    clause.verb, clause.joined = None, False


def _take_without_noun(state: State, chunk: Chunk) -> None:
    """Takes a relation to what was named before: "a box with a cat *inside*"."""
    clause, focus = state.clause, state.focus
    clause.relation, clause.related = cast(Relation, chunk.value), focus.latest
    if not focus.latest or not turn_to_whole(state):
        state.found.not_known()
    clause.expect_nothing()


_READ_BY_KIND: Mapping[ChunkKind, Callable[[State, Chunk], None]] = {
    "noun": read_noun, "stranger": read_stranger, "pronoun": read_pronoun, "verb": read_verb,
    "auxiliary": read_auxiliary, "relation": _read_relation, "position": _read_position,
    "who": _read_who, "wearing": _read_wearing, "feeling": _read_feeling, "said": _read_said,
    "busy": _read_busy, "and": _read_and, "comma": _read_comma, "while": _read_while,
    "stop": _read_stop, "denied": _read_denied,
}  # fmt: skip
