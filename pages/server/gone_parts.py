"""A press in a part of the page that the server does not know any more draws the whole page.

Streamlit drops such a press without a word (`AppSession.request_rerun` of Streamlit 1.67, read in
November 2026): its server was started again, or another run has just drawn the page without that
part. Whoever pressed, or a page that waits, would wait for ever.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Final

from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.runtime.app_session import AppSession

from pages.server.replaced import replaced

ASKED_BY: Final = "request_rerun"
"""Streamlit's function, in the class of a session."""

_Ask = Callable[[AppSession, ClientState | None], None]


def drawn_anew() -> AbstractContextManager[None]:
    """What is asked of such a part is asked of the whole page."""
    return replaced(AppSession, ASKED_BY, _of_what_is_there)


def _of_what_is_there(streamlits_own: _Ask) -> _Ask:
    def request_rerun(self: AppSession, client_state: ClientState | None) -> None:
        asked = client_state
        if asked and asked.fragment_id and not self.has_fragment(asked.fragment_id):
            asked = ClientState()
            asked.CopyFrom(client_state)
            asked.ClearField("fragment_id")
        streamlits_own(self, asked)

    return request_rerun
