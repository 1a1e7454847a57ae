"""Time and memory of one drawing of 1024 × 1024 pixels.

    python -m tests.benchmarks.bench_illustrator [--prompts 30] [--seeds 2]

Against what no drawing can do without: (a) encoding the finished picture as PNG, by Pillow as it
comes, and (b) rasterising an empty page of this size, encoding included, by the library that the
illustrator uses. The three take turns on every picture, and the medians count; CPU time says more
where the machine is busy. Memory is the largest that a fresh process had while it drew.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from statistics import median
from typing import TypeVar

from PIL import Image

from imagespeak_core.generators.illustrator.drawing.render import document, to_png
from imagespeak_core.generators.illustrator.illustrator import compose, draw
from imagespeak_core.pictures.prompts import prompt_bank
from tests.benchmarks.figures import Figures
from tests.benchmarks.servers import REPOSITORY

SIDE_PX = 1024
LIMIT_S = 0.35
LIMIT_TIMES = 4
LIMIT_MIB = 250
FIRST_SEED = 7

Result = TypeVar("Result")

# Linux tells the largest memory of this very program; elsewhere the number of getrusage, whose
# unit is bytes on macOS.
MEMORY_PROGRAM = """
import pathlib, re, resource, sys
from imagespeak_core.generators.illustrator.illustrator import draw

for prompt in sys.argv[1:]:
    draw(prompt, seed={seed}, width_px={side}, height_px={side})
status = pathlib.Path("/proc/self/status")
if status.exists():
    print(int(re.search(r"VmHWM:\\s+(\\d+) kB", status.read_text())[1]) / 1024)
else:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20)
"""


@dataclass(frozen=True, slots=True)
class Time:
    """How long something took, and the CPU time that it needed."""

    wall_s: float
    cpu_s: float

    @classmethod
    def middle(cls, times: list[Time]) -> Time:
        return cls(median(time.wall_s for time in times), median(time.cpu_s for time in times))

    def __str__(self) -> str:
        return f"{self.wall_s * 1000:.0f} ms, {self.cpu_s * 1000:.0f} ms of CPU"


def main() -> int:
    parser = argparse.ArgumentParser(description="Time and memory of the illustrator.")
    parser.add_argument("--prompts", type=int, default=30)
    parser.add_argument("--seeds", type=int, default=2)
    options = parser.parse_args()
    bank = [prompt.text for prompt in prompt_bank()]
    prompts = bank[:: max(1, len(bank) // options.prompts)][: options.prompts]
    figures = Figures()
    _times(figures, prompts, options.seeds)
    program = MEMORY_PROGRAM.format(seed=FIRST_SEED, side=SIDE_PX)
    result = subprocess.run(
        [sys.executable, "-c", program, *prompts],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    figures.check(
        "largest memory of a process that draws them", float(result.stdout), LIMIT_MIB, " MiB"
    )
    return figures.exit_status


def _times(figures: Figures, prompts: list[str], seeds: int) -> None:
    _draw(prompts[0], FIRST_SEED)  # imports, tables
    drawn, composed, encoded, empty = [], [], [], []
    for prompt in prompts:
        for seed in range(FIRST_SEED, FIRST_SEED + seeds):
            png, drawing_time = _timed(partial(_draw, prompt, seed))
            drawn.append(drawing_time)
            composed.append(_timed(partial(_compose, prompt, seed))[1])
            encoded.append(_timed(partial(_encode, _pixels(png)))[1])
            empty.append(_timed(partial(to_png, document("", SIDE_PX, SIDE_PX)))[1])
    ours = Time.middle(drawn)
    figures.check(f"one drawing, median of {len(drawn)}", ours.wall_s, LIMIT_S, " s")
    figures.say("  its CPU time", f"{ours.cpu_s:.2f} s")
    figures.say("  of it words to SVG", str(Time.middle(composed)))
    figures.say("the slowest drawing", f"{max(time.cpu_s for time in drawn):.2f} s of CPU")
    encoding, page = Time.middle(encoded), Time.middle(empty)
    figures.say("PNG encoding alone, Pillow", str(encoding))
    figures.say("empty page with its encoding, resvg", str(page))
    times = ours.wall_s / (encoding.wall_s + page.wall_s)
    figures.check("a drawing against the two together", times, LIMIT_TIMES, " times")
    cpu_times = ours.cpu_s / (encoding.cpu_s + page.cpu_s)
    figures.say("  the same in CPU time", f"{cpu_times:.2f} times")


def _draw(prompt: str, seed: int) -> bytes:
    return draw(prompt, seed=seed, width_px=SIDE_PX, height_px=SIDE_PX).png


def _compose(prompt: str, seed: int) -> str:
    return compose(prompt, seed=seed, width_px=SIDE_PX, height_px=SIDE_PX).svg


def _pixels(png: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(png))
    image.load()
    return image


def _encode(image: Image.Image) -> None:
    image.save(io.BytesIO(), format="PNG")


def _timed(work: Callable[[], Result]) -> tuple[Result, Time]:
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    return result, Time(time.perf_counter() - wall, time.process_time() - cpu)


if __name__ == "__main__":
    sys.exit(main())
