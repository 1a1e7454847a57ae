"""The picture as large as the window: by a tap on it, or by the button on it."""

from __future__ import annotations

from typing import Final

from pages.components.shell import assets

PRACTICE_IMAGE: Final = "practice_image"


def draw(of: str = PRACTICE_IMAGE) -> None:
    """The button on the picture beside which this stands.

    Args:
        of: The key of the place where both stand, and no other picture.
    """
    component = assets.component(__file__)
    component(key=f"picture_large_{of}", data={"of": of})
