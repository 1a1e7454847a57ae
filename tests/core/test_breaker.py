"""A model that hangs is left alone for a while; nothing else of a model's makes anybody wait."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import replace
from decimal import Decimal

import pytest

from imagespeak_core.errors import (
    ImageSpeakError,
    ModelBusyError,
    ModelError,
    ModelSilentError,
    ModelTimeoutError,
    ModelUnreachableError,
    PromptRefusedError,
)
from imagespeak_core.generators.base import Offer
from imagespeak_core.generators.breaker import HUNG_S, LONGEST_S, OPEN_S, SLOW_FACTOR, Breaker
from imagespeak_core.models import GeneratedImage, ImageRequest, Quality
from imagespeak_core.pictures.made_once import Waits
from imagespeak_core.pictures.making import Making
from imagespeak_core.pictures.use_cases import (
    generate_images,
    get_practice_image,
    practice_errand,
)
from imagespeak_core.services import Services
from tests.fakes import FAKE_MODEL, FakeGenerator, TroubledStore, make_services
from tests.for_each import for_each

MODEL, OTHER = "fake.painter-v1:0", "fake.other-v1:0"
WAIT_S = 30
TIMEOUT = ModelTimeoutError("Too long.")
CUT = ModelUnreachableError("Cut.")


class Seconds:
    """A clock that stands still until somebody moves it."""

    def __init__(self) -> None:
        self.now_s = 1_000.0

    def __call__(self) -> float:
        return self.now_s

    def pass_by(self, seconds: float) -> None:
        self.now_s += seconds


@pytest.fixture
def clock() -> Seconds:
    return Seconds()


@pytest.fixture
def breaker(clock: Seconds) -> Breaker:
    return Breaker(clock)


class Under:
    """A call that is under way until it is told to end; forgotten ones end, too."""

    def __init__(self, breaker: Breaker, model_id: str = MODEL) -> None:
        self._call = breaker.one(model_id)
        self._call.__enter__()

    def ends(self, error: BaseException | None = None) -> None:
        self._call.__exit__(type(error) if error else None, error, None)


def call(
    breaker: Breaker,
    clock: Seconds,
    seconds: float,
    error: BaseException | None = None,
    model_id: str = MODEL,
) -> None:
    under = Under(breaker, model_id)
    clock.pass_by(seconds)
    under.ends(error)


def refusal(breaker: Breaker, model_id: str = MODEL) -> ModelSilentError | None:
    """Why a call is refused; None where it is let through, and answered at once."""
    try:
        with breaker.one(model_id):
            return None
    except ModelSilentError as error:
        return error


def is_open(breaker: Breaker, model_id: str = MODEL) -> bool:
    """Without becoming its probe: only right after it may have opened."""
    return refusal(breaker, model_id) is not None


@for_each("error", [TIMEOUT, CUT], ids=lambda error: error.code)
def test_a_call_that_hung_opens_it_and_nothing_is_sent(
    breaker: Breaker, clock: Seconds, error: ModelError
) -> None:
    breaker = Breaker(clock)
    call(breaker, clock, HUNG_S, error)
    refused = refusal(breaker)
    assert refused is not None
    assert refused.retry_after_s == OPEN_S
    assert str(refused) == (
        "The picture model does not answer just now. Please try again in 30 seconds. "
        "Nothing was paid."
    )


def test_it_says_how_long_it_is_left_alone_still(breaker: Breaker, clock: Seconds) -> None:
    call(breaker, clock, HUNG_S, TIMEOUT)
    clock.pass_by(OPEN_S - 0.2)
    refused = refusal(breaker)
    assert refused is not None
    assert refused.retry_after_s == 1
    assert "in 1 second." in str(refused)


@for_each(
    "seconds, error",
    [
        (HUNG_S - 0.1, TIMEOUT),
        (0.0, CUT),
        (HUNG_S * 6, None),
        (HUNG_S * 6, ModelError("An answer, and no picture.")),
        (HUNG_S * 6, ModelBusyError("Busy.")),
        (HUNG_S * 6, PromptRefusedError("No.")),
        (HUNG_S * 6, ZeroDivisionError()),
    ],
    ids=lambda seconds, error: f"{seconds:.0f}-{type(error).__name__}",
)
def test_quick_errors_and_slow_answers_never_open_it(
    clock: Seconds, seconds: float, error: BaseException | None
) -> None:
    breaker = Breaker(clock)
    for _ in range(5):
        call(breaker, clock, seconds, error)
    assert not is_open(breaker)


def test_each_model_is_for_itself(breaker: Breaker, clock: Seconds) -> None:
    call(breaker, clock, HUNG_S, TIMEOUT)
    assert is_open(breaker)
    assert not is_open(breaker, OTHER)


def test_after_a_while_one_probe_is_let_through_and_nobody_beside_it(
    breaker: Breaker, clock: Seconds
) -> None:
    call(breaker, clock, HUNG_S, TIMEOUT)
    clock.pass_by(OPEN_S)
    probe = Under(breaker)
    for _ in range(3):
        clock.pass_by(HUNG_S)
        refused = refusal(breaker)
        assert refused is not None
        assert refused.retry_after_s > 0
    probe.ends()
    with ExitStack() as several:
        for _ in range(5):
            several.enter_context(breaker.one(MODEL))


@for_each("error", [CUT, TIMEOUT, PromptRefusedError("No.")], ids=lambda error: error.code)
def test_a_probe_that_fails_quickly_closes_it(clock: Seconds, error: ImageSpeakError) -> None:
    breaker = Breaker(clock)
    call(breaker, clock, HUNG_S, TIMEOUT)
    clock.pass_by(OPEN_S)
    call(breaker, clock, 1, error)
    with breaker.one(MODEL), breaker.one(MODEL):
        pass


def test_a_probe_that_hangs_opens_it_again(breaker: Breaker, clock: Seconds) -> None:
    call(breaker, clock, HUNG_S, TIMEOUT)
    for _ in range(3):
        clock.pass_by(OPEN_S)
        call(breaker, clock, HUNG_S, CUT)
        refused = refusal(breaker)
        assert refused is not None
        assert refused.retry_after_s == OPEN_S


def test_an_answer_to_an_older_call_closes_it(breaker: Breaker, clock: Seconds) -> None:
    older = Under(breaker)
    call(breaker, clock, HUNG_S, TIMEOUT)
    assert is_open(breaker)
    older.ends()
    assert not is_open(breaker)


def test_an_older_call_that_fails_quickly_or_not_tells_nothing_of_the_probe(
    breaker: Breaker, clock: Seconds
) -> None:
    older = Under(breaker)
    call(breaker, clock, HUNG_S, TIMEOUT)
    clock.pass_by(OPEN_S)
    probe = Under(breaker)
    older.ends(ModelError("An answer, and no picture."))
    assert is_open(breaker), "the probe is under way"
    probe.ends()
    assert not is_open(breaker)


def test_a_call_that_hung_while_others_were_answered_does_not_open_it(
    breaker: Breaker, clock: Seconds
) -> None:
    hung = Under(breaker)
    call(breaker, clock, 5)
    clock.pass_by(60)
    hung.ends(TIMEOUT)
    assert not is_open(breaker)


def test_calls_are_held_back_while_one_hangs(breaker: Breaker, clock: Seconds) -> None:
    usual_s = 8.0
    assert not breaker.is_slow(MODEL, usual_s)
    hangs = Under(breaker)
    clock.pass_by(SLOW_FACTOR * usual_s)
    assert not breaker.is_slow(MODEL, usual_s)
    clock.pass_by(0.1)
    assert breaker.is_slow(MODEL, usual_s)
    assert not breaker.is_slow(OTHER, usual_s)
    hangs.ends(ModelError("An answer, and no picture."))
    assert not breaker.is_slow(MODEL, usual_s)


def test_a_quick_model_is_waited_for_as_long_as_a_hung_one(
    breaker: Breaker, clock: Seconds
) -> None:
    hangs = Under(breaker)
    clock.pass_by(HUNG_S)
    assert not breaker.is_slow(MODEL, 1.0)
    clock.pass_by(0.1)
    assert breaker.is_slow(MODEL, 1.0)
    hangs.ends()


def test_nobody_is_held_back_who_began_after_the_last_answer(
    breaker: Breaker, clock: Seconds
) -> None:
    hangs = Under(breaker)
    clock.pass_by(50)
    call(breaker, clock, 1)
    assert not breaker.is_slow(MODEL, 1.0), "the model answers others"
    with suppress(ModelError):
        call(breaker, clock, 1, ModelError("An answer, and no picture."))
    hangs.ends(TIMEOUT)
    later = Under(breaker)
    clock.pass_by(50)
    assert breaker.is_slow(MODEL, 1.0)
    later.ends()
    assert not breaker.is_slow(MODEL, 1.0)


def test_where_it_is_open_nobody_waits_since_all_are_refused(
    breaker: Breaker, clock: Seconds
) -> None:
    hangs = Under(breaker)
    call(breaker, clock, HUNG_S + 5, TIMEOUT)
    assert is_open(breaker)
    assert not breaker.is_slow(MODEL, 1.0)
    clock.pass_by(OPEN_S)
    probe = Under(breaker)
    clock.pass_by(50)
    assert not breaker.is_slow(MODEL, 1.0), "a probe is under way"
    for under in (probe, hangs):
        under.ends()


def test_a_call_that_never_ends_holds_nobody_back_for_ever(
    breaker: Breaker, clock: Seconds
) -> None:
    trickles = Under(breaker)
    clock.pass_by(LONGEST_S)
    assert breaker.is_slow(MODEL, 1.0)
    clock.pass_by(0.1)
    assert not breaker.is_slow(MODEL, 1.0)
    trickles.ends(TIMEOUT)


def test_a_probe_that_never_ends_is_followed_by_another(breaker: Breaker, clock: Seconds) -> None:
    call(breaker, clock, HUNG_S, TIMEOUT)
    clock.pass_by(OPEN_S)
    trickles = Under(breaker)
    clock.pass_by(LONGEST_S)
    assert is_open(breaker)
    clock.pass_by(0.1)
    another = Under(breaker)
    assert is_open(breaker), "one alone"
    another.ends()
    assert not is_open(breaker)
    trickles.ends(TIMEOUT)
    assert not is_open(breaker), "others were answered meanwhile"


def test_of_many_threads_one_is_the_probe() -> None:
    many, turns = 8, Seconds()
    both_look = threading.Barrier(2)

    def clock() -> float:
        if both_look is looking:
            with suppress(threading.BrokenBarrierError):
                both_look.wait(0.2)  # leaves another time to look too, if it may
        return turns()

    looking: threading.Barrier | None = None
    breaker = Breaker(clock)
    call(breaker, turns, HUNG_S, TIMEOUT)
    turns.pass_by(OPEN_S)
    looking = both_look
    all_asked = threading.Barrier(many)

    def is_let_through(_: int) -> bool:
        try:
            with breaker.one(MODEL):
                all_asked.wait(WAIT_S)
                return True
        except ModelSilentError:
            all_asked.wait(WAIT_S)
            return False

    with ThreadPoolExecutor(many) as pool:
        assert sum(pool.map(is_let_through, range(many))) == 1


def test_an_answer_to_an_older_call_ends_the_probes_part(breaker: Breaker, clock: Seconds) -> None:
    older = Under(breaker)
    call(breaker, clock, HUNG_S, TIMEOUT)
    clock.pass_by(OPEN_S)
    probe = Under(breaker)
    clock.pass_by(1)
    older.ends()
    assert not is_open(breaker)
    clock.pass_by(HUNG_S)
    probe.ends(TIMEOUT)
    assert not is_open(breaker), "the model answered after it began"


class SlowGenerator(FakeGenerator):
    """Each call takes as long as it is told to, on a clock that stands still otherwise."""

    def __init__(self, clock: Seconds) -> None:
        super().__init__()
        self.takes_s = 0.0
        self._clock = clock

    def offer(self, quality: Quality) -> Offer:
        return Offer(FAKE_MODEL, Decimal("0.04"), 4.0)

    def generate(self, request: ImageRequest) -> GeneratedImage:
        self._clock.pass_by(self.takes_s)
        return super().generate(request)


@pytest.fixture
def generator(clock: Seconds) -> SlowGenerator:
    return SlowGenerator(clock)


@pytest.fixture
def services(breaker: Breaker, generator: SlowGenerator) -> Services:
    return replace(make_services(TroubledStore(), generator, day_limit=2), breaker=breaker)


def wish(session_id: str, *, count: int = 1) -> ImageRequest:
    return ImageRequest(session_id, "A cat", width_px=256, height_px=256, image_count=count)


def test_a_dead_model_costs_one_slow_failure_and_nothing_else(
    services: Services, generator: SlowGenerator, clock: Seconds
) -> None:
    generator.takes_s = 60
    generator.script(ModelTimeoutError("Too long."))
    with pytest.raises(ModelTimeoutError):
        generate_images(services, wish("learner-1"))
    for number in range(2, 30):
        with pytest.raises(ModelSilentError):
            generate_images(services, wish(f"learner-{number}"))
        with pytest.raises(ModelSilentError):
            get_practice_image(services, wish(f"learner-{number}", count=2))
    assert len(generator.calls) == 1
    clock.pass_by(OPEN_S)
    generator.takes_s = 5
    generate_images(services, wish("learner-2"))
    assert len(generator.calls) == 2, "what was refused was not counted for the day"


def test_a_model_without_a_breaker_is_asked_each_time(
    services: Services, generator: SlowGenerator
) -> None:
    services = replace(services, breaker=None)
    generator.takes_s = 60
    generator.script(*[ModelTimeoutError("Too long.")] * 2)
    for number in range(2):
        with pytest.raises(ModelTimeoutError):
            generate_images(services, wish(f"learner-{number}"))


def test_who_comes_while_a_call_hangs_waits_for_its_end(
    services: Services, breaker: Breaker, generator: SlowGenerator, clock: Seconds
) -> None:
    hangs = Under(breaker, FAKE_MODEL)
    clock.pass_by(HUNG_S + 1)
    errand = practice_errand(services, wish("learner"))
    assert errand.step() == Waits("the model")
    assert errand.step() == Waits("the model")
    making = Making(services, wish("another"))
    assert making.step() == Waits("the model")
    assert generator.calls == []
    hangs.ends()
    made = errand.step()
    assert not isinstance(made, Waits)
    assert [image.key.session_id for image in made] == ["learner"]
    assert not isinstance(making.step(), Waits)
    assert len(generator.calls) == 2


def test_who_has_waited_for_a_call_that_hung_to_its_end_is_told(
    services: Services, breaker: Breaker, generator: SlowGenerator, clock: Seconds
) -> None:
    hangs = Under(breaker, FAKE_MODEL)
    clock.pass_by(HUNG_S + 1)
    errand = practice_errand(services, wish("learner"))
    assert errand.step() == Waits("the model")
    hangs.ends(TIMEOUT)
    with pytest.raises(ModelSilentError):
        errand.step()
    assert generator.calls == []


def test_a_session_that_has_a_picture_waits_for_no_model(
    services: Services, breaker: Breaker, clock: Seconds
) -> None:
    made = get_practice_image(services, wish("learner"))
    hangs = Under(breaker, FAKE_MODEL)
    clock.pass_by(HUNG_S + 1)
    assert get_practice_image(services, wish("learner")) == made
    hangs.ends()


def test_who_can_not_wait_is_sent(
    services: Services, breaker: Breaker, generator: SlowGenerator, clock: Seconds
) -> None:
    hangs = Under(breaker, FAKE_MODEL)
    clock.pass_by(HUNG_S + 1)
    generate_images(services, wish("learner"))
    assert len(generator.calls) == 1
    hangs.ends()
