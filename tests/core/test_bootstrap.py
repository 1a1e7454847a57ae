"""Which backends the settings choose."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import get_args

import boto3
import botocore.session
import psutil  # type: ignore[import-untyped]
import pytest

from imagespeak_core.bootstrap import (
    GENERATORS,
    STORES,
    VOICES,
    build_services,
    notes_at_start,
    server_secret,
)
from imagespeak_core.checkers import harper
from imagespeak_core.errors import (
    BudgetSpentError,
    DayLimitError,
    SettingsError,
    StorageUnsuitableError,
)
from imagespeak_core.generators.bedrock.generator import BedrockGenerator
from imagespeak_core.generators.illustrator.workers import IllustratorPool
from imagespeak_core.models import MAX_SEED, ImageRequest
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.pictures.spooled import KIND
from imagespeak_core.pictures.use_cases import get_practice_image
from imagespeak_core.recognisers.transcribe import AmazonTranscribe
from imagespeak_core.recognisers.whisper.recogniser import WhisperRecogniser
from imagespeak_core.services import Services
from imagespeak_core.settings import Settings, load_settings
from imagespeak_core.speaking.said_sentences import said_by
from imagespeak_core.spool.spool import Spool
from imagespeak_core.viewers.bedrock.viewer import BedrockViewer
from imagespeak_core.voices.hibari.voice import HibariVoice
from tests.adapters.other_s3 import BUCKET, other_s3
from tests.adapters.polly_server import mp3_of, polly_rig
from tests.adapters.s3_servers import plain_client
from tests.fakes import A_CALL
from tests.memory_blobs import MemoryBlobs

KEY = ImageKey("s", "20241031_143022", 0, "cat")
NOW = datetime(2026, 11, 22, tzinfo=UTC)
IN_A_FOLDER = "Pictures are kept in the folder 'data' on this computer"
IN_A_BUCKET = "Pictures are kept in the S3 bucket our-pictures"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory, and a state folder beside it."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path


def build(monkeypatch: pytest.MonkeyPatch, **settings: str) -> Services:
    for name, value in settings.items():
        monkeypatch.setenv(f"IMAGESPEAK_{name.upper()}", value)
    return build_services(load_settings())


def test_by_default_nothing_leaves_this_computer(
    monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    services = build(monkeypatch)
    assert isinstance(services.generator, IllustratorPool)
    assert services.store.label == IN_A_FOLDER
    assert services.generator.offer("premium").price_usd == Decimal(0)
    made = [str(path.relative_to(place)) for path in place.rglob("*") if path.is_file()]
    assert made == ["state/imagespeak/secret"]
    assert list((place / "here").iterdir()) == []


def test_the_spool_lies_in_the_state_folder_or_where_the_owner_says(
    monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    for root in ("state/imagespeak/spool", "volume"):
        spool = build(monkeypatch).spool
        assert spool is not None
        item = spool.keep("picture", {}, b"content")
        assert item.spooled is not None
        assert item.spooled.path.is_relative_to(place / root)
        monkeypatch.setenv("IMAGESPEAK_SPOOL_DIR", str(place / "volume"))


def test_the_spool_never_lies_among_the_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError, match="IMAGESPEAK_SPOOL_DIR"):
        build(monkeypatch, spool_dir="data/spool")
    assert build(monkeypatch, spool_dir="data/spool", bucket="our-pictures").spool


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"IMAGESPEAK_BUCKET": "our-pictures"}, {"IMAGESPEAK_BUCKET": "your-pictures"}),
        ({"IMAGESPEAK_DATA_DIR": "data"}, {"IMAGESPEAK_DATA_DIR": "other"}),
        ({"IMAGESPEAK_DATA_DIR": "data"}, {"IMAGESPEAK_BUCKET": "our-pictures"}),
        ({"IMAGESPEAK_DATA_DIR": "写真"}, {"IMAGESPEAK_DATA_DIR": "\udcff"}),
        (
            {"IMAGESPEAK_BUCKET": "our-pictures"},
            {"IMAGESPEAK_BUCKET": "our-pictures", "AWS_ENDPOINT_URL_S3": "http://localhost:9000"},
        ),
    ],
)
@pytest.mark.parametrize("is_owners", [False, True])
def test_what_one_installation_has_paid_for_is_stored_by_no_other(
    monkeypatch: pytest.MonkeyPatch,
    place: Path,
    one: dict[str, str],
    other: dict[str, str],
    is_owners: bool,
) -> None:
    if is_owners:
        monkeypatch.setenv("IMAGESPEAK_SPOOL_DIR", str(place / "volume"))

    def spool_of(installation: dict[str, str]) -> Spool:
        with monkeypatch.context() as environment:
            for name, value in installation.items():
                environment.setenv(name, value)
            settings = load_settings()
            notes.append([note for note in notes_at_start(settings) if "data folder: 1" in note])
            spool = build_services(settings).spool
        assert spool
        return spool

    notes: list[list[str]] = []

    dead = spool_of(one)
    assert dead.keep(KIND, {}, b"content").is_safe
    dead.shutdown(0)
    for installation, count in ((other, 0), (one, 1)):
        spool = spool_of(installation)
        spool.adopt()
        assert len(spool.pending(KIND)) == count
        spool.shutdown(0)
    assert [len(found) for found in notes] == [0, 1, 0], "the other one is told of it"


def test_a_lambda_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert build_services(load_settings(), stays=False).spool is None


def test_bucket_and_bedrock(monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    services = build(monkeypatch, generator="bedrock", bucket="our-pictures")
    assert isinstance(services.generator, BedrockGenerator)
    assert services.store.label == IN_A_BUCKET
    assert list(place.rglob("*")) == [place / "here"]


@pytest.mark.parametrize(
    ("settings", "generator", "label"),
    [
        ({"bucket": "our-pictures"}, IllustratorPool, IN_A_BUCKET),
        ({"generator": "bedrock"}, BedrockGenerator, IN_A_FOLDER),
    ],
)
def test_store_and_generator_are_chosen_apart(
    monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], generator: type, label: str
) -> None:
    services = build(monkeypatch, **settings)
    assert (type(services.generator), services.store.label) == (generator, label)


def test_the_models_of_the_settings_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    large = "stability.sd3-5-large-v1:0"
    services = build(monkeypatch, generator="bedrock", standard_model=large)
    assert services.generator.offer("standard").model == large
    assert services.generator.offer("premium").model == "stability.stable-image-ultra-v1:1"


def test_models_that_can_keep_silent_have_a_breaker(monkeypatch: pytest.MonkeyPatch) -> None:
    assert build(monkeypatch).breaker is None
    services = build(monkeypatch, generator="bedrock")
    assert services.breaker is not None


def test_notes_on_grammar_are_written_where_the_library_is_and_nobody_says_no(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(harper, "find_spec", lambda name: None)
    assert build(monkeypatch).grammar is None
    monkeypatch.setattr(harper, "find_spec", lambda name: name)
    before = psutil.Process().children()
    assert isinstance(build(monkeypatch).grammar, harper.HarperChecker)
    assert psutil.Process().children() == before, "it begins with the first words"
    assert build(monkeypatch, grammar_notes="nobody").grammar is None


def test_every_choice_has_a_backend() -> None:
    assert set(GENERATORS) == set(get_args(Settings.model_fields["generator"].annotation))
    assert set(STORES) == {"folder", "s3"}


def test_nobody_reads_aloud_unless_the_settings_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert build(monkeypatch).voice is None
    assert set(VOICES) == {"local", "polly"}


def test_a_voice_of_this_server_costs_nothing_and_starts_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = psutil.Process().children()
    voice = build(monkeypatch, voice="local").voice
    assert isinstance(voice, HibariVoice)
    assert voice.price_usd("There is a dog.") == 0
    assert psutil.Process().children() == before


def test_polly_is_asked_with_the_voice_engine_and_region_of_the_settings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with polly_rig() as rig:
        settings = {
            "polly_voice": "Amy",
            "polly_engine": "standard",
            "speaking_region": "eu-west-2",
            "max_paid_calls_per_day": "1",
        }
        services = build(monkeypatch, voice="polly", **settings)
        said = said_by(services)
        assert said is not None
        assert said.price_usd(["x" * 250_000]) == 1
        said.say("There is a dog.")
        [call] = rig.stand_in.calls
        assert (call["VoiceId"], call["Engine"]) == ("Amy", "standard")
        assert "/eu-west-2/polly/" in rig.stand_in.headers[0]["Authorization"]
        with pytest.raises(DayLimitError, match="midnight UTC"):
            said.say("There is a cat.")
        again = said_by(build(monkeypatch))  # another server, with the same folder
        assert again is not None
        assert again.say("There is a dog.").content == mp3_of("There is a dog.")
        assert len(rig.stand_in.calls) == 1


def test_only_the_local_recogniser_is_asked_for_sounds(
    monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    for chosen in get_args(Settings.model_fields["recogniser"].annotation):
        services = build(monkeypatch, recogniser=chosen, bucket="our-pictures")
        assert isinstance(services.recogniser, WhisperRecogniser) == (chosen == "local")
        assert (services.recogniser is None) == (chosen != "local")
        assert isinstance(services.transcriber, AmazonTranscribe) == (chosen == "transcribe")
    assert not (place / "home").exists()
    assert "faster_whisper" not in sys.modules


def test_a_spool_that_can_not_be_written_is_noted_at_the_start(
    monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    assert notes_at_start(load_settings()) == []
    assert list((place / "state").rglob("*.spool")) == []
    (place / "no folder").touch()
    monkeypatch.setenv("IMAGESPEAK_SPOOL_DIR", str(place / "no folder"))
    (note,) = notes_at_start(load_settings())
    assert str(place / "no folder") in note
    assert "set IMAGESPEAK_SPOOL_DIR to another folder" in note


def test_a_user_without_a_folder_for_the_spool_is_told_at_the_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def homeless() -> Path:
        raise SettingsError("This user has no home folder.")

    monkeypatch.setattr("imagespeak_core.spool.places.state_dir", homeless)
    (note,) = notes_at_start(load_settings())
    assert "no home folder. Set IMAGESPEAK_SPOOL_DIR" in note


def test_what_waits_in_the_spool_is_left_alone_when_it_is_tried(place: Path) -> None:
    dead = build_services(load_settings()).spool
    assert dead
    dead.keep(KIND, {}, b"content")
    dead.shutdown(0)
    before = list((place / "state").rglob("*.spool"))
    assert notes_at_start(load_settings()) == []
    assert list((place / "state").rglob("*.spool")) == before != []


def test_what_is_asked_for_and_not_there_is_noted_at_the_start(
    monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    monkeypatch.setenv("IMAGESPEAK_RECOGNISER_MODEL_DIR", str(place / "model"))
    monkeypatch.setattr("imagespeak_core.recognisers.whisper.model.find_spec", lambda name: name)
    assert notes_at_start(load_settings()) == []
    monkeypatch.setenv("IMAGESPEAK_RECOGNISER", "local")
    (note,) = notes_at_start(load_settings())
    assert "no first drafts" in note
    assert "model.bin" in note
    (place / "model").mkdir()
    for name in ("model.bin", "config.json", "tokenizer.json", "vocabulary.txt"):
        (place / "model" / name).touch()
    assert notes_at_start(load_settings()) == []
    monkeypatch.setattr("imagespeak_core.recognisers.whisper.model.find_spec", lambda name: None)
    (note,) = notes_at_start(load_settings())
    assert "pip install --require-hashes -r optional/recogniser.txt" in note


def test_a_voice_that_is_asked_for_and_not_installed_is_noted_at_the_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("imagespeak_core.voices.hibari.voice.find_spec", lambda name: None)
    assert notes_at_start(load_settings()) == []
    monkeypatch.setenv("IMAGESPEAK_VOICE", "local")
    (note,) = notes_at_start(load_settings())
    assert note.startswith("IMAGESPEAK_VOICE is 'local', but nothing can be read aloud")
    assert "pip install -r optional/voice.txt" in note
    monkeypatch.setattr("imagespeak_core.voices.hibari.voice.find_spec", lambda name: name)
    assert notes_at_start(load_settings()) == []


def test_a_budget_that_is_less_than_one_picture_is_noted_at_the_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("IMAGESPEAK_BUDGET_USD_PER_DAY", "0.03")
    monkeypatch.setenv("IMAGESPEAK_BUDGET_USD_PER_MONTH", "0.039")
    assert notes_at_start(load_settings()) == [], "the illustrator costs nothing"
    monkeypatch.setenv("IMAGESPEAK_GENERATOR", "bedrock")
    day, month = notes_at_start(load_settings())
    assert day.startswith("IMAGESPEAK_BUDGET_USD_PER_DAY is 0.03 US dollars, but one picture of")
    assert month.startswith("IMAGESPEAK_BUDGET_USD_PER_MONTH is 0.039 US dollars")
    monkeypatch.setenv("IMAGESPEAK_BUDGET_USD_PER_DAY", "0.04")
    monkeypatch.setenv("IMAGESPEAK_BUDGET_USD_PER_MONTH", "0")
    assert notes_at_start(load_settings()) == []


def test_a_library_for_grammar_that_is_not_installed_is_noted_at_the_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert notes_at_start(load_settings()) == []
    monkeypatch.setattr(harper, "find_spec", lambda name: None)
    (note,) = notes_at_start(load_settings())
    assert note.startswith("IMAGESPEAK_GRAMMAR_NOTES is 'harper', but there are no notes")
    assert "pip install -r requirements.txt" in note
    monkeypatch.setenv("IMAGESPEAK_GRAMMAR_NOTES", "nobody")
    assert notes_at_start(load_settings()) == []


def test_the_days_limit_of_the_settings_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = build(monkeypatch, max_pictures_per_day="1").picture_calls
    with calls.one(Decimal(0), A_CALL):
        pass
    with pytest.raises(DayLimitError), calls.one(Decimal(0), A_CALL):
        pass


@pytest.mark.parametrize(
    "settings",
    [
        {"generator": "bedrock"},
        {"voice": "polly"},
        {"recogniser": "transcribe", "bucket": "our-pictures", "recording_max_s": "600"},
        {"viewer_model": "amazon.unheard-of-v1:0"},
    ],
)
def test_what_is_paid_has_a_budget_and_an_unknown_price_is_the_dearest(
    monkeypatch: pytest.MonkeyPatch, place: Path, settings: dict[str, str]
) -> None:
    monkeypatch.setitem(STORES, "s3", lambda settings: MemoryBlobs())
    assert build(monkeypatch).budget is None
    services = build(monkeypatch, **settings)
    assert services.budget
    with services.paid_calls.one(None, A_CALL):
        pass
    with services.picture_calls.one(Decimal(0), A_CALL):
        pass
    assert services.budget.standing().today_usd == Decimal("0.14")
    assert services.budget.standing().day_limit_usd == 12
    services.budget.close()
    assert build(monkeypatch, budget_usd_per_day="0").budget is None
    month = build(monkeypatch, budget_usd_per_month="9").budget
    assert month
    assert month.standing().day_limit_usd is None
    assert month.standing().month_limit_usd == 9


def test_all_that_is_paid_shares_one_budget(monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    services = build(monkeypatch, generator="bedrock", voice="polly", budget_usd_per_day="0.05")
    with services.picture_calls.one(Decimal("0.04"), A_CALL):
        pass
    with pytest.raises(BudgetSpentError, match="without it"):
        services.paid_calls.one(Decimal("0.02"), A_CALL).__enter__()
    with services.paid_calls.one(Decimal("0.01"), A_CALL):
        pass
    again = build(monkeypatch)
    with pytest.raises(BudgetSpentError, match="pictures you have"):
        again.picture_calls.one(Decimal("0.04"), A_CALL).__enter__()


def test_addresses_live_as_long_as_the_settings_say(monkeypatch: pytest.MonkeyPatch) -> None:
    url = build(monkeypatch, url_ttl_s="60").store.image_url(KEY, signed_at=NOW)
    assert f"expires={int(NOW.timestamp()) + 60}" in url


def test_two_processes_of_a_user_sign_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = (build(monkeypatch).store.image_url(KEY, signed_at=NOW) for _ in range(2))
    assert first == second


def test_a_given_secret_signs_and_makes_no_file(
    monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    unset = build(monkeypatch).store.image_url(KEY, signed_at=NOW)
    (place / "state" / "imagespeak" / "secret").unlink()
    given = build(monkeypatch, secret="x" * 16).store.image_url(KEY, signed_at=NOW)
    other = build(monkeypatch, secret="y" * 16).store.image_url(KEY, signed_at=NOW)
    assert len({unset, given, other}) == 3
    assert not (place / "state" / "imagespeak" / "secret").exists()


def test_a_data_root_around_the_secret_or_the_spool_is_refused(
    monkeypatch: pytest.MonkeyPatch, place: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with pytest.raises(SettingsError, match=r"secret.* would lie in IMAGESPEAK_DATA_DIR"):
        build(monkeypatch, data_dir=str(place))
    with pytest.raises(SettingsError, match="IMAGESPEAK_SPOOL_DIR"):
        build(monkeypatch, secret="x" * 16)
    build(monkeypatch, spool_dir=str(tmp_path_factory.mktemp("volume")))


def test_all_lies_in_one_place(monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    services = build(monkeypatch)
    assert services.claims.take("abc")
    assert (place / "here" / "data" / "claims" / "abc").exists()
    services.documents.write("classes/class-7b.json", b"{}", replacing=None)
    assert (place / "here" / "data" / "classes" / "class-7b.json").read_bytes() == b"{}"


def test_a_bucket_is_reached_over_one_connection(
    monkeypatch: pytest.MonkeyPatch, moto_url: str
) -> None:
    made: list[object] = []
    real_session = boto3.session.Session

    def session(botocore_session: botocore.session.Session) -> boto3.session.Session:
        made.append(None)
        return real_session(botocore_session=botocore_session)

    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", moto_url)
    plain_client(moto_url).create_bucket(Bucket="our-pictures")
    monkeypatch.setattr(boto3.session, "Session", session)
    services = build(monkeypatch, bucket="our-pictures")
    assert made == []
    services.store.warm_up()
    version = services.documents.write("classes/class-7b.json", b"{}", replacing=None)
    services.documents.write("classes/class-7b.json", b"{1}", replacing=version)
    assert services.store.list_session("s") == []
    assert len(made) == 1


def test_no_write_goes_to_a_store_that_was_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    with other_s3() as server:
        server.if_none_match = "ignored"
        monkeypatch.setenv("AWS_ENDPOINT_URL_S3", server.url)
        services = build(monkeypatch, bucket=BUCKET)
        for write in (
            lambda: services.claims.take("abc"),
            lambda: services.store.put(KEY, b"PNG", {}),
            lambda: services.documents.write("classes/class-7b.json", b"{}", replacing=None),
        ):
            with pytest.raises(StorageUnsuitableError):
                write()
        assert server.kept == {}


def test_with_a_bucket_too_the_server_can_sign(
    monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    monkeypatch.setenv("IMAGESPEAK_BUCKET", "our-pictures")
    made = server_secret(load_settings())
    assert made == (place / "state" / "imagespeak" / "secret").read_bytes()
    assert server_secret(load_settings()) == made
    monkeypatch.setenv("IMAGESPEAK_SECRET", "x" * 16)
    assert server_secret(load_settings()) == b"x" * 16


def test_seeds_are_random_and_in_range(monkeypatch: pytest.MonkeyPatch) -> None:
    draw = build(monkeypatch).draw_seed
    seeds = [draw() for _ in range(1_000)]
    assert all(1 <= seed <= MAX_SEED for seed in seeds)
    assert len(set(seeds)) > 990
    assert max(seeds) > MAX_SEED // 2 > min(seeds)


def test_the_clock_is_aware_and_right(monkeypatch: pytest.MonkeyPatch) -> None:
    services = build(monkeypatch)
    before = datetime.now(UTC)
    now = services.now()
    assert before <= now <= datetime.now(UTC)
    assert now.utcoffset() == timedelta(0)


def test_the_first_picture_of_a_fresh_machine(monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    request = ImageRequest("s", "A lake in the forest", width_px=256, height_px=256)
    made = get_practice_image(build(monkeypatch), request)
    assert (place / "here" / "data" / str(made.key)).stat().st_size == made.size_bytes
    assert get_practice_image(build(monkeypatch), request) == made


def test_a_model_looks_at_pictures_only_where_one_is_set(
    monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    assert build(monkeypatch).viewer is None
    viewer = build(monkeypatch, viewer_model="us.amazon.nova-lite-v1:0").viewer
    assert isinstance(viewer, BedrockViewer)
    assert viewer.model == "us.amazon.nova-lite-v1:0"
    assert viewer.price_usd() is not None
    arn = "arn:aws:bedrock:us-west-2::foundation-model/amazon.nova-pro-v1:0"
    other = build(monkeypatch, viewer_model=arn).viewer
    assert other is not None
    assert other.model == "amazon.nova-pro-v1:0"
