"""Which names are settings, which were meant to be, and which of several counts."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from functools import cache

from imagespeak_core.settings import values
from imagespeak_core.settings.fields import PREFIX, Settings, setting_name
from imagespeak_core.settings.files import Written

_OUR_NAME = re.compile(r"\s*(export\s+|set\s+|\$env:)?image[-_. ]?speak[-_. ]", re.IGNORECASE)
_OF_KUBERNETES = re.compile(r"IMAGESPEAK_(SERVICE_(HOST|PORT)|PORT)(_.*)?")


def first_set(field: str, sources: Sequence[Sequence[Written]]) -> Written | None:
    """The one that counts: of the first source with a value; there the last one."""
    for source in sources:
        for one in reversed(source):
            if field_of(one.name) == field and not _is_empty(one.value):
                return one
    return None


def _is_empty(value: object) -> bool:
    return value == [] or (isinstance(value, str) and not values.unwrapped(value))


def field_of(name: str) -> str | None:
    """The field that a name sets, in small or capital letters; None for all other names."""
    field = name.strip().upper().removeprefix(PREFIX).lower()
    is_ours = name.strip().upper().startswith(PREFIX) and field in Settings.model_fields
    return field if is_ours else None


def is_unknown(one: Written) -> bool:
    """Whether it was meant as a setting and is none: another program's names are not."""
    if field_of(one.name) is not None:
        return False
    return bool(_OUR_NAME.match(one.name)) or _letters(one.name) in _known_letters()


@cache
def _known_letters() -> frozenset[str]:
    return frozenset(_letters(setting_name(field)) for field in Settings.model_fields)


def _letters(name: str) -> str:
    return re.sub(r"[^A-Z]", "", name.upper())


def unknown(one: Written) -> str:
    """One sentence on such a name, with the nearest that is known."""
    known = [setting_name(field) for field in Settings.model_fields]
    name = one.name.strip()
    nearest = difflib.get_close_matches(name.upper(), known, n=1, cutoff=0.0)[0]
    file = one.where.partition(", line ")[0]
    sentence = f"{name} in {file} is not a setting. The nearest one is {nearest}."
    if _OF_KUBERNETES.fullmatch(name):
        sentence += (
            " Kubernetes sets it for a service that is called imagespeak: give the service "
            "another name, or set enableServiceLinks: false for the pod."
        )
    return sentence
