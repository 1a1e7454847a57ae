"""One line for each picture: what it looks like, what it tells, which settings it carries.

    python -m tests.benchmarks.fingerprints [--svg] [--seeds 1,2,3] > before.txt

Two runs, before and after a change, are compared with `diff`: where nothing was to change, nothing
may differ. With `--svg` the drawing's text stands for its pixels, which takes half the time.
"""

from __future__ import annotations

import argparse
import hashlib
import io
from collections.abc import Iterator
from multiprocessing import Pool
from pathlib import Path

from PIL import Image

from imagespeak_core.generators.illustrator.__main__ import HARD_PROMPTS
from imagespeak_core.generators.illustrator.drawing.render import to_png
from imagespeak_core.generators.illustrator.illustrator import compose
from imagespeak_core.generators.illustrator.telling.description import (
    full_description,
    short_alternative_text,
)
from imagespeak_core.generators.illustrator.telling.word_list import word_list
from imagespeak_core.models import GeneratedImage, ImageRequest
from imagespeak_core.pictures.details import SETTINGS_KEYWORD, ImageDetails, embed
from imagespeak_core.pictures.naming import ImageKey, clean_prompt
from imagespeak_core.pictures.prompts import LEVELS, prompt_bank

SIZES = ((1024, 768), (768, 768), (576, 1024))
WRITTEN = Path(__file__).parents[1] / "core" / "illustrator_prompts.txt"


def prompts() -> Iterator[str]:
    """The bank, the hard prompts, and those whose reading is tested."""
    yield from (scene.text for scene in prompt_bank())
    yield from HARD_PROMPTS
    yield from (
        line.split(" | ")[0]
        for line in WRITTEN.read_text("utf-8").splitlines()
        if line[:1].isalpha()
    )


def fingerprint(job: tuple[str, int, bool]) -> str:
    """A line for one picture."""
    prompt, seed, svg_only = job
    width, height = SIZES[seed % len(SIZES)]
    made = compose(prompt, seed=seed, width_px=width, height_px=height)
    told = [short_alternative_text(made.scene), full_description(made.scene), *made.scene.not_drawn]
    told += [str(word_list(made.scene, level)) for level in LEVELS]
    if svg_only:
        looks, settings = made.svg.encode(), b""
    else:
        png = to_png(made.svg)
        looks, settings = _pixels(png), _settings(png, prompt, seed, (width, height))
    marks = (_mark(looks), _mark("\n".join(told).encode()), _mark(settings))
    return f"{' '.join(marks)} {seed} {prompt[:60]}"


def _pixels(png: bytes) -> bytes:
    with Image.open(io.BytesIO(png)) as picture:
        return picture.tobytes()


def _settings(png: bytes, prompt: str, seed: int, size: tuple[int, int]) -> bytes:
    """The settings chunk as it would be stored, at a fixed time."""
    request = ImageRequest("bench", prompt or " x", seed=seed, width_px=size[0], height_px=size[1])
    image = GeneratedImage(png, seed, "fixed", duration_ms=1)
    key = ImageKey("bench", "20261101_120000", 0, clean_prompt(prompt))
    with Image.open(io.BytesIO(embed(png, ImageDetails.of(key, request, image)))) as picture:
        return str(picture.info[SETTINGS_KEYWORD]).encode()


def _mark(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def main() -> None:
    """Read the command line and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--svg", action="store_true")
    parser.add_argument("--seeds", default="1,2,3")
    parser.add_argument("--processes", type=int, default=2)
    chosen = parser.parse_args()
    jobs = [
        (prompt, int(seed), chosen.svg) for seed in chosen.seeds.split(",") for prompt in prompts()
    ]
    with Pool(chosen.processes) as pool:
        for line in pool.imap(fingerprint, jobs, chunksize=8):
            print(line)


if __name__ == "__main__":
    main()
