"""Every file that Streamlit reads is read; what does not count is named."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from imagespeak_core.settings import load_settings
from tests.core.settings_desk import Desk, desk_in
from tests.for_each import for_each


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return desk_in(tmp_path, monkeypatch)


class TestWhichFiles:
    def test_the_usual_ones_in_their_order(self, desk: Desk) -> None:
        files = [
            desk.home / ".streamlit/secrets.toml",
            desk.here / ".streamlit/secrets.toml",
            desk.app / ".streamlit/secrets.toml",
            desk.app / ".env",
            desk.here / ".env",
        ]
        for number, file in enumerate(files, start=1):
            desk.write(file, f"IMAGESPEAK_URL_TTL_S = {number}\n")
            assert desk.settings().url_ttl_s == number
        desk.environ["IMAGESPEAK_URL_TTL_S"] = "9"
        assert desk.settings().url_ttl_s == 9
        assert desk.read().sources == [
            "the environment",
            ".env",
            str(desk.app / ".env"),
            str(desk.home / ".streamlit/secrets.toml"),
            ".streamlit/secrets.toml",
            str(desk.app / ".streamlit/secrets.toml"),
        ]

    def test_each_file_gives_what_the_others_do_not(self, desk: Desk) -> None:
        desk.write(desk.home / ".streamlit/secrets.toml", "IMAGESPEAK_TEACHER_PIN = 'blue-42'")
        desk.dotenv("IMAGESPEAK_LAB_PARALLEL=2")
        desk.write(desk.app / ".env", "IMAGESPEAK_URL_TTL_S=60")
        settings = desk.settings()
        assert (settings.lab_parallel, settings.url_ttl_s) == (2, 60)
        assert settings.teacher_pin

    def test_a_typo_in_any_is_told(self, desk: Desk) -> None:
        desk.write(desk.home / ".streamlit/secrets.toml", "IMAGESPEAK_ONE = 1")
        desk.write(desk.app / ".streamlit/secrets.toml", "IMAGESPEAK_TWO = 1")
        desk.write(desk.app / ".env", "IMAGESPEAK_THREE=1")
        told = "\n".join(desk.read().problems)
        for name, file in (
            ("ONE", desk.home / ".streamlit/secrets.toml"),
            ("TWO", desk.app / ".streamlit/secrets.toml"),
            ("THREE", desk.app / ".env"),
        ):
            assert f"IMAGESPEAK_{name} in {file} is not a setting" in told

    def test_named_ones_take_the_place_of_the_usual(self, desk: Desk) -> None:
        desk.secrets("IMAGESPEAK_URL_TTL_S = 1")
        desk.write(desk.home / "one.toml", "IMAGESPEAK_URL_TTL_S = 2\nIMAGESPEAK_LAB_PARALLEL = 2")
        desk.write(desk.home / "two.toml", "IMAGESPEAK_URL_TTL_S = 3")
        settings = desk.settings(str(desk.home / "one.toml"), "~/two.toml")
        assert (settings.url_ttl_s, settings.lab_parallel) == (3, 2)

    def test_named_in_the_environment_or_in_streamlits_configuration(self, desk: Desk) -> None:
        desk.write(desk.home / "one.toml", "IMAGESPEAK_URL_TTL_S = 2")
        desk.write(desk.home / "two.toml", "IMAGESPEAK_URL_TTL_S = 3")
        desk.write(desk.app / ".streamlit/config.toml", "[secrets]\nfiles = ['~/one.toml']")
        assert desk.settings().url_ttl_s == 2
        desk.environ["STREAMLIT_SECRETS_FILES"] = str(desk.home / "two.toml")
        assert desk.settings().url_ttl_s == 3

    def test_a_named_one_that_is_not_there_is_told(self, desk: Desk) -> None:
        assert desk.read("there.toml").notes == ("there.toml is not there.",)
        assert desk.read().notes == ()

    @for_each("text", [b"[secrets\n", b"\xef\xbb\xbf[secrets]\nfiles = 'a.toml'", b"\xff\xff\xff"])
    def test_a_broken_configuration_is_told(self, desk: Desk, text: bytes) -> None:
        desk.write(desk.here / ".streamlit/config.toml", text)
        [note] = desk.read().notes
        assert note.startswith(".streamlit/config.toml can't be read as TOML")

    def test_a_named_one_of_another_kind_is_told_once(self, desk: Desk) -> None:
        desk.write(desk.here / "secrets", "IMAGESPEAK_LAB_PARALLEL = 9")
        reading = desk.read("secrets")
        assert reading.notes == ()
        assert reading.problems == ("secrets is neither a .toml file nor a folder. Rename it.",)

    def test_a_command_finds_them_too(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        desk.write(desk.home / ".streamlit/secrets.toml", "IMAGESPEAK_URL_TTL_S = 2")
        desk.write(desk.app / ".env", "IMAGESPEAK_LAB_PARALLEL=7")
        assert (load_settings().url_ttl_s, load_settings().lab_parallel) == (2, 7)

    def test_a_user_without_a_home(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        def no_home() -> Path:
            raise RuntimeError

        monkeypatch.setattr(Path, "home", no_home)
        desk.secrets("IMAGESPEAK_URL_TTL_S = 2")
        assert desk.settings().url_ttl_s == 2


class TestFoldersOfSecrets:
    def test_as_kubernetes_fills_them(self, desk: Desk) -> None:
        """Links to files in a folder whose name begins with two dots."""
        mounted = desk.home / "secrets/imagespeak"
        for name, text in (
            ("IMAGESPEAK_TEACHER_PIN", "blue-42-frog\n"),
            ("IMAGESPEAK_URL_TTL_S", "60\n"),
        ):
            desk.write(mounted / "..2026_11_29" / name, text)
            (mounted / name).symlink_to(mounted / "..data" / name)
        (mounted / "..data").symlink_to("..2026_11_29")
        reading = desk.read(str(desk.home / "secrets"))
        settings = reading.settings
        assert (reading.problems, reading.notes) == ((), ())
        assert settings.url_ttl_s == 60
        assert settings.teacher_pin
        assert settings.teacher_pin.get_secret_value() == "blue-42-frog"

    def test_a_folder_with_one_file_gives_its_name(self, desk: Desk) -> None:
        desk.write(desk.home / "secrets/IMAGESPEAK_URL_TTL_S/value", "60")
        desk.write(desk.home / "secrets/other/IMAGESPEAK_LAB_PARALLEL", "7")
        settings = desk.settings(str(desk.home / "secrets"))
        assert (settings.url_ttl_s, settings.lab_parallel) == (60, 7)

    def test_the_sign_in(self, desk: Desk) -> None:
        desk.write(desk.home / "secrets/auth/client_id", "frogs\n")
        desk.write(desk.home / "secrets/auth/client_secret", "of 7b\n")
        auth = desk.read(str(desk.home / "secrets")).auth
        assert auth == {"client_id": "frogs", "client_secret": "of 7b"}

    @for_each("named, words", [("loose", "not a folder"), ("loose/file.txt", "neither")])
    def test_what_streamlit_refuses_is_told(self, desk: Desk, named: str, words: str) -> None:
        desk.write(desk.here / "loose/file.txt", "x")
        [told] = desk.read(named).problems
        assert words in told
        assert "loose/file.txt" in told


class TestHowTheyAreSaved:
    @for_each("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    def test_as_windows_saves_them(self, desk: Desk, encoding: str) -> None:
        text = 'IMAGESPEAK_URL_TTL_S = "60"\r\nIMAGESPEAK_DATA_DIR = "Bücher"\r\n'.encode(encoding)
        for write in (desk.dotenv, desk.secrets):
            write(text)
            settings = desk.settings()
            assert (settings.url_ttl_s, settings.data_dir) == (60, Path("Bücher"))
            write("")

    @for_each("encoding", ["latin-1", "utf-16-le"])
    def test_another_encoding_is_told(self, desk: Desk, encoding: str) -> None:
        desk.dotenv("IMAGESPEAK_DATA_DIR = Bücher".encode(encoding))
        desk.secrets('IMAGESPEAK_DATA_DIR = "Bücher"'.encode(encoding))
        dotenv, secrets = desk.read().problems
        assert dotenv.startswith(".env can't be read: it is not saved as UTF-8.")
        assert "secrets.toml can't be read as TOML: it is not saved as UTF-8." in secrets

    def test_letters_with_nothing_between_are_told(self, desk: Desk) -> None:
        """UTF-16 without its mark is UTF-8 too, as long as it holds plain letters."""
        desk.dotenv("IMAGESPEAK_BUCKET=our-pictures".encode("utf-16-le"))
        [told] = desk.read().problems
        assert told.startswith(".env can't be read: it is not saved as UTF-8.")

    def test_a_pipe_in_the_place_of_dotenv(self, desk: Desk) -> None:
        pipe = desk.here / ".env"
        os.mkfifo(pipe)
        writer = threading.Thread(
            target=pipe.write_text, args=("IMAGESPEAK_LAB_PARALLEL=2\n",), daemon=True
        )
        writer.start()
        assert desk.settings().lab_parallel == 2
        writer.join(30)

    def test_a_folder_called_env_is_no_file(self, desk: Desk) -> None:
        (desk.here / ".env").mkdir()
        assert desk.settings().url_ttl_s == 86_400
        assert desk.read().files[0].state == "not a file"


class TestNames:
    @for_each(
        "name",
        [
            *("imagespeak_bucket", "ImageSpeak_Bucket", " IMAGESPEAK_BUCKET "),
        ],
    )
    def test_meant_as_they_are(self, desk: Desk, name: str) -> None:
        desk.environ = {name: "our-pictures"}
        assert desk.settings().bucket == "our-pictures"

    @for_each(
        "name",
        [
            *("IMAGESPEAK-BUCKET", "imagespeak.bucket", "IMAGESPEAKBUCKET", "IMAGE_SPEAK_BUCKET"),
            *("export IMAGESPEAK_BUCKET", "IMAGESPEAK__BUCKET", "IMAGESPEAK_BUCKET:"),
        ],
    )
    def test_nearly_right(self, desk: Desk, name: str) -> None:
        desk.environ = {name: "our-pictures"}
        [told] = desk.read().problems
        assert told == (
            f"{name} in the environment is not a setting. The nearest one is IMAGESPEAK_BUCKET."
        )

    def test_export_in_a_file(self, desk: Desk) -> None:
        desk.dotenv("export IMAGESPEAK_BUCKET=our-pictures # of 7b\n")
        assert desk.settings().bucket == "our-pictures"

    def test_a_name_without_a_value(self, desk: Desk) -> None:
        desk.dotenv("IMAGESPEAK_BUCKET\nOTHER\n")
        [told] = desk.read().problems
        assert told.startswith("IMAGESPEAK_BUCKET: It has no value. Write NAME=value.")

    @for_each(
        "text, line",
        [
            ("IMAGESPEAK_TEACHERS=ana@x.org,\n  bo@x.org\n", 2),
            ("[auth]\nclient_id=x\n", 1),
            ("A=1\n\n<<<<<<<\n", 3),
        ],
    )
    def test_a_line_that_is_no_name(self, desk: Desk, text: str, line: int) -> None:
        desk.dotenv(text)
        [told] = desk.read().problems
        assert told == f"Line {line} of .env can't be understood. Write NAME=value."

    def test_the_way_of_powershell(self, desk: Desk) -> None:
        desk.dotenv('$env:IMAGESPEAK_BUCKET="our-pictures"\n')
        [told] = desk.read().problems
        assert told.endswith("is not a setting. The nearest one is IMAGESPEAK_BUCKET.")

    def test_what_kubernetes_adds_for_a_service_is_explained(self, desk: Desk) -> None:
        desk.environ = {
            "IMAGESPEAK_SERVICE_HOST": "10.0.0.1",
            "IMAGESPEAK_PORT_8501_TCP_ADDR": "10.0.0.1",
        }
        told = desk.read().problems
        assert len(told) == 2
        assert all("enableServiceLinks: false" in one for one in told)


class TestWhatDoesNotCount:
    @for_each(
        "text, words",
        [
            (
                '[auth]\nIMAGESPEAK_TEACHERS = "ana@x.org"',
                "IMAGESPEAK_TEACHERS in section [auth] of .streamlit/secrets.toml",
            ),
            (
                '[other]\nid = "x"\n[other.google]\nIMAGESPEAK_TEACHERS = "ana@x.org"',
                "IMAGESPEAK_TEACHERS in section [other.google] of .streamlit/secrets.toml",
            ),
            ('[Auth]\nclient_id = "x"', "[Auth] in .streamlit/secrets.toml"),
            ('[imagespeak]\nbucket = "x"', "[imagespeak] in .streamlit/secrets.toml"),
            ('AWS_PROFILE = "x"', "AWS_PROFILE in .streamlit/secrets.toml, line 1"),
        ],
    )
    def test_in_the_wrong_part_of_a_file(self, desk: Desk, text: str, words: str) -> None:
        desk.secrets(text)
        note = desk.read().notes[0]
        assert note.startswith(f"{words} does not count: ")
        assert desk.settings().teachers is None

    @for_each(
        "file",
        [
            *(".env.txt", "secrets.toml", ".streamlit/secrets.toml.txt", ".streamlit/config.toml"),
            ".streamlit/.env",
        ],
    )
    def test_in_the_wrong_file(self, desk: Desk, file: str) -> None:
        for folder, label in ((desk.here, file), (desk.app, str(desk.app / file))):
            desk.write(folder / file, "OTHER=1\n")
            assert desk.read().notes == ()
            desk.write(folder / file, "IMAGESPEAK_BUCKET='x'\n")
            [note] = desk.read().notes
            assert note.startswith(f"{label} has IMAGESPEAK_ names in it, but is not read")
            (folder / file).unlink()

    def test_the_earlier_of_two_lines(self, desk: Desk) -> None:
        desk.dotenv("IMAGESPEAK_BUCKET=one-bucket\nIMAGESPEAK_BUCKET=another\n")
        reading = desk.read()
        assert reading.settings.bucket == "another"
        assert reading.notes == (
            "IMAGESPEAK_BUCKET is set more than once, differently: that of .env, line 2 counts.",
        )

    def test_aws_names_that_the_environment_has_too(self, desk: Desk) -> None:
        desk.environ = {"AWS_PROFILE": "x"}
        desk.dotenv("AWS_PROFILE=x")
        assert desk.read().notes == ()


class TestTheSignIn:
    def test_the_last_section_counts_as_a_whole(self, desk: Desk) -> None:
        desk.write(desk.home / ".streamlit/secrets.toml", '[auth]\nclient_id = "x"\nother = "y"')
        desk.secrets('[auth]\nclient_id = " 7b "\nsince = 2026-11-29\n[auth.entra]\nx = ["1"]')
        assert desk.read().auth == {
            "client_id": "7b",
            "since": "2026-11-29",
            "entra": {"x": ["1"]},
        }

    def test_none(self, desk: Desk) -> None:
        assert desk.read().auth is None

    @for_each(
        "text, words",
        [
            ('IMAGESPEAK_TEACHERS = "@x.org"', "IMAGESPEAK_TEACHERS does nothing without"),
            (
                'IMAGESPEAK_TENANT = "https://login.x.org"',
                "IMAGESPEAK_TENANT does nothing without",
            ),
            ('[auth]\nx = "y"', "[auth] does nothing while IMAGESPEAK_TEACHERS is not set"),
            (
                'IMAGESPEAK_TEACHERS = "@x.org"\nIMAGESPEAK_TEACHER_PIN = "blue-42"\n[auth]',
                "IMAGESPEAK_TEACHER_PIN does nothing",
            ),
        ],
    )
    def test_what_does_nothing_with_or_without_another_part(
        self, desk: Desk, text: str, words: str
    ) -> None:
        desk.secrets(text)
        [note] = desk.read().notes
        assert note.startswith(words)

    def test_whole_ones_need_no_words(self, desk: Desk) -> None:
        for text in (
            'IMAGESPEAK_TEACHERS = "@x.org"\n[auth]\nx = "y"',
            'IMAGESPEAK_TEACHER_PIN = "blue-42"',
        ):
            desk.secrets(text)
            assert desk.read().notes == ()

    def test_no_section(self, desk: Desk) -> None:
        desk.secrets('auth = "x"')
        assert desk.read().problems == (
            "auth in .streamlit/secrets.toml is not a section. Write [auth] on its own line.",
        )
