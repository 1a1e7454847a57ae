"""What is found in 120 words about a picture, against reading the same words alone.

    python -m tests.benchmarks.bench_comparing

Both are done warm and take turns, and the best of each counts, in processor time: on a busy
machine the wall clock shows the others' work too. The scene is as crowded as they get.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from imagespeak_core.generators.illustrator.illustrator import compose
from imagespeak_core.generators.illustrator.reading.parsing import read_prompt
from imagespeak_core.speaking.comparing import hold_against
from tests.benchmarks.figures import Figures

ROUNDS = 30
AT_MOST_MS = 50
AT_MOST = 5.0
PROMPT = (
    "A crowded market in the rain with ten people, four stalls, two dogs and a woman with a red"
    " umbrella who is buying apples"
)
WORDS = """
In this picture I can see a busy market on a rainy day. On the left there is a woman with a red
umbrella and she is buying some apples from a seller. The seller is wearing a green apron and he
is smiling. Next to the woman there is a small boy who is holding a yellow balloon. Behind them I
can see two men who are talking to each other. One of them is carrying a big bag. In the
background there are some houses and trees. The sky is grey and it is raining, so everybody has
an umbrella or a coat. I think the people are happy because the fruit is fresh. A brown dog is
sleeping under the table.
"""


def used_s(work: Callable[[], object]) -> float:
    """Seconds of processor time that the work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> int:
    scene = compose(PROMPT, seed=1, width_px=1024, height_px=768).scene
    alone: list[float] = []
    held: list[float] = []
    for _ in range(ROUNDS + 1):
        alone.append(used_s(lambda: read_prompt(WORDS)))
        held.append(used_s(lambda: hold_against(WORDS, scene)))
    figures = Figures()
    figures.say("words", str(len(WORDS.split())))
    figures.say("items and links of the scene", f"{len(scene.items)}, {len(scene.links)}")
    figures.say("reading the words alone", f"{min(alone[1:]) * 1000:.1f} ms")
    figures.check("holding them against the scene", min(held[1:]) * 1000, AT_MOST_MS, " ms")
    figures.check("the second to the first", min(held[1:]) / min(alone[1:]), AT_MOST)
    return figures.exit_status


if __name__ == "__main__":
    sys.exit(main())
