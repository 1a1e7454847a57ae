"""When Amazon ends a model, as `GetFoundationModel` tells. Costs nothing; needs a right of its own.

Its answer: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_FoundationModelLifecycle.html
and botocore's service model 1.44 (2026-11).
"""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from imagespeak_core.aws.clients import connect_paid
from imagespeak_core.aws.connection import Connection, OneConnection
from imagespeak_core.errors import (
    ModelAccessError,
    ModelBusyError,
    ModelRetiredError,
    ModelTimeoutError,
    ModelUnreachableError,
)
from imagespeak_core.generators.bedrock.errors import Target, translated
from imagespeak_core.models import Quality

logger = logging.getLogger(__name__)

READ_TIMEOUT_S = 20
UNREACHED_FOR_S = 600.0
"""So long a catalogue that was never reached is not asked again whether a model is there."""


def connect_catalogue(region: str) -> Connection[Any]:
    """To Bedrock's catalogue of models, which is another endpoint than the models' own."""
    return connect_paid("bedrock", region, read_timeout_s=READ_TIMEOUT_S)


class BedrockLife:
    """`ModelLife` of a model on Amazon Bedrock.

    Args:
        target: The model.
        connected: To the catalogue.
        monotonic: Seconds that only go forward.
    """

    def __init__(
        self,
        target: Target,
        connected: OneConnection[Any],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._target = target
        self._connected = connected
        self._monotonic = monotonic
        self._was_reached = False
        self._not_before_s = -math.inf

    @property
    def model_id(self) -> str:
        """See `ModelLife.model_id`."""
        return self._target.model_id

    def end(self, now: datetime) -> str | None:
        """See `ModelLife.end`.

        Raises:
            ModelError, ModelBusyError: By subclass.
        """
        try:
            with translated(self._target):
                return self._told(self._asked(), now)
        except ModelRetiredError as error:
            return str(error)

    def check(self) -> None:
        """See that the model is there; whoever may not ask is answered too, and that is enough.

        A network may let calls to models through, and none to the catalogue: where that was never
        reached, nobody knows, and the model counts as there.

        Raises:
            ModelError: By subclass: it is not, or there is no way to Bedrock any more.
        """
        if self._monotonic() < self._not_before_s:
            return
        try:
            with translated(self._target):
                self._asked()
        except (ModelAccessError, ModelBusyError):
            pass
        except (ModelTimeoutError, ModelUnreachableError):
            if self._was_reached:
                raise
            self._not_before_s = self._monotonic() + UNREACHED_FOR_S
            logger.info("Bedrock's catalogue can't be reached; the models themselves may be")
            return
        self._was_reached = True

    def _asked(self) -> Mapping[str, Any]:
        answer = self._connected.ask(
            lambda connection: connection.client.get_foundation_model(modelIdentifier=self.model_id)
        )
        lifecycle: Mapping[str, Any] = answer.get("modelDetails", {}).get("modelLifecycle", {})
        return lifecycle

    def _told(self, lifecycle: Mapping[str, Any], now: datetime) -> str | None:
        end: datetime | None = lifecycle.get("endOfLifeTime")
        if end is not None:
            ends = "will end" if end > now else "ended"
            what = f"Amazon {ends} the model {self.model_id} on {_day(end)}."
        elif lifecycle.get("status") == "LEGACY":
            what = f"Amazon will end the model {self.model_id}. The day is not known yet."
        else:
            return None
        return f"{what} The owner can choose another one with {self._target.setting}."


def lives_of(
    region: str,
    models: Mapping[Quality, str],
    connect: Callable[[str], Connection[Any]] = connect_catalogue,
) -> tuple[BedrockLife, ...]:
    """Those of the models of each quality. It connects at the first question, once.

    Args:
        region: AWS region of the models.
        models: The model's id for each quality.
        connect: Region → connection.
    """
    connected = OneConnection(lambda: connect(region))
    return tuple(
        BedrockLife(Target(model_id, quality, region), connected)
        for quality, model_id in models.items()
    )


def _day(moment: datetime) -> str:
    day = moment.astimezone(UTC)
    return f"{day.day} {day:%B %Y}"
