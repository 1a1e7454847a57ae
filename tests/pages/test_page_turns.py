"""Of those who were told at once, one after the other draws the page, when all have seen it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from pages.server import page_turns
from pages.server.page_turns import DRAWN_AT_ONCE, PageTurns
from tests.patience import LIMIT_S


class Line:
    """A line, and how many pages are being drawn."""

    def __init__(self) -> None:
        self.drawn = 0
        self.turns = PageTurns(lambda: self.drawn)
        self.came: list[str] = []

    def tell(self, count: int) -> list[bool]:
        return [self.turns.is_at_once() for _ in range(count)]

    def stand(self, name: str) -> asyncio.Task[None]:
        async def wait() -> None:
            assert await self.turns.come()
            self.came.append(name)

        return asyncio.create_task(wait())


def on_a_loop(scenario: Callable[[Line], Awaitable[None]]) -> None:
    async def in_time() -> None:
        async with asyncio.timeout(LIMIT_S):
            await scenario(Line())

    asyncio.run(in_time())


def test_who_is_told_alone_draws_at_once() -> None:
    async def scenario(line: Line) -> None:
        for _ in range(2):
            assert line.tell(1) == [True]
            await asyncio.sleep(0.02)
        assert line.tell(3) == [True, False, False]

    on_a_loop(scenario)


def test_who_comes_later_stands_behind_a_crowd_that_has_not_seen_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def scenario(line: Line) -> None:
        assert line.tell(2) == [True, False]
        await asyncio.sleep(0.02)
        assert line.tell(3) == [True, False, False]
        await asyncio.sleep(0.02)
        assert line.tell(1) == [False]
        monkeypatch.setattr(page_turns, "SEEN_WITHIN_S", 0.01)
        await asyncio.sleep(0.02)
        assert line.tell(1) == [True], "they are gone"

    on_a_loop(scenario)


def test_nobody_draws_while_another_has_not_seen_the_picture(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(page_turns, "SEEN_WITHIN_S", 1000.0)

    async def scenario(line: Line) -> None:
        line.tell(5)
        first, second = line.stand("first"), line.stand("second")
        await asyncio.sleep(0.05)
        assert line.came == []
        assert line.tell(1) == [False], "others stand in line"
        others = [line.stand(name) for name in ("third", "fourth", "fifth")]
        await asyncio.gather(first, second, *others)
        assert line.came == ["first", "second", "third", "fourth", "fifth"]

    on_a_loop(scenario)


def test_who_is_gone_is_waited_for_only_a_while_however_many_come_after(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(page_turns, "SEEN_WITHIN_S", 0.2)

    async def scenario(line: Line) -> None:
        loop = asyncio.get_running_loop()
        assert line.tell(3) == [True, False, False]
        here = line.stand("here")  # the other never comes
        began = loop.time()
        while not here.done() and loop.time() < began + 2:
            line.tell(1)
            await asyncio.sleep(0.02)
        assert line.came == ["here"]
        assert loop.time() < began + 1

    on_a_loop(scenario)


def test_the_next_turn_comes_when_few_pages_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_turns, "LONGEST_TURN_S", 1000.0)

    async def scenario(line: Line) -> None:
        line.drawn = DRAWN_AT_ONCE
        line.tell(2)
        here = line.stand("here")
        await asyncio.sleep(0.05)
        assert line.came == []
        line.drawn -= 1
        await here

        monkeypatch.setattr(page_turns, "LONGEST_TURN_S", 0.05)
        line.drawn = DRAWN_AT_ONCE
        await line.stand("after who is slow")

    on_a_loop(scenario)


def test_who_leaves_the_line_holds_nobody_up() -> None:
    async def scenario(line: Line) -> None:
        line.tell(3)
        leaves, stays = line.stand("leaves"), line.stand("stays")
        await asyncio.sleep(0.02)
        leaves.cancel()
        await stays
        assert line.came == ["stays"]

    on_a_loop(scenario)
