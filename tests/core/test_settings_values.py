"""A value means what was written: taken as a person means it, or refused by name."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from imagespeak_core.settings import Settings, setting_name, values
from imagespeak_core.settings.fields import is_secret
from tests.core.settings_desk import Desk, desk_in
from tests.for_each import for_each

TID = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"
PIN = "blue-42-frog"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return desk_in(tmp_path, monkeypatch)


def shown(settings: Settings, field: str) -> object:
    value = getattr(settings, field)
    return value.get_secret_value() if is_secret(field) else value


@for_each(
    "field, written, meant",
    [
        ("bucket", "'our-pictures'", "our-pictures"),
        ("bucket", '"our-pictures"', "our-pictures"),
        ("bucket", "\"'our-pictures'\"", "our-pictures"),
        ("bucket", "“our-pictures”", "our-pictures"),
        ("bucket", "„our-pictures“", "our-pictures"),
        ("bucket", "«our-pictures»", "our-pictures"),
        ("bucket", "‘our-pictures’", "our-pictures"),
        ("bucket", "  our-pictures\r\n", "our-pictures"),
        ("bucket", "\ufeffour-pictures", "our-pictures"),
        ("bucket", "our-pictures\u200b", "our-pictures"),
        ("bucket", "\u00a0our-pictures\u00a0", "our-pictures"),
        ("bucket", "  ''  ", None),
        ("bucket", "${STAGE}-pictures", "test-pictures"),
        ("bucket", "${NOBODY:-our}-pictures", "our-pictures"),
        ("generator", "Bedrock", "bedrock"),
        ("generator", " BEDROCK ", "bedrock"),
        ("bedrock_region", "US-WEST-2", "us-west-2"),
        ("bedrock_region", "us-gov-west-1", "us-gov-west-1"),
        (
            "standard_model",
            "arn:aws:bedrock:us-west-2::foundation-model/stability.stable-image-ultra-v1:1",
            "stability.stable-image-ultra-v1:1",
        ),
        ("url_ttl_s", "300.0", 300),
        ("url_ttl_s", "٣٠٠", 300),
        ("url_ttl_s", " 300 ", 300),
        ("max_pictures_per_day", "0", 0),
        ("budget_usd_per_day", "\u0660.\u0665", Decimal("0.5")),
        ("budget_usd_per_day", " $ 12.50 ", Decimal("12.50")),
        ("budget_usd_per_month", "000100", Decimal(100)),
        ("cors_origin", "https://School.org/", "https://school.org"),
        ("cors_origin", "https://school.org:443", "https://school.org"),
        ("cors_origin", "http://localhost:3000/", "http://localhost:3000"),
        ("cors_origin", "http://[::1]:3000", "http://[::1]:3000"),
        ("cors_origin", "'*'", "*"),
        ("cors_origin", "function-url", "function-url"),
        ("teacher_pin", f"'{PIN}'", PIN),
        ("teacher_pin", f"“{PIN}”", PIN),
        ("teacher_pin", f"{PIN}\r\n", PIN),
        ("teacher_pin", "pa$$word$HOME", "pa$$word$HOME"),
        ("teacher_pin", "a${STAGE}b-42", "a${STAGE}b-42"),
        ("teacher_pin", "${PIN_OF_CI}", PIN),
        ("teacher_pin", "room #12", "room #12"),
        ("teacher_pin", "don't tell '", "don't tell '"),
        ("data_dir", "pictures/", Path("pictures")),
        ("data_dir", "'my pictures'", Path("my pictures")),
        ("data_dir", "Music #1", Path("Music #1")),
        ("data_dir", "a,b", Path("a,b")),
        ("tenant", f"{{{TID}}}", f"{{{TID}}}"),
    ],
)
def test_taken_as_it_is_meant(desk: Desk, field: str, written: str, meant: object) -> None:
    desk.environ = {setting_name(field): written, "STAGE": "test", "PIN_OF_CI": PIN}
    settings = desk.settings()
    assert (None if meant is None else shown(settings, field)) == meant
    if meant is None:
        assert settings == Settings()


@for_each(
    "field, written, words",
    [
        ("bucket", "s3://our-pictures/", "without s3:// or path"),
        ("bucket", "https://our-pictures.s3.amazonaws.com", "not a bucket's name"),
        ("bucket", "arn:aws:s3:::our-pictures", "not a bucket's name"),
        ("bucket", "one-bucket,another", "not a bucket's name"),
        ("bucket", "our..pictures", "not a bucket's name"),
        ("bucket", "192.168.1.1", "not a bucket's name"),
        ("tenant", "{tenant}", "placeholder"),
        ("bucket", "our\u200bpictures", "not a bucket's name"),
        ("bucket", "${NOBODY}", "NOBODY is not set"),
        ("bucket", "$BUCKET", "not a bucket's name"),
        ("bucket", "our-pictures # of 7b", "' # '"),
        ("bucket", "<your-bucket>", "placeholder"),
        ("bucket", "YOUR-BUCKET", "placeholder"),
        ("bucket", "your-bucket-name", "placeholder"),
        ("bucket", "changeme", "placeholder"),
        ("bucket", "{{ bucket }}", "placeholder"),
        ("bucket", "none", "leave the value empty"),
        ("bucket", "NULL", "leave the value empty"),
        ("bucket", "off", "leave the value empty"),
        ("generator", "illustrator,bedrock", "'illustrator' or 'bedrock'"),
        ("bedrock_region", "us-west-2a", "not a region's name"),
        ("bedrock_region", "US West (Oregon)", "not a region's name"),
        ("bedrock_region", "oregon", "not a region's name"),
        ("bedrock_region", "us-west-2,us-east-1", "not a region's name"),
        ("standard_model", "stability.a-v1:1, stability.b-v1:1", "not a model's id"),
        ("standard_model", "Stable Image Core", "not a model's id"),
        ("url_ttl_s", "86400s", "whole number"),
        ("url_ttl_s", "24h", "whole number"),
        ("url_ttl_s", "1,000", "whole number"),
        ("url_ttl_s", "1.000", "whole number"),
        ("url_ttl_s", "1_000", "whole number"),
        ("url_ttl_s", "1 000", "whole number"),
        ("url_ttl_s", "1e3", "whole number"),
        ("url_ttl_s", "true", "whole number"),
        ("url_ttl_s", "9" * 5_000, "whole number"),
        ("url_ttl_s", "0", "greater than or equal to 1"),
        ("max_pictures_per_day", "unlimited", "whole number"),
        ("cors_origin", "school.org", "https://school.org"),
        ("cors_origin", "https://a.org,https://b.org", "Give one"),
        ("cors_origin", "https://a.org https://b.org", "Give one"),
        ("cors_origin", "https://school.org/app", "more than an origin"),
        ("cors_origin", "https://*.school.org", "no origin"),
        ("cors_origin", "https://ana@school.org", "no origin"),
        ("cors_origin", "https://school.org:port", "no origin"),
        ("allowed_origins", "*", "'*' is no origin. Give one such as https://school.org"),
        ("allowed_origins", "https://a.org b.org", "no origin"),
        ("allowed_origins", "https://a.org, b.org", "'b.org' is no origin"),
        ("frame_ancestors", "https://a.org/moodle", "more than an origin"),
        ("frame_ancestors", "https://a.org; 'unsafe-inline'", "no origin"),
        ("data_dir", "s3://our-pictures", "IMAGESPEAK_BUCKET"),
        ("data_dir", "file:///srv/pictures", "a path on this computer"),
        ("data_dir", "$NOBODY/pictures", "stands for nothing"),
        ("data_dir", "${NOBODY}/pictures", "NOBODY is not set"),
        ("data_dir", "~nobody-of-this-name/pictures", "home folder"),
        ("data_dir", r"C:\pictures", "path of Windows"),
        ("data_dir", "C:/pictures", "path of Windows"),
        ("data_dir", r"%USERPROFILE%\pictures", "stands for nothing"),
        ("data_dir", "/srv/a:/srv/b", "two folders"),
        ("data_dir", "data; /srv/b", "two folders"),
        ("data_dir", "/srv/a /srv/b", "two folders"),
        ("data_dir", "`pwd`/pictures", "stands for nothing"),
        ("data_dir", "a\nb", "line break"),
        ("data_dir", "none", "leave the value empty"),
        ("teachers", "school.org", "neither an address"),
        ("teachers", "ana@bücher.example", "neither an address"),
        ("teachers", "<your-domain>", "placeholder"),
    ],
)
def test_refused_by_name(desk: Desk, field: str, written: str, words: str) -> None:
    desk.environ = {setting_name(field): written}
    [told] = desk.read().problems
    assert told.startswith(f"{setting_name(field)}: ")
    assert words in told


@for_each(
    "written, words",
    [
        ("<the pin of teachers>", "placeholder"),
        ("change-me-please", "placeholder"),
        ("changeme123", "placeholder"),
        ("$TEACHER_PIN", "placeholder"),
        ("%TEACHER_PIN%", "placeholder"),
        ("{{resolve:secretsmanager:frogs}}", "placeholder"),
        ("op://school/frogs/pin", "placeholder"),
        ("@Microsoft.KeyVault(SecretUri=https://frogs)", "placeholder"),
        ("$(cat /run/secrets/frogs)", "placeholder"),
        ("${FROGS}", "FROGS is not set"),
        ("green-frogs # the pin", "' # '"),
        ("undefined", "leave the value empty"),
        ("green\tfrogs", "can't be typed"),
        ("green\nfrogs", "can't be typed"),
    ],
)
def test_a_secret_that_was_not_filled_in(desk: Desk, written: str, words: str) -> None:
    desk.environ = {"IMAGESPEAK_TEACHER_PIN": written}
    [told] = desk.read().problems
    assert words in told
    assert "green" not in told


@for_each(
    "written, addresses",
    [
        ("ana@school.org;bo@x.org", ("ana@school.org", "bo@x.org")),
        ("ana@school.org\nbo@x.org\n", ("ana@school.org", "bo@x.org")),
        ("ana@school.org، bo@x.org", ("ana@school.org", "bo@x.org")),
        ("ana@school.org；bo@x.org、@y.org", ("ana@school.org", "bo@x.org", "@y.org")),
        ("mailto:Ana@school.org", ("ana@school.org",)),
        ("<ana@school.org>", ("ana@school.org",)),
        ("Ana Smith <ana@school.org>, Bo <bo@x.org>", ("ana@school.org", "bo@x.org")),
        ("'ana@school.org', 'bo@x.org'", ("ana@school.org", "bo@x.org")),
    ],
)
def test_teachers(desk: Desk, written: str, addresses: tuple[str, ...]) -> None:
    desk.environ = {"IMAGESPEAK_TEACHERS": written}
    assert desk.settings().teacher_addresses == addresses


@for_each(
    "line, field, meant",
    [
        ("IMAGESPEAK_TEACHER_PIN = 123456", "teacher_pin", "123456"),
        ("IMAGESPEAK_TEACHER_PIN = 1234.50", "teacher_pin", "1234.50"),
        ('IMAGESPEAK_TEACHERS = ["ana@x.org", "@y.org"]', "teachers", "ana@x.org,@y.org"),
        ("IMAGESPEAK_TEACHERS = []", "teachers", None),
        ('IMAGESPEAK_TEACHERS = """\nana@x.org\n"""', "teachers", "ana@x.org"),
        ("IMAGESPEAK_TEACHER_PIN=123456# ours", "teacher_pin", "123456"),
        ("IMAGESPEAK_URL_TTL_S = 60", "url_ttl_s", 60),
        ("IMAGESPEAK_URL_TTL_S = 1_000", "url_ttl_s", 1_000),
        ("IMAGESPEAK_URL_TTL_S = 60.0", "url_ttl_s", 60),
        ("IMAGESPEAK_TEACHER_PIN = 'frogs # 42'", "teacher_pin", "frogs # 42"),
    ],
)
def test_types_of_toml(desk: Desk, line: str, field: str, meant: object) -> None:
    desk.secrets(line)
    settings = desk.settings()
    assert (getattr(settings, field) if meant is None else shown(settings, field)) == meant


@for_each(
    "line, words",
    [
        ("IMAGESPEAK_URL_TTL_S = true", "Give one value"),
        ("IMAGESPEAK_BUCKET = true", "Give one value"),
        ("IMAGESPEAK_LAB_PARALLEL = false", "leave the value empty"),
        ("IMAGESPEAK_TEACHER_PIN = 123_456", "no plain number. Put single quotes"),
        ("IMAGESPEAK_TEACHER_PIN = 0x1F4A2B", "no plain number. Put single quotes"),
        ("IMAGESPEAK_TEACHER_PIN = +123456", "no plain number. Put single quotes"),
        ('IMAGESPEAK_TEACHER_PIN = "blue\\tfrog"', "can't be typed"),
        ("IMAGESPEAK_URL_TTL_S = 1.000", "whole number"),
        ('IMAGESPEAK_BUCKET = ["one-bucket"]', "Give one value"),
        ("IMAGESPEAK_TEACHERS = [1]", "Give one value"),
        ("IMAGESPEAK_TEACHER_PIN = 2026-11-29", "Give one value"),
        ('[IMAGESPEAK_TEACHERS]\nana = "ana@x.org"', "Give one value"),
        ('IMAGESPEAK_TEACHER.PIN = "blue-42-frog"', "is not a setting"),
        ("IMAGESPEAK_TEACHER_PIN = 0123456", 'Write NAME = "value"'),
        ("IMAGESPEAK_TEACHER_PIN = blue-42-frog", 'Write NAME = "value"'),
        ("IMAGESPEAK_TEACHER_PIN = “blue-42-frog”", 'Write NAME = "value"'),
    ],
)
def test_what_toml_holds_instead_of_a_value(desk: Desk, line: str, words: str) -> None:
    desk.secrets(line)
    [told] = desk.read().problems
    assert words in told
    assert "secrets.toml" in told
    assert "frog" not in told


def test_folders_of_this_computer(desk: Desk) -> None:
    wanted = desk.home / "data"
    for written in ("~/data", "$HOME/data", "${HOME}/data", str(wanted), f"{wanted}/"):
        desk.environ = {"IMAGESPEAK_DATA_DIR": written, "HOME": str(desk.home)}
        assert desk.settings().data_dir == wanted, written


def test_folders_of_windows() -> None:
    environ = {"USERPROFILE": r"C:\Users\ana"}
    for written in (r"%USERPROFILE%\data", r"C:\Users\ana\data"):
        assert str(values.folder(written, environ, windows=True)) == r"C:\Users\ana\data"


@for_each(
    "line, meant",
    [
        ("blue-42-frog # the pin", "blue-42-frog"),
        ("blue-42#frog", "blue-42#frog"),
        ("'blue frog #42'", "blue frog #42"),
        ('"blue frog #42" # the pin', "blue frog #42"),
        ("blue-frog #42", None),
    ],
)
def test_a_number_sign_in_a_pin_of_dotenv(desk: Desk, line: str, meant: str | None) -> None:
    desk.dotenv(f"IMAGESPEAK_TEACHER_PIN = {line}\nIMAGESPEAK_LAB_PARALLEL=2 #two\n")
    reading = desk.read()
    assert reading.settings.lab_parallel == 2
    if meant is None:
        [told] = reading.problems
        assert "There is a # in it. Put single quotes around the value." in told
    else:
        assert shown(desk.settings(), "teacher_pin") == meant


def test_the_line_of_a_wrong_value_is_told(desk: Desk) -> None:
    desk.dotenv("A=1\n\nIMAGESPEAK_URL_TTL_S=soon\n")
    [told] = desk.read().problems
    assert told.endswith("It stands in .env, line 3.")
