"""An experiment as a file, asked without a browser."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import pytest
from PIL import Image

from imagespeak_core.signing.addresses import signed_address
from tests.browser.app_server import AppServer
from tests.browser.lab_bench import Bench, make_bench
from tests.browser.test_routes import END, ask, signed

ENDINGS = {
    "png": "image/png",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "zip": "application/zip",
}


@pytest.fixture(scope="module")
def server(bedrock_server: AppServer) -> AppServer:
    return bedrock_server


@pytest.fixture(scope="module")
def bench(server: AppServer) -> Bench:
    return make_bench(server)


def path(bench: Bench, ending: str) -> str:
    return f"/experiments/{bench.experiment_id}.{ending}"


def test_each_file_comes_with_its_name(server: AppServer, bench: Bench) -> None:
    bodies = {}
    for ending, kind in ENDINGS.items():
        answer = ask(server, signed(path(bench, ending)))
        assert (answer.status, answer.headers["content-type"]) == (200, kind)
        name = f'attachment; filename="{bench.experiment_id}.{ending}"'
        assert answer.headers["content-disposition"] == name
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"
        bodies[ending] = answer.body
    assert Image.open(io.BytesIO(bodies["png"])).width > 700
    assert len(list(csv.reader(io.StringIO(bodies["csv"].decode("utf-8-sig"))))) == 13
    assert json.loads(bodies["json"])["id"] == bench.experiment_id
    with zipfile.ZipFile(io.BytesIO(bodies["zip"])) as archive:
        assert archive.testzip() is None
        assert sum(name.endswith(".png") for name in archive.namelist()) == 11


def test_the_archive_is_sent_while_it_is_being_made(server: AppServer, bench: Bench) -> None:
    assert "content-length" not in ask(server, signed(path(bench, "zip"))).headers


@pytest.mark.parametrize("ending", ENDINGS)
def test_nothing_without_a_good_signature(server: AppServer, bench: Bench, ending: str) -> None:
    good = signed(path(bench, ending))
    plain, _, query = good.partition("?")
    other = path(bench, "csv" if ending == "json" else "json")
    bad = [
        plain,
        good[:-1],
        f"{other}?{query}",
        f"{plain.replace('lab-', 'lab-a')}?{query}",
        signed(path(bench, ending), expires=END - 90_000),
        signed_address(path(bench, ending), expires=END, secret=b"a guess at the secret"),
    ]
    assert [ask(server, one).status for one in bad] == [404] * len(bad)


def test_what_is_not_there_or_no_such_file(server: AppServer, bench: Bench) -> None:
    missing = "/experiments/lab-aaaaaaaaaaaaaaaa.csv"
    assert ask(server, signed(missing)).status == 404
    assert ask(server, signed(path(bench, "exe"))).status == 404
    assert ask(server, signed("/experiments/..%2Fsecret.csv")).status == 404


def test_a_damaged_experiment_is_told(server: AppServer, bench: Bench) -> None:
    damaged = server.pictures / "experiments" / "lab-bbbbbbbbbbbbbbbb.json"
    damaged.write_bytes(b"{}")
    answer = ask(server, signed(f"/experiments/{damaged.stem}.csv"))
    damaged.unlink()
    assert answer.status == 404
    assert b"damaged" in answer.body
