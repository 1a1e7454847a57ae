"""An address as a QR code."""

from __future__ import annotations

import segno
import streamlit as st

_DARK, _LIGHT = "#1d2b33", "#fbfaf6"  # dark on light in dark mode too: readers expect it
_QUIET_ZONE = 4  # modules, as ISO/IEC 18004 asks for


def draw(address: str, *, width_px: int = 260) -> None:
    """The code, with the address printed under it for those who type."""
    code = segno.make(address, error="m", micro=False)
    picture = code.svg_data_uri(scale=8, border=_QUIET_ZONE, dark=_DARK, light=_LIGHT)
    st.image(picture, width=width_px, alt=f"QR code of the address {address}")
    st.code(address, language=None, wrap_lines=True)
