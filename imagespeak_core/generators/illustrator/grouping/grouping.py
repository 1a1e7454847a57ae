"""Puts actors that belong together into one group, with their places beside each other.

Everybody is alone at first. Then each of these steps looks for those whom it concerns, in this
order: first the few scenes that have a form of their own, then what the prompt relates, then what
people do together, and at last what everybody needs who has been given nothing yet.

    take_desks              who is at a desk works there, at one of their own
    set_up_easels           who paints somebody has an easel, and the model opposite
    take_babies             babies are taken off the ground by who has free hands
    carry_children          children sit on the shoulders of who carries them
    cut_hair                who has a haircut sits, and who cuts stands behind
    sit_before_television   who watches television sits before it
    stand_in_line           who waits for a bus stands in a line
    put_overhead            what flies or hangs is over what it is to be above
    put_between             who is between two others is in a row with them
    relate                  all others whom the prompt relates: on, under, beside, behind …
    get_off                 nobody rides a bicycle who was to ride something else
    seat_at_tables          who eats in a room sits at a table, and small things lie on it
    lay_outdoors            elsewhere they lie on a blanket, or on a bench
    put_at_tables           who is under that table
    seat_students           a school class, in rows
    seat_spectators         a cinema's audience, in rows
    pair_up                 two who hug, shake hands, quarrel, dance …
    play_together           those who talk or play face each other, and share one ball
    seat_the_rest           who sits on air is given a seat
    pair_desks              desks stand opposite each other, two and two
    give_vehicles           who drives nothing is given a car
    give_trees              who climbs nothing is given a tree
    hand_over               babies come into the arms of who took them
    take_sides              who is left of somebody elsewhere is on the left of the picture

A step that takes over a relation takes it out of `links`, so that no later one acts on it.
"""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.casting.cast import Actor
from imagespeak_core.generators.illustrator.grouping.animal_places import give_trees
from imagespeak_core.generators.illustrator.grouping.babies import hand_over, take_babies
from imagespeak_core.generators.illustrator.grouping.carrying import carry_children
from imagespeak_core.generators.illustrator.grouping.desks import pair_desks, take_desks
from imagespeak_core.generators.illustrator.grouping.driving import give_vehicles
from imagespeak_core.generators.illustrator.grouping.easels import set_up_easels
from imagespeak_core.generators.illustrator.grouping.groups import Grouping, Step
from imagespeak_core.generators.illustrator.grouping.haircuts import cut_hair
from imagespeak_core.generators.illustrator.grouping.outdoors import lay_outdoors
from imagespeak_core.generators.illustrator.grouping.overhead import put_overhead
from imagespeak_core.generators.illustrator.grouping.pairs import pair_up
from imagespeak_core.generators.illustrator.grouping.playing import play_together
from imagespeak_core.generators.illustrator.grouping.queues import stand_in_line
from imagespeak_core.generators.illustrator.grouping.relating import put_between, relate
from imagespeak_core.generators.illustrator.grouping.riding import get_off
from imagespeak_core.generators.illustrator.grouping.school_class import seat_students
from imagespeak_core.generators.illustrator.grouping.seats import seat_the_rest
from imagespeak_core.generators.illustrator.grouping.sides import take_sides
from imagespeak_core.generators.illustrator.grouping.spectators import seat_spectators
from imagespeak_core.generators.illustrator.grouping.tables import put_at_tables, seat_at_tables
from imagespeak_core.generators.illustrator.grouping.viewers import sit_before_television
from imagespeak_core.generators.illustrator.places.place import Place
from imagespeak_core.generators.illustrator.scene import Link

STEPS: tuple[Step, ...] = (
    take_desks,
    set_up_easels,
    take_babies,
    carry_children,
    cut_hair,
    sit_before_television,
    stand_in_line,
    put_overhead,
    put_between,
    relate,
    get_off,
    seat_at_tables,
    lay_outdoors,
    put_at_tables,
    seat_students,
    seat_spectators,
    pair_up,
    play_together,
    seat_the_rest,
    pair_desks,
    give_vehicles,
    give_trees,
    hand_over,
    take_sides,
)
"""All that is done, in its order, on which later steps and the dice rely."""


def group_actors(
    rng: random.Random, casts: list[list[Actor]], links: tuple[Link, ...], place: Place
) -> Grouping:
    """Groups for all actors: by the prompt's relations, then by what people do together."""
    grouping = Grouping(rng, place, casts, links)
    for step in STEPS:
        step(grouping)
    return grouping
