"""The rig of the Lambda's tests."""

from __future__ import annotations

import pytest

from tests.lambda_handler.rig import Rig, new_bucket


@pytest.fixture
def rig(moto_url: str) -> Rig:
    """A door to an empty bucket."""
    return Rig(moto_url, *new_bucket(moto_url))
