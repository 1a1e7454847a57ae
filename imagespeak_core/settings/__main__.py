"""Prints every setting: its value, unless it is secret, and where it was written.

python -m imagespeak_core.settings

The status is 2 where something is wrong, and the app would not start.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from imagespeak_core.console import print_all_alphabets
from imagespeak_core.settings.fields import Settings, is_secret, setting_name
from imagespeak_core.settings.places import find_places
from imagespeak_core.settings.reading import Reading, read_settings


def main(arguments: Sequence[str] | None = None, *, environ: Mapping[str, str] = os.environ) -> int:
    """Run the command.

    Args:
        arguments: Those of the shell where they are left out.
        environ: The environment variables.

    Returns:
        The exit status.
    """
    options = _parser().parse_args(arguments)
    print_all_alphabets()
    reading = read_settings(find_places(environ, options.secrets_files or None), environ)
    try:
        print("\n".join(_lines(reading, environ)), flush=True)
    except BrokenPipeError:  # whoever reads has seen enough, as with `| head`
        with suppress(BrokenPipeError):
            sys.stdout.close()
    return 2 if reading.problems else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m imagespeak_core.settings",
        description="Every setting, its value, and where it was written.",
    )
    parser.add_argument(
        "--secrets.files",
        dest="secrets_files",
        action="append",
        metavar="FILE",
        help="as it is given to `streamlit run`",
    )
    return parser


def _lines(reading: Reading, environ: Mapping[str, str]) -> Iterator[str]:
    yield from (_line(reading, field) for field in Settings.model_fields)
    yield "\nFiles, and whether they were read:"
    yield from (f"  {file.label}: {file.state}" for file in reading.files)
    aws = sorted(name for name in environ if name.startswith("AWS_"))
    yield f"\nAWS's own variables in the environment: {', '.join(aws) or 'none'}"
    for heading, sentences in (("Please note", reading.notes), ("Wrong", reading.problems)):
        if sentences:
            yield f"\n{heading}:"
            yield from (f"  {sentence}" for sentence in sentences)


def _line(reading: Reading, field: str) -> str:
    name = setting_name(field)
    written = reading.written.get(field)
    value = getattr(reading.settings, field)
    if isinstance(value, Path):
        value = value.absolute()
    if written is None:
        return f"{name} = {'(not set)' if value is None else value}  (default)"
    if any(problem.startswith(f"{name}: ") for problem in reading.problems):
        return f"{name} = (wrong, see below)  ({written.where})"
    return f"{name} = {'(set, hidden)' if is_secret(field) else value}  ({written.where})"


if __name__ == "__main__":
    sys.exit(main())
