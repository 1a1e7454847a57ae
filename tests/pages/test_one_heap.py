"""However many threads ask for memory at once, the C library makes no heap more."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

HEAPS = """
import ctypes, pathlib, sys, tempfile, threading

from pages.server import one_heap

if sys.argv[1] == "one":
    one_heap.ask_for()
libc = ctypes.CDLL(None)
libc.malloc.restype = libc.fopen.restype = ctypes.c_void_p
meet = threading.Barrier(4)


def ask():
    meet.wait()
    libc.malloc(1000)
    meet.wait()


threads = [threading.Thread(target=ask) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
with tempfile.TemporaryDirectory() as folder:
    path = pathlib.Path(folder, "heaps")
    file = ctypes.c_void_p(libc.fopen(str(path).encode(), b"w"))
    libc.malloc_info(0, file)
    libc.fclose(file)
    print(path.read_text().count("<heap nr="))
"""


def heaps(*words: str) -> int:
    command = [sys.executable, "-c", HEAPS, *words]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    return int(ended.stdout)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="others have one heap anyway")
def test_threads_share_one_heap() -> None:
    assert heaps("one") == 1
    assert heaps("many") > 1
