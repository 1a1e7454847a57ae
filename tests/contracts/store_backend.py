"""A place for pictures as the contract sees it, and what its tests share."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from threading import Barrier
from typing import Any, TypeVar

import pytest
from PIL import Image

from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.stores.blobs import Blobs
from imagespeak_core.stores.claims import Claims
from imagespeak_core.stores.documents import Documents
from imagespeak_core.stores.pictures import PictureStore
from tests.contracts import keeping_racers, making_racers, racers, spending_racers
from tests.contracts.keeping_racers import Kept
from tests.contracts.making_racers import Made
from tests.contracts.racers import Outcome

URL_LIFE_S = 3600
TIMESTAMP = "20241031_143022"

HOSTILE_SESSION_IDS = [
    "", ".", "..", "../x", "a/b", "a\\b", "/etc/passwd", "a\0b", "a\n", "-a", "_a", "a b", "ä",
    "a%2Fb", "a" * 65, f"abc_{TIMESTAMP}", f"abc_{TIMESTAMP}_0_x", "\ud800",
]  # fmt: skip
HOSTILE_TIMESTAMPS = ["", "../../x", "2024", "20241031-143022", "20241399_000000"]
HOSTILE_CLEAN_PROMPTS = ["../x", "a/b", "a.png/../b", "A", "a__b", "_a", "a_", "ä", "\0", "a\n"]
HOSTILE_CLAIMS = [
    "",
    ".",
    "..",
    "../x",
    "a/b",
    ".hidden",
    "-a",
    "a\0",
    "a\n",
    "a b",
    "ä",
    "a" * 201,
]

_T = TypeVar("_T")


@dataclass(frozen=True)
class Answer:
    """What a browser gets for an address."""

    status: HTTPStatus
    body: bytes = b""
    content_type: str = ""
    cache_control: str = ""


class Backend(ABC):
    """A kind of blobs, with its back door."""

    checks_signatures = True
    is_one_step = True
    """Whether conditions and deletions can't come apart."""
    has_own_clock = True

    @abstractmethod
    def new_blobs(self) -> Blobs:
        """The blobs, as another process would come to them."""

    def new_store(self) -> PictureStore:
        """The pictures, likewise."""
        return PictureStore(self.new_blobs(), url_life_s=URL_LIFE_S)

    def new_documents(self) -> Documents:
        """The documents beside the pictures, likewise."""
        return Documents(self.new_blobs())

    def new_claims(self) -> Claims:
        """The claims beside the pictures, likewise."""
        return Claims(self.new_blobs())

    @abstractmethod
    def write(self, name: str, content: bytes, metadata: Mapping[str, str] | None = None) -> None:
        """Put bytes under a name."""

    @abstractmethod
    def write_many(self, names: Iterable[str]) -> None:
        """Put something under many names."""

    @abstractmethod
    def read(self, name: str) -> bytes | None:
        """The bytes under a name; None where there are none."""

    @abstractmethod
    def names(self) -> set[str]:
        """All names."""

    def make_older(self, name: str, seconds: float) -> None:
        """Let a blob be written so much earlier, by the store's clock."""
        pytest.skip("nobody can turn back its clock")

    @abstractmethod
    def fetch(self, address: str) -> Answer:
        """What a browser gets."""

    @property
    @abstractmethod
    def place(self) -> tuple[str, str] | None:
        """Kind and place, by which another process finds it; None where none can."""

    def race(self, session_id: str, document: str) -> list[Outcome]:
        """Let other processes race for keys of the session, and for changes to the document."""
        return [Outcome(**told) for told in self._raced(racers.__name__, session_id, document)]

    def race_keeping(self, session_id: str) -> list[Kept]:
        """Let other processes keep recordings in the session."""
        return [Kept(**told) for told in self._raced(keeping_racers.__name__, session_id)]

    def race_spending(self) -> list[int]:
        """Let other processes spend one budget; how many calls each made."""
        return [told["made"] for told in self._raced(spending_racers.__name__)]

    def race_making(self, session_id: str) -> list[Made]:
        """Let other processes make pictures in the session, and the first of others."""
        return [Made(**told) for told in self._raced(making_racers.__name__, session_id)]

    def _raced(self, module: str, *arguments: str) -> list[dict[str, Any]]:
        if self.place is None:
            pytest.skip("no other process can come to it")
        raced = subprocess.run(
            [sys.executable, "-m", module, *self.place, *arguments],
            cwd=Path(__file__).parents[2],
            stdout=subprocess.PIPE,
            timeout=200,
            check=True,
        )
        told: list[dict[str, Any]] = json.loads(raced.stdout)
        return told

    @abstractmethod
    def restart(self) -> None:
        """Stop what keeps the pictures, and start it again, where that can be done."""


def picture(colour: str = "teal") -> bytes:
    """A small real PNG."""
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8), colour).save(buffer, "PNG")
    return buffer.getvalue()


def key_of(session_id: str, index: int = 0, *, timestamp: str = TIMESTAMP) -> ImageKey:
    return ImageKey(session_id, timestamp, index, "sunset_mountains")


def side_by_side(work: Callable[[int], _T], workers: int = 8) -> list[_T]:
    """Do the same in many threads, which all begin at once."""
    barrier = Barrier(workers)

    def begin(number: int) -> _T:
        barrier.wait()
        return work(number)

    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(begin, range(workers)))
