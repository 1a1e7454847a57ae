"""One line in the log for each call to a model, in text or JSON, and nothing else of anybody."""

from __future__ import annotations

import hashlib
import io
import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from imagespeak_core.errors import (
    DayLimitError,
    ImageSpeakError,
    ModelBusyError,
    ModelSilentError,
    ModelTimeoutError,
    PromptRefusedError,
    SettingsError,
)
from imagespeak_core.models import ImageRequest
from imagespeak_core.operations import logs
from imagespeak_core.operations.calls import Call, CallEnded, Calls, within_request
from imagespeak_core.operations.session_names import SessionNames
from imagespeak_core.pictures.queue import GenerationQueue
from imagespeak_core.pictures.use_cases import generate_images, get_practice_image
from imagespeak_core.services import Services
from imagespeak_core.spending.daily_limit import DailyLimit
from imagespeak_core.spending.paid_calls import PaidCalls
from tests.fakes import FAKE_MODEL, FakeGenerator, HandClock, TroubledStore, make_services
from tests.for_each import for_each

SESSION = "marked-session-77"
PROMPT = "A marked prompt about a zebra"
WISH = ImageRequest(SESSION, PROMPT, width_px=256, height_px=256)
CALL = Call("picture", FAKE_MODEL, SESSION)


@pytest.fixture
def generator() -> FakeGenerator:
    return FakeGenerator()


@pytest.fixture
def services(generator: FakeGenerator) -> Services:
    return make_services(TroubledStore(), generator, day_limit=50)


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    with logs.written("json", stream):
        yield stream


def lines(stream: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def calls_in(stream: io.StringIO) -> list[dict[str, object]]:
    return [line for line in lines(stream) if "outcome" in line]


def test_each_picture_is_one_line_and_a_hit_is_none(
    services: Services, generator: FakeGenerator, written: io.StringIO
) -> None:
    generator.price_usd = Decimal("0.04")
    get_practice_image(services, WISH)
    get_practice_image(services, WISH)
    [line] = calls_in(written)
    assert line["level"] == "INFO"
    assert {name: line[name] for name in ("what", "model", "outcome", "cents")} == {
        "what": "picture",
        "model": FAKE_MODEL,
        "outcome": "made",
        "cents": 4,
    }
    assert isinstance(line["ms"], int)
    assert line["request_id"]
    assert str(line["message"]).startswith("call ended: what=picture request_id=")


def test_the_pictures_of_one_request_have_one_id_and_of_the_next_another(
    services: Services, written: io.StringIO
) -> None:
    generate_images(services, replace(WISH, image_count=3))
    generate_images(services, WISH)
    first, second, third, fourth = (line["request_id"] for line in calls_in(written))
    assert first == second == third != fourth
    assert len({line["session"] for line in calls_in(written)}) == 1


def test_who_brings_a_request_gives_its_id(services: Services, written: io.StringIO) -> None:
    with within_request("of-the-gateway"):
        generate_images(services, replace(WISH, image_count=2))
    assert {line["request_id"] for line in calls_in(written)} == {"of-the-gateway"}


@for_each(
    "error, cents",
    [
        (ModelBusyError("Busy."), 0),
        (PromptRefusedError("No."), 0),
        (ModelTimeoutError("Slow."), 4),
        (ZeroDivisionError("ours"), 4),
    ],
)
def test_a_failure_has_its_code_and_costs_what_may_be_paid(error: Exception, cents: int) -> None:
    generator, stream = FakeGenerator(error), io.StringIO()
    generator.price_usd = Decimal("0.04")
    services = make_services(TroubledStore(), generator)
    with logs.written("json", stream), pytest.raises(type(error)):
        generate_images(services, WISH)
    [line] = calls_in(stream)
    code = error.code if isinstance(error, ImageSpeakError) else "internal_error"
    assert (line["outcome"], line["cents"]) == (code, cents)


def test_a_call_that_is_not_let_through_costs_nothing(written: io.StringIO) -> None:
    services = make_services(TroubledStore(), FakeGenerator(), day_limit=1)
    generate_images(services, WISH)
    with pytest.raises(ImageSpeakError):
        generate_images(services, WISH)
    assert [line["outcome"] for line in calls_in(written)] == ["made", "day_limit"]
    assert calls_in(written)[1]["cents"] == 0


def test_a_picture_that_was_not_made_is_one_line_too(written: io.StringIO) -> None:
    services = make_services(TroubledStore(), FakeGenerator(PromptRefusedError("No.")))
    queue = GenerationQueue(services, workers=1, monotonic=lambda: 5.0)
    try:
        queue.generate(WISH).done.result(30)
    finally:
        queue.shutdown()
    [line] = lines(written)
    assert line["outcome"] == "prompt_refused"


def test_only_what_reached_a_model_has_begun() -> None:
    told = list[CallEnded]()
    paid = PaidCalls(DailyLimit(1, now=HandClock()), calls=Calls(watchers=[told.append]))
    with paid.one(Decimal("0.04"), CALL):
        pass
    with pytest.raises(DayLimitError), paid.one(Decimal("0.04"), CALL):
        pass
    with paid.free(CALL):
        pass
    assert [one.has_begun for one in told] == [True, False, True]


@for_each(
    "error, has_begun",
    [
        (ModelBusyError("Busy."), True),
        (ModelTimeoutError("Slow."), True),
        (ModelSilentError("Silent.", retry_after_s=30), False),
    ],
)
def test_a_model_that_is_left_alone_was_not_asked(error: ImageSpeakError, has_begun: bool) -> None:
    told = list[CallEnded]()
    paid = PaidCalls(DailyLimit(None, now=HandClock()), calls=Calls(watchers=[told.append]))
    with pytest.raises(type(error)), paid.one(Decimal("0.04"), CALL):
        raise error
    assert [one.has_begun for one in told] == [has_begun]


def test_seconds_are_the_models_own_and_cents_are_exact() -> None:
    clock, ended = iter([0.0, 5.0, 8.25]), list[CallEnded]()
    calls = Calls(watchers=[ended.append], monotonic=lambda: next(clock))
    paid = PaidCalls(DailyLimit(None, now=HandClock()), calls=calls)
    with paid.one(Decimal("0.000123"), CALL):
        pass
    assert ended[0].seconds == 3.25
    assert ended[0].cents == Decimal("0.0123")
    assert ended[0].fields["ms"] == 3250


def test_a_price_that_nobody_knows_is_not_made_up(written: io.StringIO) -> None:
    with PaidCalls(DailyLimit(None, now=HandClock())).one(None, CALL):
        pass
    [line] = calls_in(written)
    assert line["cents"] is None
    assert str(line["message"]).endswith("cents=unknown")


def test_the_log_names_neither_prompt_nor_session(
    services: Services, generator: FakeGenerator
) -> None:
    for log_format in ("text", "json"):
        stream = io.StringIO()
        with logs.written(log_format, stream):
            for outcome in (None, ModelBusyError("Busy."), PromptRefusedError(f"No {PROMPT}")):
                generator.script(outcome)
                try:
                    generate_images(services, replace(WISH, image_count=1))
                except ImageSpeakError:
                    continue
        text = stream.getvalue()
        assert text.count("call ended") == 3
        for secret in (SESSION, PROMPT, "zebra", "generated-images/"):
            assert secret not in text
        assert hashlib.sha256(SESSION.encode()).hexdigest()[:8] not in text


class TestSessionNames:
    def test_one_secret_gives_one_name_and_another_another(self) -> None:
        ours, same, other = (SessionNames(lambda one=one: one) for one in (b"a", b"a", b"b"))  # type: ignore[misc]
        assert ours.of("abc") == same.of("abc") != other.of("abc")
        assert ours.of("abc") != ours.of("abd")
        assert len(ours.of("abc")) == 12
        assert ours.of("") == ""

    def test_without_a_secret_it_holds_as_long_as_the_process(self) -> None:
        names = SessionNames()
        assert names.of("abc") == names.of("abc") != SessionNames().of("abc")

    def test_who_has_no_secret_after_all_has_names_too(self) -> None:
        def homeless() -> bytes:
            raise SettingsError("No home.")

        assert SessionNames(homeless).of("abc")


class TestWhatIsWritten:
    def test_lines_appear_once_and_loggers_are_as_before_afterwards(self) -> None:
        stream, ours = io.StringIO(), logging.getLogger("imagespeak_core.somewhere")
        before = logging.getLogger("imagespeak_core").level
        with logs.written("text", stream):
            ours.info("one line")
            logging.getLogger("somebody.else").error("not ours")
        ours.info("too late")
        [line] = stream.getvalue().splitlines()
        assert line.endswith("INFO imagespeak_core.somewhere: one line")
        assert logging.getLogger("imagespeak_core").level == before
        assert logging.getLogger("imagespeak_core").propagate

    def test_an_exception_stays_in_its_line(self, written: io.StringIO) -> None:
        try:
            raise ZeroDivisionError("a detail")
        except ZeroDivisionError:
            logging.getLogger("pages.somewhere").exception("it failed: %s", "twice")
        [line] = lines(written)
        assert line["message"] == "it failed: twice"
        assert line["logger"] == "pages.somewhere"
        assert str(line["exception"]).endswith("ZeroDivisionError: a detail")
        assert str(line["time"]).endswith("+00:00")

    @for_each("format_", ["json", "text"])
    def test_the_servers_own_lines_name_nobody(self, format_: str) -> None:
        heard, access = list[str](), logging.getLogger("uvicorn.access")
        handler = logging.Handler()
        handler.emit = lambda record: heard.append(record.getMessage())  # type: ignore[method-assign]
        access.addHandler(handler)
        try:
            with logs.written(format_, io.StringIO()):  # type: ignore[arg-type]
                access.warning(
                    '%s - "%s %s HTTP/%s" %d',
                    "10.1.2.3:99",
                    "GET",
                    f"/pictures/{SESSION}_0.png?signature=abc",
                    "1.1",
                    200,
                )
                access.warning(
                    '%s - "%s %s HTTP/%s" %d', "::1", "GET", f"/?session={SESSION}", "1.1", 200
                )
        finally:
            access.removeHandler(handler)
        assert heard == ['- - "GET /pictures/… HTTP/1.1" 200', '- - "GET / HTTP/1.1" 200']

    def test_a_lambdas_own_level_and_json_are_left_alone(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        ours, root = logging.getLogger("imagespeak_core"), logging.getLogger()
        monkeypatch.setattr(root, "handlers", [logging.StreamHandler(io.StringIO())])
        for name in logs.LOGGERS:
            monkeypatch.setattr(logging.getLogger(name), "level", logging.NOTSET)
        logs.write_in_lambda("json")
        assert not isinstance(_formatter_of(root), logs.JsonLines), "it is no Lambda"
        monkeypatch.setenv("AWS_LAMBDA_FUNCTION_NAME", "pictures")
        monkeypatch.setenv("AWS_LAMBDA_LOG_FORMAT", "JSON")
        monkeypatch.setenv("AWS_LAMBDA_LOG_LEVEL", "ERROR")
        logs.write_in_lambda("json")
        assert not isinstance(_formatter_of(root), logs.JsonLines)
        assert logging.getLevelName(ours.level) == "NOTSET"
        monkeypatch.delenv("AWS_LAMBDA_LOG_FORMAT")
        monkeypatch.delenv("AWS_LAMBDA_LOG_LEVEL")
        logs.write_in_lambda("json")
        assert isinstance(_formatter_of(root), logs.JsonLines)
        assert logging.getLevelName(ours.level) == "INFO"


def _formatter_of(logger: logging.Logger) -> logging.Formatter | None:
    return logger.handlers[0].formatter
