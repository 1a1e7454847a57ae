"""A class wants first drafts of its words at once, and somebody else's requests go on meanwhile.

    pip install --require-hashes -r optional/recogniser.txt
    python -m tests.benchmarks.bench_drafts [--learners 30] [--command uvicorn]

First the local recogniser alone: a talk of 45 s, against decoding the same talk in a process of
its own, which is what each recording costs that is kept. Then on the server: each learner sends
the talk at the same moment and asks every second, as the recorder does, until its words are there.
Meanwhile a small request is sent twenty times a second: how late its answer comes is how late the
server's own loop is, on the resting server and while words are written.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import httpx

from imagespeak_core.recognisers.errors import RecogniserUnreadyError
from imagespeak_core.recognisers.whisper.model import ModelPlace, check_there
from imagespeak_core.recognisers.whisper.recogniser import WhisperRecogniser
from imagespeak_core.speaking.learner import key_hash, new_key
from imagespeak_core.speaking.sound import listen
from imagespeak_core.speaking.tickets import new_ticket, signed
from pages.components.shell.visitor import COOKIE_NAME
from tests.benchmarks.figures import Figures
from tests.benchmarks.servers import COMMANDS, Server, our_app
from tests.core.sound_files import SPOKEN, file_of, sample

SECRET = "a secret that only this benchmark knows"
SESSION = "drafts"
PICTURE = f"generated-images/{SESSION}_20250101_100000_0_picture.png"
TALK_S = 45
SECOND_BYTES = 32_000
TIMES = 3
TALK_AT_MOST = 0.3
DECODING_AT_MOST = 40.0
LATE_S = 0.25
PROBED_EACH_S = 0.05
RESTING_S = 5
ASKED_EACH_S = 1.0
LIMIT_S = 600


def main() -> int:
    parser = argparse.ArgumentParser(description="A class that wants first drafts at once.")
    parser.add_argument("--learners", type=int, default=30)
    parser.add_argument("--command", choices=COMMANDS, default="uvicorn")
    options = parser.parse_args()
    figures = Figures()
    talk = _talk()
    with tempfile.TemporaryDirectory() as name:
        place = ModelPlace(None, Path(name) / "cache", Path(name) / "data")
        try:
            check_there(place)
        except RecogniserUnreadyError as error:
            parser.error(str(error))
        recogniser = WhisperRecogniser(place)
        _measure_alone(figures, recogniser, talk)
        recogniser.close()
    settings = {"IMAGESPEAK_SECRET": SECRET, "IMAGESPEAK_RECOGNISER": "local"}
    with (
        tempfile.TemporaryDirectory() as name,
        our_app(options.command, Path(name), settings) as server,
    ):
        asyncio.run(_measure_class(figures, server, talk, options.learners))
    return figures.exit_status


def _measure_alone(figures: Figures, recogniser: WhisperRecogniser, talk: bytes) -> None:
    samples = listen(talk, max_s=TALK_S + 5, max_bytes=len(talk)).samples
    first_s = _seconds(lambda: recogniser.recognise(samples[: 5 * SECOND_BYTES]))
    decoding_s = median(
        _seconds(lambda: listen(talk, max_s=TALK_S + 5, max_bytes=len(talk))) for _ in range(TIMES)
    )
    hearing_s = median(_seconds(lambda: recogniser.recognise(samples)) for _ in range(TIMES))
    figures.say("a talk", f"{len(talk) / 1000:.0f} kB, {TALK_S} s")
    figures.say("the first draft of a server, 5 s of talk", f"{first_s:.2f} s")
    figures.say("decoding it, and who speaks when", f"{decoding_s:.2f} s")
    figures.check("its words / its length", hearing_s / TALK_S, TALK_AT_MOST)
    figures.check("its words / decoding it", hearing_s / decoding_s, DECODING_AT_MOST)


async def _measure_class(figures: Figures, server: Server, talk: bytes, learners: int) -> None:
    async with httpx.AsyncClient(base_url=server.url, timeout=LIMIT_S) as client:
        await _drafted(client, talk)  # the model is joined and loaded
        resting = await _answers_s(client, asyncio.create_task(asyncio.sleep(RESTING_S)))
        class_ = asyncio.gather(*(_drafted(client, talk) for _ in range(learners)))
        meanwhile = await _answers_s(client, class_)
        served = sorted(await class_)
    words = sum(count > 0 for _, count in served)
    figures.say("words there after, first / median / last", _three([s for s, _ in served]))
    figures.say("the server resting, median / 99 of 100 / longest", _late(resting))
    figures.say("meanwhile", _late(meanwhile))
    figures.check("median meanwhile / resting", median(meanwhile) / median(resting), 4)
    figures.check("99 of 100 meanwhile", quantiles(meanwhile, n=100)[-1], LATE_S, " s")
    figures.check("learners without words", learners - words, 0)


async def _drafted(client: httpx.AsyncClient, talk: bytes) -> tuple[float, int]:
    """How long one waits for the words, and how many there are."""
    key, began = new_key(), time.perf_counter()
    ticket = new_ticket(
        session_id=SESSION, learner=key_hash(key), picture=PICTURE, now=datetime.now(UTC)
    )
    headers = {
        "Upload-Ticket": signed(ticket, secret=SECRET.encode()),
        "Cookie": f"{COOKIE_NAME}={key}",
        "Sec-Fetch-Site": "same-origin",
    }
    sent = await client.post("/drafts", content=talk, headers=headers)
    told = sent.raise_for_status().json()
    while "place" in told:
        await asyncio.sleep(ASKED_EACH_S)
        told = (await client.get("/drafts", headers=headers)).raise_for_status().json()
    return time.perf_counter() - began, len(told["words"])


async def _answers_s(client: httpx.AsyncClient, until: asyncio.Future[Any]) -> list[float]:
    """How long small requests take until something is done."""
    answers = []
    while not until.done():
        began = time.perf_counter()
        (await client.get("/_stcore/health")).raise_for_status()
        answers.append(time.perf_counter() - began)
        await asyncio.sleep(PROBED_EACH_S)
    return answers


def _talk() -> bytes:
    """What is spoken in our samples, again and again, as a recorder gives it."""
    spoken = b"".join(
        listen(sample(name), max_s=60, max_bytes=10_000_000).samples for name in SPOKEN
    )
    return file_of("webm", (spoken * TALK_S)[: TALK_S * SECOND_BYTES])


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _three(seconds: list[float]) -> str:
    return f"{seconds[0]:.1f} / {median(seconds):.1f} / {seconds[-1]:.1f} s"


def _late(seconds: list[float]) -> str:
    most = quantiles(seconds, n=100)[-1]
    return f"{median(seconds) * 1000:.1f} / {most * 1000:.0f} / {max(seconds) * 1000:.0f} ms"


if __name__ == "__main__":
    sys.exit(main())
