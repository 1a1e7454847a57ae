"""What one word of a prompt tells of its noun phrases, as it is remembered beside the wish."""

from __future__ import annotations

from dataclasses import dataclass

from imagespeak_core.generators.illustrator.scene import Relation


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a word tells of a noun phrase: the value of one of its attributes."""

    item: int
    name: str
    value: object


@dataclass(frozen=True, slots=True)
class Related:
    """To which word a relation leads, how it is read, and how many it is said of.

    `subject` and `target` are the noun phrases on both of its sides.
    """

    at: int
    relation: Relation
    count: int
    subject: int
    target: int
