"""The theme and options, which are the same for everybody, are put together once, not each press.

Streamlit sends them with each run, and looks for each among all its options each time: on the
event loop, an eighth of a press's work (`_populate_theme_msg` and `_populate_config_msg` of
Streamlit 1.67, read in November 2026). Options do not change while the server runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Final

from streamlit.proto.NewSession_pb2 import Config, CustomThemeConfig
from streamlit.runtime import app_session

from pages.server.replaced import replaced

FILLED_BY: Final = "_populate_theme_msg"
OPTIONS_BY: Final = "_populate_config_msg"
"""Streamlit's functions, in the module of a session."""


@contextmanager
def kept() -> Iterator[None]:
    """What was put together once is copied from then on."""
    with replaced(app_session, FILLED_BY, _once), replaced(app_session, OPTIONS_BY, _options_once):
        yield


def _once(
    streamlits_own: Callable[[CustomThemeConfig, str], None],
) -> Callable[[CustomThemeConfig, str], None]:
    @cache
    def filled(section: str) -> CustomThemeConfig | None:
        around = CustomThemeConfig()
        streamlits_own(around.light, section)
        return around.light if around.HasField("light") else None

    def fill(message: CustomThemeConfig, section: str = "theme") -> None:
        theme = filled(section)
        if theme is not None:  # the others must not be there at all
            message.MergeFrom(theme)
            message.SetInParent()

    return fill


def _options_once(streamlits_own: Callable[[Config], None]) -> Callable[[Config], None]:
    @cache
    def options() -> Config:
        told = Config()
        streamlits_own(told)
        return told

    def tell(message: Config) -> None:
        message.MergeFrom(options())

    return tell
