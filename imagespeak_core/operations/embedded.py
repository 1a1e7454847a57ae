"""Figures for CloudWatch: a line of JSON in a Lambda's log, out of which it makes metrics.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
(2026-11). Nothing is asked, and nothing is paid but the log and the metrics themselves.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime

from imagespeak_core.operations.calls import CallEnded

NAMESPACE = "ImageSpeak"
DIMENSIONS = ("what", "model", "outcome")
"""Each pair of their values is a metric that is paid for; all of them come from small sets."""


def line_of(ended: CallEnded, now: datetime) -> str:
    """The line for one call.

    Args:
        ended: The call.
        now: Aware.
    """
    metrics = [{"Name": "Calls", "Unit": "Count"}]
    values: dict[str, object] = {"Calls": 1}
    if ended.has_begun:
        metrics.append({"Name": "Duration", "Unit": "Milliseconds"})
        values["Duration"] = round(ended.seconds * 1000)
    if ended.cents is not None:
        metrics.append({"Name": "Cents", "Unit": "None"})
        values["Cents"] = float(ended.cents)
    directive = {"Namespace": NAMESPACE, "Dimensions": [list(DIMENSIONS)], "Metrics": metrics}
    aws = {"Timestamp": round(now.timestamp() * 1000), "CloudWatchMetrics": [directive]}
    properties = {"requestId": ended.request_id, "session": ended.session}
    dimensions = {name: getattr(ended, name) for name in DIMENSIONS}
    return json.dumps({"_aws": aws, **dimensions, **properties, **values})


def printer(
    now: Callable[[], datetime], show: Callable[[str], object]
) -> Callable[[CallEnded], None]:
    """Shows a line for each call.

    Args:
        now: The clock, aware.
        show: Prints a line to the standard output.
    """

    def print_it(ended: CallEnded) -> None:
        show(line_of(ended, now()))

    return print_it
