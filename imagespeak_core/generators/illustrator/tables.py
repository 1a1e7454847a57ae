"""People at tables, and pupils at their desks."""

from __future__ import annotations

import random
from dataclasses import replace

from imagespeak_core.generators.illustrator.cast import Actor, of_person, thing_actor
from imagespeak_core.generators.illustrator.figures.person import seat_height_m
from imagespeak_core.generators.illustrator.groups import Cluster, Grouped, Member, sit
from imagespeak_core.generators.illustrator.scene import Wanted
from imagespeak_core.generators.illustrator.svg import Tone, group, rect

_EATING_PLACES = frozenset({"kitchen", "cafe", "living room"})
TABLES = frozenset({"table", "round table"})
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


def seat_at_tables(
    rng: random.Random, grouped: Grouped, place: str, at_table: frozenset[str]
) -> None:
    """Who eats or drinks in a room sits at a table; small things lie on one."""
    diners = [
        cluster.members[0]
        for cluster in grouped.clusters
        if len(cluster.members) == 1 and _dines(cluster.members[0].actor, place, at_table)
    ]
    small = [
        cluster.members[0]
        for cluster in grouped.clusters
        if len(cluster.members) == 1 and _lies_on_table(cluster.members[0].actor, at_table)
    ]
    if not diners and not small:
        return
    moved = {id(member) for member in diners + small}
    own = [c for c in grouped.clusters if c.members[0].actor.wanted.noun in TABLES]
    kept = [c for c in grouped.clusters if id(c.members[0]) not in moved]
    if own and len(own[0].members) == 1:
        kept.remove(own[0])
    grouped.clusters[:] = kept
    for at in range(0, max(1, len(diners)), 7):
        served = small if at == 0 else []
        grouped.clusters.append(_table(rng, grouped, diners[at : at + 7], served, at))


def _lies_on_table(actor: Actor, at_table: frozenset[str]) -> bool:
    """Small things do; toys are as often on the floor."""
    if actor.thing is None or actor.stands != "surface":
        return False
    return actor.thing.kind != "toy" or actor.id in at_table


def _dines(actor: Actor, place: str, at_table: frozenset[str]) -> bool:
    if actor.person is None:
        return False
    eats = place in _EATING_PLACES and actor.wanted.action in {"eat", "drink"}
    return eats or actor.id in at_table


def _table(
    rng: random.Random, grouped: Grouped, diners: list[Member], served: list[Member], number: int
) -> Cluster:
    """One table with its diners: first both ends, then behind it, with what is on it."""
    for member in diners:
        _with_spoon(member)
    behind = diners[2:]
    tables = 2 if len(behind) > 2 or len(served) > 6 else 1
    half = _TABLE_WIDE * tables / 2
    cluster = Cluster()
    colour = rng.choice(("brown", None, "beige"))
    for index in range(tables):
        actor = thing_actor(rng, f"table-{number}-{index}", Wanted("thing", "table", colour=colour))
        cluster.members.append(Member(actor, -half + _TABLE_WIDE * (index + 0.5)))
    table_id = cluster.members[0].actor.id
    for index, member in enumerate(diners[:2]):
        _at_end(rng, cluster, member, half, mirrored=index == 0)
    for index, member in enumerate(behind):
        member.x = -half + 2 * half * (index + 0.5) / len(behind)
        _behind(cluster, member)
    grouped.links += [(member.actor.id, "next to", table_id) for member in diners]
    _serve(rng, grouped, cluster, served, half, with_extras=bool(diners))
    return cluster


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
    chair = thing_actor(rng, f"chair-of-{member.actor.id}", Wanted("thing", "chair"))
    cluster.members.append(Member(chair, member.x, -0.08, mirrored=mirrored))
    sit(member, _CHAIR_M)
    cluster.members.append(member)


def _behind(cluster: Cluster, member: Member) -> None:
    person = member.actor.person
    if person is None:
        return
    seated = replace(person, posture="sit", view="front")
    member.actor = of_person(member.actor.id, member.actor.wanted, seated)
    member.lift = max(0.0, _CHAIR_M + 0.02 - seat_height_m(seated))
    member.near, member.mirrored = -0.5, False
    cluster.members.append(member)


def _serve(
    rng: random.Random,
    grouped: Grouped,
    cluster: Cluster,
    served: list[Member],
    half: float,
    *,
    with_extras: bool,
) -> None:
    table_id = cluster.members[0].actor.id
    on_table = list(served)
    if with_extras:
        wanted = {member.actor.wanted.noun for member in served}
        more = [noun for noun in rng.sample(_SERVED, 6) if noun not in wanted]
        for noun in more[: max(0, 5 - len(served))]:
            actor = thing_actor(
                rng, f"{noun.replace(' ', '-')}-on-{table_id}", Wanted("thing", noun)
            )
            on_table.append(Member(actor))
    rng.shuffle(on_table)
    room = 2 * half - 0.3
    for index, member in enumerate(on_table):
        member.x = -half + 0.15 + room * (index + 0.5) / len(on_table)
        member.lift, member.near, member.mirrored = _TABLE_TOP, 0.04, False
        cluster.members.append(member)
        grouped.links.append((member.actor.id, "on", table_id))


def seat_students(rng: random.Random, grouped: Grouped) -> None:
    """Pupils sit at desks, seen from behind, as they look at the board."""
    for cluster in grouped.clusters:
        member = cluster.members[0]
        person = member.actor.person
        if person is None or len(cluster.members) > 1 or not _studies(member.actor):
            continue
        seated = replace(person, action="sit", posture="sit", view="back", extras=(), held=None)
        wanted = replace(member.actor.wanted, action="sit", holding=None)
        member.actor = of_person(member.actor.id, wanted, seated)
        desk = thing_actor(rng, f"desk-of-{member.actor.id}", Wanted("thing", "desk", size="small"))
        chair = _chair_from_behind(f"chair-of-{member.actor.id}")
        member.lift = max(0.0, 0.45 - seat_height_m(seated))
        member.mirrored, member.near = False, 0.0
        cluster.members[:] = [Member(desk, 0.0, -0.7), member, Member(chair, 0.0, 0.02)]
        grouped.links.append((member.actor.id, "next to", desk.id))


def _studies(actor: Actor) -> bool:
    wanted = actor.wanted
    young = wanted.role == "student" or (
        wanted.age in {"child", "teenager"} and wanted.role is None
    )
    return young and wanted.action in {None, "stand", "sit", "read", "write", "look", "walk"}


def _chair_from_behind(id_: str) -> Actor:
    return Actor(
        id=id_,
        wanted=Wanted("thing", "chair"),
        draw=_draw_chair_back,
        left=-0.21,
        right=0.21,
        height=0.82,
        stands="ground",
        faces=False,
    )


def _draw_chair_back(tone: Tone) -> str:
    wood, shade = tone("#c08a54"), tone("#9a6a3e")
    return group(
        rect(-0.2, -0.82, 0.05, 0.82, shade, rx=0.02),
        rect(0.15, -0.82, 0.05, 0.82, shade, rx=0.02),
        rect(-0.2, -0.82, 0.4, 0.26, wood, rx=0.04),
        rect(-0.2, -0.47, 0.4, 0.06, wood, rx=0.02),
    )
