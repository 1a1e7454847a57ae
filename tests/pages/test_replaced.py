"""What Streamlit does not have any more keeps the server from nothing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from streamlit.commands import page_config
from streamlit.components.v2 import bidi_component
from streamlit.elements import image
from streamlit.runtime import Runtime, app_session
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue
from streamlit.runtime.scriptrunner import ScriptRunner

from pages.server import (
    few_at_once,
    gone_parts,
    part_values,
    plain_pictures,
    sent_together,
    theme_once,
    unsent_parts,
)
from pages.server.replaced import replaced
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
        (AppSession, sent_together.TOLD_BY, sent_together.in_few_parts),
        (AppSession, sent_together.ASKED_BY, sent_together.in_few_parts),
        (AppSession, few_at_once.ASKED_BY, few_at_once.drawn),
        (AppSession, sent_together.TAKEN_BY, sent_together.in_few_parts),
        (Runtime, sent_together.WOKEN_BY, sent_together.in_few_parts),
        (Runtime, sent_together.SENT_BY, sent_together.in_few_parts),
        (ScriptRunner, few_at_once.STARTED_BY, few_at_once.drawn),
        (ScriptRunner, few_at_once.DRAWN_BY, few_at_once.drawn),
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
    assert any(name in message for message in caplog.messages)


class Theirs:
    def asks(self) -> str:
        return "theirs"

    def is_asked(self) -> None:
        """By ours."""


def test_one_whose_like_is_gone_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked() -> str:
        with replaced(Theirs, "asks", lambda _: lambda _: "ours", needs=[(Theirs, "is_asked")]):
            return Theirs().asks()

    assert asked() == "ours"
    assert Theirs().asks() == "theirs"
    monkeypatch.delattr(Theirs, "is_asked")
    assert asked() == "theirs"
