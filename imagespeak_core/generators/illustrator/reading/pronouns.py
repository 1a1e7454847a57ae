"""Reads pronouns: they stand for who was named, or bring in somebody."""

from __future__ import annotations

from typing import cast

from imagespeak_core.generators.illustrator.reading.anaphora import another_of_kind, some_of_several
from imagespeak_core.generators.illustrator.reading.chunk import Chunk, Modifiers
from imagespeak_core.generators.illustrator.reading.grammatical_functions import (
    become_agents,
    link,
    place,
)
from imagespeak_core.generators.illustrator.reading.phrases import person_phrase, somebody
from imagespeak_core.generators.illustrator.reading.state import State
from imagespeak_core.generators.illustrator.scene import Relation
from imagespeak_core.generators.illustrator.words import people
from imagespeak_core.generators.illustrator.words.numbers import is_number
from imagespeak_core.generators.illustrator.words.people import SOME_OF_SEVERAL

_BEFORE_CLAUSES = frozenset({"stop", "comma", "and", "while"})


def read_pronoun(state: State, chunk: Chunk) -> None:
    """Finds who is meant, and gives them the function that the pronoun has."""
    clause, found = state.clause, state.found
    if chunk.value == "red one":
        place(state, another_of_kind(state, chunk))
        return
    counts = chunk.value not in people.PRONOUNS and is_number(chunk.value)
    if chunk.value in SOME_OF_SEVERAL or counts:
        _pick_some(state, chunk)
        return
    verb_follows = state.sentence.ahead().kind in {"verb", "auxiliary"}
    subject = verb_follows and clause.relation is None and chunk.text not in {"them", "him"}
    others = () if subject else tuple(state.focus.subjects)
    meant = found.meant(people.PRONOUNS[chunk.value], others)
    if subject and clause.verb is None:
        if chunk.text == "we":
            meant = meant or found.people()
        _become_subjects(state, meant or _bring_in(state, chunk.text))
    elif clause.relation is not None and turn_to_whole(state):
        pass
    elif clause.relation is not None and _comes_before_subject(state):
        clause.fronted = (clause.relation, meant or clause.related, clause.words)
    elif meant and clause.passive is not None:
        become_agents(state, meant)
    elif meant:
        if set(clause.related) <= set(meant):
            # Nothing is by itself: "not on the sofa but *under it*".
            clause.related = [who for who in state.focus.subjects if who not in meant]
        link(state, meant)
    clause.expect_nothing()


def _comes_before_subject(state: State) -> bool:
    """Whether the relation and its pronoun begin a clause: "and *under it* a dog sleeps"."""
    ends = state.sentence.ahead().kind == "stop"
    return state.sentence.ahead(-2).kind in _BEFORE_CLAUSES and not ends


def turn_to_whole(state: State) -> bool:
    """Takes a relation to what has the latest with it: "a table with a cat *on it*"."""
    clause, found = state.clause, state.found
    last = found.links[-1] if found.links else None
    if last is None or last.relation != "with" or found.wanted[last.subject].kind == "person":
        return False
    if clause.related != [last.subject] and last.target not in clause.related:
        return False
    if last.target in clause.related:
        found.links = [link for link in found.links if link != last]
        found.link([last.target], cast(Relation, clause.relation), [last.subject])
    return True


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
    focus.subjects = focus.latest = (
        [*focus.subjects, *(who for who in meant if who not in focus.subjects)]
        if together
        else meant
    )
    clause.begin_anew()


def _pick_some(state: State, chunk: Chunk) -> None:
    """Takes some out of those who were named: "and one of them is reading"."""
    state.clause.expect_nothing()
    some = some_of_several(state, chunk.value)
    if not some and not state.found.wanted:
        some = state.found.add([somebody()], Modifiers())
    state.focus.subjects = state.focus.latest = state.focus.nearest = some or state.focus.subjects
    state.clause.begin_anew()
