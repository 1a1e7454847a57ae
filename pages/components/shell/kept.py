"""What a tab keeps between two runs of its page: names in `st.session_state`, with their types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar, cast

import streamlit as st

T = TypeVar("T")

OF_SESSION = "of_session_"
"""Begins the names of what is forgotten as soon as the tab goes to another session."""


@dataclass(frozen=True, slots=True)
class Kept(Generic[T]):
    """One name in `st.session_state`; a reload of the page forgets what is kept there.

    Every look and every change is a point at which Streamlit may end the run: it does when the
    visitor has pressed again meanwhile, and nothing that stands behind is done. So what was paid
    for is stored before a page keeps anything of it. It works in the page's own thread alone.

    Attributes:
        name: In `st.session_state`. Of a widget it is the key, and Streamlit writes there what
            the visitor gives in.
        default: What is told where nothing is kept. Everybody shares it: nothing may change it.
    """

    name: str
    default: T

    def get(self) -> T:
        """What is kept, else the default."""
        return cast(T, st.session_state.get(self.name, self.default))

    def set(self, value: T) -> None:
        """Keep this from now on. A widget's value is set before it is drawn, or in a callback."""
        st.session_state[self.name] = value

    def start_with(self, value: T) -> None:
        """Keep this, unless something is kept."""
        st.session_state.setdefault(self.name, value)

    def take(self) -> T:
        """What is kept, which is forgotten."""
        return cast(T, st.session_state.pop(self.name, self.default))

    def forget(self) -> None:
        """Keep nothing; a widget then begins anew."""
        st.session_state.pop(self.name, None)

    def each(self, part: object) -> Kept[T]:
        """The same for one of many, such as a picture.

        Args:
            part: Tells it from the others.
        """
        return Kept(f"{self.name}_{part}", self.default)


def forget_session() -> None:
    """Forget all that belongs to a session: the tab goes to another one."""
    for name in [str(name) for name in st.session_state]:
        if name.startswith(OF_SESSION):
            del st.session_state[name]
