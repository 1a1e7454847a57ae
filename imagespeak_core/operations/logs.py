"""What is logged really appears, as text or as JSON: on a server and in a Lambda.

As Python comes, only warnings appear. Here all that this app logs goes to the standard error, each
line once; loggers of others are left as they are.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Literal, TextIO, TypeAlias
from urllib.parse import urlsplit

LogFormat: TypeAlias = Literal["text", "json"]

LOGGERS = ("imagespeak", "imagespeak_core", "pages")
"""All that this app logs, and nobody else."""

_TEXT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_OF_EVERY_RECORD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
_WITH_PATHS = ("uvicorn.access", "uvicorn.error")


class JsonLines(logging.Formatter):
    """One JSON object a line, whatever is logged; what comes as `extra` are members of it.

    Args:
        end: After the object, where the handler ends no line itself.
    """

    def __init__(self, end: str = "") -> None:
        super().__init__()
        self._end = end

    def format(self, record: logging.LogRecord) -> str:
        """See `logging.Formatter.format`."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        own = vars(record)
        line |= {name: own[name] for name in own if _is_extra(name)}
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        if record.stack_info:
            line["stack"] = self.formatStack(record.stack_info)
        return json.dumps(line, default=str) + self._end


def _is_extra(name: str) -> bool:
    return name not in _OF_EVERY_RECORD and not name.startswith("_")


def _formatter(log_format: LogFormat) -> logging.Formatter:
    return JsonLines() if log_format == "json" else logging.Formatter(_TEXT)


@contextmanager
def written(log_format: LogFormat, stream: TextIO | None = None) -> Iterator[None]:
    """While a server lives: write what this app logs, from INFO on.

    Args:
        log_format: How.
        stream: Where; the standard error where it is left out.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(_formatter(log_format))
    loggers = [logging.getLogger(name) for name in LOGGERS]
    before = [(logger, logger.level, logger.propagate) for logger in loggers]
    of_server = [logging.getLogger(name) for name in _WITH_PATHS]
    for logger in loggers:
        logger.setLevel(logging.INFO)
        logger.propagate = False
        logger.addHandler(handler)
    for logger in of_server:
        logger.addFilter(_without_addresses)
    try:
        yield
    finally:
        for logger in of_server:
            logger.removeFilter(_without_addresses)
        for logger, level, propagates in before:
            logger.removeHandler(handler)
            logger.setLevel(level)
            logger.propagate = propagates


def is_in_lambda() -> bool:
    """Whether this process is a Lambda's."""
    return "AWS_LAMBDA_FUNCTION_NAME" in os.environ


def write_in_lambda(log_format: LogFormat) -> None:
    """The same in a Lambda, whose runtime has a handler of its own; its own settings count more.

    Anywhere else nothing is changed.

    Args:
        log_format: How; where AWS_LAMBDA_LOG_FORMAT is JSON, lines are in Lambda's own JSON.
    """
    if not is_in_lambda():
        return
    if "AWS_LAMBDA_LOG_LEVEL" not in os.environ:
        for name in LOGGERS:
            logging.getLogger(name).setLevel(logging.INFO)
    if log_format == "json" and os.environ.get("AWS_LAMBDA_LOG_FORMAT", "").upper() != "JSON":
        for handler in logging.getLogger().handlers:
            handler.setFormatter(JsonLines(end="\n"))  # as the formatters of the runtime do


def _without_addresses(record: logging.LogRecord) -> bool:
    """A server's own line on a request names neither who asked, nor what is in the address."""
    args = record.args
    if isinstance(args, tuple) and any(_is_path(one) for one in args):
        record.args = ("-", *(_first_part(one) for one in args[1:]))
    return True


def _is_path(one: object) -> bool:
    return isinstance(one, str) and one.startswith("/")


def _first_part(one: object) -> object:
    if not isinstance(one, str) or not one.startswith("/"):
        return one
    first, slash, _ = urlsplit(one).path[1:].partition("/")
    return f"/{first}{slash and '/…'}"
