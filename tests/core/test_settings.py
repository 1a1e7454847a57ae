"""Settings: where they come from, what they default to, and how mistakes are told."""

from __future__ import annotations

import os
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from imagespeak_core.errors import SettingsError
from imagespeak_core.settings import Settings, load_settings, setting_name

SECRET = "0123456789abcdef-not-to-be-seen"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory, and an empty home beside it."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return tmp_path / "here"


def in_environment(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for line in text.splitlines():
        name, _, value = line.partition("=")
        monkeypatch.setenv(name.strip(), value.strip().strip('"'))


def in_dotenv(text: str, _monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text(text, encoding="utf-8")


def in_secrets_toml(text: str, _monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".streamlit").mkdir(exist_ok=True)
    Path(".streamlit/secrets.toml").write_text(text, encoding="utf-8")


Put = Callable[[str, pytest.MonkeyPatch], None]
EVERYWHERE = pytest.mark.parametrize(
    ("put", "place_name"),
    [
        (in_environment, "the environment"),
        (in_dotenv, ".env"),
        (in_secrets_toml, ".streamlit/secrets.toml"),
    ],
    ids=["environment", "dotenv", "secrets.toml"],
)


def problems() -> list[str]:
    with pytest.raises(SettingsError) as caught:
        load_settings()
    return str(caught.value).splitlines()


class TestDefaults:
    def test_they_are_the_contracts(self) -> None:
        settings = load_settings()
        assert {setting_name(name): getattr(settings, name) for name in Settings.model_fields} == {
            "IMAGESPEAK_GENERATOR": "illustrator",
            "IMAGESPEAK_BUCKET": None,
            "IMAGESPEAK_DATA_DIR": Path("data"),
            "IMAGESPEAK_BEDROCK_REGION": "us-west-2",
            "IMAGESPEAK_STANDARD_MODEL": "stability.stable-image-core-v1:1",
            "IMAGESPEAK_PREMIUM_MODEL": "stability.stable-image-ultra-v1:1",
            "IMAGESPEAK_URL_TTL_S": 86_400,
            "IMAGESPEAK_CORS_ORIGIN": "*",
            "IMAGESPEAK_ALLOWED_ORIGINS": None,
            "IMAGESPEAK_FRAME_ANCESTORS": None,
            "IMAGESPEAK_MAX_PICTURES_PER_DAY": None,
            "IMAGESPEAK_BUDGET_USD_PER_DAY": None,
            "IMAGESPEAK_BUDGET_USD_PER_MONTH": None,
            "IMAGESPEAK_SESSION_PICTURES_PER_DAY": 200,
            "IMAGESPEAK_SESSION_MAX_BYTES": 2_000_000_000,
            "IMAGESPEAK_STORED_BYTES_PER_DAY": 20_000_000_000,
            "IMAGESPEAK_SPOOL_DIR": None,
            "IMAGESPEAK_LAB_PARALLEL": 4,
            "IMAGESPEAK_RECORDING_MAX_S": 180,
            "IMAGESPEAK_RECORDING_MAX_BYTES": 20_000_000,
            "IMAGESPEAK_RECORDINGS_MAX": 50,
            "IMAGESPEAK_RECORDING_DAYS": 30,
            "IMAGESPEAK_RECOGNISER": "browser",
            "IMAGESPEAK_RECOGNISER_MODEL_DIR": None,
            "IMAGESPEAK_VOICE": None,
            "IMAGESPEAK_POLLY_VOICE": "Joanna",
            "IMAGESPEAK_POLLY_ENGINE": "neural",
            "IMAGESPEAK_SPEAKING_REGION": None,
            "IMAGESPEAK_VIEWER_MODEL": None,
            "IMAGESPEAK_MAX_PAID_CALLS_PER_DAY": 300,
            "IMAGESPEAK_GRAMMAR_NOTES": "harper",
            "IMAGESPEAK_LOG_FORMAT": "text",
            "IMAGESPEAK_METRICS_PORT": None,
            "IMAGESPEAK_SECRET": None,
            "IMAGESPEAK_TEACHERS": None,
            "IMAGESPEAK_TENANT": None,
            "IMAGESPEAK_TEACHER_PIN": None,
        }

    @pytest.mark.parametrize(
        ("generator", "given", "limit"),
        [
            ("illustrator", None, None),
            ("bedrock", None, 300),
            ("illustrator", "7", 7),
            ("bedrock", "7", 7),
            ("bedrock", "5000", 5000),
            ("illustrator", "0", None),
            ("bedrock", "0", None),
            ("bedrock", "", 300),
        ],
    )
    def test_the_days_limit(
        self, monkeypatch: pytest.MonkeyPatch, generator: str, given: str | None, limit: int | None
    ) -> None:
        monkeypatch.setenv("IMAGESPEAK_GENERATOR", generator)
        if given is not None:
            monkeypatch.setenv("IMAGESPEAK_MAX_PICTURES_PER_DAY", given)
        assert load_settings().day_limit == limit

    @pytest.mark.parametrize(
        ("given", "day_usd", "month_usd"),
        [
            ("", None, None),
            ("IMAGESPEAK_GENERATOR=bedrock", 12, None),
            ("IMAGESPEAK_VOICE=polly", 12, None),
            ("IMAGESPEAK_VIEWER_MODEL=us.amazon.nova-lite-v1:0", 12, None),
            ("IMAGESPEAK_RECOGNISER=transcribe\nIMAGESPEAK_BUCKET=ours", 12, None),
            ("IMAGESPEAK_GENERATOR=bedrock\nIMAGESPEAK_BUDGET_USD_PER_DAY=0", None, None),
            ("IMAGESPEAK_GENERATOR=bedrock\nIMAGESPEAK_BUDGET_USD_PER_DAY=0.5", "0.5", None),
            ("IMAGESPEAK_GENERATOR=bedrock\nIMAGESPEAK_BUDGET_USD_PER_MONTH=90", 12, 90),
            ("IMAGESPEAK_GENERATOR=bedrock\nIMAGESPEAK_BUDGET_USD_PER_MONTH=0", 12, None),
        ],
    )
    def test_the_budgets(
        self,
        monkeypatch: pytest.MonkeyPatch,
        given: str,
        day_usd: int | str | None,
        month_usd: int | None,
    ) -> None:
        in_environment(given, monkeypatch)
        wanted = tuple(None if usd is None else Decimal(usd) for usd in (day_usd, month_usd))
        settings = load_settings()
        assert (settings.day_budget_usd, settings.month_budget_usd) == wanted

    def test_reading_changes_nothing_on_disk(self, place: Path) -> None:
        load_settings()
        assert list(place.iterdir()) == []


class TestSources:
    @EVERYWHERE
    def test_every_setting_can_be_given(
        self, monkeypatch: pytest.MonkeyPatch, put: Put, place_name: str
    ) -> None:
        put(
            f"""IMAGESPEAK_GENERATOR = "bedrock"
IMAGESPEAK_BUCKET = "our-pictures"
IMAGESPEAK_DATA_DIR = "elsewhere/ü"
IMAGESPEAK_BEDROCK_REGION = "eu-west-1"
IMAGESPEAK_STANDARD_MODEL = "stability.sd3-5-large-v1:0"
IMAGESPEAK_PREMIUM_MODEL = "stability.sd3-5-large-v1:0"
IMAGESPEAK_URL_TTL_S = "604800"
IMAGESPEAK_CORS_ORIGIN = "https://example.org"
IMAGESPEAK_ALLOWED_ORIGINS = "https://Speak.school.org; http://10.0.0.5:8080"
IMAGESPEAK_FRAME_ANCESTORS = "https://moodle.school.org/"
IMAGESPEAK_MAX_PICTURES_PER_DAY = "12"
IMAGESPEAK_BUDGET_USD_PER_DAY = "2.50"
IMAGESPEAK_BUDGET_USD_PER_MONTH = "$40"
IMAGESPEAK_SESSION_PICTURES_PER_DAY = "150"
IMAGESPEAK_SESSION_MAX_BYTES = "1000000"
IMAGESPEAK_STORED_BYTES_PER_DAY = "2000000"
IMAGESPEAK_SPOOL_DIR = "spool"
IMAGESPEAK_LAB_PARALLEL = "8"
IMAGESPEAK_RECORDING_MAX_S = "60"
IMAGESPEAK_RECORDING_MAX_BYTES = "5000000"
IMAGESPEAK_RECORDINGS_MAX = "3"
IMAGESPEAK_RECORDING_DAYS = "7"
IMAGESPEAK_RECOGNISER = "Transcribe"
IMAGESPEAK_RECOGNISER_MODEL_DIR = "models/base"
IMAGESPEAK_VOICE = "polly"
IMAGESPEAK_POLLY_VOICE = "Amy"
IMAGESPEAK_POLLY_ENGINE = "standard"
IMAGESPEAK_SPEAKING_REGION = "eu-west-1"
IMAGESPEAK_VIEWER_MODEL = "us.amazon.nova-lite-v1:0"
IMAGESPEAK_MAX_PAID_CALLS_PER_DAY = "20"
IMAGESPEAK_GRAMMAR_NOTES = "nobody"
IMAGESPEAK_LOG_FORMAT = "JSON"
IMAGESPEAK_METRICS_PORT = "9464"
IMAGESPEAK_SECRET = "{SECRET}"
IMAGESPEAK_TEACHERS = "ana@school.org"
IMAGESPEAK_TENANT = "01234567-89ab-cdef-0123-456789abcdef"
IMAGESPEAK_TEACHER_PIN = "blue-42-frog"
""",
            monkeypatch,
        )
        settings = load_settings()
        assert settings.secret
        assert settings.secret.get_secret_value() == SECRET
        assert settings.teacher_pin
        assert settings.teacher_pin.get_secret_value() == "blue-42-frog"
        assert settings.model_dump(exclude={"secret", "teacher_pin"}) == {
            "teachers": "ana@school.org",
            "tenant": "01234567-89ab-cdef-0123-456789abcdef",
            "generator": "bedrock",
            "bucket": "our-pictures",
            "data_dir": Path("elsewhere/ü"),
            "bedrock_region": "eu-west-1",
            "standard_model": "stability.sd3-5-large-v1:0",
            "premium_model": "stability.sd3-5-large-v1:0",
            "url_ttl_s": 604_800,
            "cors_origin": "https://example.org",
            "allowed_origins": "https://speak.school.org, http://10.0.0.5:8080",
            "frame_ancestors": "https://moodle.school.org",
            "max_pictures_per_day": 12,
            "budget_usd_per_day": Decimal("2.50"),
            "budget_usd_per_month": Decimal(40),
            "session_pictures_per_day": 150,
            "session_max_bytes": 1_000_000,
            "stored_bytes_per_day": 2_000_000,
            "spool_dir": Path("spool"),
            "lab_parallel": 8,
            "recording_max_s": 60,
            "recording_max_bytes": 5_000_000,
            "recordings_max": 3,
            "recording_days": 7,
            "recogniser": "transcribe",
            "recogniser_model_dir": Path("models/base"),
            "voice": "polly",
            "polly_voice": "Amy",
            "polly_engine": "standard",
            "speaking_region": "eu-west-1",
            "viewer_model": "us.amazon.nova-lite-v1:0",
            "max_paid_calls_per_day": 20,
            "grammar_notes": "nobody",
            "log_format": "json",
            "metrics_port": 9464,
        }, place_name

    def test_environment_beats_dotenv_beats_secrets(self, monkeypatch: pytest.MonkeyPatch) -> None:
        in_secrets_toml(
            'IMAGESPEAK_BUCKET = "of-toml"\nIMAGESPEAK_URL_TTL_S = 3\n'
            'IMAGESPEAK_CORS_ORIGIN = "https://toml"',
            monkeypatch,
        )
        in_dotenv("IMAGESPEAK_BUCKET=of-dotenv\nIMAGESPEAK_URL_TTL_S=2", monkeypatch)
        in_environment("IMAGESPEAK_BUCKET=of-environment", monkeypatch)
        settings = load_settings()
        assert settings.bucket == "of-environment"
        assert settings.url_ttl_s == 2
        assert settings.cors_origin == "https://toml"

    @EVERYWHERE
    def test_an_empty_value_is_none_at_all(
        self, monkeypatch: pytest.MonkeyPatch, put: Put, place_name: str
    ) -> None:
        names = [setting_name(field) for field in Settings.model_fields]
        put("\n".join(f'{name} = ""' for name in names), monkeypatch)
        assert load_settings() == Settings.model_construct(), place_name

    def test_an_empty_variable_leaves_room_for_the_files(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("IMAGESPEAK_BUCKET", "")
        in_dotenv("IMAGESPEAK_BUCKET=", monkeypatch)
        in_secrets_toml('IMAGESPEAK_BUCKET = "of-toml"', monkeypatch)
        assert load_settings().bucket == "of-toml"

    @EVERYWHERE
    def test_lower_case_names_count_too(
        self, monkeypatch: pytest.MonkeyPatch, put: Put, place_name: str
    ) -> None:
        put('imagespeak_bucket = "our-pictures"', monkeypatch)
        assert load_settings().bucket == "our-pictures", place_name

    @EVERYWHERE
    def test_other_names_are_ignored(
        self, monkeypatch: pytest.MonkeyPatch, put: Put, place_name: str
    ) -> None:
        put('BUCKET = "x"\nIMAGES = "x"\nMY_IMAGESPEAK_BUCKET = "x"\nsecret = "x"', monkeypatch)
        assert load_settings() == Settings.model_construct(), place_name

    def test_only_the_top_level_of_secrets_counts(self, monkeypatch: pytest.MonkeyPatch) -> None:
        in_secrets_toml('[other]\nIMAGESPEAK_BUCKET = "x"\nIMAGESPEAK_BUKET = "x"', monkeypatch)
        assert load_settings().bucket is None

    def test_awss_own_variables_come_from_the_environment_alone(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        in_dotenv("AWS_PROFILE=of-dotenv", monkeypatch)
        in_secrets_toml('AWS_PROFILE = "of-toml"', monkeypatch)
        load_settings()
        assert "AWS_PROFILE" not in os.environ

    def test_settings_can_not_be_changed(self) -> None:
        with pytest.raises(ValueError, match="frozen"):
            load_settings().bucket = "other"


class TestMistakes:
    @EVERYWHERE
    def test_an_unknown_name_is_told_with_the_nearest(
        self, monkeypatch: pytest.MonkeyPatch, put: Put, place_name: str
    ) -> None:
        put('IMAGESPEAK_BUKET = "our-pictures"', monkeypatch)
        assert problems() == [
            f"IMAGESPEAK_BUKET in {place_name} is not a setting. "
            "The nearest one is IMAGESPEAK_BUCKET."
        ]

    @pytest.mark.parametrize(
        ("name", "nearest"),
        [
            ("IMAGESPEAK_", "IMAGESPEAK_"),
            ("IMAGESPEAK_URL_TTL", "IMAGESPEAK_URL_TTL_S"),
            ("imagespeak_region", "IMAGESPEAK_BEDROCK_REGION"),
            ("IMAGESPEAK_MAX_IMAGES_PER_DAY", "IMAGESPEAK_MAX_PICTURES_PER_DAY"),
        ],
    )
    def test_there_is_always_a_nearest(
        self, monkeypatch: pytest.MonkeyPatch, name: str, nearest: str
    ) -> None:
        monkeypatch.setenv(name, "x")
        assert f"The nearest one is {nearest}" in problems()[0]

    def test_all_are_told_at_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        in_environment(
            "IMAGESPEAK_GENERATOR=dalle\nIMAGESPEAK_URL_TTL_S=soon\nIMAGESPEAK_BUKET=x", monkeypatch
        )
        in_dotenv("IMAGESPEAK_SECRT=x\nIMAGESPEAK_MAX_PICTURES_PER_DAY=-1", monkeypatch)
        in_secrets_toml('IMAGESPEAK_BUCKET = "s3://ours/x"\nIMAGESPEAK_MODEL = "x"', monkeypatch)
        told = problems()
        assert sorted(line.split()[0].rstrip(":") for line in told) == [
            "IMAGESPEAK_BUCKET",
            "IMAGESPEAK_BUKET",
            "IMAGESPEAK_GENERATOR",
            "IMAGESPEAK_MAX_PICTURES_PER_DAY",
            "IMAGESPEAK_MODEL",
            "IMAGESPEAK_SECRT",
            "IMAGESPEAK_URL_TTL_S",
        ]
        assert all(line.endswith(".") and not line.endswith("..") for line in told)

    @pytest.mark.parametrize(
        ("name", "value", "words"),
        [
            ("IMAGESPEAK_GENERATOR", "dalle", "'illustrator' or 'bedrock'"),
            ("IMAGESPEAK_URL_TTL_S", "0", "greater than or equal to 1"),
            ("IMAGESPEAK_URL_TTL_S", "604801", "less than or equal to 604800"),
            ("IMAGESPEAK_URL_TTL_S", "1.5", "integer"),
            ("IMAGESPEAK_MAX_PICTURES_PER_DAY", "-1", "greater than or equal to 0"),
            ("IMAGESPEAK_MAX_PICTURES_PER_DAY", "many", "integer"),
            ("IMAGESPEAK_BUDGET_USD_PER_DAY", "-1", "'-1' is not a sum. Give US dollars"),
            ("IMAGESPEAK_BUDGET_USD_PER_DAY", "12 USD", "without currency or comma"),
            ("IMAGESPEAK_BUDGET_USD_PER_DAY", "1,50", "such as 12 or 0.50"),
            ("IMAGESPEAK_BUDGET_USD_PER_DAY", "€5", "'€5' is not a sum"),
            ("IMAGESPEAK_BUDGET_USD_PER_DAY", "1e3", "in digits alone"),
            ("IMAGESPEAK_BUDGET_USD_PER_DAY", "NaN", "is not a sum"),
            ("IMAGESPEAK_BUDGET_USD_PER_DAY", "none", "leave the value empty"),
            ("IMAGESPEAK_BUDGET_USD_PER_MONTH", "much", "'much' is not a sum"),
            ("IMAGESPEAK_BUDGET_USD_PER_MONTH", "1000001", "less than or equal to 1000000"),
            ("IMAGESPEAK_BUDGET_USD_PER_MONTH", "0.0000001", "is not a sum"),
            ("IMAGESPEAK_SESSION_PICTURES_PER_DAY", "99", "at least 100, or 0 for no limit"),
            ("IMAGESPEAK_SESSION_MAX_BYTES", "-1", "greater than or equal to 0"),
            ("IMAGESPEAK_STORED_BYTES_PER_DAY", "20 GB", "whole number"),
            ("IMAGESPEAK_LAB_PARALLEL", "0", "greater than or equal to 1"),
            ("IMAGESPEAK_LAB_PARALLEL", "25", "less than or equal to 24"),
            ("IMAGESPEAK_RECORDING_MAX_S", "4", "greater than or equal to 5"),
            ("IMAGESPEAK_RECORDING_MAX_S", "601", "less than or equal to 600"),
            ("IMAGESPEAK_RECORDING_MAX_BYTES", "99999", "greater than or equal to 100000"),
            ("IMAGESPEAK_RECORDINGS_MAX", "-1", "greater than or equal to 0"),
            ("IMAGESPEAK_RECORDING_DAYS", "0", "greater than or equal to 1"),
            ("IMAGESPEAK_RECORDING_DAYS", "367", "less than or equal to 366"),
            ("IMAGESPEAK_RECORDING_DAYS", "30 days", "whole number"),
            ("IMAGESPEAK_BUCKET", "s3://pictures", "'s3://pictures' is not a bucket's name"),
            ("IMAGESPEAK_BUCKET", "pictures/", "without s3:// or path"),
            ("IMAGESPEAK_BUCKET", "Pictures", "bucket's name"),
            ("IMAGESPEAK_BUCKET", "ab", "bucket's name"),
            ("IMAGESPEAK_BUCKET", "pictures\nothers", "bucket's name"),
            (
                "IMAGESPEAK_POLLY_VOICE",
                "joanna",
                "'joanna' is not a voice's name. Give one such as Joanna, with its capital.",
            ),
            ("IMAGESPEAK_POLLY_VOICE", "Joanna 2", "is not a voice's name"),
            ("IMAGESPEAK_RECOGNISER", "none", "Write nobody to have none."),
            ("IMAGESPEAK_RECOGNISER", "Off", "Write nobody to have none."),
            ("IMAGESPEAK_GRAMMAR_NOTES", "false", "Write nobody to have none."),
            ("IMAGESPEAK_VOICE", "none", "leave the value empty"),
            ("IMAGESPEAK_RECOGNISER", "transcribe", "Set IMAGESPEAK_BUCKET too"),
            ("IMAGESPEAK_VIEWER_MODEL", "nobody", "For nobody to look, leave the value empty."),
            ("IMAGESPEAK_VIEWER_MODEL", "a model", "such as us.amazon.nova-lite-v1:0."),
            ("IMAGESPEAK_STANDARD_MODEL", "a model", "such as stability.stable-image-core-v1:1."),
            ("IMAGESPEAK_SECRET", "fifteen letters", "at least 16 characters"),
            ("IMAGESPEAK_TEACHERS", "ana", "'ana' is neither an address"),
            ("IMAGESPEAK_TEACHERS", "ana@school.org, @", "'@' is neither an address"),
            ("IMAGESPEAK_TEACHERS", "*@school.org", "whole domain such as @school.org"),
            ("IMAGESPEAK_TEACHERS", "ana@a@school.org", "neither an address"),
            ("IMAGESPEAK_TEACHERS", "ana@school.org bo@school.org", "Put commas between them"),
            ("IMAGESPEAK_TEACHERS", " , ", "neither an address"),
            ("IMAGESPEAK_TENANT", "school.onmicrosoft.com", "neither the ID of a tenant"),
            ("IMAGESPEAK_TENANT", " , ", "neither the ID of a tenant"),
            ("IMAGESPEAK_TENANT", "https://accounts.google.com", "gives accounts to everybody"),
            ("IMAGESPEAK_TEACHER_PIN", "12345", "at least 6 characters"),
            ("IMAGESPEAK_TEACHER_PIN", "  1234  ", "at least 6 characters"),
            ("IMAGESPEAK_TEACHER_PIN", "\u200b" * 8 + "1", "at least 6 characters"),
            ("IMAGESPEAK_TEACHER_PIN", "\u0661\uff11" * 4, "not all the same"),
            ("IMAGESPEAK_TEACHER_PIN", "77777777", "not all the same"),
        ],
    )
    def test_a_bad_value_is_told_in_words(
        self, monkeypatch: pytest.MonkeyPatch, name: str, value: str, words: str
    ) -> None:
        monkeypatch.setenv(name, value)
        [told] = problems()
        assert told.startswith(f"{name}: ")
        assert words in told
        assert "pydantic" not in told

    def test_who_listens_to_what_is_kept_needs_something_kept(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        in_environment(
            "IMAGESPEAK_BUCKET=our-pictures\nIMAGESPEAK_RECOGNISER=transcribe\n"
            "IMAGESPEAK_RECORDINGS_MAX=0",
            monkeypatch,
        )
        assert problems() == [
            "IMAGESPEAK_RECOGNISER: transcribe listens to recordings that are kept. Let "
            "IMAGESPEAK_RECORDINGS_MAX be more than 0, or take another one."
        ]
        monkeypatch.setenv("IMAGESPEAK_RECORDINGS_MAX", "1")
        assert load_settings().recogniser == "transcribe"

    def test_a_spool_among_the_pictures_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        in_environment(
            "IMAGESPEAK_DATA_DIR=pictures\nIMAGESPEAK_SPOOL_DIR=pictures/spool", monkeypatch
        )
        assert problems() == [
            "IMAGESPEAK_SPOOL_DIR: 'pictures/spool' would lie in IMAGESPEAK_DATA_DIR and be copied "
            "with the pictures. Set it to another folder."
        ]
        monkeypatch.setenv("IMAGESPEAK_BUCKET", "our-pictures")
        assert load_settings().spool_dir == Path("pictures/spool")

    def test_pictures_in_the_spool_are_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        in_environment(
            "IMAGESPEAK_DATA_DIR=volume/pictures\nIMAGESPEAK_SPOOL_DIR=volume", monkeypatch
        )
        assert problems() == [
            "IMAGESPEAK_SPOOL_DIR: IMAGESPEAK_DATA_DIR would lie in 'volume'. "
            "Set it to another folder."
        ]

    @pytest.mark.parametrize("name", ["IMAGESPEAK_STANDARD_MODEL", "IMAGESPEAK_PREMIUM_MODEL"])
    def test_a_retired_model_is_explained(self, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        monkeypatch.setenv(name, "amazon.nova-canvas-v1:0")
        assert problems() == [
            f"{name}: AWS retired the model 'amazon.nova-canvas-v1:0' on 2026-09-30; "
            "use 'stability.stable-image-core-v1:1' instead."
        ]

    def test_toml_that_is_none(self, monkeypatch: pytest.MonkeyPatch) -> None:
        in_secrets_toml(f"IMAGESPEAK_SECRET = {SECRET}", monkeypatch)
        [told] = problems()
        assert told.startswith(".streamlit/secrets.toml can't be read as TOML: ")
        assert "line 1" in told
        assert SECRET not in told

    @pytest.mark.parametrize("file", [".env", ".streamlit/secrets.toml"])
    def test_a_file_that_is_not_utf_8(self, file: str) -> None:
        Path(".streamlit").mkdir()
        Path(file).write_bytes(f'IMAGESPEAK_SECRET = "{SECRET}'.encode() + b'\xff"')
        [told] = problems()
        assert told.startswith(f"{file} can't be read")
        assert SECRET not in told

    def test_a_line_of_dotenv_that_says_nothing_is_told(self) -> None:
        Path(".env").write_text("IMAGESPEAK_GENERATOR=bedrock\nIMAGESPEAK_BUCKET='abc\n")
        assert problems() == ["Line 2 of .env can't be understood. Write NAME=value."]

    def test_secrets_that_are_a_folder(self) -> None:
        Path(".streamlit/secrets.toml").mkdir(parents=True)
        assert problems()[0].startswith(".streamlit/secrets.toml can't be read")


class TestTeachers:
    def test_addresses_are_read_generously(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("IMAGESPEAK_TEACHERS", " Ana@School.org ,@other.school.org,, bo@x.org,")
        assert load_settings().teacher_addresses == (
            "ana@school.org",
            "@other.school.org",
            "bo@x.org",
        )

    def test_without_the_setting_there_are_none(self) -> None:
        assert load_settings().teacher_addresses == ()

    def test_the_pin_is_never_seen(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("IMAGESPEAK_TEACHER_PIN", "blue-42-frog")
        settings = load_settings()
        for text in (repr(settings), str(settings), str(settings.model_dump())):
            assert "frog" not in text
        monkeypatch.setenv("IMAGESPEAK_TEACHER_PIN", "frog")
        assert "frog" not in problems()[0]


class TestTheSecretIsNeverSeen:
    def test_in_the_settings(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("IMAGESPEAK_SECRET", SECRET)
        settings = load_settings()
        for text in (repr(settings), str(settings), str(settings.model_dump())):
            assert SECRET not in text

    @EVERYWHERE
    def test_in_the_words_of_a_mistake(
        self, monkeypatch: pytest.MonkeyPatch, put: Put, place_name: str
    ) -> None:
        put(f'IMAGESPEAK_SECRET = "{SECRET[:10]}"\nIMAGESPEAK_SECRT = "{SECRET}"', monkeypatch)
        with pytest.raises(SettingsError) as caught:
            load_settings()
        assert place_name in str(caught.value)
        assert SECRET[:10] not in str(caught.value) + repr(caught.value)

    def test_where_toml_gives_another_type(self, monkeypatch: pytest.MonkeyPatch) -> None:
        in_secrets_toml("IMAGESPEAK_SECRET = [12345678901234567890]", monkeypatch)
        [told] = problems()
        assert told.startswith("IMAGESPEAK_SECRET: ")
        assert "1234567890" not in told
