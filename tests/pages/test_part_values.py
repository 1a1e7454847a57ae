"""What our own parts of a page keep is told as Streamlit tells it, at less cost."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.components.v2 import bidi_component
from streamlit.runtime.state import SessionState
from streamlit.runtime.state.common import WidgetMetadata

from pages.server import part_values
from tests.for_each import for_each

PART, EVENTS = "part", "part__events"
KEPT = {"ticket": "t-1", "pressed": "kept"}


def told(happened: Any, kept: Any = KEPT) -> Any:
    """What a page reads of the part, by whoever presents it now."""
    state = SessionState()
    state._new_widget_state.set_widget_metadata(
        WidgetMetadata(
            id=EVENTS,
            deserializer=lambda value: value,
            serializer=lambda value: value,
            value_type="json_trigger_value",
        )
    )
    state._new_widget_state.set_from_value(EVENTS, happened)
    present = getattr(bidi_component.main, part_values.MADE_BY)(EVENTS, PART, {"pressed"})
    return present(kept, state)


@for_each(
    "happened",
    [
        None,
        [],
        [{"event": "recorded", "value": {"length_s": 2}}],
        [{"event": "pressed", "value": "now"}, {"event": "recorded"}],
        [{"event": "recorded", "value": 1}, {"event": "recorded", "value": 2}],
        ["no event", {"event": 3, "value": 4}, {"value": 5}],
    ],
)
def test_it_is_what_streamlit_tells(happened: Any) -> None:
    streamlits_own = dict(told(happened))
    with part_values.plain():
        assert told(happened) == streamlits_own
        assert type(told(happened)) is dict
        assert told(happened, "no mapping") == "no mapping"


def test_streamlit_is_as_it_was_when_the_server_has_ended() -> None:
    streamlits_own = getattr(bidi_component.main, part_values.MADE_BY)
    with part_values.plain():
        assert getattr(bidi_component.main, part_values.MADE_BY) is not streamlits_own
    assert getattr(bidi_component.main, part_values.MADE_BY) is streamlits_own


def test_another_streamlit_does_as_it_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(bidi_component.main, part_values.MADE_BY)
    with part_values.plain():
        assert not hasattr(bidi_component.main, part_values.MADE_BY)
