"""A small picture of numbers: a line from left to right, and a dashed one of how many there are."""

from __future__ import annotations

from pages.components.shell import assets
from pages.components.speaking.progress.progress_series import Series

_LEGEND = "things there"


def draw(series: Series) -> None:
    """The picture, which is told to those who don't see it.

    Args:
        series: At least two numbers.
    """
    component = assets.component(__file__)
    component(
        key=f"progress_chart_{series.key}",
        data={
            "told": series.told(),
            "places": list(series.places),
            "values": list(series.values),
            "of": list(series.of),
            "legend": _LEGEND,
            "begins": series.begins,
            "ends": series.ends,
        },
    )
