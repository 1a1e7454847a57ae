"""A picture that was made is not made, nor paid for, a second time because the store failed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from imagespeak_core.errors import StorageFullError, StorageTimeoutError
from imagespeak_core.models import ImageRequest
from imagespeak_core.pictures.unstored import MAX_PICTURES
from imagespeak_core.pictures.use_cases import generate_images, get_practice_image, retrieve_images
from imagespeak_core.services import Services
from tests.fakes import DRAWN_SEED, FakeGenerator, TroubledStore, make_services

WISH = ImageRequest("image-001", "A cat", width_px=256, height_px=256)


@pytest.fixture
def store() -> TroubledStore:
    return TroubledStore()


@pytest.fixture
def generator() -> FakeGenerator:
    return FakeGenerator()


@pytest.fixture
def services(store: TroubledStore, generator: FakeGenerator) -> Services:
    """Each request without a seed gets another one."""
    seeds = iter(range(DRAWN_SEED, DRAWN_SEED + 1_000))
    return replace(make_services(store, generator), draw_seed=lambda: next(seeds))


def fail(services: Services, store: TroubledStore, request: ImageRequest) -> None:
    """Ask while the store takes nothing."""
    store.troubles["put"] = StorageFullError("full")
    with pytest.raises(StorageFullError) as caught:
        generate_images(services, request)
    assert caught.value.picture_kept
    del store.troubles["put"]


def test_the_same_again_stores_what_was_made(
    services: Services, store: TroubledStore, generator: FakeGenerator
) -> None:
    fail(services, store, WISH)
    image = generate_images(services, WISH).images[0]
    assert [call.seed for call in generator.calls] == [DRAWN_SEED]
    assert image.seed == DRAWN_SEED
    assert store.details(image.stored.key).seed == DRAWN_SEED


def test_get_practice_image_stores_it_too(
    services: Services, store: TroubledStore, generator: FakeGenerator
) -> None:
    fail(services, store, WISH)
    get_practice_image(services, WISH)
    assert len(generator.calls) == 1


def test_it_is_stored_once(
    services: Services, store: TroubledStore, generator: FakeGenerator
) -> None:
    fail(services, store, WISH)
    for _ in range(2):
        generate_images(services, WISH)
    assert len(generator.calls) == 2
    assert len(retrieve_images(services, WISH.session_id)) == 2


def test_it_outlives_several_failures(
    services: Services, store: TroubledStore, generator: FakeGenerator
) -> None:
    for _ in range(3):
        fail(services, store, WISH)
    generate_images(services, WISH)
    assert len(generator.calls) == 1


@pytest.mark.parametrize(
    "other",
    [
        replace(WISH, prompt="A dog"),
        replace(WISH, session_id="image-002"),
        replace(WISH, seed=7),
    ],
    ids=["prompt", "session", "seed"],
)
def test_who_asks_for_something_else_does_not_get_it(
    services: Services, store: TroubledStore, generator: FakeGenerator, other: ImageRequest
) -> None:
    fail(services, store, WISH)
    generate_images(services, other)
    assert len(generator.calls) == 2
    assert len(retrieve_images(services, other.session_id)) == 1


def test_each_of_several_has_its_own(
    services: Services, store: TroubledStore, generator: FakeGenerator
) -> None:
    request = replace(WISH, image_count=3)
    fail(services, store, request)
    result = generate_images(services, request)
    assert len(generator.calls) == 3
    assert [image.seed for image in result.images] == [DRAWN_SEED, DRAWN_SEED + 1, DRAWN_SEED + 2]


def test_one_of_several_is_told_as_not_saved_and_kept(
    services: Services, store: TroubledStore, generator: FakeGenerator
) -> None:
    store.fail_for_index = 1
    result = generate_images(services, replace(WISH, image_count=2))
    assert result.warnings == ("Picture 2 of 2 was not saved: full",)
    store.fail_for_index = None
    generate_images(services, replace(WISH, image_count=2))
    assert len(generator.calls) == 3


def test_a_store_that_fails_before_the_making_has_nothing_to_keep(
    services: Services, store: TroubledStore
) -> None:
    store.troubles["claim"] = StorageTimeoutError("slow")
    with pytest.raises(StorageTimeoutError) as caught:
        generate_images(services, WISH)
    assert not caught.value.picture_kept


def test_of_very_many_the_oldest_goes(
    services: Services, store: TroubledStore, generator: FakeGenerator
) -> None:
    wishes = [replace(WISH, prompt=f"Cat {number}") for number in range(MAX_PICTURES + 1)]
    for wish in wishes:
        fail(services, store, wish)
    generate_images(services, wishes[1])
    assert len(generator.calls) == len(wishes)
    generate_images(services, wishes[0])
    assert len(generator.calls) == len(wishes) + 1
