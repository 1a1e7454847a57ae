"""The two buttons that lead to a picture: without one, getting one is what comes next."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.models import StoredImage
from pages.components.picture import generation


def draw(shown: StoredImage | None) -> None:
    """Both, always by the same names.

    Args:
        shown: The picture that is looked at: then speaking comes next, and these are quieter.
    """
    if shown is None:
        _draw_get(loud=True)
        _draw_new()
    else:
        _draw_new()
        _draw_get(loud=False)


def _draw_get(*, loud: bool) -> None:
    st.button(
        "Get Practice Image",
        type="primary" if loud else "tertiary",
        icon=":material/image:",
        key="get_practice_image",
        on_click=generation.get_practice_image,
    )


def _draw_new() -> None:
    st.button(
        "Generate New",
        icon=":material/refresh:",
        key="generate_new",
        on_click=generation.generate_new,
    )
