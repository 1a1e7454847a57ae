"""What people have on and in their hands: clothes, hair, a bag on the back, an umbrella."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from imagespeak_core.generators.illustrator.reading.chunk import Chunk
from imagespeak_core.generators.illustrator.reading.grammatical_functions import owners, take
from imagespeak_core.generators.illustrator.reading.lexicon import ing_form
from imagespeak_core.generators.illustrator.reading.phrases import many_coloured, thing_phrase
from imagespeak_core.generators.illustrator.reading.state import State
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.words import actions, people, things
from imagespeak_core.generators.illustrator.words.hair import worn_as
from imagespeak_core.generators.illustrator.words.numbers import PAIRS

_PUTTING_ON = frozenset({"wear", "put on", "try on", "have", "have got", None})
_HOLDING = {"hold": "holding", "carry": "carrying", "have": "holding", "have got": "holding"}
"""Verbs of who has something in the hands → the word for what is not seen there."""
_APART = frozenset({"on", "under", "behind", "in front of", "next to", "between", "above", "below"})
"""How somebody is related to clothes that they do not have on."""
_ON_BACK = frozenset({"wear", "put on", "have", "have got", "carry"})


def read_hair(state: State, chunk: Chunk) -> None:
    """Hair belongs to who is named before it: "a girl with long hair", "her hair is red"."""
    who = owners(state, chunk) or state.found.people()[-1:]
    if not who:
        state.found.not_known()
    elif not chunk.value:
        state.found.tell()
    else:
        _wear(state, who, *worn_as(chunk.value))
    state.clause.expect_nothing()


def read_clothes(state: State, chunk: Chunk) -> None:
    """Clothes are put on, or they lie about as things."""
    clause = state.clause
    worn = people.CLOTHES[chunk.value]
    wearers = owners(state, chunk)
    paired = any(token.text in PAIRS or token.text == "pairs of" for _, token in chunk.said.noted)
    drinks = ((chunk.said.count or 1) > 1 and not paired) or clause.preposition == "of"
    puts_on = clause.verb in _PUTTING_ON or clause.wearing
    if worn == "glasses" and drinks:
        take(state, [thing_phrase("glass", chunk)], chunk.said)
    elif wearers and puts_on and clause.relation not in _APART:
        said = _look_of(chunk)
        _wear(state, wearers, worn, said)
        _look(state, wearers, worn, chunk)
        if chunk.entry in people.WORN_WITH:
            _wear(state, wearers, people.WORN_WITH[chunk.entry], said)
        if chunk.entry in people.NEARLY:
            state.found.not_known()
    else:
        _leave_about(state, chunk)


def _look_of(chunk: Chunk) -> str | None:
    """A piece's pattern and colour: "striped red"."""
    patterns = [token.text for _, token in chunk.said.noted if token.text in people.PATTERNS]
    colour = chunk.said.colour or ("" if patterns else people.USUAL_COLOURS.get(chunk.entry, ""))
    return " ".join((*patterns, colour)).strip() or None


def wear_on_back(state: State, chunk: Chunk) -> bool:
    """Puts on a backpack that somebody wears; not one that stands there."""
    clause = state.clause
    has = clause.relation == "with" and clause.preposition == "with"
    also = clause.joined and clause.function == "held" and clause.preposition == "with"
    worn = has or also or clause.wearing or clause.verb in _ON_BACK
    if chunk.value != "backpack" or not worn:
        return False
    who = owners(state, chunk)
    if who:
        _wear(state, who, "backpack", chunk.said.colour)
        _look(state, who, "backpack", chunk)
    return bool(who)


def use_up(state: State, chunk: Chunk) -> bool:
    """Takes what is drawn with an action, and not apart from it: a wheelchair, an animal's food."""
    clause, found, noun = state.clause, state.found, chunk.value
    doers = found.people(state.focus.subjects)
    if noun == "wheelchair" and doers and clause.relation in {"in", "with"}:
        found.act(owners(state, chunk), "wheelchair", first=True)
        return True
    if noun in things.TALKED_ON and clause.relation == "on" and owners(state, chunk):
        found.act(owners(state, chunk), "phone", first=True, base="phone")
        return True
    if clause.verb and found.is_food(clause.doers, noun):
        found.tell()
        return True
    doing = {found.wanted[index].action or "" for index in doers}
    if not any(noun in things.SWALLOWED.get(action, ()) for action in doing):
        return False
    found.tell()
    if noun == "bicycle":
        found.hold(doers, noun, chunk.said.colour, each=chunk.plural)
    elif chunk.said.colour:
        found.colour_held(doers, chunk.said.colour)
    return True


def take_in_hands(state: State, chunk: Chunk) -> bool:
    """Puts it into free hands: "with umbrellas", "holding a book", "eating bread"."""
    clause, found = state.clause, state.found
    in_hand = things.HOLDABLE.get(chunk.value) or things.HOLDABLE.get(chunk.text)
    holders = found.people(clause.doers if clause.verb else state.focus.subjects)
    if clause.relation == "with" and state.focus.latest:
        holders = owners(state, chunk)
    if chunk.value == "balloons" and sum(found.wanted[at].count for at in holders) > 1:
        in_hand = "balloon"
    if in_hand is None or not holders or not _is_for_hands(state, in_hand):
        return False
    if any(found.wanted[index].holding for index in holders):
        return False
    found.hold(holders, in_hand, chunk.said.colour, each=chunk.plural)
    _look(state, holders, in_hand, chunk)
    return True


def hold_too(state: State, chunk: Chunk) -> bool:
    """Links what the other hand is to hold, or what arms hold beside it, to who holds it."""
    clause, found = state.clause, state.found
    goes_on = clause.joined and clause.function == "held" and not clause.expects_noun
    goes_on = goes_on and clause.action in {"hold", "carry"}
    in_hand = clause.verb in _HOLDING and clause.relation is None
    in_hand = in_hand and bool({chunk.value, chunk.text} & things.HOLDABLE.keys())
    if not (goes_on or in_hand or chunk.said.in_hand) or chunk.value not in THINGS:
        return False
    holders = [at for at in clause.doers if found.wanted[at].holding is not None]
    if chunk.said.in_hand:
        holders = found.people(clause.doers) or found.people(state.focus.subjects)
    if not holders or state.sentence.is_subject(with_ing=False):
        return False
    new = found.add([thing_phrase(chunk.value, chunk)], chunk.said)
    doing = _HOLDING.get(clause.verb or "") or (
        "holding" if chunk.said.in_hand else ing_form(clause.action)
    )
    found.link(holders, "with", new, doing)
    clause.close("held")
    return True


def _is_for_hands(state: State, in_hand: str) -> bool:
    """Whether the verb or the relation tells that it is held."""
    clause = state.clause
    if clause.relation == "with":
        return not state.sentence.place_follows()
    if (in_hand, clause.relation) in {("umbrella", "under"), ("walking stick", "on")}:
        return True
    if clause.verb is None or clause.verb in actions.MOVING:
        return False
    return clause.action not in actions.FREE_OBJECT


def _look(state: State, who: Iterable[int], what: str, chunk: Chunk) -> None:
    """Notes that what they have on or with them is to be of many colours."""
    looks, wanted = many_coloured(chunk.said), state.found.wanted
    for index in who if looks else ():
        wanted[index] = replace(wanted[index], looks=looks, looks_of=what)


def _wear(state: State, wearers: Iterable[int], what: str, colour: str | None) -> None:
    state.found.wear(wearers, what, colour)
    state.clause.expect_nothing()
    state.clause.wearing, state.clause.function = True, "subject"


def _leave_about(state: State, chunk: Chunk) -> None:
    clause = state.clause
    if clause.wearing or clause.verb in actions.DRESSING:
        state.found.not_known(clause.verb_at)
        state.found.not_known()
        state.clause.expect_nothing()
        return
    noun = chunk.value if chunk.value in THINGS else things.SYNONYMS.get(chunk.value, "")
    if noun not in THINGS:
        state.found.not_known()
        state.clause.expect_nothing()
        return
    take(state, [thing_phrase(noun, chunk)], chunk.said)
