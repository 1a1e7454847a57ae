"""A learner's words, drawn beside a picture, against the picture itself.

    python -m tests.benchmarks.bench_words_drawn [--prompts 30]

The words are all that can be told of a picture, or its first half, or say nothing that goes with
its place: then they are drawn twice. Each drawing is the whole way: the scene is read from the
store, the words are drawn in a process of the illustrator, and what differs is told. The picture
is one of 1024 × 1024 pixels from the same process.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import TypeVar

from pydantic import SecretStr

from imagespeak_core.bootstrap import build_services
from imagespeak_core.generators.illustrator.scene_json import scene_from_json
from imagespeak_core.generators.illustrator.telling.description import full_description
from imagespeak_core.models import GeneratedImage, ImageRequest
from imagespeak_core.pictures.details import ImageDetails, embed
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.pictures.prompts import prompt_bank
from imagespeak_core.services import Services
from imagespeak_core.settings import Settings
from imagespeak_core.speaking.drawn import draw_words, order_for
from tests.benchmarks.figures import Figures

AT_MOST_TIMES = 1.5
SIDE_PX = 1024
ELSEWHERE = "A cow eats grass near a ship. A plane stands in a kitchen with a red sofa."

T = TypeVar("T")


def main() -> int:
    parser = argparse.ArgumentParser(description="Words drawn against pictures.")
    parser.add_argument("--prompts", type=int, default=30)
    options = parser.parse_args()
    bank = [prompt.text for prompt in prompt_bank()]
    prompts = bank[:: max(1, len(bank) // options.prompts)][: options.prompts]
    figures = Figures()
    with tempfile.TemporaryDirectory() as name:
        settings = Settings(data_dir=Path(name), secret=SecretStr("a secret of this benchmark"))
        _measure(figures, build_services(settings), prompts)
    return figures.exit_status


def _measure(figures: Figures, services: Services, prompts: list[str]) -> None:
    services.generator.warm_up()
    pictures: list[float] = []
    drawings: dict[str, list[float]] = {}
    for number, prompt in enumerate(prompts):
        request = ImageRequest(
            "bench", prompt, seed=number + 1, width_px=SIDE_PX, height_px=SIDE_PX
        )
        key = ImageKey("bench", "20250101_100000", number, "picture")
        image, picture_s = _timed(partial(services.generator.generate, request))
        _store(services, key, request, image)
        told = full_description(scene_from_json(image.scene))
        said = {
            "all that can be told": told,
            "its first half": told[: len(told) // 2],
            "what is nowhere at home": ELSEWHERE,
        }
        if number == 0:
            draw_words(services, order_for(services, key, told))  # imports
        else:
            pictures.append(picture_s)
        for name, words in said.items():
            order = order_for(services, key, words)
            _, drawing_s = _timed(partial(draw_words, services, order))
            drawings.setdefault(name, []).append(drawing_s)
    figures.say("a picture, median", f"{median(pictures) * 1000:.0f} ms")
    for name, seconds in drawings.items():
        figures.say(f"words drawn, {name}", f"{median(seconds) * 1000:.0f} ms")
        figures.check("  against a picture", median(seconds) / median(pictures), AT_MOST_TIMES)


def _store(services: Services, key: ImageKey, request: ImageRequest, image: GeneratedImage) -> None:
    details = ImageDetails.of(key, request, image)
    services.store.put(key, embed(image.png, details, scene=image.scene), {})


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    began = time.perf_counter()
    return work(), time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
