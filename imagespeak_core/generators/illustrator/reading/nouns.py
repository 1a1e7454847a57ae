"""Reads nouns: settings, people and things; what is no noun of the lexicon is a stranger."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from imagespeak_core.generators.illustrator.reading.activities import (
    do_alone,
    do_with,
    read_activity,
)
from imagespeak_core.generators.illustrator.reading.anaphora import named_before
from imagespeak_core.generators.illustrator.reading.belongings import (
    hold_too,
    read_clothes,
    read_hair,
    take_in_hands,
    use_up,
    wear_on_back,
)
from imagespeak_core.generators.illustrator.reading.chunk import Chunk, Modifiers
from imagespeak_core.generators.illustrator.reading.grammatical_functions import place, take
from imagespeak_core.generators.illustrator.reading.lexicon import SETTINGS, Meaning
from imagespeak_core.generators.illustrator.reading.phrases import (
    counted,
    person_phrase,
    thing_phrase,
)
from imagespeak_core.generators.illustrator.reading.state import State
from imagespeak_core.generators.illustrator.scene import Wanted, Without
from imagespeak_core.generators.illustrator.things.catalog import HELD, THINGS
from imagespeak_core.generators.illustrator.words import (
    actions,
    backdrops,
    hints,
    parts,
    people,
    settings,
    things,
    unseen,
)
from imagespeak_core.generators.illustrator.words.numbers import MOST_OF_A_NOUN

_SOME = 2
_OF_FAMILIES = ("woman", "man", "girl", "woman", "man", "boy")
"""Who is there where several families are."""
_LINES = frozenset({"queue", "group", "crowd", "team"})


def read_noun(state: State, chunk: Chunk) -> None:
    """Takes a noun with what is said of it; of what is denied, nothing is wanted."""
    if chunk.said.count == -1:
        _leave_out(state, chunk)
        state.clause.expect_nothing()
        state.clause.function = None
    elif chunk.meaning is not None:
        _READ_BY_MEANING[chunk.meaning](state, chunk)


def _leave_out(state: State, chunk: Chunk) -> None:
    """Notes what is not there, or what somebody has not: "a man without a hat", "no cars"."""
    clause, before = state.clause, state.sentence.before
    here = chunk.meaning == "place" and chunk.value in state.found.places
    if chunk.entry in backdrops.ASKED and not here:
        denied = Without(backdrops.ASKED[chunk.entry], "noun")
        state.found.without.append((denied, chunk.said.denied_at, chunk.at))
        return
    if here or chunk.value in {"clear", "cloudy"}:
        # The place itself and its sky are drawn all the same.
        state.found.lost |= {chunk.said.denied_at, chunk.at}
    if chunk.meaning in SETTINGS or chunk.meaning == "activity":
        return
    owned = clause.wearing or clause.verb is not None or before.kind in {"denied", "auxiliary"}
    with_it = before.kind == "noun" or clause.relation == "with"
    who = state.focus.subjects if owned else state.focus.nearest if with_it else []
    if before.meaning in SETTINGS:
        who = []
    what = chunk.entry or chunk.text
    if before.kind in {"and", "comma"} and not owned and _have_part(state, what):
        who = state.focus.nearest
    if with_it and not owned and _is_had_by_people(state, who, what):
        who = state.found.people(state.focus.subjects)
    owners: Sequence[int | None] = who or [None]
    for index in owners:
        denied = Without(what, "noun", index)
        state.found.without.append((denied, chunk.said.denied_at, chunk.at))


def _have_part(state: State, what: str) -> bool:
    """Whether it is a part of what was named last: "a house with a roof and no *door*"."""
    named = [state.found.wanted[index].noun for index in state.focus.nearest]
    whole = parts.PARTS.get(what, frozenset())
    return any({noun, THINGS[noun].kind} & whole for noun in named if noun in THINGS)


def _is_had_by_people(state: State, who: Sequence[int], what: str) -> bool:
    """Whether people have it, and no thing that they do something with: "soup without a spoon"."""
    of_things = bool(who) and not state.found.any_alive(who)
    in_hand = bool({what, things.HOLDABLE.get(what, what)} & HELD.keys()) or what in people.CLOTHES
    return of_things and in_hand and bool(state.found.people(state.focus.subjects))


def read_stranger(state: State, chunk: Chunk) -> None:
    """Passes over a noun that nothing is known of; a verb after it is its own."""
    clause, focus = state.clause, state.focus
    if not clause.expects_noun and state.sentence.is_subject(with_ing=True):
        focus.subjects, focus.subject_unknown = [], True
        clause.has_verb = clause.finite = False
    clause.close(None)
    focus.latest = []
    if state.sentence.ahead().kind == "who":
        focus.subjects, focus.subject_unknown = [], True


def _read_place(state: State, chunk: Chunk) -> None:
    clause, found = state.clause, state.found
    if chunk.text == "traffic" and not chunk.modifies:
        found.add([Wanted("thing", "car", 2, at_least=True)], Modifiers())
    if clause.where and chunk.value in settings.INDOORS:
        # A shop on one side of the picture is a house that is seen from outside.
        found.note_place(chunk, "outside")
        found.not_known()
        clause.where = ""
    elif clause.relation in {"under", "below"} and not chunk.modifies:
        # A place is drawn as one sees it from its own ground.
        found.note_place(chunk, clause.relation)
        found.lost |= {found.relation_at, chunk.at}
    elif _is_on_the_way(state, chunk):
        found.note_place(chunk, "outside")
        found.not_known()
    else:
        found.note_place(chunk, clause.relation)
    if not chunk.modifies:
        clause.close(None)


def _is_on_the_way(state: State, chunk: Chunk) -> bool:
    """Whether somebody only goes there ("running to school")."""
    clause = state.clause
    legs = {state.found.wanted[index].posture for index in clause.doers} | {clause.action}
    goes = clause.preposition in {"to", "towards", "past"} and legs & actions.ON_THE_WAY
    return bool(goes) and chunk.value in settings.INDOORS


def _read_setting(state: State, chunk: Chunk) -> None:
    state.found.note_setting(chunk)
    on_it = state.clause.relation in {"on", "above"} and chunk.text in unseen.IN_THE_SKY
    if on_it or {chunk.text, chunk.entry} & unseen.ONLY_TOLD_OF_WEATHER:
        state.found.not_known()
    if on_it:
        state.found.not_known(state.found.relation_at)
    if chunk.modifies:
        return
    if not state.clause.expects_noun and state.sentence.is_subject(with_ing=True):
        state.focus.subjects, state.focus.subject_unknown = [], True
    state.clause.close(None)


def _read_person(state: State, chunk: Chunk) -> None:
    if state.sentence.is_told_apart():
        state.found.tell()
        return
    if _name_again(state, chunk):
        return
    count, vague = counted(chunk)
    take(state, [person_phrase(chunk.said, chunk.value, count, vague=vague)], chunk.said)


def _read_group(state: State, chunk: Chunk) -> None:
    nouns = people.GROUPS[chunk.value]
    if state.sentence.members_follow():
        state.found.tell()
        return
    if chunk.value == "family" and _hand_number_on(state, chunk):
        state.found.tell()
        return
    if chunk.value == "wedding" and any(item.noun == nouns[0] for item in state.found.wanted):
        state.found.tell()
        state.clause.expect_nothing()
        return
    if chunk.value == "family" and chunk.plural:
        nouns = _OF_FAMILIES
    elif chunk.value == "family" and chunk.said.count is not None and chunk.said.count > 1:
        children = ("child",) * (MOST_OF_A_NOUN - len(nouns))
        nouns = (*nouns, *children)[: chunk.said.count]
    take(state, [person_phrase(chunk.said, noun) for noun in nouns], chunk.said)


def _read_crowd(state: State, chunk: Chunk) -> None:
    clause = state.clause
    if _hand_number_on(state, chunk) or state.sentence.is_told_apart():
        state.found.tell()
        return
    if chunk.value in _LINES and clause.relation == "in" and state.focus.subjects:
        state.found.tell()
        clause.relation = None
        return
    if chunk.value in people.EVENTS and do_with(state, chunk):
        clause.close("held")
        return
    if chunk.value in people.EVENTS and clause.relation is not None:
        state.found.not_known()
        clause.expect_nothing()
        return
    if chunk.value in people.EVENTS and state.sentence.names_people():
        _keep_birthday(state, chunk)
        state.found.tell()
        clause.close(None)
        return
    said = chunk.said.count if chunk.said.count != 1 else None
    usual = people.CROWDS[chunk.value]
    if said and chunk.value != "people":
        said = max(said, usual)
    count = min(MOST_OF_A_NOUN, said or usual)
    vague = said != chunk.said.count or said is None or chunk.said.vague
    member = people.MEMBERS.get(chunk.value, "person")
    take(state, [person_phrase(chunk.said, member, count, vague=vague)], chunk.said)
    _keep_birthday(state, chunk)
    if chunk.value in people.EVENTS and state.sentence.ahead().text == "with":
        # What a party has is there, and nobody holds it.
        state.focus.subjects, state.focus.latest, state.focus.nearest = [], [], []


def _keep_birthday(state: State, chunk: Chunk) -> None:
    if "birthday" in chunk.value:
        state.found.celebrate()


def _hand_number_on(state: State, chunk: Chunk) -> bool:
    """Takes a noun that only tells how many there are of the next ("a choir of tourists")."""
    following = state.sentence.ahead(2)
    if state.sentence.ahead().text != "of":
        return False
    if following.meaning not in {"person", "crowd", "thing"}:
        return False
    if not following.said.count or following.said.count < _SOME:
        many = people.CROWDS.get(chunk.value) or len(people.GROUPS[chunk.value])
        following.said.count, following.said.vague = many, True
    sings = "sing" in people.MEMBERS_DO.get(chunk.value, ())
    if sings and following.meaning == "person" and following.said.action is None:
        following.said.action, following.said.action_at = "sing", chunk.at
    state.sentence.skip()
    return True


def _read_thing(state: State, chunk: Chunk) -> None:
    clause, found, noun = state.clause, state.found, chunk.value
    if state.sentence.is_told_apart():
        found.tell()
        return
    if any(takes(state, chunk) for takes in (_take_part, wear_on_back, do_alone, _swim_in)):
        return
    found.note_of_thing(chunk)
    if clause.verb is not None:
        found.note_done(noun)
    used = do_with(state, chunk) and not _is_free_object(state, noun)
    cooks = clause.verb is not None and clause.action == "cook" and noun in THINGS
    if cooks and not used and THINGS[noun].kind not in {"food", "kitchen"}:
        found.act(clause.doers, "kneel", first=True)
    if used or use_up(state, chunk) or take_in_hands(state, chunk):
        clause.close("held")
    elif hold_too(state, chunk) or _name_again(state, chunk) or _fill(state, chunk):
        return
    elif noun not in THINGS:
        found.not_known()
        clause.expect_nothing()
    else:
        if clause.verb in actions.DRESSING:
            found.not_known(clause.verb_at)
            found.not_known()
        take(state, [_for_each_owner(state, thing_phrase(noun, chunk))], chunk.said)


def _for_each_owner(state: State, thing: Wanted) -> Wanted:
    """As many as there are of whom it is said that every one has it: "each dog has a ball"."""
    doers = [state.found.wanted[index] for index in state.clause.doers]
    shared = state.clause.verb not in {"have", "have got"} or state.clause.relation is not None
    if shared or not doers or not all(item.each for item in doers) or thing.count > 1:
        return thing
    at_least = any(item.at_least for item in doers)
    return replace(thing, count=sum(item.count for item in doers), at_least=at_least)


def _swim_in(state: State, chunk: Chunk) -> bool:
    """Lets somebody swim who is in the water ("a dog in the water"); it is nothing to drink."""
    clause, found = state.clause, state.found
    if chunk.entry != "water" or clause.relation is None or clause.preposition in {"of", "with"}:
        return False
    alive = found.any_alive(clause.related)
    found.tell()
    found.weak_places.append(hints.CUE_PLACES["in the water" if alive else "afloat"])
    if clause.preposition == "in" and alive:
        found.act(clause.related, "swim", first=True, base="swim")
    clause.expect_nothing()
    return True


def _is_free_object(state: State, noun: str) -> bool:
    """Whether what is done with it still shows it as a thing of its own."""
    action = state.clause.action
    shared = action == "eat" and noun in THINGS and THINGS[noun].kind == "food"
    return shared or action in actions.FREE_OBJECT


def _take_part(state: State, chunk: Chunk) -> bool:
    """Takes a part of the thing before "with" ("a red car with dark windows")."""
    clause, found = state.clause, state.found
    after_another = clause.function == "part" and clause.joined
    of_it = {"with", "of"} if chunk.value in THINGS else {"with"}
    if not after_another and (clause.relation != "with" or clause.preposition not in of_it):
        return False
    wholes = [found.wanted[index] for index in state.focus.nearest]
    if chunk.value not in parts.PARTS or not wholes or wholes[-1].kind == "person":
        return False
    whole = wholes[-1].noun
    if not parts.PARTS[chunk.value] & {whole, THINGS[whole].kind}:
        if chunk.value in THINGS:
            return False
        found.not_known()
    found.tell()
    clause.close("part")
    return True


def _name_again(state: State, chunk: Chunk) -> bool:
    """Takes who or what was named before ("on the table … under the table")."""
    before = named_before(state, chunk)
    if before:
        state.found.name_again(before, chunk.value, each=chunk.said.each)
        place(state, before)
    return bool(before)


def _fill(state: State, chunk: Chunk) -> bool:
    """Takes what is only in the glass or cup before it ("a glass of juice")."""
    nearest = state.focus.nearest
    if state.clause.preposition != "of" or not nearest:
        return False
    if state.found.wanted[nearest[-1]].noun != chunk.value:
        return False
    state.found.tell()
    if chunk.entry in unseen.BORROWED:
        state.found.not_known()
    state.found.describe(nearest, chunk.said)
    state.clause.expect_nothing()
    return True


_READ_BY_MEANING: Mapping[Meaning, Callable[[State, Chunk], None]] = {
    "place": _read_place, "time": _read_setting, "weather": _read_setting,
    "season": _read_setting, "person": _read_person, "group": _read_group, "crowd": _read_crowd,
    "thing": _read_thing, "clothes": read_clothes, "activity": read_activity, "hair": read_hair,
}  # fmt: skip
