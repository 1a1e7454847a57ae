"""Pictures by a model on Amazon Bedrock. A call costs money: what may be paid is not sent again."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from imagespeak_core.aws.clients import connect_paid
from imagespeak_core.aws.connection import Connection, OneConnection
from imagespeak_core.errors import ModelError, SettingsError
from imagespeak_core.generators.base import Offer, chosen_offer
from imagespeak_core.generators.bedrock.catalog import (
    FAMILIES,
    MODELS,
    Family,
    family_of,
    retired_notice,
)
from imagespeak_core.generators.bedrock.errors import Target, translated
from imagespeak_core.generators.bedrock.formats import read_answer, write_body
from imagespeak_core.generators.bedrock.once_more import once_more_if_busy
from imagespeak_core.generators.bedrock.picture_size import to_exact_size
from imagespeak_core.models import GeneratedImage, ImageRequest, Quality

if TYPE_CHECKING:
    from mypy_boto3_bedrock_runtime import BedrockRuntimeClient

READ_TIMEOUT_S = 90
"""A server that is to end has 110 s for the picture and for storing it."""

MAX_CONNECTIONS = 32

_logger = logging.getLogger(__name__)


def connect_bedrock(
    region: str, *, read_timeout_s: float = READ_TIMEOUT_S
) -> Connection[BedrockRuntimeClient]:
    """See `connect_paid`."""
    return connect_paid(
        "bedrock-runtime", region, read_timeout_s=read_timeout_s, max_connections=MAX_CONNECTIONS
    )


class BedrockGenerator:
    """`ImageGenerator` on Amazon Bedrock. It connects at the first call, once.

    Args:
        region: AWS region of the models.
        models: The model's id for each quality.
        connect: Region → connection.
        clock: Seconds that only go forward.
        wait: Sleeps for so many seconds.
        jitter: 0–1, so that those who were refused together don't come back together.

    Raises:
        SettingsError: A model is of no family that we can speak with.
    """

    def __init__(
        self,
        *,
        region: str,
        models: Mapping[Quality, str],
        connect: Callable[[str], Connection[BedrockRuntimeClient]] = connect_bedrock,
        clock: Callable[[], float] = time.monotonic,
        wait: Callable[[float], None] = time.sleep,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._families = {quality: _known_family(quality, models[quality]) for quality in models}
        self._models = dict(models)
        self._region = region
        self._connected = OneConnection(lambda: connect(region))
        self._clock = clock
        self._wait = wait
        self._jitter = jitter

    @property
    def label(self) -> str:
        """Who makes the pictures."""
        makers = sorted({FAMILIES[family].maker for family in self._families.values()})
        return f"Pictures by {' and '.join(makers)} on Amazon Bedrock"

    @property
    def max_parallel(self) -> int:
        """As many as the client has connections."""
        return MAX_CONNECTIONS

    def warm_up(self) -> None:
        """Make the client. What goes wrong here is told, in words, by the first `generate`."""
        try:
            with translated(self._target("standard")):
                self._connected()
        except ModelError as error:
            _logger.warning("No client for Amazon Bedrock yet: %s", error)

    def offer(self, quality: Quality) -> Offer:
        """See `ImageGenerator.offer`; the price is None for a model that the catalogue lacks."""
        return _offer(self._models[quality], self._families[quality])

    def models(self) -> tuple[Offer, ...]:
        """The two of the qualities, then what else the catalogue knows in this region."""
        families = {self._models[quality]: self._families[quality] for quality in self._models}
        for model in MODELS.values():
            if self._region in model.regions:
                families.setdefault(model.model_id, model.family)
        return tuple(_offer(model_id, family) for model_id, family in families.items())

    def generate(self, request: ImageRequest) -> GeneratedImage:
        """See `ImageGenerator.generate`. Only a model that says it is busy is asked once more."""
        started_s = self._clock()
        model_id = chosen_offer(self, request).model
        family = family_of(model_id) or self._families[request.quality]
        target = Target(model_id, request.quality, self._region)
        answer = read_answer(family, self._invoke(target, write_body(family, request)))
        picture = to_exact_size(answer.image, request.width_px, request.height_px)
        return GeneratedImage(
            png=picture.png,
            seed=answer.seed,
            model=target.model_id,
            duration_ms=round((self._clock() - started_s) * 1000),
            warnings=(*picture.warnings, *_seed_warning(request.seed, answer.seed)),
        )

    def _target(self, quality: Quality) -> Target:
        return Target(self._models[quality], quality, self._region)

    def _invoke(self, target: Target, body: bytes) -> bytes:
        with translated(target):
            return once_more_if_busy(
                lambda: self._send(target.model_id, body), wait=self._wait, jitter=self._jitter
            )

    def _send(self, model_id: str, body: bytes) -> bytes:
        response = self._connected.ask(
            lambda connection: connection.client.invoke_model(
                modelId=model_id,
                body=body,
                contentType="application/json",
                accept="application/json",
            )
        )
        # Reading can fail too: the picture comes only now.
        return response["body"].read()


def _offer(model_id: str, family: Family) -> Offer:
    facts, model = FAMILIES[family], MODELS.get(model_id)
    return Offer(
        model_id,
        price_usd=model.price_usd if model else None,
        usual_s=model.usual_s if model else facts.usual_s,
        takes_negative_prompt=True,
        max_prompt_length=facts.max_prompt_length,
    )


def _known_family(quality: Quality, model_id: str) -> Family:
    family = family_of(model_id)
    if family is not None:
        return family
    reason = retired_notice(model_id) or (
        f"No way to speak with the model {model_id!r} is known; choose one of: {', '.join(MODELS)}."
    )
    raise SettingsError(f"IMAGESPEAK_{quality.upper()}_MODEL: {reason}")


def _seed_warning(asked: int, used: int) -> tuple[str, ...]:
    if used == asked:
        return ()
    return (f"The model used the seed {used}, not {asked}.",)
