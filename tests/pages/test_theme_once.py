"""The theme is put together once, and is the one that Streamlit makes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from streamlit import config
from streamlit.proto.NewSession_pb2 import Config, CustomThemeConfig
from streamlit.runtime import app_session

from pages.server import theme_once

TEXT = "theme.dark.textColor"


@pytest.fixture(autouse=True)
def _a_theme() -> Iterator[None]:
    before = config.get_option(TEXT)
    config.set_option(TEXT, "#123456")
    yield
    config.set_option(TEXT, before)


def filled() -> CustomThemeConfig:
    """As a session's first message has it."""
    fill, theme = getattr(app_session, theme_once.FILLED_BY), CustomThemeConfig()
    fill(theme)
    for part in ("light", "dark", "sidebar"):
        fill(getattr(theme, part), f"theme.{part}")
    fill(theme.dark.sidebar, "theme.dark.sidebar")
    return theme


def test_it_is_streamlits_theme_put_together_once() -> None:
    streamlits_own = filled()
    assert streamlits_own.dark.text_color == "#123456"
    with theme_once.kept():
        assert filled() == streamlits_own
        config.set_option(TEXT, "#654321")
        theme = filled()
        assert theme == streamlits_own, "nobody looks for it again"
        assert not theme.HasField("sidebar")
        theme.dark.text_color = "white"
        assert filled() == streamlits_own, "each session has its own"


def options() -> Config:
    told = Config()
    getattr(app_session, theme_once.OPTIONS_BY)(told)
    return told


def test_options_are_those_that_streamlit_tells_looked_for_once() -> None:
    streamlits_own = options()
    assert streamlits_own.toolbar_mode
    with theme_once.kept():
        assert options() == streamlits_own
        before = config.get_option("client.toolbarMode")
        config.set_option("client.toolbarMode", "developer")
        try:
            assert options() == streamlits_own, "nobody looks for them again"
        finally:
            config.set_option("client.toolbarMode", before)


NAMES = (theme_once.FILLED_BY, theme_once.OPTIONS_BY)


def functions() -> list[object]:
    return [getattr(app_session, name, None) for name in NAMES]


def test_streamlit_is_as_it_was_when_the_server_has_ended() -> None:
    streamlits_own = functions()
    with theme_once.kept():
        assert not set(functions()) & set(streamlits_own)
    assert functions() == streamlits_own
