"""Sessions of boto3 that read botocore's descriptions of services once for the whole process.

A session of its own reads environment and profiles anew, as a connection must; but it reads also
1.3 MB of all regions' names, and keeps them as ordered dictionaries: some 7 MB for each connection.
"""

from __future__ import annotations

import gzip
import json
from functools import cache
from pathlib import Path
from typing import Any

import boto3
import botocore.session
from botocore.loaders import JSONFileLoader, create_loader

_SERVICES = "bedrock bedrock-runtime oidc polly portal.sso s3 sso sts transcribe".split()
"""Those that are asked here, and for credentials. Hosts of others have the usual names."""


class _Files(JSONFileLoader):
    """Gives what was read before.

    botocore writes into it what is the same each time, as where one session makes several clients.
    """

    def load_file(self, file_path: str) -> Any:
        return _content(file_path)


def new_session() -> boto3.session.Session:
    """A session as `boto3.session.Session()` gives it.

    Raises:
        BotoCoreError: The profile is unknown, or a setting of AWS can't be read.
    """
    core = botocore.session.get_session()
    loader = create_loader(core.get_config_variable("data_path"))
    loader.file_loader = _Files()
    core.register_component("data_loader", loader)
    return boto3.session.Session(botocore_session=core)


@cache
def _content(path: str) -> Any:
    plain, packed = Path(f"{path}.json"), Path(f"{path}.json.gz")
    if plain.is_file():
        content = json.loads(plain.read_bytes())
        return _ours(content) if plain.name == "endpoints.json" else content
    return json.loads(gzip.decompress(packed.read_bytes())) if packed.is_file() else None


def _ours(endpoints: Any) -> Any:
    for partition in endpoints["partitions"]:
        known = partition["services"]
        partition["services"] = {name: known[name] for name in _SERVICES if name in known}
    return endpoints
