"""A first visit, and one with a warm cache, on a phone's network (1.6 Mbit/s, 150 ms).

    python -m tests.benchmarks.bench_first_visit [--rounds 3]

Until the button is there: ours against a bare Streamlit page (title, button, picture by URL) as
Streamlit sends it, by the same command. They take turns, and the medians of the rounds count. A
fresh browser context compiles its scripts anew, as a device does that was never here.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.benchmarks.figures import Figures
from tests.benchmarks.servers import BUTTON, bare_page, our_app
from tests.browser.conftest import BROWSERS, FLAGS

COLD_LIMIT_S = 4.0
WARM_LIMIT_S = 1.3
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
NETWORK = {
    "offline": False,
    "latency": 150,  # ms
    "downloadThroughput": 1_600_000 / 8,  # bytes a second
    "uploadThroughput": 750_000 / 8,
}
LONGEST_MS = 60_000
_IS_THERE = f"""() => [...document.querySelectorAll('button')]
  .some((button) => button.innerText.includes('{BUTTON}') && button.checkVisibility())"""


def main() -> int:
    parser = argparse.ArgumentParser(description="A first visit on a phone's network.")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    figures = Figures()
    browser_path = next(found for name in BROWSERS if (found := shutil.which(name)))
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        data = {"IMAGESPEAK_DATA_DIR": str(folder / "pictures")}
        with (
            bare_page("streamlit", folder / "bare") as bare,
            our_app("streamlit", folder / "ours", data) as ours,
        ):
            browser = playwright.chromium.launch(executable_path=browser_path, args=FLAGS)
            visits = {"bare": bare.url, "ours": ours.url}
            for url in visits.values():
                _visits(browser, url)  # first visits import what comes late
            rounds = {page: [_visits(browser, url)] for page, url in visits.items()}
            for _ in range(options.rounds - 1):
                for page, url in visits.items():
                    rounds[page].append(_visits(browser, url))
            browser.close()
    _report(figures, rounds)
    return figures.exit_status


def _report(figures: Figures, rounds: dict[str, list[tuple[float, float]]]) -> None:
    for place, (kind, limit_s) in enumerate((("cold", COLD_LIMIT_S), ("warm", WARM_LIMIT_S))):
        bare_s, ours_s = (median(times[place] for times in rounds[n]) for n in ("bare", "ours"))
        figures.say(f"{kind}, bare page", f"{bare_s:.2f} s")
        figures.check(f"{kind}, ours", ours_s, limit_s, " s")
        figures.say("  against the bare page", f"{ours_s / bare_s:.2f} times")


def _visits(browser: Browser, url: str) -> tuple[float, float]:
    """Seconds until the button is there, without anything in the cache and with all."""
    context = browser.new_context(**PHONE)  # type: ignore[arg-type]
    try:
        page = context.new_page()
        cold_s = _visit(context, page, url)
        page.wait_for_load_state("networkidle")
        return cold_s, _visit(context, page, url)
    finally:
        context.close()


def _visit(context: BrowserContext, page: Page, url: str) -> float:
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", NETWORK)
    began = time.perf_counter()
    page.goto(url, wait_until="commit")
    page.wait_for_function(_IS_THERE, timeout=LONGEST_MS)
    took_s = time.perf_counter() - began
    network.detach()
    return took_s


if __name__ == "__main__":
    sys.exit(main())
