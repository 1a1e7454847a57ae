"""The configuration of the uvicorn that serves this process.

Uvicorn gives an app no way to it, and `streamlit run` none to most of its options. So it is looked
for among the objects of the process.
"""

from __future__ import annotations

import gc

import uvicorn


def configs() -> list[uvicorn.Config]:
    """One in a server; none elsewhere, such as in most tests, or when the server has started."""
    return [one for one in gc.get_objects() if type(one) is uvicorn.Config]
