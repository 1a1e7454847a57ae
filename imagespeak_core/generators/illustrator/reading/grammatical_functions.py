"""What a new noun phrase is in its clause: the subject, an object, or what something stands by."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.reading.chunk import Chunk, Modifiers
from imagespeak_core.generators.illustrator.reading.phrases import somebody
from imagespeak_core.generators.illustrator.reading.state import State
from imagespeak_core.generators.illustrator.scene import Relation, Wanted
from imagespeak_core.generators.illustrator.things.catalog import THINGS, having
from imagespeak_core.generators.illustrator.words import actions
from imagespeak_core.generators.illustrator.words.things import RELATIONS

_BOARDED = having("boarded")
_CONTAINERS = having("holds things")
_PLACING = frozenset({"on", "in", "under", "next to", "beside", "behind", "in front of"}) | {
    words
    for words, relation in RELATIONS.items()
    if relation in {"left of", "right of", "above", "below", "under"}
}
_FROM: dict[str, Relation] = {
    name: thing.acted_from for name, thing in THINGS.items() if thing.acted_from is not None
}
"""Where somebody is who does something from there."""
_OVER: dict[str, Relation] = {"bridge": "on"}
"""Where somebody is who goes over it, or across it."""


def take(state: State, items: list[Wanted], said: Modifiers) -> None:
    """Takes new noun phrases, and gives them their function."""
    place(state, state.found.add(items, said))


def place(state: State, new: list[int]) -> None:
    """Gives noun phrases their function: new ones, or such that are named again."""
    clause = state.clause
    state.focus.nearest = new
    if not new:
        clause.expect_nothing()
        return
    if clause.where:
        state.found.put(new, clause.where)
        clause.where = ""
    if clause.passive is not None:
        become_agents(state, new)
    elif clause.joined and clause.verb is not None and _does_next(state, new):
        become_subjects(state, new)
    elif clause.expects_noun:
        link(state, new)
    elif clause.joined and _goes_on(state, new):
        _link_as_before(state, new)
    else:
        become_subjects(state, new)
    clause.joined = clause.wearing = False


def introduce_somebody(state: State) -> None:
    """Brings in a person of whom the prompt has not told yet who it is."""
    unnamed = state.found.add([somebody()], Modifiers())
    become_subjects(state, unnamed)
    state.focus.unnamed = unnamed


def become_subjects(state: State, new: list[int]) -> None:
    """They are whom the clause is about, together with those who were joined before."""
    clause, focus = state.clause, state.focus
    alone = len(new) == 1 == len(state.found.people(new))
    if focus.unnamed and clause.joined and alone:
        new = focus.nearest = state.found.name(focus.unnamed, new[0])
    together = clause.joined and clause.function == "subject" and not clause.has_verb
    focus.subjects = focus.subjects + new if together else new
    focus.latest = focus.latest + new if together else new
    focus.unnamed, focus.subject_unknown = [], False
    if clause.fronted:
        relation, targets, words = clause.fronted
        state.found.link(new, relation, targets, words)
    clause.finite = clause.has_verb = False
    clause.function = "subject"
    if clause.inverted is not None:
        _do_what_was_told(state, clause.inverted)


def _do_what_was_told(state: State, verb: Chunk) -> None:
    """They do what the verb before them says."""
    clause, found = state.clause, state.found
    clause.doers, clause.action = state.focus.subjects, actions.VERBS.get(verb.base, "")
    found.doers[verb.at] = list(clause.doers)
    found.act(clause.doers, clause.action, first=True, base=verb.base, at=verb.at)
    clause.inverted, clause.has_verb = None, True


def become_agents(state: State, new: list[int]) -> None:
    """They do what is told of the subject: "a ball is kicked *by a boy*"."""
    clause, focus = state.clause, state.focus
    objects, base = focus.subjects, clause.passive or ""
    focus.subjects = clause.doers = focus.latest = new
    nouns = [state.found.wanted[index].noun for index in objects]
    known = actions.DOING.get(base, {})
    usual = actions.VERBS.get(base, "")
    clause.action = next((known[noun][0] for noun in nouns if noun in known), usual)
    at = clause.passive_at
    state.found.doers[at] = list(new)
    state.found.act(new, clause.action, first=True, base=base, at=at)
    looks = clause.action in actions.AIMED
    state.found.link(new, "looking at" if looks else "with", objects)
    clause.expect_nothing()
    clause.passive, clause.has_verb, clause.function = None, True, "object"


def link(state: State, new: list[int]) -> None:
    """They are the object of the verb, or what the relation names."""
    clause, focus, found = state.clause, state.focus, state.found
    relation = clause.relation
    if clause.preposition == "from" and relation == "next to":
        relation = _FROM.get(found.wanted[new[0]].noun, relation)
    if clause.preposition in {"over", "across"}:
        relation = _OVER.get(found.wanted[new[0]].noun, relation)
    if relation is None:
        looks = clause.verb in {"watch", "chase"} or clause.action in actions.AIMED
        relation = "looking at" if looks else "with"
        clause.related = clause.doers
        clause.function = "object"
    else:
        if clause.preposition != "of":
            clause.function = "oblique"
        if not clause.related:
            clause.fronted = (relation, new, clause.words)
        if relation == "with" and found.any_alive(new) and found.any_alive(focus.subjects):
            clause.related = focus.subjects
    state.latest_link = relation
    if clause.verb == "hold" and relation == "with" and _have_hands(state, new):
        found.take_by_the_hand(clause.related)
    if clause.verb == "cut" and found.people(new):
        clause.action = "cut_hair"
        found.act(clause.doers, clause.action, first=True)
    _note(state, relation, new)
    holds = clause.preposition in {"of", "full of"} and not found.any_alive(new)
    focus.latest = clause.related if clause.verb == "wait for" or holds else new
    gives = clause.relation is None and clause.action == "give" and found.any_alive(new)
    clause.relation = None
    clause.verb = clause.verb if gives else None


def _note(state: State, relation: Relation, new: list[int]) -> None:
    """Notes how they are related, unless somebody only passes by."""
    clause, found = state.clause, state.found
    if clause.relation is not None and clause.is_denied:
        return
    meant = clause.verb in {"climb", "chase"}
    meant = meant or (clause.verb == "wait for" and _is_ridden(state, new))
    if clause.preposition == "of" and _is_filled(state, new):
        found.link(new, "in", clause.related)
    elif clause.relation or meant or clause.action not in actions.PASSING_BY:
        found.link(clause.related, relation, new, clause.words if clause.relation else "")


def _is_filled(state: State, new: list[int]) -> bool:
    """Whether several things are in the one that was named before: "a basket of apples"."""
    wanted = state.found.wanted
    several = all(wanted[index].kind == "thing" and wanted[index].count > 1 for index in new)
    return several and all(wanted[index].noun in _CONTAINERS for index in state.clause.related)


def owners(state: State, chunk: Chunk) -> list[int]:
    """Who has on or with them what stands after a noun: the nearest, or all if it is many."""
    latest = state.found.people(state.focus.latest)
    nearest = latest if chunk.plural else state.found.people(state.focus.nearest)
    return nearest or latest or state.found.people(state.focus.subjects)


def _does_next(state: State, new: list[int]) -> bool:
    """Whether they do what the next verb tells ("he sits, and *a dog* runs")."""
    return state.found.any_alive(new) and state.sentence.is_subject(with_ing=True)


def _goes_on(state: State, new: list[int]) -> bool:
    """Whether "and" joins this to an object or to what a relation named."""
    clause, sentence, alive = state.clause, state.sentence, state.found.any_alive(new)
    if clause.function not in {"object", "oblique"}:
        return False
    if sentence.is_subject(with_ing=clause.has_verb and alive):
        return False
    if clause.function == "object":
        return True
    if sentence.has_own_relation(clause.preposition):
        return False
    if clause.preposition in _PLACING and sentence.stands_elsewhere():
        return False
    return not (alive and clause.preposition in {"on", "in", "under"})


def _link_as_before(state: State, new: list[int]) -> None:
    state.found.link(state.clause.related, state.latest_link, new)
    state.focus.latest = state.focus.latest + new


def _have_hands(state: State, others: list[int]) -> bool:
    """Whether who holds them holds a hand: "holding her daughter's hand"."""
    wanted = state.found.wanted
    return any(wanted[index].age != "baby" for index in state.found.people(others))


def _is_ridden(state: State, new: list[int]) -> bool:
    """Whether it is what people wait for in a line."""
    return any(state.found.wanted[index].noun in _BOARDED for index in new)
