"""Feedback on a learner's words: how long one waits for it.

    python -m tests.benchmarks.bench_feedback [--prompts 30]

The words are 120 of what can be told of a picture, over and over, and some that are not so. The
picture is known already: what is measured is held against the scene, counted and summed up.
"""

from __future__ import annotations

import argparse
import sys
import time
from statistics import median

from imagespeak_core.generators.illustrator.illustrator import compose
from imagespeak_core.generators.illustrator.telling.description import full_description
from imagespeak_core.pictures.prompts import prompt_bank
from imagespeak_core.speaking.feedback import Subject, feedback_on
from tests.benchmarks.figures import Figures

AT_MOST_MS = 50
WORDS = 120
NOT_SO = "There are nine people at night in the snow. A blue man is sleeping under an elephant."


def main() -> int:
    parser = argparse.ArgumentParser(description="Feedback on words.")
    parser.add_argument("--prompts", type=int, default=30)
    options = parser.parse_args()
    bank = [prompt.text for prompt in prompt_bank()]
    prompts = bank[:: max(1, len(bank) // options.prompts)][: options.prompts]
    times = [_times_ms(prompt) for prompt in prompts]
    waited, needed = ([one[at] for one in times] for at in (0, 1))
    figures = Figures()
    name = f"feedback on {WORDS} words, median of {len(prompts)}"
    figures.check(name, median(waited), AT_MOST_MS, " ms")
    figures.check("  its CPU time", median(needed), AT_MOST_MS, " ms")
    figures.say("the slowest", f"{max(waited):.0f} ms, {max(needed):.0f} ms of CPU")
    return figures.exit_status


def _times_ms(prompt: str) -> tuple[float, float]:
    """How long one waits, and the CPU time; the best of three, as the machine may be busy."""
    scene = compose(prompt, seed=7, width_px=512, height_px=512).scene
    told = f"{NOT_SO} {full_description(scene)} ".split()
    words = " ".join((told * WORDS)[:WORDS])
    waited, needed = [], []
    for _ in range(3):
        start, cpu = time.perf_counter(), time.process_time()
        feedback_on(Subject(scene, None), words, level="B1")
        waited.append((time.perf_counter() - start) * 1000)
        needed.append((time.process_time() - cpu) * 1000)
    return min(waited), min(needed)


if __name__ == "__main__":
    sys.exit(main())
