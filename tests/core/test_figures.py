"""What happened, counted: for Prometheus on this computer alone, and for CloudWatch."""

from __future__ import annotations

import io
import json
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import psutil  # type: ignore[import-untyped]
import pytest
from prometheus_client.parser import text_string_to_metric_families

from imagespeak_core.errors import ModelBusyError, StorageTimeoutError
from imagespeak_core.models import ImageRequest
from imagespeak_core.operations.calls import CallEnded
from imagespeak_core.operations.embedded import DIMENSIONS, NAMESPACE, line_of
from imagespeak_core.operations.prometheus import Gauge, PortTakenError, served
from imagespeak_core.operations.tally import Tally
from imagespeak_core.pictures.use_cases import generate_images
from tests.fakes import FakeGenerator, TroubledStore, make_services

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
UNITS = {"Count", "Milliseconds", "None"}
WISH = ImageRequest("secret-session", "A secret zebra", width_px=256, height_px=256)


def ended(**changes: Any) -> CallEnded:
    told: dict[str, Any] = {
        "what": "picture",
        "model": "a.model-v1:0",
        "session": "0123456789ab",
        "request_id": "r-1",
        "outcome": "made",
        "seconds": 3.21,
        "cost_usd": Decimal("0.04"),
    }
    return CallEnded(**(told | changes))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def looked_at(tally: Tally, *gauges: Gauge) -> Iterator[dict[tuple[str, ...], float]]:
    port = free_port()
    with served(port, tally, lambda: gauges):
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(f"http://127.0.0.1:{port}/metrics", timeout=30) as answer:
            text = answer.read().decode()
    yield {
        (sample.name, *(value for _, value in sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_prometheus_reads_all_figures() -> None:
    tally = Tally()
    tally.call(ended())
    tally.call(ended(seconds=0.2))
    tally.call(ended(outcome="busy", cost_usd=Decimal(0)))
    tally.call(ended(what="view", model="a.viewer", cost_usd=None, seconds=1000))
    tally.hit()
    tally.store_error(StorageTimeoutError("Slow."))
    tally.trouble("model throttled")
    jobs = (Gauge("jobs", "Jobs.", 2, "running"), Gauge("jobs", "Jobs.", 1, "its turn"))
    with looked_at(tally, *jobs, Gauge("sessions", "Pages.", 7)) as found:
        model = "a.model-v1:0"
        assert found["imagespeak_calls_total", model, "made", "picture"] == 2
        assert found["imagespeak_calls_total", model, "busy", "picture"] == 1
        assert found["imagespeak_cents_total", model, "picture"] == 8
        assert ("imagespeak_cents_total", "a.viewer", "view") not in found
        assert found["imagespeak_call_seconds_count", model, "picture"] == 3
        assert found["imagespeak_call_seconds_sum", model, "picture"] == pytest.approx(6.62)
        assert found["imagespeak_call_seconds_bucket", "0.3", model, "picture"] == 1
        assert found["imagespeak_call_seconds_bucket", "5.0", model, "picture"] == 3
        assert found["imagespeak_call_seconds_bucket", "90.0", "a.viewer", "view"] == 0
        assert found["imagespeak_call_seconds_bucket", "+Inf", "a.viewer", "view"] == 1
        assert found[("imagespeak_hits_total",)] == 1
        assert found["imagespeak_store_errors_total", "storage_timeout"] == 1
        assert found["imagespeak_troubles_total", "model throttled"] == 1
        assert found["imagespeak_jobs", "running"] == 2
        assert found["imagespeak_jobs", "its turn"] == 1
        assert found[("imagespeak_sessions",)] == 7


def test_what_no_model_was_asked_for_has_no_time() -> None:
    tally = Tally()
    tally.call(ended(outcome="day_limit", cost_usd=Decimal(0), seconds=0.01, has_begun=False))
    assert list(tally.figures().calls) == [("picture", "a.model-v1:0", "day_limit")]
    assert tally.figures().times == {}


def test_nobody_else_reaches_the_port_and_it_is_free_again_afterwards() -> None:
    port = free_port()
    with served(port, Tally(), list):
        with pytest.raises(PortTakenError), served(port, Tally(), list):
            pass
        listening = [
            one.laddr
            for one in psutil.Process().net_connections()
            if one.status == psutil.CONN_LISTEN and one.laddr.port == port
        ]
        assert [address.ip for address in listening] == ["127.0.0.1"]
    with served(port, Tally(), list):
        pass


def test_the_library_is_imported_only_where_a_port_is_set() -> None:
    looked = "import sys, pages.server.figures; assert 'prometheus_client' not in sys.modules"
    subprocess.run([sys.executable, "-c", looked], check=True, timeout=120)


class TestEmbedded:
    """https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/
    CloudWatch_Embedded_Metric_Format_Specification.html (2026-11)."""

    def check(self, line: str) -> dict[str, Any]:
        """One line that is as the specification says."""
        assert "\n" not in line
        document: dict[str, Any] = json.loads(line)
        aws = document["_aws"]
        assert set(aws) == {"Timestamp", "CloudWatchMetrics"}
        assert aws["Timestamp"] == round(NOW.timestamp() * 1000)
        [directive] = aws["CloudWatchMetrics"]
        assert set(directive) == {"Namespace", "Dimensions", "Metrics"}
        assert directive["Namespace"] == NAMESPACE == "ImageSpeak"
        for dimensions in directive["Dimensions"]:
            assert len(dimensions) <= 30
            for name in dimensions:
                assert isinstance(document[name], str)
                assert 0 < len(document[name]) <= 1024
        for metric in directive["Metrics"]:
            assert set(metric) <= {"Name", "Unit", "StorageResolution"}
            assert metric["Unit"] in UNITS
            assert isinstance(document[metric["Name"]], int | float)
        return document

    def test_a_call(self) -> None:
        document = self.check(line_of(ended(), NOW))
        assert {name: document[name] for name in ("Calls", "Duration", "Cents")} == {
            "Calls": 1,
            "Duration": 3210,
            "Cents": 4,
        }
        assert document["requestId"] == "r-1"
        [directive] = document["_aws"]["CloudWatchMetrics"]
        assert directive["Dimensions"] == [list(DIMENSIONS)]
        assert {"requestId", "session"}.isdisjoint(DIMENSIONS), "each value would be a metric"

    def test_what_no_model_was_asked_for_has_no_duration(self) -> None:
        refused = ended(outcome="day_limit", cost_usd=Decimal(0), has_begun=False)
        document = self.check(line_of(refused, NOW))
        assert document["Calls"] == 1
        assert "Duration" not in document

    def test_an_unknown_price_is_no_metric(self) -> None:
        document = self.check(line_of(ended(cost_usd=None, outcome="busy"), NOW))
        assert "Cents" not in document
        assert document["outcome"] == "busy"

    def test_a_lambda_prints_one_for_each_call_and_a_server_none(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name, lines in (("pictures", 2), (None, 0)):
            if name:
                monkeypatch.setenv("AWS_LAMBDA_FUNCTION_NAME", name)
            else:
                monkeypatch.delenv("AWS_LAMBDA_FUNCTION_NAME")
            generator = FakeGenerator(None, ModelBusyError("Busy."))
            services = make_services(TroubledStore(), generator)
            with redirect_stdout(io.StringIO()) as out:
                generate_images(services, WISH)
                with pytest.raises(ModelBusyError):
                    generate_images(services, WISH)
            printed = out.getvalue().splitlines()
            assert len(printed) == lines
            assert all(json.loads(line)["_aws"] for line in printed)
            assert "secret" not in out.getvalue()
