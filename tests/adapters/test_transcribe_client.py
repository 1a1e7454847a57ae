"""Our requests are ones that boto3 and the service take, as moto plays it."""

from __future__ import annotations

import pytest
from moto import mock_aws

from imagespeak_core.recognisers.transcribe import AmazonTranscribe
from tests.adapters.test_transcribe import DRAFT, TRANSCRIPT, draft_by


def test_a_whole_way_through_boto3(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    fetched: list[str] = []

    def fetch(url: str) -> bytes:
        fetched.append(url)
        return TRANSCRIPT

    with mock_aws():
        ours = AmazonTranscribe(
            bucket="ours", region="us-west-2", fetch=fetch, clock=lambda: 0.0, wait=lambda *_: False
        )
        assert draft_by(ours, "u1") == DRAFT
        assert draft_by(ours, "u1") == DRAFT, "the first job was deleted"
        assert len(fetched) == 2
