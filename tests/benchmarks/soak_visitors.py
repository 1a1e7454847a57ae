"""What the visitors of a soak do, each as a browser does it, and what they note."""

from __future__ import annotations

import asyncio
import hashlib
import json
import random
import re
import time
import uuid
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit

import httpx
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import WebSocketException

from imagespeak_core.pictures.naming import IMAGE_PREFIX
from imagespeak_core.speaking.learner import key_hash, new_key
from pages.components.shell.visitor import COOKIE_NAME
from tests.benchmarks.lambda_process import Lambda
from tests.benchmarks.load_protocol import Condition
from tests.benchmarks.load_report import Stats
from tests.benchmarks.load_session import Options, Session
from tests.benchmarks.servers import BUTTON
from tests.benchmarks.soak_facts import Facts, Outcome, Press
from tests.lambda_handler.rig import recorded, with_body

GENERATE = "Generate New"
LONGEST_S = 120.0
"""A press that has led to nothing by then never will."""
MOST_PRESSES = 10
MOST_FETCHES = 10
PIECE_BYTES = 64 * 1024
FIRST_PAUSE_S, LONGEST_PAUSE_S = 1.0, 20.0
MOST_WHEN_TOLD, MOST_REFUSALS = 6, 3
REMEMBERED_TABS, AT_ONCE = 130, 10
_RECORDER = "imagespeak_recorder"
_NUMBERS = re.compile(r"\b\d+(\.\d+)?")
_FIRST = re.compile(r"[*\s]*(.+?[.!?])[*\s]")
"""A sentence that was told; what it goes on with is left out."""

CUT = (ConnectionError, OSError, EOFError, WebSocketException, httpx.TransportError)
"""How it looks when a server is gone; TimeoutError is an OSError, and means another thing."""

_T = TypeVar("_T")


@dataclass
class World:
    """Where they all are.

    Attributes:
        servers: Addresses by name.
        lambdas: The other door.
        http: For pictures and recordings.
        sounds: What they record.
        facts: What they note.
        dice: For their pauses and seeds.
        away: Servers that are killed, and not there again.
        kills: How often each was killed so far.
        shown: The file that the teacher shows now.
        learners: Sessions and learners with recordings.
        pace: How long their pauses are, as a part of the usual.
    """

    servers: dict[str, str]
    lambdas: Sequence[Lambda]
    http: httpx.AsyncClient
    sounds: Sequence[bytes]
    facts: Facts
    dice: random.Random
    away: set[str] = field(default_factory=set)
    kills: dict[str, int] = field(default_factory=dict)
    class_link: str = ""
    shown: str = ""
    learners: set[tuple[str, str]] = field(default_factory=set)
    pace: float = 1.0

    def alive(self, wanted: str) -> str:
        """Where a balancer sends somebody who was there."""
        return (
            wanted
            if wanted not in self.away
            else next(name for name in self.servers if name not in self.away)
        )

    def was_killed(self, server: str, kills_before: int) -> bool:
        return server in self.away or self.kills.get(server, 0) != kills_before

    def new_seed(self) -> int:
        return self.dice.randrange(1, 2**32 - 1)

    async def think(self, seconds: float) -> None:
        await asyncio.sleep(seconds * self.pace * self.dice.uniform(0.5, 1.5))

    def note_status(self, route: str, status: int) -> None:
        if status >= httpx.codes.INTERNAL_SERVER_ERROR:
            self.facts.statuses[f"{route} {status}"] += 1

    async def fetch(self, url: str) -> bytes | None:
        """What is there, as a browser gets it that is told to try again."""
        for number in range(MOST_FETCHES):
            with suppress(httpx.TransportError):
                answer = await self.http.get(url)
                if answer.status_code == httpx.codes.OK:
                    return answer.content
            await asyncio.sleep(min(5.0, 0.3 * 2**number))
        return None


class Learner:
    """A browser with a key of its own, in a session."""

    def __init__(self, world: World, session_id: str) -> None:
        self.world = world
        self.session_id = session_id
        self.newest = ""
        self._may_have_more = False
        self._key = new_key()
        self._is_new = True

    async def visit(
        self, server: str, do: Callable[[Session], Awaitable[_T]], query: str = "", page: str = ""
    ) -> _T | None:
        """Do it in a tab at that server; where it ends meanwhile, once more at another one."""
        world = self.world
        for _ in range(3):
            server = world.alive(server)
            kills, stats = world.kills.get(server, 0), Stats()
            options = Options(
                url=world.servers[server],
                query=query or f"session={self.session_id}",
                page=page,
                header=(("Cookie", f"{COOKIE_NAME}={self._key}"),),
                timeout=LONGEST_S,
            )
            tab = Session(0, options, stats)
            try:
                await tab.load()
                return await do(tab)
            except TimeoutError:
                world.facts.broken["pages that were never drawn"] += 1
            except CUT as error:
                if not world.was_killed(server, kills):
                    world.facts.broken[f"connections that broke ({type(error).__name__})"] += 1
                await asyncio.sleep(1)
            finally:
                with suppress(*CUT):
                    await tab.close()
                world.facts.statuses += stats.server_errors
                if not world.was_killed(server, kills):
                    for shown, count in stats.errors.items():
                        world.facts.broken[shown[:120]] += count
        return None

    async def get(self, tab: Session, wish: str) -> str:
        """Press until there is a picture; gives its key, or nothing."""
        for _ in range(MOST_PRESSES):
            if tab.image_url:
                break
            await self._press(tab, BUTTON, wish)
            if not tab.image_url:
                await self.world.think(3)
        return await self._look(tab)

    async def generate(self, tab: Session) -> str:
        """Press until there is another picture."""
        before = tab.image_url
        for _ in range(MOST_PRESSES):
            if tab.image_url != before:
                break
            await self._press(tab, GENERATE, f"{self.session_id} {uuid.uuid4().hex[:6]}")
            if tab.image_url == before:
                await self.world.think(3)
        return await self._look(tab)

    async def hit(self, tab: Session) -> None:
        """Press where a picture is there already: it is the same, and nothing is paid."""
        began_s = time.perf_counter()
        tab.fill_in("Seed", self.world.new_seed())
        try:
            await tab.press(BUTTON)
        except TimeoutError:
            self.world.facts.broken["presses that were never answered"] += 1
            return
        if tab.alert:
            self._note_words(tab.alert)
        elif key_of(tab.image_url) != self.newest and not self._may_have_more:
            self.world.facts.broken["presses that met another picture"] += 1
        else:
            self.world.facts.hits_s.append(time.perf_counter() - began_s)

    async def come_back(self, tab: Session) -> None:
        """The address shows the newest picture at once."""
        if self._may_have_more and tab.image_url:
            await self._look(tab)
        elif key_of(tab.image_url) != self.newest and not tab.alert:
            self.world.facts.broken["sessions that came back to another picture"] += 1
        elif tab.alert:
            self._note_words(tab.alert)

    async def record(self, server: str, tab: Session) -> None:
        """Record about the picture, and keep it."""
        sound, name = self.world.dice.choice(self.world.sounds), uuid.uuid4().hex
        ticket = await self._ticket(tab, name)
        if not ticket:
            self.world.facts.broken["recordings without a ticket"] += 1
            return
        self.world.learners.add((self.session_id, key_hash(self._key)))
        told = await self._send(server, ticket, sound)
        if told is None:
            return
        self.world.facts.acknowledged[_upload_of(ticket)] = _digest(sound)
        stem = told.get("kept") or await self._until_stored(server, ticket)
        if stem:
            part = tab.part(_RECORDER)
            picture = part.data["picture"] if part else ""
            await tab.tell(_RECORDER, "kept", {"id": name, "picture": picture, "stem": stem})

    async def _press(self, tab: Session, label: str, wish: str) -> None:
        seed, before, outcome = self.world.new_seed(), tab.image_url, "cut off"
        tab.fill_in("Seed", seed)
        try:
            await tab.press(label, _picture_or_words(before))
            outcome = "picture" if tab.image_url != before else "words"
        except TimeoutError:
            outcome = "nothing"
        finally:
            self.note(wish, seed, outcome)  # type: ignore[arg-type]
        if outcome == "words":
            self._note_words(tab.alert)

    def note(self, wish: str, seed: int, outcome: Outcome) -> None:
        """What a press led to; where it was not a picture, one may still come by itself."""
        self.world.facts.presses.append(Press(wish, seed, outcome))
        self._may_have_more |= outcome != "picture"

    def _note_words(self, words: str) -> None:
        self.world.facts.words[first_sentence(words)] += 1

    async def _look(self, tab: Session) -> str:
        if not tab.image_url:
            self.world.facts.broken["visitors who never got a picture"] += 1
            return ""
        return await self.see(tab.image_url)

    async def see(self, url: str) -> str:
        """Have the picture, whole; gives its key."""
        content, self.newest = await self.world.fetch(url), key_of(url)
        if content is None:
            self.world.facts.broken["pictures that could not be loaded"] += 1
        else:
            self.world.facts.told[self.newest] = _digest(content)
        return self.newest

    async def _ticket(self, tab: Session, name: str) -> str:
        """As `recorder_tell.js`: asked again until it is there."""
        ends_s = time.monotonic() + LONGEST_S
        while time.monotonic() < ends_s:
            part = tab.part(_RECORDER)
            if part and part.data["recording"] == name and part.data["ticket"]:
                return str(part.data["ticket"])
            if part and part.data["may_keep"]:
                told = {"id": name, "picture": part.data["picture"], "figures": {}}
                await tab.tell(_RECORDER, "recorded", told)
            await asyncio.sleep(1)
        return ""

    async def _send(self, server: str, ticket: str, sound: bytes) -> dict[str, Any] | None:
        """In pieces, as `recorder_keep.js` does it; None where it was told that it can't be."""
        at = most = -1
        failures = refusals = 0
        is_at_once = False
        while True:
            status, told, after_s = await self._part(server, ticket, sound, at, is_at_once)
            is_ok = status in {200, 202}
            if is_ok and (told.get("kept") or told.get("safe")):
                return told
            if is_ok and told["received"] > at:
                at = told["received"]
                if at > most:
                    most, failures, refusals = at, 0, 0
                continue
            if status:
                is_passing = is_ok or status >= 500 or status == 409 or (status == 429 and after_s)
                refusals += 1
                if not is_passing or refusals > (MOST_WHEN_TOLD if after_s else MOST_REFUSALS):
                    self._note_words(f"(at Keep) {told.get('error', status)}")
                    return None
            at = told.get("received", -1) if status == 409 else -1
            is_at_once |= 0 <= at < most
            failures += 1
            wait_s = min(LONGEST_PAUSE_S, FIRST_PAUSE_S * 2 ** (failures - 1))
            await asyncio.sleep(max(wait_s, after_s))

    async def _part(
        self, server: str, ticket: str, sound: bytes, at: int, is_at_once: bool
    ) -> tuple[int, dict[str, Any], float]:
        """Status 0 where nobody answers."""
        url = f"{self.world.servers[self.world.alive(server)]}/uploads"
        headers = {"Upload-Ticket": ticket, "Cookie": f"{COOKIE_NAME}={self._key}"}
        headers["Sec-Fetch-Site"] = "same-origin"
        begin = 0 if is_at_once else at
        content = sound if is_at_once else sound[at : at + PIECE_BYTES]
        if at >= 0:
            headers |= {"Upload-Offset": str(begin), "Upload-Length": str(len(sound))}
            headers |= {"Upload-Anew": "1"} if is_at_once else {}
        try:
            if at >= 0:
                answer = await self.world.http.patch(url, content=content, headers=headers)
            else:
                answer = await self.world.http.get(url, headers=headers)
        except httpx.TransportError:
            return 0, {}, 0.0
        self.world.note_status("/uploads", answer.status_code)
        told = answer.json() if answer.content else {}
        return answer.status_code, told, float(answer.headers.get("Retry-After", 0))

    async def _until_stored(self, server: str, ticket: str) -> str:
        """What is safe is stored by itself."""
        pause_s = FIRST_PAUSE_S
        for _ in range(8):
            await asyncio.sleep(pause_s)
            pause_s = min(LONGEST_PAUSE_S, 2 * pause_s)
            _, told, _ = await self._part(server, ticket, b"", -1, is_at_once=False)
            if told.get("kept"):
                return str(told["kept"])
        return ""


async def fill_memory(world: World, server: str) -> None:
    """Come and go so often that Streamlit remembers as many gone tabs as it ever does."""
    learner = Learner(world, "soak-filler")
    await learner.visit(server, lambda tab: learner.get(tab, learner.session_id))

    async def come_and_go(_: int) -> None:
        await learner.visit(server, nothing)

    for begin in range(0, REMEMBERED_TABS, AT_ONCE):
        await asyncio.gather(*map(come_and_go, range(begin, begin + AT_ONCE)))


async def nothing(tab: Session) -> None:
    """A visit in which nothing is done."""
    del tab


async def practise(world: World, number: int) -> None:
    """Alone: a picture, speaking about it, and back at the other server."""
    learner, (here, there) = _learner(world, number), _ways(world, number)

    async def begin(tab: Session) -> str:
        key = await learner.get(tab, learner.session_id)
        await world.think(2)
        if key and number % 2:
            await learner.record(here, tab)
        return key

    async def go_on(tab: Session) -> None:
        await learner.come_back(tab)
        for _ in range(3):
            await learner.hit(tab)
            await world.think(2)
        await learner.generate(tab)
        if not number % 2:
            await learner.record(there, tab)
        await world.think(2)

    async def look(tab: Session) -> None:
        await learner.come_back(tab)
        await learner.hit(tab)
        await world.think(2)

    if await learner.visit(here, begin):
        await world.think(1)
        await learner.visit(there, go_on)
        await world.think(1)
        await learner.visit(here, look)


async def share(world: World, number: int) -> None:
    """Two with one link press at both servers at once: they get one picture."""
    first = _learner(world, number)
    second = Learner(world, first.session_id)

    async def begin(learner: Learner, tab: Session) -> str:
        return await learner.get(tab, learner.session_id)

    keys = await asyncio.gather(
        *(
            one.visit(server, lambda tab, one=one: begin(one, tab))  # type: ignore[misc]
            for one, server in zip((first, second), _ways(world, number), strict=True)
        )
    )
    if all(keys) and len(set(keys)) > 1:
        world.facts.broken["shared sessions with two pictures"] += 1


async def follow(world: World, number: int) -> None:
    """In a class: whatever the teacher shows."""

    async def look(tab: Session) -> None:
        for _ in range(3):
            await _until_shown(world, tab)
            await world.think(8)

    learner = _learner(world, number)
    await learner.visit(_ways(world, number)[0], look, query=world.class_link)


async def _until_shown(world: World, tab: Session) -> None:
    """Until the tab has what the teacher shows, also if that changes meanwhile."""
    ends_s = time.monotonic() + LONGEST_S
    while time.monotonic() < ends_s:
        wanted = world.shown
        if wanted in tab.image_url:
            world.facts.follows += 1
            return
        with suppress(TimeoutError):
            await asyncio.wait_for(tab.sees(wanted), 1)
    world.facts.broken["learners whose class stood still"] += 1


async def teach(world: World, server: str, link: str, is_over: asyncio.Event) -> None:
    """The teacher goes through the pictures, there and back."""
    teacher = Learner(world, "teacher")

    async def show(tab: Session) -> None:
        label = "Next"
        while not is_over.is_set():
            before = tab.image_url
            try:
                await tab.press(label, _picture_or_words(before))
            except RuntimeError:  # it is the last one: the button can't be pressed
                label = "Previous" if label == "Next" else "Next"
            except TimeoutError:
                world.facts.broken["a teacher's presses that led to nothing"] += 1
            if tab.image_url != before:
                world.shown = key_of(tab.image_url).rpartition("/")[2]
                await world.think(6)
            await asyncio.sleep(0.5)

    await teacher.visit(server, show, query=link, page="classroom")


async def ask_lambda(world: World, number: int) -> None:
    """By the other door: a picture, the list, and the same session in the app."""
    learner, seed = _learner(world, number), world.new_seed()
    one, other = world.lambdas[number % 2], world.lambdas[1 - number % 2]
    fields = {"sessionId": learner.session_id, "prompt": "A red bus by the sea", "seed": seed}
    answer: dict[str, Any] = {}
    for _ in range(MOST_PRESSES):
        status, answer = await _answer(world, one, fields)
        is_made = status == httpx.codes.OK
        # Each of its requests is a wish of its own: the Lambda never joins them.
        learner.note(f"{learner.session_id} {seed}", seed, "picture" if is_made else "words")
        if is_made:
            break
        seed = fields["seed"] = world.new_seed()
        await world.think(3)
    if not answer.get("image_urls"):
        world.facts.broken["Lambda's callers who never got a picture"] += 1
        return
    key = await learner.see(answer["image_urls"][0])
    for _ in range(MOST_PRESSES):
        status, listed = await _answer(
            world, other, {"sessionId": learner.session_id, "action": "retrieve"}
        )
        if status == httpx.codes.OK:
            if key not in [image["key"] for image in listed["images"]]:
                world.facts.broken["pictures that the Lambda does not list"] += 1
            break
        await world.think(1)
    await learner.visit(_ways(world, number)[0], learner.come_back)


async def _answer(
    world: World, asked: Lambda, fields: dict[str, Any]
) -> tuple[int, dict[str, Any]]:
    answer = await asked.answer(with_body(recorded("function_url_post"), fields))
    content = json.loads(answer["body"])
    world.note_status("Lambda", answer["statusCode"])
    if not content.get("success"):
        world.facts.words[first_sentence(content["error"])] += 1
    return answer["statusCode"], content


VISITS = (practise,) * 12 + (share,) * 2 + (follow,) * 4 + (ask_lambda,) * 2
"""What a visitor does, by number."""


def _learner(world: World, number: int) -> Learner:
    return Learner(world, f"soak-{number:04}-{world.dice.randrange(16**6):06x}")


def _ways(world: World, number: int) -> tuple[str, str]:
    names = [*world.servers]
    return (names[0], names[1]) if number // 2 % 2 else (names[1], names[0])


def key_of(url: str) -> str:
    """The key of the picture at an address; empty where that is none."""
    path = unquote(urlsplit(url).path)
    return path[path.index(IMAGE_PREFIX) :] if IMAGE_PREFIX in path else ""


def first_sentence(words: str) -> str:
    """Of what a visitor was told, whatever its numbers."""
    found = _FIRST.match(f"{words} ")
    return _NUMBERS.sub("N", found[1] if found else words)


def _picture_or_words(before: str) -> Condition:
    def condition(message: ForwardMsg) -> bool:
        if message.WhichOneof("type") != "delta":
            return False
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "imgs" and element.imgs.imgs:
            return str(element.imgs.imgs[-1].url) != before
        return bool(kind == "alert")

    return condition


def _upload_of(ticket: str) -> str:
    from base64 import urlsafe_b64decode

    content = ticket.partition(".")[0]
    return str(json.loads(urlsafe_b64decode(content + "=" * (-len(content) % 4)))["upload"])


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
