"""Processes that are kept and asked: what they are given, and when another takes their place."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psutil  # type: ignore[import-untyped]
import pytest

from imagespeak_core.processes.asked import AskedProcess, EndedError, NotStartedError, TooSlowError
from imagespeak_core.processes.pool import NoTurnError, ProcessPool
from tests import child_processes
from tests.patience import until

WAIT_S = 60
MODULE = "a_module_that_answers"
CODE = """
import os, pathlib, socket, sys, time

def answering(*arguments):
    def answer(question):
        if question == b"end":
            os._exit(3)
        if question == b"wait":
            while not pathlib.Path(__file__).with_name("go on").exists():
                time.sleep(0.01)
        if question.startswith(b"reach "):
            there, udp = ("127.0.0.1", 9), socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            try:
                {
                    "connect": lambda: socket.create_connection(there),
                    "getaddrinfo": lambda: socket.getaddrinfo("localhost", 443),
                    "gethostbyaddr": lambda: socket.gethostbyaddr("127.0.0.1"),
                    "gethostbyname": lambda: socket.gethostbyname_ex("localhost"),
                    "getnameinfo": lambda: socket.getnameinfo(there, 0),
                    "sendmsg": lambda: udp.sendmsg([b"words"], [], 0, there),
                    "sendto": lambda: udp.sendto(b"words", there),
                }[question.decode().removeprefix("reach ")]()
            except PermissionError as exc:
                return str(exc).encode()
        if question == b"print":
            print("a library may print what it likes", flush=True)
        return repr({
            "asked": question, "arguments": arguments, "names": sorted(os.environ),
            "site": "site" in sys.modules, "session": os.getsid(0), "nice": os.nice(0),
            "pid": os.getpid(),
        }).encode()
    return answer
"""

Start = Callable[..., AskedProcess]


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Starts a process with our code; each is ended."""
    (tmp_path / f"{MODULE}.py").write_text(CODE)
    monkeypatch.syspath_prepend(tmp_path)
    started: list[AskedProcess] = []

    def one(*arguments: str, **options: Any) -> AskedProcess:
        options.setdefault("environment", {})
        started.append(AskedProcess(MODULE, *arguments, **options))
        return started[-1]

    yield one
    for process in started:
        process.close()


def running() -> list[psutil.Process]:
    return child_processes.that_run(MODULE)


def answer(asked: AskedProcess | ProcessPool, question: bytes = b"?") -> dict[str, Any]:
    told: dict[str, Any] = eval(asked.ask(question, longest_s=WAIT_S))
    return told


class TestOneProcess:
    def test_it_answers_one_question_after_the_other(
        self, start: Start, capfd: pytest.CaptureFixture[str]
    ) -> None:
        process = start("a", "b c")
        first, second = answer(process, b"one"), answer(process, b"print")
        assert (first["asked"], second["asked"]) == (b"one", b"print")
        assert first["pid"] == second["pid"] != os.getpid()
        assert first["arguments"] == ("a", "b c")
        assert capfd.readouterr().out == ""

    def test_it_gets_what_it_needs_of_the_environment_and_no_more(
        self, start: Start, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
        monkeypatch.setenv("LD_LIBRARY_PATH", "/lib")
        names = answer(start(environment={"WANTED": "1"}))["names"]
        assert {"LD_LIBRARY_PATH", "WANTED"} <= set(names) <= {
            "LD_LIBRARY_PATH", "WANTED", "LC_CTYPE",  # Python itself sets the last
        }  # fmt: skip

    def test_what_is_for_the_server_is_not_for_it_and_clicks_come_first(self, start: Start) -> None:
        told = answer(start())
        assert told["session"] != os.getsid(0)
        assert told["nice"] > os.nice(0)
        assert not told["site"]

    def test_it_speaks_to_nobody_else(self, start: Start) -> None:
        process = start()
        for way in (
            *("connect", "sendmsg", "sendto"),
            *("getaddrinfo", "gethostbyaddr", "gethostbyname", "getnameinfo"),
        ):
            told = process.ask(f"reach {way}".encode(), longest_s=WAIT_S).decode()
            assert "opens no connections" in told, way

    def test_what_is_too_long_is_no_answer(self, start: Start) -> None:
        with pytest.raises(EndedError):
            start(answer_bytes=3).ask(b"?", longest_s=WAIT_S)
        assert running() == []

    def test_one_that_is_too_slow_is_ended(self, start: Start) -> None:
        process = start()
        answer(process)
        with pytest.raises(TooSlowError):
            process.ask(b"wait", longest_s=0.05)
        assert running() == []

    def test_on_windows_it_inherits_the_handle(self, monkeypatch: pytest.MonkeyPatch) -> None:
        inheritable: dict[int, bool] = {}
        started: dict[str, Any] = {}
        for owner, name, value in (
            (sys, "platform", "win32"),
            (os, "set_handle_inheritable", inheritable.__setitem__),
            (subprocess, "STARTUPINFO", dict),
            (subprocess, "CREATE_NEW_PROCESS_GROUP", 0x200),
            (subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0x4000),
            (subprocess, "Popen", lambda command, **options: started.update(options)),
        ):
            monkeypatch.setattr(owner, name, value, raising=False)
        AskedProcess(MODULE, environment={})
        monkeypatch.undo()
        [handle] = inheritable
        assert inheritable == {handle: True}
        assert started["startupinfo"] == {"lpAttributeList": {"handle_list": [handle]}}
        assert started["creationflags"] == 0x4200
        assert not {"pass_fds", "start_new_session"} & set(started)


class TestPool:
    def test_a_process_is_kept(self, start: Start) -> None:
        pool = ProcessPool(start)
        assert running() == []
        assert len({answer(pool)["pid"] for _ in range(3)}) == 1

    def test_one_that_ends_is_replaced_once(
        self, start: Start, caplog: pytest.LogCaptureFixture
    ) -> None:
        pool = ProcessPool(start)
        before = answer(pool)["pid"]
        [child] = running()
        child.kill()
        child.wait(WAIT_S)
        with caplog.at_level(logging.WARNING):
            assert answer(pool)["pid"] != before
        assert "another one is started" in caplog.text
        with pytest.raises(EndedError):
            pool.ask(b"end", longest_s=WAIT_S)
        assert running() == []
        assert answer(pool)

    def test_one_that_rested_is_replaced_and_nobody_is_warned(
        self, start: Start, caplog: pytest.LogCaptureFixture
    ) -> None:
        pool = ProcessPool(lambda: start(idle_s=0))
        before = answer(pool)["pid"]
        until(lambda: not running(), limit_s=WAIT_S)
        assert answer(pool)["pid"] != before
        assert caplog.text == ""

    def test_no_more_at_once_than_is_said_and_the_others_wait(self, start: Start) -> None:
        pool = ProcessPool(start, at_once=2)
        with ThreadPoolExecutor(6) as threads:
            pids = [told["pid"] for told in threads.map(lambda _: answer(pool), range(12))]
        assert 1 <= len(set(pids)) <= 2

    def test_who_waits_too_long_is_told(self, start: Start, tmp_path: Path) -> None:
        pool = ProcessPool(start, waited_s=0.05)
        with ThreadPoolExecutor(1) as threads:
            busy = threads.submit(pool.ask, b"wait", longest_s=WAIT_S)
            until(running)
            with pytest.raises(NoTurnError):
                pool.ask(b"?", longest_s=WAIT_S)
            (tmp_path / "go on").touch()
            assert busy.result(WAIT_S)
        assert answer(pool), "its turn was given back"

    def test_those_with_nothing_to_do_end_when_told_and_when_it_is_forgotten(
        self, start: Start
    ) -> None:
        pool = ProcessPool(start)
        for _ in range(2):
            assert answer(pool)
            pool.rest()
            assert running() == []
        assert answer(pool)
        del pool
        assert running() == []

    def test_where_nothing_can_be_started_the_next_may_be(
        self, start: Start, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        pool = ProcessPool(start)
        with monkeypatch.context() as patch:
            patch.setattr(sys, "executable", "/nowhere/python")
            with pytest.raises(NotStartedError):
                pool.ask(b"?", longest_s=WAIT_S)
        assert answer(pool)
