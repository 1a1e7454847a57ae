"""The voice of this server: how long the first sentence takes, the next one, and a class's at once.

    python -m tests.benchmarks.bench_voice [--learners 30]

Needs `optional/voice.txt`. A sentence of a model answer lasts six seconds when it is said.
"""

from __future__ import annotations

import argparse
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from statistics import median

import psutil  # type: ignore[import-untyped]

from imagespeak_core.voices.hibari.voice import HibariVoice
from tests.benchmarks.figures import Figures

WARM_AT_MOST_S = 0.25
CLASS_AT_MOST_S = 8.0
_HEADER_BYTES = 44
_BYTES_A_SECOND = 48_000


def main() -> int:
    parser = argparse.ArgumentParser(description="Sentences by the voice of this server.")
    parser.add_argument("--learners", type=int, default=30)
    learners = parser.parse_args().learners
    figures = Figures()
    voice = HibariVoice()
    figures.say("first sentence", f"{_seconds(voice, 'There is a dog in the park.'):.2f} s")
    warm = [_seconds(voice, _sentence(number)) for number in range(10)]
    figures.check("a sentence", median(warm), WARM_AT_MOST_S, " s")
    begun_s = time.perf_counter()
    with ThreadPoolExecutor(learners) as pool:
        said = list(pool.map(lambda number: voice.speak(_sentence(number)), range(learners)))
    figures.check(f"{learners} at once", time.perf_counter() - begun_s, CLASS_AT_MOST_S, " s")
    sound_s = sum(len(one.content) - _HEADER_BYTES for one in said) / _BYTES_A_SECOND
    [process] = psutil.Process().children()
    used = process.cpu_times()
    figures.say("sound of those", f"{sound_s:.0f} s")
    figures.say("computing in all", f"{used.user + used.system:.1f} s")
    figures.say("memory", f"{process.memory_info().rss / 1e6:.0f} MB")
    voice.close()
    return figures.exit_status


def _sentence(number: int) -> str:
    return (
        "On the left there is a woman with a red umbrella, and behind her there are two big trees, "
        f"number {number}."
    )


def _seconds(voice: HibariVoice, sentence: str) -> float:
    begun_s = time.perf_counter()
    voice.speak(sentence)
    return time.perf_counter() - begun_s


if __name__ == "__main__":
    sys.exit(main())
