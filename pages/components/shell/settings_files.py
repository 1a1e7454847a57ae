"""The files with settings, as this server was told of them, and Streamlit's part in them.

Streamlit would read the files itself, write their top level into the environment over what is
set there, and lose all secrets while one file is wrong. So it gets its part, `[auth]`, from us.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from functools import partial
from typing import Any, cast

import streamlit as st
from streamlit import config

from imagespeak_core.settings.files import stamp
from imagespeak_core.settings.live import LiveSettings
from imagespeak_core.settings.places import find_places
from imagespeak_core.settings.reading import read_settings


def keep_from_streamlit(app_file: str) -> None:
    """Hand Streamlit its part, before it reads a file. For app.py, which may start from anywhere.

    Args:
        app_file: The path of app.py. Beside it lies Streamlit's own configuration, which
            `streamlit run` finds by the script that it was given, and uvicorn not at all.
    """
    if config._main_script_path is None:
        config._main_script_path = app_file
    hand_over(read_settings(find_places(os.environ, _named_files())).auth)


def hand_over(auth: Mapping[str, object] | None) -> None:
    """Give Streamlit's sign-in what the section `[auth]` holds.

    Once it has any secrets, even none, it reads no file (1.67, 2026-11; a test starts it).
    """
    st.secrets.merge_programmatic_secrets({"auth": cast(Any, auth)} if auth is not None else {})


def live_settings() -> LiveSettings:
    """The settings, read now, and again when their files change.

    Raises:
        SettingsError: They are wrong; lists everything that is.
    """
    places = find_places(os.environ, _named_files())
    paths = places.env_files + places.secrets
    return LiveSettings(partial(read_settings, places), partial(stamp, paths), time.monotonic)


def _named_files() -> list[str] | None:
    """What `secrets.files` was set to, on the command line, in the environment or config.toml."""
    if not config.is_manually_set("secrets.files"):
        return None
    named = config.get_option("secrets.files")
    return [named] if isinstance(named, str) else [str(one) for one in named]
