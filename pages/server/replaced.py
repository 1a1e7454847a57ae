"""A function of Streamlit's own that another stands in for while the server runs.

Streamlit promises none of these: one that is not there any more is left alone, and the app works
as it does without ours.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

_logger = logging.getLogger(__name__)


@contextmanager
def replaced(
    owner: object,
    name: str,
    ours: Callable[[Any], Any],
    *,
    needs: Iterable[tuple[object, str]] = (),
) -> Iterator[None]:
    """Let another stand in for it in this block.

    Args:
        owner: The module or class that Streamlit finds it in.
        name: Its name there.
        ours: Makes the other one; gets Streamlit's.
        needs: Others of Streamlit's own that ours asks, or can't do without: owners and names.
    """
    for its_owner, its_name in ((owner, name), *needs):
        if not hasattr(its_owner, its_name):
            _logger.info("this Streamlit has no %s; it goes on without ours", its_name)
            yield
            return
    streamlits_own = getattr(owner, name)
    setattr(owner, name, ours(streamlits_own))
    try:
        yield
    finally:
        setattr(owner, name, streamlits_own)
