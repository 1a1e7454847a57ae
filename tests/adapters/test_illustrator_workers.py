"""The illustrator's own processes: replaced when they end, and gone with their server."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import psutil  # type: ignore[import-untyped]
import pytest

from imagespeak_core.errors import InvalidRequestError, ModelError, ModelTimeoutError
from imagespeak_core.generators.illustrator import workers
from imagespeak_core.generators.illustrator.generator import Illustrator
from imagespeak_core.generators.illustrator.workers import IllustratorPool
from imagespeak_core.models import ImageRequest
from tests import child_processes
from tests.patience import until

WAIT_S = 30
WISH = ImageRequest("image-001", "A red boat on a lake", width_px=256, height_px=256, seed=5)

OWNER = """
import sys, psutil
from imagespeak_core.generators.illustrator.workers import IllustratorPool
pool = IllustratorPool()
pool.warm_up()
[child] = psutil.Process().children()
print(child.pid, flush=True)
sys.stdin.read()
"""


def children() -> list[psutil.Process]:
    """The processes that draw for this one."""
    return child_processes.that_run(workers.__name__)


def test_a_computer_that_starts_nothing_more_is_told_in_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pool = IllustratorPool()
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(ModelError, match="could not be started"):
        pool.generate(WISH)
    monkeypatch.undo()
    assert pool.generate(WISH).png
    pool.close()


def test_they_end_when_nobody_knows_the_pool_any_more() -> None:
    pool = IllustratorPool()
    pool.warm_up()
    assert len(children()) == 1
    del pool
    assert children() == []


def test_a_model_that_is_not_offered_asks_nobody() -> None:
    pool = IllustratorPool()
    with pytest.raises(InvalidRequestError):
        pool.generate(ImageRequest("image-001", "A cat", seed=5, model="other"))
    assert children() == []


def test_it_ends_with_a_server_that_is_killed() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", OWNER], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as owner:
        assert owner.stdout
        child = psutil.Process(int(owner.stdout.readline()))
        owner.kill()
    gone, _ = psutil.wait_procs([child], timeout=WAIT_S)
    assert gone == [child]


@pytest.fixture(scope="class")
def shared_pool() -> Iterator[IllustratorPool]:
    pool = IllustratorPool()
    yield pool
    pool.close()


@pytest.fixture
def pool(shared_pool: IllustratorPool) -> IllustratorPool:
    """With one process, which has nothing to do."""
    shared_pool.warm_up()
    assert len(children()) == 1
    return shared_pool


class TestProcessesOfOnePool:
    def test_a_process_is_kept_and_draws_what_this_one_draws(self, pool: IllustratorPool) -> None:
        [child] = children()
        usual = Illustrator().generate(WISH)
        for _ in range(3):
            picture = pool.generate(WISH)
            assert (picture.png, picture.scene) == (usual.png, usual.scene)
            assert (picture.seed, picture.model) == (5, usual.model)
            assert picture.warnings == usual.warnings
        assert children() == [child]

    def test_it_draws_beside_a_picture_what_this_one_draws(self, pool: IllustratorPool) -> None:
        scene = pool.generate(WISH).scene
        beside = pool.draw_beside(replace(WISH, prompt="Two boats."), scene)
        alone = Illustrator().draw_beside(replace(WISH, prompt="Two boats."), scene)
        assert (beside.png, beside.scene) == (alone.png, alone.scene)
        assert beside.png != pool.generate(replace(WISH, prompt="Two boats.")).png

    def test_what_is_for_the_server_does_not_end_it(self, pool: IllustratorPool) -> None:
        [child] = children()
        for number in (signal.SIGINT, signal.SIGTERM):
            child.send_signal(number)
        pool.generate(WISH)
        assert children() == [child]
        assert os.getsid(child.pid) != os.getsid(0)

    def test_our_own_mistake_is_told_and_the_process_goes_on(self, pool: IllustratorPool) -> None:
        broken = ImageRequest("image-001", "A cat", seed=5)
        object.__setattr__(broken, "prompt", 7)
        with pytest.raises(RuntimeError, match="Traceback"):
            pool.generate(broken)
        [child] = children()
        assert pool.generate(WISH).png
        assert children() == [child]

    def test_one_that_ended_is_replaced(
        self, pool: IllustratorPool, caplog: pytest.LogCaptureFixture
    ) -> None:
        [child] = children()
        child.kill()
        child.wait(WAIT_S)
        with caplog.at_level(logging.WARNING):
            assert pool.generate(WISH).png
        assert "another one is started" in caplog.text
        assert WISH.prompt not in caplog.text
        assert children() != [child]

    def test_one_that_ends_in_the_middle_is_replaced(self, pool: IllustratorPool) -> None:
        [child] = children()
        child.suspend()
        with ThreadPoolExecutor() as threads:
            running = threads.submit(pool.generate, WISH)
            child.kill()
            assert running.result(WAIT_S).png

    def test_one_that_hangs_is_given_up(
        self, pool: IllustratorPool, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(workers, "LONGEST_DRAWING_S", 0.1)
        [child] = children()
        child.suspend()
        with pytest.raises(ModelTimeoutError):
            pool.generate(WISH)
        assert children() == []

    @pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one processor draws one at a time")
    def test_who_comes_while_one_is_busy_gets_another(self, pool: IllustratorPool) -> None:
        [child] = children()
        child.suspend()
        with ThreadPoolExecutor() as threads:
            asked = [threads.submit(pool.generate, WISH) for _ in range(5)]
            until(lambda: sum(running.done() for running in asked) == 4, limit_s=WAIT_S)
            child.resume()
            for running in asked:
                assert running.result(WAIT_S).png
        assert len(children()) <= pool.max_parallel
