"""When Amazon ends a model, as `GetFoundationModel` tells. Costs nothing; needs a right of its own.

Its answer: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_FoundationModelLifecycle.html
and botocore's service model 1.44 (2026-11).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from imagespeak_core.aws.clients import connect_paid
from imagespeak_core.aws.connection import Connection, OneConnection
from imagespeak_core.errors import ModelRetiredError
from imagespeak_core.generators.bedrock.errors import Target, translated
from imagespeak_core.models import Quality

READ_TIMEOUT_S = 20


def connect_catalogue(region: str) -> Connection[Any]:
    """To Bedrock's catalogue of models, which is another endpoint than the models' own."""
    return connect_paid("bedrock", region, read_timeout_s=READ_TIMEOUT_S)


class BedrockLife:
    """`ModelLife` of a model on Amazon Bedrock.

    Args:
        target: The model.
        connected: To the catalogue.
    """

    def __init__(self, target: Target, connected: OneConnection[Any]) -> None:
        self._target = target
        self._connected = connected

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
