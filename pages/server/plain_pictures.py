"""A picture that is drawn by its address is drawn without numpy.

Streamlit imports it for each picture and each page's icon, and asks it whether an address is an
array (`image_to_url` and `marshall_images` of Streamlit 1.67, read in November 2026): 9 MB of
memory, and a tenth of a second of the first visit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

from streamlit.commands import page_config
from streamlit.elements import image as pictures
from streamlit.proto.Image_pb2 import ImageList

from pages.server.replaced import replaced

ICON_BY: Final = "image_to_url"
"""Streamlit's function for a page's icon, in the module of a page's settings."""

PICTURE_BY: Final = "marshall_images"
"""Streamlit's function for what `st.image` shows, in its module."""


@contextmanager
def plain() -> Iterator[None]:
    """An address with a text in its place is sent as it is; all else goes Streamlit's way."""
    with replaced(page_config, ICON_BY, _icon), replaced(pictures, PICTURE_BY, _picture):
        yield


def _icon(streamlits_own: Callable[..., str]) -> Callable[..., str]:
    def icon(image: Any, *args: Any, **named: Any) -> str:
        return str(image if _is_address(image) else streamlits_own(image, *args, **named))

    return icon


def _picture(streamlits_own: Callable[..., None]) -> Callable[..., None]:
    def picture(
        place: str,
        image: Any,
        caption: Any,
        layout: Any,
        shown: ImageList,
        *args: Any,
        alt: Any = None,
        **named: Any,
    ) -> None:
        if _is_address(image) and caption is None and isinstance(alt, str) and alt.strip():
            shown.imgs.add(url=image, alt=alt.strip())
        else:
            streamlits_own(place, image, caption, layout, shown, *args, alt=alt, **named)

    return picture


def _is_address(image: object) -> bool:
    return isinstance(image, str) and image.startswith(("http://", "https://", "data:image/"))
