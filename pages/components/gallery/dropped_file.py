"""A PNG that the app once made, dropped to have its settings back."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.errors import PictureFileError
from imagespeak_core.gallery.dropped import MAX_BYTES, read_dropped
from pages.components.picture import settings_reuse
from pages.components.shell import cookies, file_door, messages


def draw() -> None:
    """The place to drop it, and what was found in it."""
    with st.expander("Settings from a picture file", icon=":material/upload_file:"):
        cookies.draw_warning("it can't send a file")
        file_door.show()
        file = st.file_uploader(
            "Drop a picture that you downloaded here. Its settings are read from the file.",
            type="png",
            max_upload_size=MAX_BYTES // 1024 // 1024,
            key="dropped",
        )
        if file is None:
            return
        try:
            details = read_dropped(file.getvalue())
        except PictureFileError as error:
            messages.show(error)
            return
        st.text(details.prompt or "The prompt is not known.")
        rows = [
            f"{details.width_px} × {details.height_px} pixels" if details.width_px else "",
            f"quality {details.quality}" if details.quality else "",
            f"seed {details.seed}" if details.seed else "",
        ]
        st.caption(messages.plain(", ".join(row for row in rows if row)))
        settings_reuse.draw(details)
