"""Real servers on one store make an experiment: whatever their clocks say, and whoever dies."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from imagespeak_core.lab.plan import SeedAxis
from imagespeak_core.stores.claims import ABANDONED_AFTER_S
from tests.core.lab_rig import Rig
from tests.patience import until

LONGEST_S = 60


def experiment_in(folder: Path) -> tuple[Rig, str]:
    """Four cells that wait."""
    (folder / "calls").mkdir()
    rig = Rig(folder / "pictures")
    return rig, rig.created(SeedAxis(values=(1, 2, 3, 4)))


def begin(folder: Path, experiment: str, ahead_s: float, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.core.lab_process", str(folder), experiment]
    command += [str(ahead_s), *more]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def seeds_called(folder: Path) -> list[str]:
    return sorted(call.name.partition("_")[2] for call in (folder / "calls").iterdir())


def test_clocks_that_are_a_minute_apart_make_four_calls_for_four_cells(tmp_path: Path) -> None:
    _, experiment = experiment_in(tmp_path)
    servers = [begin(tmp_path, experiment, 0, "hang")]
    until(lambda: len(seeds_called(tmp_path)) == 2)
    servers += [begin(tmp_path, experiment, ahead_s) for ahead_s in (60, -60)]
    (tmp_path / "go").touch()
    assert [one.communicate(timeout=LONGEST_S)[0] for one in servers] == ["done\n"] * 3
    assert seeds_called(tmp_path) == ["1", "2", "3", "4"]


@pytest.mark.skipif(sys.platform == "win32", reason="nobody freezes a process there")
@pytest.mark.parametrize("by", ["SIGKILL", "SIGSTOP"])
def test_after_a_kill_or_freeze_only_what_was_being_made_is_paid_once_more(
    tmp_path: Path, by: str
) -> None:
    rig, experiment = experiment_in(tmp_path)
    gone = begin(tmp_path, experiment, 0, "hang")
    until(lambda: len(seeds_called(tmp_path)) == 2)
    gone.send_signal(signal.Signals[by])
    rig.silence(ABANDONED_AFTER_S)
    assert begin(tmp_path, experiment, -60).communicate(timeout=LONGEST_S)[0] == "done\n"
    (tmp_path / "go").touch()
    gone.send_signal(signal.SIGCONT)
    assert gone.communicate(timeout=LONGEST_S)[0] == ("" if by == "SIGKILL" else "done\n")
    assert seeds_called(tmp_path) == ["1", "1", "2", "2", "3", "4"]
