"""Looks at pictures by a model on Amazon Bedrock; what may be paid for is not sent again."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from imagespeak_core.aws.connection import Connection, OneConnection
from imagespeak_core.generators.bedrock.errors import Target, translated
from imagespeak_core.generators.bedrock.generator import connect_bedrock
from imagespeak_core.generators.bedrock.once_more import once_more_if_busy
from imagespeak_core.generators.breaker import Breaker
from imagespeak_core.viewers.base import View
from imagespeak_core.viewers.bedrock.answers import things_in, tokens_in
from imagespeak_core.viewers.bedrock.asking import asked
from imagespeak_core.viewers.bedrock.catalog import cost_usd, most_usd
from imagespeak_core.viewers.bedrock.sentences import VIEW_SENTENCES
from imagespeak_core.viewers.bedrock.small import small_jpeg

if TYPE_CHECKING:
    from mypy_boto3_bedrock_runtime import BedrockRuntimeClient

READ_TIMEOUT_S = 60.0


def _connect(region: str) -> Connection[BedrockRuntimeClient]:
    return connect_bedrock(region, read_timeout_s=READ_TIMEOUT_S)


class BedrockViewer:
    """`PictureViewer` on Amazon Bedrock. It connects at the first look, once.

    Args:
        region: AWS region of the model.
        model: Its id, or that of an inference profile.
        connect: Region → connection.
        wait: Sleeps for so many seconds.
        jitter: 0–1, see `once_more_if_busy`.
        clock: Seconds that only go forward.
    """

    def __init__(
        self,
        *,
        region: str,
        model: str,
        connect: Callable[[str], Connection[BedrockRuntimeClient]] = _connect,
        wait: Callable[[float], None] = time.sleep,
        jitter: Callable[[], float] = random.random,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._breaker = Breaker(clock)
        self._target = Target(model, "viewer", region)
        self._connected = OneConnection(lambda: connect(region))
        self._wait = wait
        self._jitter = jitter

    @property
    def model(self) -> str:
        """See `PictureViewer.model`."""
        return self._target.model_id

    def price_usd(self) -> Decimal | None:
        """See `PictureViewer.price_usd`; None for a model that the catalogue lacks."""
        return most_usd(self.model, self._target.region)

    def look(self, png: bytes) -> View:
        """See `PictureViewer.look`. Only a model that says it is busy is asked once more.

        Raises:
            BrokenPictureError: The picture can't be decoded; nothing was sent.
            ViewRefusedError: A filter did not let the answer through.
            ModelError, ModelBusyError: By subclass; ModelSilentError where it was not asked.
        """
        question = asked(small_jpeg(png))
        with (
            self._breaker.one(self.model, called="The model that looks at pictures"),
            translated(self._target, VIEW_SENTENCES),
        ):
            answer = once_more_if_busy(
                lambda: self._send(question), wait=self._wait, jitter=self._jitter
            )
        return View(self.model, things_in(answer), self._cost(answer))

    def _send(self, question: Mapping[str, Any]) -> Mapping[str, object]:
        answer = self._connected.ask(
            lambda connection: connection.client.converse(modelId=self.model, **question)
        )
        return cast("Mapping[str, object]", answer)

    def _cost(self, answer: Mapping[str, object]) -> Decimal | None:
        tokens = tokens_in(answer)
        if tokens is None:
            return self.price_usd()
        return cost_usd(self.model, self._target.region, read=tokens[0], written=tokens[1])
