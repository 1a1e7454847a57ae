"""A process beside this one, with a pipe between them: a question goes in, its answer comes out."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from multiprocessing import Pipe
from pathlib import Path
from typing import Any, Final

import imagespeak_core

_KEPT_OF_ENVIRONMENT: Final = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""What Python itself may need to begin; keys and addresses are none of its business."""

_START: Final = (
    "import os, sys; sys.path[:] = sys.argv.pop(1).split(os.pathsep); "
    "from imagespeak_core.processes.answering import main; main(*sys.argv[1:])"
)


class NotStartedError(Exception):
    """This computer starts no more processes."""


class EndedError(Exception):
    """The process ended before it answered."""


class TooSlowError(Exception):
    """No answer came in time; the process was ended."""


class AskedProcess:
    """A process of this very Python, with our folders and nothing that a `.pth` file adds.

    It ends with this one, whatever becomes of it.

    Args:
        module: Its function `answering` is called there, and gives what answers.
        arguments: What `answering` is called with.
        environment: What the process needs of it, besides what Python itself may need.
        idle_s: After so many seconds without a question it ends by itself; None: it never does.
        answer_bytes: What is longer is no answer.

    Raises:
        NotStartedError: There is no process.
    """

    def __init__(
        self,
        module: str,
        *arguments: str,
        environment: Mapping[str, str],
        idle_s: float | None = None,
        answer_bytes: int | None = None,
    ) -> None:
        self._module = module
        self._idle_s = idle_s
        self._answer_bytes = answer_bytes
        self._connection, theirs = Pipe()
        folders = [str(Path(imagespeak_core.__file__).parents[1]), *filter(None, sys.path)]
        path = os.pathsep.join(str(Path(folder).resolve()) for folder in folders)
        where = [path, module, str(theirs.fileno()), "" if idle_s is None else str(idle_s)]
        kept = {name: os.environ[name] for name in _KEPT_OF_ENVIRONMENT if name in os.environ}
        with theirs:
            try:
                self._process = subprocess.Popen(  # noqa: S603 - our own module
                    [sys.executable, "-I", "-S", "-c", _START, *where, *arguments],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    env=kept | dict(environment),
                    **_handing_over(theirs.fileno()),
                )
            except OSError as exc:
                self._connection.close()
                raise NotStartedError from exc

    def ask(self, question: bytes, *, longest_s: float) -> bytes:
        """The answer. After an error there is no process any more.

        Args:
            question: What to answer.
            longest_s: So many seconds it may take.

        Raises:
            EndedError: It ended.
            TooSlowError: It took longer.
        """
        try:
            self._connection.send_bytes(question)
            if self._connection.poll(longest_s):
                return self._connection.recv_bytes(self._answer_bytes)
        except (EOFError, OSError) as exc:
            self.close()
            raise EndedError(f"the process {self._module} ended in the middle") from exc
        self.close()
        raise TooSlowError

    def has_rested(self) -> bool:
        """Whether it has ended, as it may where nothing was asked for long."""
        try:
            return self._idle_s is not None and self._connection.poll()
        except OSError:  # so the pipe says on Windows that its other end is closed
            return True

    def close(self) -> None:
        """End it."""
        self._connection.close()
        self._process.kill()
        self._process.wait()


def _handing_over(handle: int) -> dict[str, Any]:
    """What `Popen` needs to give a process our pipe's other end; Ctrl-C is for the server alone.

    https://docs.python.org/3/library/subprocess.html#windows-popen-helpers (2026-11)

    Args:
        handle: That other end's file number.
    """
    if sys.platform == "win32":
        os.set_handle_inheritable(handle, True)
        return {
            "startupinfo": subprocess.STARTUPINFO(lpAttributeList={"handle_list": [handle]}),
            "creationflags": subprocess.CREATE_NEW_PROCESS_GROUP
            | subprocess.BELOW_NORMAL_PRIORITY_CLASS,
        }
    return {"pass_fds": [handle], "start_new_session": True}
