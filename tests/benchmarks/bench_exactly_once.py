"""Real servers that share a bucket alone are killed, frozen, cut off and flooded.

    python -m tests.benchmarks.bench_exactly_once [SCENARIO …]

Each scenario starts the app with `uvicorn`, MiniStack as its bucket and a stand-in for Amazon
Bedrock, and counts what the model was asked for and what is stored in the end. The reference of a
time is the one that the design names, so that it is told as a ratio.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from imagespeak_core.stores.claims import ABANDONED_AFTER_S
from tests.adapters.bedrock_replies import ok, slow
from tests.benchmarks import stload
from tests.benchmarks.figures import Figures
from tests.benchmarks.house import House, running_house, wait_for
from tests.benchmarks.load_report import Stats
from tests.benchmarks.load_session import Options
from tests.benchmarks.servers import BUTTON, REPOSITORY, Server, environment

TAKEOVER_AT_MOST = 1.15
"""Of `ABANDONED_AFTER_S`: a beat is seen up to two seconds late, and the second ones tell."""
LONGEST_END_S = 110


def takeover(figures: Figures, folder: Path) -> None:
    """The owner of a claim is killed, and in another house frozen, while it pays."""
    for how, number in (("killed", signal.SIGKILL), ("frozen", signal.SIGSTOP)):
        with running_house(folder / how) as house, house.server("a") as a, house.server("b") as b:
            house.bedrock.script(slow(15))
            _press_later(a, "session=shared")
            house.wait_for_calls(1, 30)
            _press_later(b, "session=shared")
            time.sleep(1)
            os.kill(a.pid, number)
            stopped_s = time.monotonic()
            taken_s = house.wait_for_calls(2, 60) - stopped_s
            wait_for(lambda house=house: bool(house.pictures()), 30)  # type: ignore[misc]
            if number == signal.SIGSTOP:
                os.kill(a.pid, signal.SIGCONT)
                time.sleep(20)
            figures.say(f"{how}: the other one asked the model after", f"{taken_s:.1f} s")
            figures.check(f"{how}: of 20 s", taken_s / ABANDONED_AFTER_S, TAKEOVER_AT_MOST)
            figures.check(f"{how}: calls for one picture", len(house.bedrock.calls), 2)
            figures.say(f"{how}: pictures in the bucket", str(len(house.pictures())))


def newcomers(figures: Figures, folder: Path) -> None:
    """A server is killed while it pays for 32 sessions, started again, and a class comes."""
    with running_house(folder) as house:
        house.bedrock.script(*[slow(30)] * 32)
        with house.server("a") as a:
            _press_later(a, "session=old-{i}", sessions=32)
            house.wait_for_calls(32, 60)
            os.kill(a.pid, signal.SIGKILL)
        paid = len(house.bedrock.calls)
        with house.server("a") as a:
            began_s = time.monotonic()
            _press_later(a, "session=old-{i}", sessions=32)
            stats = _press(a, "session=new-{i}", sessions=10)
            new_s = time.monotonic() - began_s
            figures.say("newcomers: errors", str(dict(stats.errors) or "none"))
            figures.check("newcomers: all 10 have theirs after, of 20 s", new_s / 20, 1.0)
            wait_for(lambda: len(house.pictures()) >= 42, 60)
            figures.check(
                "those who waited: of 20 s",
                (time.monotonic() - began_s) / ABANDONED_AFTER_S,
                1.5,
            )
        figures.check("calls for 42 pictures", len(house.bedrock.calls), paid + 42)


def outage(figures: Figures, folder: Path, *, away_s: float = 60) -> None:
    """The bucket goes away while pictures are made; the server is killed and started meanwhile."""
    count = 5
    with running_house(folder) as house:
        house.bedrock.always = slow(4)
        with house.server("a") as a:
            _press_later(a, "session=spooled-{i}", sessions=count)
            house.wait_for_calls(count, 30)
            house.s3.stop()
            gone_s = time.monotonic()
            time.sleep(away_s / 2)
            os.kill(a.pid, signal.SIGKILL)
        with house.server("a") as a:
            _press_later(a, "session=spooled-{i}", sessions=count)
            time.sleep(max(0.0, away_s - (time.monotonic() - gone_s)))
            house.s3.start()
            back_s = time.monotonic()
            wait_for(lambda: len(house.pictures()) >= count, 90)
            figures.say(
                "all are stored, after the bucket is back", f"{time.monotonic() - back_s:.1f} s"
            )
            stats = _press(a, "session=spooled-{i}", sessions=count)
            figures.say("errors afterwards", str(dict(stats.errors) or "none"))
        figures.check("pictures missing", count - len(house.pictures()), 0)
        figures.check("calls / pictures", len(house.bedrock.calls) / count, 1.0)


def end(figures: Figures, folder: Path) -> None:
    """SIGTERM while a slow model makes 37 pictures."""
    count, model_s = 37, 45
    with running_house(folder) as house:
        house.bedrock.always = slow(model_s)
        with house.server("a") as a:
            _press_later(a, "session=end-{i}", sessions=count)
            asked_s = house.wait_for_calls(32, 60)
            os.kill(a.pid, signal.SIGTERM)
            wait_for(lambda: not _is_alive(a.pid), LONGEST_END_S + 20)
            took_s = time.monotonic() - asked_s
        paid = len(house.bedrock.calls)
        figures.say("paid when it was told to end", str(paid))
        figures.check("lost of them", paid - len(house.pictures()), 0)
        figures.check("the server ended after, of the model's time", took_s / model_s, 1.3)


def budget(figures: Figures, folder: Path) -> None:
    """Four servers, two Lambdas and a restart, 58 presses, money for five pictures."""
    more = {"IMAGESPEAK_BUDGET_USD_PER_DAY": "0.20"}
    with running_house(folder, **more) as house:
        house.bedrock.always = ok
        with ExitStack() as stack:
            servers = [stack.enter_context(house.server(name)) for name in "abcd"]
            threads = [
                _press_later(server, f"session=budget-{number}-{{i}}", sessions=10)
                for number, server in enumerate(servers)
            ]
            lambdas = [_lambda(house, f"lambda-{number}") for number in range(2)]
            for thread in threads:
                thread.join()
            for process in lambdas:
                process.wait(120)
        with house.server("a") as a:
            _press(a, "session=again-{i}", sessions=8)
        figures.check("calls", len(house.bedrock.calls), 5)
        figures.check("calls too few", 5 - len(house.bedrock.calls), 0)
        figures.check("pictures missing", 5 - len(house.pictures()), 0)


SCENARIOS: dict[str, Callable[[Figures, Path], None]] = {
    "takeover": takeover,
    "newcomers": newcomers,
    "outage": outage,
    "end": end,
    "budget": budget,
}


def main() -> int:
    parser = argparse.ArgumentParser(description="Servers that are killed, frozen and cut off.")
    parser.add_argument("scenarios", nargs="*", choices=[[], *SCENARIOS], default=[])
    figures = Figures()
    for name in parser.parse_args().scenarios or SCENARIOS:
        figures.say(f"— {name}", str(SCENARIOS[name].__doc__))
        with tempfile.TemporaryDirectory() as folder:
            SCENARIOS[name](figures, Path(folder))
    return figures.exit_status


def _lambda(house: House, name: str) -> subprocess.Popen[bytes]:
    """One that is called five times."""
    code = (
        "from imagespeak_core.lambda_handler import lambda_handler\n"
        f"for number in range(5): lambda_handler({{'sessionId': f'{name}-{{number}}', "
        "'prompt': 'A cat'}, None)"
    )
    return subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=REPOSITORY,
        env=environment(house.folder / name, house.settings),
    )


def _press(server: Server, query: str, *, sessions: int = 1) -> Stats:
    stats = Stats()
    options = Options(
        url=server.url,
        sessions=sessions,
        button=BUTTON,
        query=query,
        pid=server.pid,
        until="imgs",
        timeout=120.0,
    )
    asyncio.run(stload.run(options, stats))
    return stats


def _press_later(server: Server, query: str, *, sessions: int = 1) -> threading.Thread:
    """Whatever becomes of it: its server may be killed."""

    def press() -> None:
        try:
            _press(server, query, sessions=sessions)
        except Exception as error:  # noqa: BLE001 - the other side was killed
            print(f"  ({type(error).__name__} at a press whose server ended)", flush=True)

    thread = threading.Thread(target=press, daemon=True)
    thread.start()
    return thread


def _is_alive(pid: int) -> bool:
    try:
        return os.waitpid(pid, os.WNOHANG) == (0, 0)
    except ChildProcessError:
        return False


if __name__ == "__main__":
    sys.exit(main())
