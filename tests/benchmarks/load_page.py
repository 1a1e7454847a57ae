"""What a tab knows of the page that the server drew for it."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import Any

from streamlit.proto.BidiComponent_pb2 import BidiComponent
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.benchmarks.load_report import Stats


@dataclass(frozen=True, slots=True)
class Button:
    """One button as last drawn."""

    widget_id: str
    fragment_id: str
    disabled: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page with a script of its own, as last drawn."""

    trigger_id: str
    fragment_id: str
    data: dict[str, Any]


def part_of(drawn: BidiComponent, fragment_id: str) -> Part:
    """What such an element stands for."""
    text = drawn.json or drawn.mixed.json
    data = json.loads(text) if text else {}
    trigger_id = f"$$STREAMLIT_INTERNAL_KEY_{drawn.id}__events"
    return Part(trigger_id, fragment_id, data if isinstance(data, dict) else {})


class Page:
    """Takes every message in turn; errors that the page shows go to the stats."""

    def __init__(self, stats: Stats) -> None:
        self._stats = stats
        self._buttons: dict[str, Button] = {}  # by label
        self.inputs: dict[str, str] = {}  # text widgets: label -> widget id
        self.numbers: dict[str, str] = {}  # those for a number
        self.parts: dict[str, Part] = {}  # by the name of their component
        self.page_hash = ""
        self.image_url = ""
        self.alert = ""
        self.first_delta: float | None = None

    def button(self, label: str) -> Button:
        """The button with this label, else with a label that contains it."""
        button = self._buttons.get(label) or next(
            (b for seen, b in self._buttons.items() if label.lower() in seen.lower()), None
        )
        if button is None:
            raise RuntimeError(f"no button {label!r}; seen: {sorted(self._buttons)[:8]}")
        if button.disabled:
            raise RuntimeError(f"button {label!r} is disabled")
        return button

    def take(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self.first_delta = self.first_delta or time.perf_counter()
            self._take_element(message.delta)
        elif kind == "new_session" and not message.metadata.run.fragment_ids:
            self._buttons, self.inputs, self.numbers, self.parts = {}, {}, {}, {}
            self.page_hash = message.new_session.page_script_hash or self.page_hash
        elif kind == "navigation":
            self.page_hash = message.navigation.page_script_hash or self.page_hash
        elif kind == "page_not_found":
            self._stats.errors[f"page not found: {message.page_not_found.page_name!r}"] += 1
        elif kind == "session_event" and message.session_event.script_compilation_exception.message:
            text = message.session_event.script_compilation_exception.message
            self._stats.errors[f"compile error: {text[:200]}"] += 1

    def _take_element(self, delta: Delta) -> None:
        element: Element = delta.new_element
        kind = element.WhichOneof("type")
        if kind == "button":
            button = element.button
            self._buttons[button.label] = Button(button.id, delta.fragment_id, button.disabled)
        elif kind in ("text_input", "text_area"):
            widget = getattr(element, kind)
            self.inputs[widget.label] = widget.id
        elif kind == "number_input":
            self.numbers[element.number_input.label] = element.number_input.id
        elif kind == "bidi_component":
            name = element.bidi_component.component_name.rpartition(".")[2]
            self.parts[name] = part_of(element.bidi_component, delta.fragment_id)
        elif kind == "imgs" and element.imgs.imgs:
            self.image_url = element.imgs.imgs[-1].url
        elif kind == "alert":
            self.alert = element.alert.body
        elif kind == "exception":
            shown = element.exception
            self._stats.errors[f"app exception: {shown.type}: {shown.message[:200]}"] += 1
