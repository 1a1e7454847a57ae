"""Text as people write it: taken as they mean it, or refused in words.

Nothing here repeats a value that may be secret.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from urllib.parse import urlsplit

from imagespeak_core import typed_text

_QUOTES = {
    '"': '"',
    "'": "'",
    "`": "`",
    "“": "”",
    "”": "”",
    "„": "“”",
    "‘": "’",
    "’": "’",
    "‚": "‘’",
    "«": "»",
    "»": "«",
}
_VARIABLE = re.compile(r"\$\{([A-Za-z_]\w*)(?::-([^}]*))?\}")
_NOT_FILLED_IN = re.compile(
    r"""<[^@]*> | \{(?![0-9a-f]{8}-).*\} | \$\{.*\} | \$\(.*\) | %\(.*\)s
    | ENC\[.*\] | @Microsoft\.KeyVault\(.*\) | op://.* | arn:[\w-]+:(secretsmanager|ssm):.*
    | (change|replace|fill)[-_ ]?(me|this|it|in)\b.* | (change|replace)me.* | to[-_ ]?do | x{3,8}
    | \.{3} | … | your[-_ ](s3[-_ ]|own[-_ ])?(bucket|secret|pin|domain|model|folder|value)\b.*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_VARIABLES_NAME = re.compile(r"\$[A-Z_][A-Z0-9_]* | %[A-Z_][A-Z0-9_]*%", re.VERBOSE)
_NOTHING = re.compile(r"none|null|nil|undefined|unset|n/a|off|false|no", re.IGNORECASE)
_COMMENT = re.compile(r"\s#\s")
_WHOLE_NUMBER = re.compile(r"[+-]?\d+(\.00?)?")
_TWO_PATHS = re.compile(r"(?<!^.)[:;,\s]\s*[/~]")
_DRIVE = re.compile(r"[A-Za-z]:([/\\]|$)")
_NAMED_ADDRESS = re.compile(r"[^<>]*<\s*([^<>\s]*@[^<>\s]*)\s*>")


def as_text(value: object, *, takes_list: bool = False) -> str:
    """What a file gives, as the text that a person sees there.

    Args:
        value: Of TOML, whose fractions are given as text.
        takes_list: Several may be written as a list.

    Raises:
        ValueError: It is something else than one value.
    """
    if isinstance(value, str):
        return value
    if value is False:
        return "false"
    if isinstance(value, int) and value is not True:
        return str(value)
    if isinstance(value, list) and takes_list and all(isinstance(one, str) for one in value):
        return ",".join(value)
    raise ValueError("Give one value, as text between quotes")


def unwrapped(text: str) -> str:
    """Without what was not meant: what can't be seen around it, and pairs of quotes."""
    before = None
    while text != before:
        before = text
        text = typed_text.stripped(text)
        ends = _QUOTES.get(text[:1], "")
        if len(text) > 1 and text[-1] in ends and not set(text[1:-1]) & {text[0], text[-1]}:
            text = text[1:-1]
    return text


def filled_in(text: str, names: Mapping[str, str], *, whole_only: bool) -> str:
    """The text with every `${NAME}` and `${NAME:-otherwise}` replaced.

    Args:
        text: As it was written.
        names: What the names stand for.
        whole_only: Only where it is the whole text; a `$` in a secret is a part of it.

    Raises:
        ValueError: A name stands for nothing.
    """

    def value_of(match: re.Match[str]) -> str:
        value = names.get(match[1]) or match[2]
        if not value:
            raise ValueError(f"{match[0]!r} stands for nothing, since {match[1]} is not set")
        return value

    if whole_only:
        match = _VARIABLE.fullmatch(text)
        return value_of(match) if match else text
    return _VARIABLE.sub(value_of, text)


def check_is_meant(
    text: str, *, is_secret: bool, may_hold_comment: bool, takes_nobody: bool = False
) -> None:
    """Refuse what stands for a value that was never filled in.

    Args:
        text: The whole value.
        is_secret: It has no form of its own, so that a bare name of a variable is looked for.
        may_hold_comment: Where it comes from, `#` begins no comment, though people write one.
        takes_nobody: Whoever wants none writes `nobody`; unset, there may be somebody.

    Raises:
        ValueError: It is a placeholder, a word for nothing, or ends with a comment.
    """
    if _NOT_FILLED_IN.fullmatch(text) or (is_secret and _VARIABLES_NAME.fullmatch(text)):
        raise ValueError("It is a placeholder that nobody has filled in. Write the value itself")
    if _NOTHING.fullmatch(text) and takes_nobody:
        raise ValueError("Write nobody to have none")
    if _NOTHING.fullmatch(text):
        raise ValueError("To leave it unset, take the whole line away, or leave the value empty")
    if may_hold_comment and _COMMENT.search(text):
        raise ValueError("It has ' # ' in it, and comments can't be told from values here")


def whole_number(text: str) -> int:
    """The number that is written; digits of any script.

    Raises:
        ValueError: A unit, a separator or anything else is with it.
    """
    if not _WHOLE_NUMBER.fullmatch(text) or len(text) > 30:
        raise ValueError(
            f"{text!r} is not an integer. Give a whole number in digits alone, such as 1000, "
            "without unit, comma or space"
        )
    return int(text.partition(".")[0])


def dollars(text: str) -> Decimal:
    """The sum that is written, in US dollars; digits of any script, with or without the sign.

    Raises:
        ValueError: Anything else is with it.
    """
    bare = typed_text.stripped(text.strip().removeprefix("$"))
    if not re.fullmatch(r"\d{1,9}(\.\d{1,6})?", bare):
        raise ValueError(
            f"{text!r} is not a sum. Give US dollars in digits alone, such as 12 or 0.50, without "
            "currency or comma"
        )
    return Decimal(bare)


def folder(text: str, environ: Mapping[str, str], *, windows: bool) -> Path:
    """The folder that is meant; `~`, `$NAME` and, on Windows, `%NAME%` are replaced.

    Args:
        text: As it was written.
        environ: What the names stand for.
        windows: Which kind of paths this computer has.

    Raises:
        ValueError: It is no path of this computer, or two of them.
    """

    def value_of(match: re.Match[str]) -> str:
        return environ.get(match[1]) or match[0]

    path = re.sub(r"\$([A-Za-z_]\w*)", value_of, text)
    if windows:
        path = re.sub(r"%(\w+)%", value_of, path)
    if re.search(r"\$\w|\$\{|\$\(|%\w+%|`", path):
        raise ValueError(f"{text!r} has a name in it that stands for nothing here")
    if "://" in path:
        raise ValueError(
            f"{text!r} is no folder. Give a path on this computer; an S3 bucket's name goes into "
            "IMAGESPEAK_BUCKET"
        )
    if has_control_characters(path):
        raise ValueError(
            f"{text!r} has a line break or another sign in it that can't be seen. "
            "Put single quotes around a path with \\"
        )
    if not windows and ("\\" in path or _DRIVE.match(path)):
        raise ValueError(f"{text!r} is a path of Windows. Give a path of this computer, with /")
    if _TWO_PATHS.search(path):
        raise ValueError(f"{text!r} looks like two folders. Give one")
    try:
        return Path(path).expanduser()
    except RuntimeError as exc:
        raise ValueError(f"{text!r} has a home folder in it that is not known here") from exc


def has_control_characters(text: str) -> bool:
    """Whether a line break or such is in it, which a backslash between double quotes can make."""
    return any(unicodedata.category(letter) == "Cc" for letter in text)


def origin(text: str, *, advice: str = "") -> str:
    """A web origin as browsers write it.

    Args:
        text: As it was written, or sent.
        advice: What else could be given, for the error.

    Raises:
        ValueError: It is none, or has more than an origin.
    """
    advice = f"Give one such as https://school.org, without path{advice}"
    try:
        parts = urlsplit(text.rstrip("/"))
        port = "" if parts.port is None else f":{parts.port}"
    except ValueError as exc:
        raise ValueError(f"{text!r} is no origin. {advice}") from exc
    host = parts.hostname or ""
    plain = re.fullmatch(r"[a-z0-9._-]+", host) or re.fullmatch(r"[0-9a-f:.]+", host)
    if not (parts.scheme in {"http", "https"} and plain) or parts.netloc.rpartition("@")[1]:
        raise ValueError(f"{text!r} is no origin. {advice}")
    if parts.path or parts.query or parts.fragment:
        raise ValueError(f"{text!r} is more than an origin. {advice}")
    if (parts.scheme, port) in {("http", ":80"), ("https", ":443")}:
        port = ""
    return f"{parts.scheme}://{f'[{host}]' if ':' in host else host}{port}"


def mail_addresses(text: str | None) -> tuple[str, ...]:
    """The parts of a list of e-mail addresses, in lower case, whatever stands between them."""
    parts = (unwrapped(part) for part in typed_text.entries(text or ""))
    plain = (_NAMED_ADDRESS.sub(r"\1", part).lower().removeprefix("mailto:") for part in parts)
    return tuple(part for part in plain if part)
