"""What our own parts of the page keep is told without a class of its own for each look at it.

Streamlit lets a script write single values of a part (`components.v2`) where it reads them, and
makes a class for that, of each part at each run (`make_bidi_component_presenter` of Streamlit 1.67,
read in November 2026). With the parts of the practice page that is a sixth of a press's work, and
each class is a cycle, which only a whole collection frees. We write none of the values so.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, Final

from streamlit.components.v2 import bidi_component
from streamlit.runtime.state import SessionState

from pages.server.replaced import replaced

MADE_BY: Final = "make_bidi_component_presenter"
"""Streamlit's function, in the module that draws a part."""


def plain() -> AbstractContextManager[None]:
    """What a part keeps, and above it what has just happened there, is a plain mapping."""

    def present_with(
        aggregator_id: str,
        component_id: str | None = None,
        allowed_state_keys: set[str] | None = None,
    ) -> Callable[[Any, SessionState], Any]:
        del component_id, allowed_state_keys  # they are asked for where something is written

        def present(kept: Any, session_state: SessionState) -> Any:
            events = _events(session_state, aggregator_id)
            return {**events, **kept} if events and isinstance(kept, dict) else kept

        return present

    return replaced(bidi_component.main, MADE_BY, lambda _: present_with)


def _events(session_state: SessionState, aggregator_id: str) -> dict[str, Any]:
    """What has happened in the browser since the last run, by its names."""
    happened = session_state._new_widget_state.get(aggregator_id) or []
    return {
        one["event"]: one.get("value")
        for one in happened
        if isinstance(one, dict) and isinstance(one.get("event"), str)  # it comes from anybody
    }
