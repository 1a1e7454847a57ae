"""A function of Streamlit's own that another stands in for while the server runs.

Streamlit promises none of these: one that is not there any more is left alone, and the app works
as it does without ours.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

_logger = logging.getLogger(__name__)


@contextmanager
def replaced(owner: object, name: str, ours: Callable[[Any], Any]) -> Iterator[None]:
    """Let another stand in for it in this block.

    Args:
        owner: The module or class that Streamlit finds it in.
        name: Its name there.
        ours: Makes the other one; gets Streamlit's.
    """
    streamlits_own = getattr(owner, name, None)
    if streamlits_own is None:
        _logger.info("this Streamlit has no %s; it goes on without ours", name)
        yield
        return
    setattr(owner, name, ours(streamlits_own))
    try:
        yield
    finally:
        setattr(owner, name, streamlits_own)
