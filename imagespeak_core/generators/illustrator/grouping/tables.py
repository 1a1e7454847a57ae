"""People at tables, and what is served on them."""

from __future__ import annotations

import random
from dataclasses import replace

from imagespeak_core.generators.illustrator.casting.cast import Actor, of_person, thing_actor
from imagespeak_core.generators.illustrator.figures.person import seat_height_m
from imagespeak_core.generators.illustrator.grouping.giving import give, share
from imagespeak_core.generators.illustrator.grouping.groups import Cluster, Grouping, Member
from imagespeak_core.generators.illustrator.grouping.seats import sit
from imagespeak_core.generators.illustrator.grouping.sides import in_order
from imagespeak_core.generators.illustrator.places.place import TableUse
from imagespeak_core.generators.illustrator.scene import Given, Relation, Wanted
from imagespeak_core.generators.illustrator.things.catalog import having

_AS_A_GUEST = frozenset({"eat", "drink", "look", "talk", "read", "sit", "stand", "phone", "think"})
"""What guests of a café do at a table; who has a role there, or carries something, stands."""
TABLES = having("table")
_BOARD_GAMES = having("board game")
_SCREENS = having("screen")
_CHAIR_M = 0.47
_TABLE_WIDE = 1.64
_TABLE_TOP = 0.74
_SERVED = (
    "plate",
    "cup",
    "bread",
    "fruit bowl",
    "glass",
    "bowl",
    "milk",
    "teapot",
    "salad",
    "cheese",
)
_FOR_WORK = ("laptop", "notebook", "books", "cup", "glass", "pencils", "open book", "phone")
_UNDER_NEAR = -0.12
"""Who is under a table is seen between its legs."""


def has_tables(grouping: Grouping) -> bool:
    """Whether things and those who eat are at a table there, or else on the ground."""
    place = grouping.place
    usual = place.indoors or "outdoors" in place.seating.tables
    return usual or any(map(is_for_a_table, grouping.casts))


def seat_at_tables(grouping: Grouping) -> None:
    """Who eats or drinks in a room sits at a table; small things lie on one."""
    if not has_tables(grouping):
        return
    uses, at_table = grouping.place.seating.tables, _who_is_at_table(grouping)
    diners = [
        cluster.members[0]
        for cluster in grouping.clusters
        if len(cluster.members) == 1 and _dines(cluster.members[0].actor, uses, at_table)
    ]
    small = [
        cluster.members[0]
        for cluster in grouping.clusters
        if len(cluster.members) == 1 and _lies_on_table(cluster.members[0].actor, at_table)
    ]
    if not diners and not small:
        return
    moved = {id(member) for member in diners + small}
    own = [c for c in grouping.clusters if c.members[0].actor.wanted.noun in TABLES]
    colour = None
    if own and len(own[0].members) == 1:
        colour = own[0].members[0].actor.wanted.colour
        grouping.put_aside(own[0])
    grouping.clusters[:] = [c for c in grouping.clusters if id(c.members[0]) not in moved]
    for at in range(0, max(1, len(diners)), 7):
        served = small if at == 0 else []
        grouping.clusters.append(_table(grouping, diners[at : at + 7], served, at, colour))


def is_for_a_table(cast: list[Actor]) -> bool:
    """Whether these are tables, or a game that is played at one."""
    return bool(cast) and cast[0].wanted.noun in TABLES | _BOARD_GAMES


def _who_is_at_table(grouping: Grouping) -> frozenset[str]:
    """Who or what the prompt puts at or on a table, and who eats where there is one."""
    casts = grouping.casts
    there = {
        actor.id
        for link in grouping.wished
        if link.relation not in {"under", "below"} and is_for_a_table(casts[link.target])
        for actor in casts[link.subject]
    }
    for cast in casts:
        if cast and cast[0].wanted.noun in _BOARD_GAMES:
            there |= {actor.id for actor in cast}
    if any(map(is_for_a_table, casts)):
        there |= {
            actor.id for cast in casts for actor in cast if actor.wanted.action in {"eat", "drink"}
        }
    return frozenset(there)


def put_at_tables(grouping: Grouping) -> None:
    """Puts who is to be below a table there, and animals on it."""
    for link in grouping.links:
        if is_for_a_table(grouping.casts[link.target]):
            _put_at_table(grouping, grouping.casts[link.subject], link.relation)


def _put_at_table(grouping: Grouping, cast: list[Actor], relation: Relation) -> None:
    """Puts up to three below the first table, or animals on it."""
    animals = all(actor.thing and actor.thing.kind == "animal" for actor in cast)
    lower = relation in {"under", "below"}
    if not lower and not (relation == "on" and animals):
        return
    tables = [c for c in grouping.clusters if c.members[0].actor.wanted.noun in TABLES]
    if not tables:
        return
    for index, actor in enumerate(cast[:3]):
        own, member = grouping.find(actor)
        if own is tables[0] or len(own.members) > 1:
            continue
        grouping.clusters.remove(own)
        member.x, member.near = (0.0, 0.45, -0.45)[index], _UNDER_NEAR
        if relation == "on":
            member.near, member.lift = 0.05, _TABLE_TOP
        tables[0].members.append(member)
        grouping.show(actor, relation, tables[0].members[0].actor)


def _lies_on_table(actor: Actor, at_table: frozenset[str]) -> bool:
    """Small things do; toys are as often on the floor."""
    if actor.thing is None or actor.stands != "surface":
        return False
    return actor.thing.kind != "toy" or actor.id in at_table


def _dines(actor: Actor, uses: tuple[TableUse, ...], at_table: frozenset[str]) -> bool:
    wanted = actor.wanted
    if actor.person is None or actor.person.action == "wheelchair":
        return False
    guest = "guest" in uses and not wanted.role and wanted.action in _AS_A_GUEST
    guest = guest and not (wanted.action == "stand" and wanted.holding)
    eats = "eat" in uses and wanted.action in {"eat", "drink"}
    eats = eats or ("write" in uses and wanted.action == "write")
    return guest or eats or actor.id in at_table


def _table(
    grouping: Grouping,
    diners: list[Member],
    served: list[Member],
    number: int,
    asked: str | None,
) -> Cluster:
    """One table with its diners: first both ends, then behind it, with what is on it.

    It has the colour that is `asked` for.
    """
    for member in diners:
        _with_spoon(member)
    behind = diners[2:]
    tables = 2 if len(behind) > 2 or len(served) > 6 else 1
    half = _TABLE_WIDE * tables / 2
    cluster = Cluster()
    usual = grouping.rng.choice(("brown", None, "beige"))
    colour = asked or usual
    for index in range(tables):
        wanted = Wanted("thing", "table", colour=colour)
        # The prompt may have a table of its own, which is called "table-0-0".
        actor = share(grouping.rng, f"table-shared-{number}-{index}", wanted)
        cluster.members.append(Member(actor, -half + _TABLE_WIDE * (index + 0.5)))
    for index, member in enumerate(diners[:2]):
        _at_end(grouping.rng, cluster, member, half, mirrored=index == 0)
    for index, member in enumerate(behind):
        member.x = -half + 2 * half * (index + 0.5) / len(behind)
        _behind(cluster, member)
    for member in diners:
        grouping.show(member.actor, "next to", cluster.members[0].actor)
        if member.actor.wanted.action == "type" and not _has_screen(served):
            laptop = give(grouping.rng, member.actor, "laptop", use="gear")
            served = [*served, Member(laptop)]
    uses = grouping.place.seating.tables
    _serve(grouping, cluster, served, half, _usual_on_it(diners, served, uses))
    return cluster


def _has_screen(served: list[Member]) -> bool:
    return any(member.actor.wanted.noun in _SCREENS for member in served)


def _usual_on_it(
    diners: list[Member], served: list[Member], uses: tuple[TableUse, ...]
) -> tuple[str, ...]:
    """What else is on the table: dishes, or what one works with, or nothing beside a game."""
    if not diners or any(member.actor.wanted.noun in _BOARD_GAMES for member in served):
        return ()
    eaten = any(member.actor.wanted.action in {"eat", "drink"} for member in diners)
    works = "work" in uses or any(m.actor.wanted.action == "write" for m in diners)
    return _FOR_WORK if works and not eaten else _SERVED


def _with_spoon(member: Member) -> None:
    """Who eats at a table has the food there, and but a spoon in the hand."""
    person = member.actor.person
    if person is None or person.action != "eat" or person.held:
        return
    dining = replace(person, held="spoon")
    member.actor = of_person(member.actor.id, member.actor.wanted, dining)


def _at_end(
    rng: random.Random, cluster: Cluster, member: Member, half: float, *, mirrored: bool
) -> None:
    away = half + 0.3
    member.x = away if mirrored else -away
    member.mirrored, member.near = mirrored, -0.06
    chair = give(rng, member.actor, "chair", use="seat")
    cluster.members.append(Member(chair, member.x, -0.08, mirrored=mirrored))
    sit(member, _CHAIR_M)
    cluster.members.append(member)


def _behind(cluster: Cluster, member: Member) -> None:
    person = member.actor.person
    if person is None:
        return
    seated = replace(person, posture="sit", view="front")
    wanted = member.actor.wanted
    wanted = replace(wanted, action="sit" if wanted.action == "stand" else wanted.action)
    member.actor = of_person(member.actor.id, wanted, seated)
    member.lift = max(0.0, _CHAIR_M + 0.02 - seat_height_m(seated))
    member.near, member.mirrored = -0.5, False
    cluster.members.append(member)


def _serve(
    grouping: Grouping,
    cluster: Cluster,
    served: list[Member],
    half: float,
    usual: tuple[str, ...],
) -> None:
    rng, table = grouping.rng, cluster.members[0].actor
    tables = [member for member in cluster.members if member.actor.wanted.noun in TABLES]
    on_table = list(served)
    if usual:
        wanted = {member.actor.wanted.noun for member in served}
        more = [noun for noun in rng.sample(usual, 6) if noun not in wanted]
        for noun in more[: max(0, 5 - len(served))]:
            id_ = f"{noun.replace(' ', '-')}-on-{table.id}"
            dish = thing_actor(rng, id_, Wanted("thing", noun))
            on_table.append(Member(replace(dish, given=Given("dish", table.id))))
    rng.shuffle(on_table)
    on_table = in_order(grouping, on_table)
    room = 2 * half - 0.3
    for index, member in enumerate(on_table):
        member.x = -half + 0.15 + room * (index + 0.5) / len(on_table)
        member.lift, member.near, member.mirrored = _TABLE_TOP, 0.04, False
        cluster.members.append(member)
        below = min(tables, key=lambda one: abs(one.x - member.x))
        grouping.show(member.actor, "on", below.actor)
