"""Reads pronouns: they stand for who was named, or bring in somebody."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.reading.chunk import Chunk, Modifiers
from imagespeak_core.generators.illustrator.reading.grammatical_functions import become_agents, link
from imagespeak_core.generators.illustrator.reading.phrases import person_phrase
from imagespeak_core.generators.illustrator.reading.state import State
from imagespeak_core.generators.illustrator.words import people


def read_pronoun(state: State, chunk: Chunk) -> None:
    """Finds who is meant, and gives them the function that the pronoun has."""
    clause, found = state.clause, state.found
    if chunk.value == "one of them":
        _pick_one(state)
        return
    verb_follows = state.sentence.ahead().kind in {"verb", "auxiliary"}
    subject = verb_follows and clause.relation is None and chunk.text not in {"them", "him"}
    others = () if subject else tuple(state.focus.subjects)
    meant = found.meant(people.PRONOUNS[chunk.value], others)
    if subject and clause.verb is None:
        if chunk.text == "we":
            meant = meant or found.everybody()
        _become_subjects(state, meant or _bring_in(state, chunk.text))
    elif meant and clause.passive is not None:
        become_agents(state, meant)
    elif meant:
        link(state, meant)
    clause.expect_nothing()


def _bring_in(state: State, pronoun: str) -> list[int]:
    """Somebody for a pronoun that stands for nobody yet."""
    if pronoun not in people.PRONOUN_PEOPLE:
        return []
    if state.found.wanted and pronoun not in {"he", "she", "i", "we"}:
        return []
    noun, count = people.PRONOUN_PEOPLE[pronoun]
    return state.found.add([person_phrase(Modifiers(), noun, count)], Modifiers())


def _become_subjects(state: State, meant: list[int]) -> None:
    clause, focus = state.clause, state.focus
    together = clause.joined and clause.function == "subject"
    together = together and not clause.finite and not clause.has_verb
    focus.subject_unknown = not meant
    focus.subjects = focus.latest = focus.subjects + meant if together else meant
    clause.begin_anew()


def _pick_one(state: State) -> None:
    """Takes one out of those who were named: "and one of them is reading"."""
    one = state.found.one_of(state.found.meant("all", ()))
    state.focus.subjects = state.focus.latest = one or state.focus.subjects
    state.clause.begin_anew()
    state.clause.expect_nothing()
