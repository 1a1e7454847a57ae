"""A scene as JSON text, and back: what a picture shows, to be kept inside it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import Any

from pydantic import TypeAdapter, ValidationError

from imagespeak_core.generators.illustrator.places.registry import PLACES
from imagespeak_core.generators.illustrator.scene import Given, Scene, Use

VERSION = 2
_READ = (1, VERSION)
"""Version 1 says nothing of what was not drawn, and what was given only in its id."""

_USES: dict[str, Use] = {"chair": "seat", "seat": "seat", "desk": "desk"}

_SCENES: TypeAdapter[Scene] = TypeAdapter(Scene)


def scene_to_json(scene: Scene) -> str:
    """The scene as JSON on one line, with `"version": 2`.

    What is not set is left out of items and links.
    """
    fields = asdict(scene)
    fields.pop("version")
    fields["items"] = [_set(item) for item in fields["items"]]
    fields["links"] = [_set(link) for link in fields["links"]]
    return json.dumps({"version": VERSION, **fields}, ensure_ascii=False, separators=(",", ":"))


def _set(item: dict[str, Any]) -> dict[str, Any]:
    return {
        key: _set(value) if isinstance(value, dict) else value
        for key, value in item.items()
        if value is not None and value is not False and value != ()
    }


def scene_from_json(text: str) -> Scene:
    """The scene that `scene_to_json` wrote, in this version or an earlier one.

    Whether it is a room is known of the place where the text doesn't tell.

    Raises:
        ValueError: The text is no such scene, one of another version, or of a place that is not
            known here.
    """
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError) as exc:  # however deeply it is nested
        raise ValueError("The picture's scene is not JSON.") from exc
    version = fields.pop("version", None) if isinstance(fields, dict) else None
    if version not in _READ:
        raise ValueError(f"The picture's scene is of none of the versions {_READ}.")
    place = PLACES.get(str(fields.get("place")))
    if place is None:
        raise ValueError("The picture's scene is of a place that is not known.")
    try:
        scene = _SCENES.validate_python({"indoors": place.indoors, **fields, "version": version})
    except ValidationError as exc:
        raise ValueError("The picture's scene has parts that are not understood.") from exc
    if not all(words.strip() for words in _words_of(scene)):
        raise ValueError("The picture's scene has parts without a word.")
    if version == VERSION:
        return scene
    return replace(scene, items=tuple(replace(one, given=_given(one.id)) for one in scene.items))


def _words_of(scene: Scene) -> Iterator[str]:
    """All that somebody may be told of it, or asked."""
    yield from scene.backdrop
    for one in scene.items:
        worn = [*one.wearing, *one.also_wearing]
        yield from (one.noun, *one.also_holding, *(noun for noun, _ in worn))
        yield from (word for _, word in worn if word is not None)
        said = (one.colour, one.action, one.role, one.feeling, one.holding, one.holding_colour)
        yield from (word for word in (*said, one.also_feeling) if word is not None)


def _given(id_: str) -> Given | None:
    """What was given as what, by its id in version 1: "seat-of-woman-0-0", "cup-on-table-0-0"."""
    what, of, whose = id_.partition("-of-")
    if whose.startswith("place-"):
        return Given("furniture")
    if of:
        return Given(_USES.get(what, "gear"), whose)
    what, on, number = id_.partition("-on-table-")
    return Given("dish", f"table-{number}") if on else None
