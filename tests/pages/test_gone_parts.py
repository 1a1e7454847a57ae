"""A press in a part that the server does not know is not dropped."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.runtime.app_session import AppSession

from pages.server import gone_parts


class Session:
    def __init__(self) -> None:
        self.asked: list[ClientState | None] = []

    def has_fragment(self, fragment_id: str) -> bool:
        return fragment_id == "there"


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(
        AppSession, gone_parts.ASKED_BY, lambda self, state: self.asked.append(state)
    )
    return Session()


@pytest.mark.parametrize(("part", "asked"), [("there", "there"), ("gone", ""), ("", "")])
def test_what_is_asked_of_a_part_that_is_gone_is_asked_of_the_page(
    part: str, asked: str, session: Any
) -> None:
    sent = ClientState(query_string="session=x", fragment_id=part)
    sent.widget_states.widgets.add(id="new", trigger_value=True)
    with gone_parts.drawn_anew():
        AppSession.request_rerun(session, sent)
    [state] = session.asked
    assert state.fragment_id == asked
    assert state.query_string == "session=x"
    assert state.widget_states == sent.widget_states
    assert sent.fragment_id == part


def test_the_same_run_again_is_asked_for_as_it_was(session: Any) -> None:
    with gone_parts.drawn_anew():
        AppSession.request_rerun(session, None)
    assert session.asked == [None]
