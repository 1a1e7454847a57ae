"""What people do that a noun tells: "play football", and alone: "boy football", "breakfast"."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.reading.chunk import Chunk, Modifiers
from imagespeak_core.generators.illustrator.reading.findings import Findings
from imagespeak_core.generators.illustrator.reading.phrases import somebody
from imagespeak_core.generators.illustrator.reading.state import State
from imagespeak_core.generators.illustrator.words import actions

Done = tuple[str, str | None, int]
"""Action, what is held for it, and how many do it where the prompt names nobody."""

_MEAL: Done = ("eat", None, 3)
_MATCH: Done = ("kick", None, 4)
_RACKETS: Done = ("hold", "racket", 2)
_DONE_ALONE: dict[str, Done] = {
    "breakfast": _MEAL, "lunch": _MEAL, "dinner": _MEAL, "supper": _MEAL, "meal": _MEAL,
    "picnic": ("picnic", None, 3), "tennis": _RACKETS, "badminton": _RACKETS,
    "table tennis": _RACKETS, "volleyball": ("volleyball", None, 4), "match": _MATCH,
    "football": _MATCH, "soccer": _MATCH, "basketball": ("basketball", None, 3),
    "homework": ("write", None, 1), "music": ("guitar", None, 1),
    "gardening": ("garden", None, 1), "shopping": ("shop", None, 2),
}  # fmt: skip
"""Noun → what is done where nothing else tells it."""


def read_activity(state: State, chunk: Chunk) -> None:
    """An activity is done by those whose verb takes it, or by who is there at all."""
    if state.clause.verb is not None:
        state.found.note_done(chunk.value)
    if not do_with(state, chunk) and not do_alone(state, chunk):
        state.found.not_known()
    state.clause.close("held")


def do_with(state: State, chunk: Chunk) -> bool:
    """Does what verb and object tell together ("play football")."""
    clause, found = state.clause, state.found
    if clause.verb is None and not (clause.joined and clause.function == "held"):
        return False
    known = actions.DOING.get(clause.verb or "", {})
    doing = known.get(chunk.entry) or known.get(chunk.value)
    drinks = clause.verb == "drink" and clause.doers and not found.people(clause.doers)
    if doing is None or drinks:
        # An animal drinks from the ground what is drawn with it, and from no glass.
        return False
    action, held = doing
    clause.action = action
    found.note_done(chunk.value)
    shown = {action} if action != "hold" else {action, *actions.LEGS}
    doers = [at for at in clause.doers if found.wanted[at].action in shown]
    doers = clause.doers if clause.is_first_verb else doers
    if doers or not clause.doers:
        found.tell()
    base, first = clause.verb or "", clause.is_first_verb
    found.act(doers, action, held, first=first, base=base, what=chunk.phrase)
    if held and chunk.plural:
        found.give_each(doers)
    if chunk.said.colour and (held or action in actions.WITH_OWN_THING):
        found.colour_held(doers, chunk.said.colour)
    return True


def do_alone(state: State, chunk: Chunk) -> bool:
    """Notes what the noun tells by itself that people do: "boy football", "breakfast"."""
    if chunk.entry not in _DONE_ALONE or state.clause.expects_noun:
        return False
    if chunk.said.count or chunk.plural or chunk.said.colour:
        return False
    state.found.tell()
    state.found.done_alone, state.found.done_alone_at = chunk.entry, chunk.at
    state.found.note_done(chunk.entry)
    state.clause.close("held")
    return True


def act_out(found: Findings) -> None:
    """Lets the people who do nothing yet do what a noun says; where there are none, brings them."""
    if found.done_alone is None:
        return
    action, held, count = _DONE_ALONE[found.done_alone]
    people = found.people()
    if not people:
        people = found.add([somebody(count, at_least=count > 1)], Modifiers())
    idle = [index for index in people if found.wanted[index].action is None]
    if not idle:
        found.not_known(found.done_alone_at)
    found.act(idle, action, held, first=True, at=found.done_alone_at)
    if held:
        found.give_each(idle)
