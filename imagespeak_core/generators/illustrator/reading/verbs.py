"""Reads verbs: what is done, and who does it."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.reading.chunk import Chunk
from imagespeak_core.generators.illustrator.reading.grammatical_functions import introduce_somebody
from imagespeak_core.generators.illustrator.reading.lexicon import HEADS
from imagespeak_core.generators.illustrator.reading.state import State
from imagespeak_core.generators.illustrator.words import actions, people

_PERCEIVED = frozenset({"look", "photo", "paint"})
"""Actions of which the object can do something: "watching two children play"."""
_TOLD = frozenset({"point", "talk"})
"""Actions of which the object may do what comes next: "asking a man to help"."""


def read_verb(state: State, chunk: Chunk) -> None:
    """Lets the doers act; what comes next may be the object."""
    clause, found, base = state.clause, state.found, chunk.base
    clause.relation = None
    if _comes_before_subject(state, chunk):
        clause.inverted = chunk
        return
    _find_subjects(state, chunk)
    doers = clause.doers = state.focus.subjects
    found.doers[chunk.at] = list(doers)
    clause.verb_at, found.relation_at = chunk.at, -1
    if _take_passive(state, chunk):
        return
    clause.passive, clause.perfect = None, False
    action, held = actions.PHRASES.get(base) or (actions.VERBS.get(base, ""), None)
    action = _with_object(state, base) or action
    found.note_of_verb(base)
    if base in {"smile", "laugh"}:
        found.feel(doers, people.FEELINGS[base])
    first = not clause.has_verb and not clause.infinitive
    if base in actions.MEANWHILE:
        legs = actions.MEANWHILE[base]
        found.act(doers, legs, first=first, base=legs)
    found.act(doers, action, held, first=first, base=base)
    at_a_game = base == "play" and state.sentence.ahead().kind in {"noun", "stranger"}
    if at_a_game and any(found.wanted[index].kind == "animal" for index in doers):
        # Animals are drawn at play, but not at an instrument or a game.
        found.lost |= {chunk.at, state.sentence.ahead().at}
    clause.verb, clause.action, clause.is_first_verb = base or "?", action, first
    clause.has_verb = clause.has_verb or base not in actions.EMPTY
    clause.joined = clause.wearing = clause.relative = clause.infinitive = False
    clause.function = "verb"


def read_auxiliary(state: State, chunk: Chunk) -> None:
    """Notes that a verb of the subject follows, and in which voice a participle will be."""
    state.clause.finite = True
    state.clause.passive, state.clause.perfect = None, chunk.text.startswith("ha")


def _comes_before_subject(state: State, chunk: Chunk) -> bool:
    """Whether the subject follows, as a place was told first: "on the bench sits a man"."""
    told_first = state.sentence.before.kind in {"noun", "position"}
    nobody = not state.focus.subjects and not state.focus.subject_unknown
    finite = chunk.form in {"third", "base"} and not state.clause.finite
    return told_first and nobody and finite and state.sentence.ahead().meaning in HEADS


def _with_object(state: State, base: str) -> str:
    """The action of a verb and its object together ("play the guitar"), or an empty text."""
    following, known = state.sentence.ahead(), actions.DOING.get(base, {})
    if following.kind != "noun":
        return ""
    return (known.get(following.entry) or known.get(following.value) or ("", None))[0]


def _find_subjects(state: State, chunk: Chunk) -> None:
    """Makes those the subjects who do it, where they are others than before."""
    clause, focus, found = state.clause, state.focus, state.found
    if clause.infinitive and _is_taught(state):
        focus.subjects = focus.latest
        clause.has_verb = clause.infinitive = False
        found.leave_school()
    watched = clause.function == "object" and clause.action in _PERCEIVED and chunk.form == "base"
    bare = chunk.form in {"ing", "past"} and not clause.finite
    bare = bare or (watched and not clause.infinitive)
    close = state.sentence.before.kind in {"noun", "position", "pronoun"} and not clause.joined
    told_of_latest = clause.relative or (bare and close and found.any_alive(focus.latest))
    if focus.latest and told_of_latest:
        clause.has_verb = clause.has_verb and not watched
        focus.subjects = focus.latest
    nobody = not focus.subjects and not focus.subject_unknown and not found.wanted
    acts = chunk.base == "wear" or chunk.base not in actions.EMPTY
    if nobody and chunk.form == "ing" and acts:
        introduce_somebody(state)


def _is_taught(state: State) -> bool:
    """Whether somebody is taught or asked to do it: "teaching his son to ride"."""
    told = state.clause.function == "object" and state.clause.action in _TOLD
    return told and state.found.any_alive(state.focus.latest)


def _take_passive(state: State, chunk: Chunk) -> bool:
    """Takes a participle of what is done to the subject, by somebody who comes or by nobody."""
    clause = state.clause
    same = clause.finite and chunk.form == "base" and chunk.base in actions.SAME_IN_PAST
    if clause.perfect or not (chunk.form == "past" or same):
        return False
    if state.sentence.agent_follows():
        clause.passive, clause.passive_at = chunk.base, chunk.at
        return True
    if clause.finite:
        clause.has_verb, clause.function = True, "verb"
    return clause.finite
