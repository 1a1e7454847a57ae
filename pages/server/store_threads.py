"""Threads for what our routes read from the store.

A slow store must not hold the threads that everything else needs: scripts and styles are read, and
compressed, in those that the server has for all.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from typing import ParamSpec, TypeVar

AT_ONCE = 16

_P = ParamSpec("_P")
_T = TypeVar("_T")


async def read(function: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
    """What the function gives, from a thread of these; it may wait for its turn."""
    call = partial(function, *args, **kwargs)
    return await asyncio.get_running_loop().run_in_executor(_threads(), call)


async def each(parts: Iterator[bytes]) -> AsyncIterator[bytes]:
    """One part after the other, each made in a thread of these."""
    while (part := await read(next, parts, None)) is not None:
        yield part


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(AT_ONCE, "store-reads")
