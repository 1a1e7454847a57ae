"""A scene as JSON text, and back: what a picture shows, to be kept inside it."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter, ValidationError

from imagespeak_core.generators.illustrator.scene import Scene

VERSION = 2
_READ = (1, VERSION)
"""Version 1 says nothing of what was not drawn."""

_SCENES: TypeAdapter[Scene] = TypeAdapter(Scene)


def scene_to_json(scene: Scene) -> str:
    """The scene as JSON on one line, with `"version": 2`. What is not set is left out of items."""
    fields = asdict(scene)
    fields["items"] = [_set(item) for item in fields["items"]]
    return json.dumps({"version": VERSION, **fields}, ensure_ascii=False, separators=(",", ":"))


def _set(item: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if value not in (None, ())}


def scene_from_json(text: str) -> Scene:
    """The scene that `scene_to_json` wrote, in this version or an earlier one.

    Raises:
        ValueError: The text is no such scene, or one of another version.
    """
    try:
        fields = json.loads(text)
    except json.JSONDecodeError as exc:
        raise ValueError("The picture's scene is not JSON.") from exc
    if not isinstance(fields, dict) or fields.pop("version", None) not in _READ:
        raise ValueError(f"The picture's scene is of none of the versions {_READ}.")
    try:
        return _SCENES.validate_python(fields)
    except ValidationError as exc:
        raise ValueError("The picture's scene has parts that are not understood.") from exc
