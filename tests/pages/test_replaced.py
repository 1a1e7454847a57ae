"""What Streamlit does not have any more keeps the server from nothing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from streamlit.commands import page_config
from streamlit.components.v2 import bidi_component
from streamlit.elements import image
from streamlit.runtime import app_session
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

from pages.server import gone_parts, part_values, plain_pictures, theme_once, unsent_parts
from tests.for_each import for_each


@for_each(
    "owner, name, ours",
    [
        (bidi_component.main, part_values.MADE_BY, part_values.plain),
        (app_session, theme_once.FILLED_BY, theme_once.kept),
        (app_session, theme_once.OPTIONS_BY, theme_once.kept),
        (page_config, plain_pictures.ICON_BY, plain_pictures.plain),
        (image, plain_pictures.PICTURE_BY, plain_pictures.plain),
        (AppSession, gone_parts.ASKED_BY, gone_parts.drawn_anew),
        (ForwardMsgQueue, unsent_parts.CLEARED_BY, unsent_parts.kept),
    ],
)
def test_a_name_that_is_gone_stays_gone_and_the_server_runs(
    owner: object,
    name: str,
    ours: Callable[[], AbstractContextManager[None]],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patch, caplog.at_level("INFO"):
        patch.delattr(owner, name)
        with ours():
            assert not hasattr(owner, name)
        assert not hasattr(owner, name)
    assert name in caplog.messages[-1]
