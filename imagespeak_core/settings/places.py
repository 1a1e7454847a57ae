"""Where files with settings are looked for: where Streamlit looks, and `.env` likewise.

Streamlit's places are those of its `config.get_config_files` and its option `secrets.files`
(1.67, 2026-11), so that a command in a shell finds the files that the app finds.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

APP_FOLDER = Path(__file__).parents[2]
"""Holds app.py, where the app is there at all."""

_SECRETS = Path(".streamlit") / "secrets.toml"
_CONFIG = Path(".streamlit") / "config.toml"
_NOT_READ = (
    ".env.txt",
    "env.txt",
    "secrets.toml",
    ".streamlit/.env",
    ".streamlit/secret.toml",
    ".streamlit/secrets.toml.txt",
    ".streamlit/config.toml",
)


@dataclass(frozen=True, slots=True)
class Places:
    """Files that may be there.

    Attributes:
        env_files: An earlier one beats a later one.
        secrets: TOML files, or folders with a folder for each secret. A later one beats an
            earlier one, as in Streamlit.
        secrets_were_named: Somebody chose `secrets`; they are not the usual ones.
        not_read: Files that people write settings into by mistake.
        broken_configs: Files of Streamlit's own configuration that can't be read, so that a
            `secrets.files` in them does not count.
    """

    env_files: tuple[Path, ...]
    secrets: tuple[Path, ...]
    secrets_were_named: bool
    not_read: tuple[Path, ...]
    broken_configs: tuple[Path, ...] = ()


def find_places(environ: Mapping[str, str], secrets_files: Sequence[str] | None = None) -> Places:
    """The places of this process.

    Args:
        environ: May name files in `STREAMLIT_SECRETS_FILES`.
        secrets_files: What Streamlit's option `secrets.files` was set to; None where it was not,
            or is not known.
    """
    here = Path.cwd()
    folders = [here]
    if (APP_FOLDER / "app.py").is_file() and APP_FOLDER.resolve() != here.resolve():
        folders.append(APP_FOLDER)
    with_home = folders
    with suppress(RuntimeError):  # this user has no home folder
        with_home = [Path.home(), *(one for one in folders if one != Path.home())]
    named = secrets_files
    if named is None:
        named = environ.get("STREAMLIT_SECRETS_FILES", "").split() or None
    broken: list[Path] = []
    if named is None:
        named = _named_in_config([folder / _CONFIG for folder in with_home], broken)
    secrets = [_in_full(name) for name in named or ()] or [one / _SECRETS for one in with_home]
    wrong = [one / name for one in folders for name in _NOT_READ if one / name not in secrets]
    return Places(
        tuple(folder / ".env" for folder in folders),
        tuple(secrets),
        bool(named),
        tuple(wrong),
        tuple(broken),
    )


def _named_in_config(files: Sequence[Path], broken: list[Path]) -> list[str] | None:
    """The last `secrets.files`; files that can't be read are added to `broken`."""
    named = None
    for file in files:
        try:
            section = tomllib.loads(file.read_text(encoding="utf-8")).get("secrets")
        except FileNotFoundError:
            continue
        except (OSError, ValueError, RecursionError):
            broken.append(file)
            continue
        found = section.get("files") if isinstance(section, dict) else None
        if found:
            named = [found] if isinstance(found, str) else [str(one) for one in found]
    return named


def _in_full(name: str) -> Path:
    try:
        return Path(name).expanduser()
    except RuntimeError:  # nobody's home; it will be told as not found
        return Path(name)
