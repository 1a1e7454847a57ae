"""How a place's usual people, animals and things are written down."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.scene import Age, Wanted


def people(count: int, action: str, holding: str | None = None) -> Wanted:
    """So many people or a few more, who all do the same."""
    return Wanted("person", "person", count, at_least=True, action=action, holding=holding)


def children(count: int, action: str, holding: str | None = None) -> Wanted:
    """So many children who all do the same."""
    return Wanted("person", "child", count, age="child", action=action, holding=holding)


def in_role(role: str, action: str = "stand", count: int = 1, age: Age = "adult") -> Wanted:
    """People who are known by what they are, such as waiters."""
    return Wanted("person", role, count, age=age, role=role, action=action)


def woman(action: str, age: Age = "adult", holding: str | None = None) -> Wanted:
    """A woman who does this."""
    return Wanted("person", "woman", age=age, gender="woman", action=action, holding=holding)


def man(action: str, age: Age = "adult", holding: str | None = None) -> Wanted:
    """A man who does this."""
    return Wanted("person", "man", age=age, gender="man", action=action, holding=holding)


def seated(item: Wanted) -> Wanted:
    """The same on a seat."""
    return replace(item, posture="sit")


def animal(noun: str, count: int = 1) -> Wanted:
    """So many animals."""
    return Wanted("animal", noun, count)


def thing(noun: str, count: int = 1, colour: str | None = None) -> Wanted:
    """So many things."""
    return Wanted("thing", noun, count, colour=colour)
