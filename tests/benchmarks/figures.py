"""How the benchmarks print: a figure, what it is measured against, and whether it is reached."""

from __future__ import annotations


class Figures:
    """Prints figures one by one and remembers whether all targets were reached."""

    def __init__(self) -> None:
        self._missed = 0

    @property
    def exit_status(self) -> int:
        return int(self._missed > 0)

    def say(self, name: str, value: str) -> None:
        """A figure without a target."""
        print(f"{name:<58} {value}", flush=True)

    def check(self, name: str, value: float, at_most: float, unit: str = "") -> None:
        """A figure that has a target."""
        is_reached = value <= at_most
        self._missed += not is_reached
        verdict = "reached" if is_reached else "NOT REACHED"
        self.say(name, f"{value:.2f}{unit} (at most {at_most:g}{unit}): {verdict}")
