"""What servers share that know nothing of each other: one bucket, one model."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from imagespeak_core.pictures.naming import IMAGE_PREFIX
from tests.adapters.bedrock_server import BedrockStandIn
from tests.adapters.s3_servers import MiniStack, plain_client
from tests.benchmarks.servers import APP, Server, our_app

BUCKET = "exactly-once"
_LOOK_AGAIN_S = 0.05


@dataclass
class House:
    """What all servers share.

    Attributes:
        folder: For their folders.
        s3: The bucket's server.
        bedrock: The model's.
        more: Settings beside those that every server has.
    """

    folder: Path
    s3: MiniStack
    bedrock: BedrockStandIn
    more: dict[str, str] = field(default_factory=dict)

    @property
    def settings(self) -> dict[str, str]:
        return {
            "IMAGESPEAK_GENERATOR": "bedrock",
            "IMAGESPEAK_BUCKET": BUCKET,
            "AWS_ENDPOINT_URL_S3": self.s3.endpoint_url,
            "AWS_ENDPOINT_URL_BEDROCK_RUNTIME": self.bedrock.url,
            **self.more,
        }

    @contextmanager
    def server(
        self,
        name: str,
        own: Mapping[str, str] | None = None,
        *,
        port: int | None = None,
        app: str = APP,
    ) -> Iterator[Server]:
        """An app with its own state; the same name finds what it had left on its disk."""
        settings = {**self.settings, **(own or {})}
        with our_app("uvicorn", self.folder / name, settings, port=port, app=app) as server:
            yield server

    def names(self, prefix: str) -> list[str]:
        """What lies in the bucket under a prefix."""
        pages = plain_client(self.s3.endpoint_url).get_paginator("list_objects_v2")
        return [
            item["Key"]
            for page in pages.paginate(Bucket=BUCKET, Prefix=prefix)
            for item in page.get("Contents", ())
        ]

    def pictures(self) -> list[str]:
        """The keys of all pictures in the bucket."""
        return self.names(IMAGE_PREFIX)

    def wait_for_calls(self, count: int, limit_s: float) -> float:
        """Until the model was asked so often; gives the moment."""
        wait_for(lambda: len(self.bedrock.calls) >= count, limit_s)
        return time.monotonic()


@contextmanager
def running_house(folder: Path, **more: str) -> Iterator[House]:
    folder.mkdir(exist_ok=True)
    with ExitStack() as stack:
        s3 = MiniStack(folder / "s3")
        s3.start()
        stack.callback(s3.stop)
        plain_client(s3.endpoint_url).create_bucket(Bucket=BUCKET)
        bedrock = stack.enter_context(BedrockStandIn())
        yield House(folder, s3, bedrock, more)


def wait_for(is_there: Callable[[], bool], limit_s: float) -> None:
    deadline = time.monotonic() + limit_s
    while not is_there():
        if time.monotonic() > deadline:
            raise TimeoutError("it did not come")
        time.sleep(_LOOK_AGAIN_S)
