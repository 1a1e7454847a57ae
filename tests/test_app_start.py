"""How the server starts from anywhere, and what it says when it can't."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.error
import urllib.request
from datetime import timedelta
from pathlib import Path

import pytest

from imagespeak_core.speaking.attempts import create_attempt
from imagespeak_core.speaking.deletion import Spoken, count_spoken
from imagespeak_core.speaking.recordings import keep
from imagespeak_core.stores.folder.blobs import FolderBlobs
from tests.adapters.other_s3 import BUCKET, other_s3
from tests.browser.app_server import AppServer
from tests.fakes import HandClock
from tests.patience import until
from tests.speaking_rig import (
    ANA,
    LIMITS,
    MadeSound,
    clock_of_today,
    services_on,
    ticket_of,
    tried,
)

ROOT = Path(__file__).parents[1]

either_start = pytest.mark.parametrize(
    "command",
    [
        ["-m", "streamlit", "run", str(ROOT / "app.py"), "--server.port", "0"],
        ["-m", "uvicorn", "app:app", "--app-dir", str(ROOT), "--port", "0"],
    ],
    ids=["streamlit", "uvicorn"],
)


@either_start
def test_wrong_settings_are_told_together_and_the_environment_beats_dotenv_which_beats_secrets(
    command: list[str], tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("IMAGESPEAK_LAB_PARALLEL=2\n")
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "secrets.toml").write_text(
        'IMAGESPEAK_URL_TTL_S = "soon"\n'
        'IMAGESPEAK_LAB_PARALLEL = "many"\n'
        'IMAGESPEAK_GENERATER = "is told with the file that it is in"\n'
    )
    ended = _start(
        command,
        tmp_path,
        IMAGESPEAK_URL_TTL_S="60",
        IMAGESPEAK_BUKET="pictures",
        IMAGESPEAK_MAX_PICTURES_PER_DAY="soon",
    )
    assert ended.returncode == 1
    assert "IMAGESPEAK_BUKET in the environment is not a setting" in ended.stderr
    assert "IMAGESPEAK_BUCKET" in ended.stderr
    assert "IMAGESPEAK_MAX_PICTURES_PER_DAY" in ended.stderr
    assert "IMAGESPEAK_MAX_PICTURES_PER_DAY in" not in ended.stderr, "it is a setting"
    assert "IMAGESPEAK_GENERATER in .streamlit/secrets.toml is not a setting" in ended.stderr
    assert ended.stderr.count("IMAGESPEAK_GENERATER in ") == 1
    assert "IMAGESPEAK_URL_TTL_S" not in ended.stderr
    assert "IMAGESPEAK_LAB_PARALLEL" not in ended.stderr
    assert "Traceback" not in ended.stderr


FROM_ELSEWHERE = """
import os, sys
sys.path.insert(0, sys.argv[1])
import app
import streamlit as st
from streamlit import config
from streamlit.web.bootstrap import prepare_streamlit_environment
prepare_streamlit_environment(sys.argv[1] + "/pages/router.py")
assert config.get_option("client.showErrorDetails") == "none", "the file beside app.py is read"
assert list(st.secrets) == ["auth"], list(st.secrets)
assert st.secrets["auth"]["client_id"] == "frogs"
assert not {"AWS_PROFILE", "IMAGESPEAK_LAB_PARALLEL"} & set(os.environ)
assert os.environ["IMAGESPEAK_URL_TTL_S"] == "60"
"""


def test_started_elsewhere_streamlit_finds_its_configuration_and_gets_its_secrets_alone(
    tmp_path: Path,
) -> None:
    """A start by uvicorn, which names no script; our part of the secrets stays ours."""
    app = _app_in(tmp_path / "srv")
    (app / ".streamlit/secrets.toml").write_bytes(
        b"\xef\xbb\xbfAWS_PROFILE = 'x'\nIMAGESPEAK_LAB_PARALLEL = 2\nIMAGESPEAK_URL_TTL_S = 50\n"
        b"[auth]\nclient_id = 'frogs'\n"
    )
    (tmp_path / "elsewhere").mkdir()
    ended = _start(
        ["-c", FROM_ELSEWHERE, str(app)],
        tmp_path / "elsewhere",
        HOME=str(tmp_path),
        IMAGESPEAK_URL_TTL_S="60",
    )
    assert ended.returncode == 0, ended.stderr


ALIVE = """
import asyncio, sys
sys.path.insert(0, sys.argv[1])
import app
from streamlit.components.v2 import bidi_component
from streamlit.runtime import app_session
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue
async def live():
    async with app.lifespan(app.app):
        assert ForwardMsgQueue.clear.__module__ == "pages.server.unsent_parts"
        presenter = bidi_component.main.make_bidi_component_presenter
        assert presenter.__module__ == "pages.server.part_values"
        assert app_session._populate_theme_msg.__module__ == "pages.server.theme_once"
asyncio.run(live())
"""


def test_pages_are_sent_whole_while_the_server_lives(tmp_path: Path) -> None:
    app = _app_in(tmp_path / "srv")
    ended = _start(["-c", ALIVE, str(app)], app, HOME=str(tmp_path))
    assert ended.returncode == 0, ended.stderr


SHOWN = """
import pathlib, sys
sys.path.insert(0, sys.argv[1])
from streamlit.testing.v1 import AppTest
picture = pathlib.Path("data/generated-images/abc_20241031_143022_0_sunset_mountains.png")
picture.parent.mkdir(parents=True)
picture.write_bytes(b"nobody looks into it")
page = AppTest.from_file(sys.argv[1] + "/pages/router.py", default_timeout=60)
page.query_params["session"] = "abc"
page.run()
assert page.image and page.button(key="get_practice_image").click().run().image
loaded = {"pandas", "pyarrow", "altair", "boto3"} & set(sys.modules)
assert not loaded, f"{loaded} take up to 80 MB, and nothing of them is shown"
"""


def test_a_picture_with_all_about_it_is_shown_without_large_libraries(tmp_path: Path) -> None:
    app = _app_in(tmp_path / "srv")
    ended = _start(["-c", SHOWN, str(app)], app, HOME=str(tmp_path))
    assert ended.returncode == 0, ended.stderr


SPENDING = """
import asyncio, json, pathlib, sys
from decimal import Decimal
sys.path.insert(0, sys.argv[1])
import app
from imagespeak_core.operations.calls import Call
from pages.components.shell.wiring import wiring
def spent():
    [document] = pathlib.Path(sys.argv[2]).glob("budgets/*.json")
    return sum(json.loads(document.read_text())["days"].values())
async def live():
    async with app.lifespan(app.app):
        with wiring().services.picture_calls.one(Decimal("0.01"), Call("picture", "a model")):
            pass
        assert spent() == 31_250, spent()
    assert spent() == 10_000, spent()
asyncio.run(live())
"""


def test_what_is_reserved_and_not_spent_goes_back_when_the_server_ends(tmp_path: Path) -> None:
    app, data = _app_in(tmp_path / "srv"), tmp_path / "pictures"
    ended = _start(
        ["-c", SPENDING, str(app), str(data)],
        app,
        HOME=str(tmp_path),
        IMAGESPEAK_BUDGET_USD_PER_DAY="1",
        IMAGESPEAK_DATA_DIR=str(data),
    )
    assert ended.returncode == 0, ended.stderr


def test_files_from_everywhere_and_a_pin_that_is_changed(tmp_path: Path) -> None:
    server = AppServer(tmp_path, command="streamlit")
    named = tmp_path / "named.toml"
    named.write_text(
        'IMAGESPEAK_TEACHER_PIN = "blue-42-frog"\nIMAGESPEAK_RECOGNISER = "local"\n'
        'IMAGESPEAK_RECOGNISER_MODEL_DIR = "/no/such/model"\n[auth]\nIMAGESPEAK_SECRET = "x"\n'
    )
    server.options = ("--secrets.files", str(named))
    server.start()
    try:
        assert _sign_in(server, "blue-42-frog") == 200
        assert f"ImageSpeak keeps pictures in {server.pictures}. " in server.log
        assert f"Settings read from: the environment, {named}." in server.log
        assert f"IMAGESPEAK_SECRET in section [auth] of {named} does not count" in server.log
        assert "Please note: IMAGESPEAK_RECOGNISER is 'local', but no first drafts" in server.log
        named.write_text('IMAGESPEAK_TEACHER_PIN = "golden-42-frog"\n')
        until(lambda: _sign_in(server, None) == 400 and "were read again" in server.log)
        assert _sign_in(server, "blue-42-frog") == 403
        assert _sign_in(server, "golden-42-frog") == 200
    finally:
        server.stop()


def test_what_learners_kept_and_has_ended_is_gone_when_the_server_has_started(
    tmp_path: Path,
) -> None:
    server = AppServer(tmp_path, command="uvicorn")
    blobs = FolderBlobs(server.pictures, secret=b"s")
    now = clock_of_today()
    then = HandClock(now() - timedelta(days=31))
    for clock in (then, now):
        services = services_on(blobs, clock)
        keep(services, ticket_of(services, "abc"), MadeSound(), limits=LIMITS)
        create_attempt(services, tried(), session_id="abc", learner=ANA, limits=LIMITS)
    assert count_spoken(services, "abc") == Spoken(2, 2)
    server.start()
    try:
        until(lambda: count_spoken(services, "abc") == Spoken(1, 1))
    finally:
        server.stop()
    assert "abc" not in server.log


def _app_in(folder: Path) -> Path:
    """The app as it lies on a server, without files of whoever runs the tests."""
    (folder / ".streamlit").mkdir(parents=True)
    for name in ("app.py", "pages", "imagespeak_core", ".streamlit/config.toml"):
        (folder / name).symlink_to(ROOT / name)
    return folder


def _sign_in(server: AppServer, pin: str | None) -> int:
    request = urllib.request.Request(
        f"{server.url}/teacher/sign-in",
        json.dumps({"pin": pin}).encode(),
        {"Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code


def test_a_store_that_can_t_be_used_is_told_while_the_server_starts(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "uvicorn", "app:app", "--app-dir", str(ROOT), "--port", "0"]
    with other_s3() as server:
        server.if_none_match = "ignored"
        where = {"IMAGESPEAK_BUCKET": BUCKET, "AWS_ENDPOINT_URL_S3": server.url}
        with subprocess.Popen(
            command,
            cwd=tmp_path,
            env={**os.environ, **where, "XDG_STATE_HOME": str(tmp_path)},
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stderr
            told = [line for line in iter(process.stderr.readline, "") if _said(line, process)]
    assert len(told) == 1
    assert server.kept == {}


def _said(line: str, process: subprocess.Popen[str]) -> bool:
    """Whether it is the sentence; then the server has said enough."""
    is_told = "If-None-Match" in line and "IMAGESPEAK_DATA_DIR" in line
    if is_told:
        process.terminate()
    return is_told


def _start(
    command: list[str], folder: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env={**os.environ, "HOME": str(folder), **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
