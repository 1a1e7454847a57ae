"""Load tool for a running Streamlit app, over its own websocket protocol.

    python -m tests.benchmarks.stload http://localhost:8501 --sessions 50 \
        --button "Get Practice Image" --clicks 3 --pid 1234 --query "session=class-{i}"

N headless sessions at once each do what a browser's tab does: they open the page, and when all
have loaded, they click. Timers (`run_every`) are answered, and a part of the page that waits for
one of the app's own /news addresses is waited for, as a browser does.

The report is in milliseconds and MiB. load: from the health request to the end of the first run;
click: to the end of the run that the click starts, st.rerun included; image: to the last byte of
the picture. Server memory before, loaded, peak, after the clicks and after all have left; CPU
seconds of the server, of this client and of everything else on the machine (if that is much, do
not trust the times). The exit status is 1 if there was any error: also exceptions that the app
shows, and a button that is missing or disabled.

Limits: one client process (its CPU seconds show when it is the bottleneck); cached messages are
not announced, so that parts over 10 kB come in full every run; only the widgets of --set and the
button are sent, as by a tab that nobody touched.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.load_report import Cpu, Probe, Stats
from tests.benchmarks.load_session import Options, Session

_SAMPLE_EVERY_S = 0.25
_FIGURES = (
    "load first_delta click image load_msgs load_bytes click_msgs click_bytes image_bytes"
).split()
_FLAGS: tuple[tuple[str, type, Any, str], ...] = (
    ("sessions", int, 1, "how many at once"),
    ("button", str, "", "its label, or a part of it in any case"),
    ("clicks", int, 1, "clicks a session; 0: load only"),
    ("think", float, 0.0, "mean pause before each click, in seconds"),
    ("double", float, None, "send each click twice, so many milliseconds apart"),
    ("query", str, "", "query string; {i} is the session's number"),
    ("page", str, "", "path of the page"),
    ("until", str, "", "KIND[:REGEX]: a click ends when such an element comes, by whatever run"),
    ("ramp", float, 0.0, "spread the loads over so many seconds"),
    ("timeout", float, 60.0, "seconds for a load or a click"),
    ("idle", float, 1.0, "seconds of rest before memory is read"),
    ("pid", int, None, "the server's process, to see its memory and CPU"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What the server's process used; the times are in the stats."""

    rss_mib: dict[str, float]
    load_wall_s: float
    load_cpu: Cpu
    click_wall_s: float
    click_cpu: Cpu

    def figures(self, stats: Stats) -> dict[str, object]:
        """Everything, ready to be printed."""
        return {
            **{name: round(value, 1) for name, value in self.rss_mib.items()},
            "load_wall_s": round(self.load_wall_s, 2),
            "click_wall_s": round(self.click_wall_s, 2),
            "clicks_per_s": round(len(stats.clicks) / self.click_wall_s, 2),
            "load_cpu_s": self.load_cpu.rounded(),
            "click_cpu_s": self.click_cpu.rounded(),
            **{name: stats.summary(name) for name in _FIGURES},
            **stats.error_report(),
        }


async def run(options: Options, stats: Stats) -> Report:
    """Let all sessions load, click and leave."""
    probe = Probe(options.pid)
    rss_mib = {"rss_before": probe.rss_mib()}
    sampler = asyncio.create_task(_sample(probe))
    sessions = [Session(number, options, stats) for number in range(options.sessions)]

    began, cpu_at_start = time.perf_counter(), probe.cpu()
    loaded = [s for s in await asyncio.gather(*(_load(s, options, stats) for s in sessions)) if s]
    load_wall_s, load_cpu = time.perf_counter() - began, probe.cpu() - cpu_at_start
    await asyncio.sleep(options.idle)
    rss_mib["rss_loaded"] = probe.rss_mib()
    grown_mib = rss_mib["rss_loaded"] - rss_mib["rss_before"]
    rss_mib["rss_per_session"] = grown_mib / max(1, len(loaded))

    began, cpu_at_start = time.perf_counter(), probe.cpu()
    if options.clicks and options.button:
        await asyncio.gather(*(_click(session, options, stats) for session in loaded))
    click_wall_s, click_cpu = time.perf_counter() - began, probe.cpu() - cpu_at_start
    await asyncio.sleep(options.idle)
    rss_mib["rss_after_clicks"] = probe.rss_mib()

    await asyncio.gather(*(session.close() for session in sessions), return_exceptions=True)
    await asyncio.sleep(options.idle)
    rss_mib |= {"rss_disconnected": probe.rss_mib(), "rss_peak": probe.peak_mib}
    sampler.cancel()
    with suppress(asyncio.CancelledError):
        await sampler
    return Report(
        rss_mib=rss_mib,
        load_wall_s=load_wall_s,
        load_cpu=load_cpu,
        click_wall_s=click_wall_s,
        click_cpu=click_cpu,
    )


async def _load(session: Session, options: Options, stats: Stats) -> Session | None:
    await asyncio.sleep(options.ramp * session.number / max(1, options.sessions))
    try:
        await session.load()
    except Exception as error:  # noqa: BLE001
        stats.fail("load", error)
        return None
    return session


async def _click(session: Session, options: Options, stats: Stats) -> None:
    for _ in range(options.clicks):
        await asyncio.sleep(options.think * random.uniform(0.5, 1.5))
        try:
            await session.click()
        except Exception as error:  # noqa: BLE001
            stats.fail("click", error)


async def _sample(probe: Probe) -> None:
    while True:
        await asyncio.sleep(_SAMPLE_EVERY_S)
        probe.rss_mib()


def _pair(separator: str, text: str) -> tuple[str, str]:
    name, found, value = text.partition(separator)
    if not found:
        raise argparse.ArgumentTypeError(f"{text!r} has no {separator!r}")
    return name, value


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("url")
    for flag, kind, default, text in _FLAGS:
        parser.add_argument(f"--{flag}", type=kind, default=default, help=text)
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="LABEL=VALUE",
        type=lambda text: _pair("=", text),
        help="value of a text field, sent with every click; {i} as above",
    )
    parser.add_argument(
        "--header",
        action="append",
        default=[],
        metavar="NAME:VALUE",
        type=lambda text: _pair(":", text),
        help="of the handshake",
    )
    parser.add_argument(
        "--image", action="store_true", help="after a click also fetch the last picture"
    )
    parser.add_argument(
        "--no-poll-jobs",
        dest="poll_jobs",
        action="store_false",
        help="do not wait at /news addresses: timers alone",
    )
    parser.add_argument("--json", default="", help="report as JSON in this file; -: on stdout")
    return parser.parse_args()


def main() -> int:
    arguments = vars(_arguments())
    json_file = arguments.pop("json")
    arguments |= {name: tuple(arguments[name]) for name in ("set", "header")}
    stats = Stats()
    report = asyncio.run(run(Options(**arguments), stats)).figures(stats)
    if json_file != "-":
        for name, value in report.items():
            print(f"{name:17} {value}")
    text = json.dumps(report, indent=1)
    if json_file == "-":
        print(text)
    elif json_file:
        Path(json_file).write_text(text, encoding="utf-8")
    return int(stats.errors.total() > 0)


if __name__ == "__main__":
    sys.exit(main())
