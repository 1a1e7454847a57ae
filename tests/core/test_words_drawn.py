"""A learner's words as a picture: in the first one's place and light, and what differs."""

from __future__ import annotations

import io
import random
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from pydantic import SecretStr

from imagespeak_core import bootstrap
from imagespeak_core.errors import ModelBusyError, ModelError
from imagespeak_core.generators.illustrator.generator import Illustrator
from imagespeak_core.generators.illustrator.illustrator import compose
from imagespeak_core.generators.illustrator.scene import Scene, Setting
from imagespeak_core.generators.illustrator.scene_json import scene_from_json
from imagespeak_core.generators.illustrator.telling.description import full_description
from imagespeak_core.generators.illustrator.workers import IllustratorPool
from imagespeak_core.models import GeneratedImage, ImageRequest
from imagespeak_core.pictures.details import ImageDetails, embed
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.pictures.prompts import prompt_bank
from imagespeak_core.services import Services
from imagespeak_core.settings import Settings
from imagespeak_core.speaking import drawn as drawn_module
from imagespeak_core.speaking.differences import ALIKE, MOST, differences
from imagespeak_core.speaking.drawn import WordsDrawn, WordsOrder, draw_words, order_for
from tests.for_each import for_each

SECRET = SecretStr("a secret of this test")
SIDE_PX = 512
PARK = (
    "Two girls and a boy play in the park at sunset. A woman sits on a bench and reads a book. "
    "A dog runs. There is a red car."
)
BEACH = "Three dogs run on the beach. A man flies a kite."
SNOWY_PARK = Setting("park", "sunset", "snow", "winter")


def scene_of(prompt: str, beside: Setting | None = None, *, seed: int = 5) -> Scene:
    return compose(prompt, seed=seed, width_px=SIDE_PX, height_px=SIDE_PX, beside=beside).scene


def setting_of(scene: Scene) -> Setting:
    return Setting(scene.place, scene.time, scene.weather, scene.season)


def told(first: str, words: str) -> tuple[str, ...]:
    original = scene_of(first)
    return differences(original, scene_of(words, setting_of(original)))


class TestSetting:
    def test_what_the_words_leave_open_is_as_in_the_first_picture(self) -> None:
        scene = scene_of("A woman reads a book.", SNOWY_PARK)
        assert setting_of(scene) == SNOWY_PARK

    @pytest.mark.parametrize(
        ("words", "setting"),
        [
            ("A woman reads in a garden.", replace(SNOWY_PARK, place="garden")),
            ("A woman reads. It is night.", replace(SNOWY_PARK, time="night")),
            ("A woman reads. It is raining.", replace(SNOWY_PARK, weather="rain")),
            ("A woman reads on a sunny day.", Setting("park", "day", "clear", "winter")),
            ("A woman reads in summer.", Setting("park", "sunset", "clear", "summer")),
        ],
    )
    def test_what_the_words_say_counts(self, words: str, setting: Setting) -> None:
        assert setting_of(scene_of(words, SNOWY_PARK)) == setting

    def test_no_night_is_sunny(self) -> None:
        night = replace(SNOWY_PARK, time="night")
        assert scene_of("It is sunny. A dog runs.", night).time == "day"

    def test_nobody_is_there_who_is_not_in_the_words(self) -> None:
        assert scene_of("It is snowing.", SNOWY_PARK).items == ()
        scene = scene_of("There is a bench.", SNOWY_PARK)
        assert {item.kind for item in scene.items} == {"thing"}

    def test_what_can_not_be_there_is_drawn_elsewhere(self) -> None:
        kitchen = Setting("kitchen", "day", "clear", "summer")
        assert "cow" in {item.noun for item in scene_of("A cow eats grass.", kitchen).items}

    def test_other_words_change_only_what_they_say_otherwise(self) -> None:
        first = scene_of("A woman reads a book. A dog sleeps.", SNOWY_PARK)
        second = scene_of("A woman reads a book. A dog runs.", SNOWY_PARK)
        woman, again = (
            replace(next(item for item in scene.items if item.noun == "woman"), box=None)
            for scene in (first, second)
        )
        assert woman == again
        assert {item.action for item in first.items} != {item.action for item in second.items}

    def test_pictures_for_a_prompt_are_as_ever(self) -> None:
        assert scene_of("A woman reads a book.") != scene_of("A woman reads a book.", SNOWY_PARK)


class TestDifferences:
    @pytest.mark.parametrize(
        ("first", "words", "sentence"),
        [
            (
                PARK, "A woman sits on a bench and reads a book. A dog sleeps.",
                "The first picture has two girls. Yours has none.",
            ),
            (
                BEACH, "Three dogs sleep on the beach. A man flies a kite.",
                "In your picture the three dogs are sleeping. In the first one they are running.",
            ),
            (
                BEACH, "Two dogs run on the beach. A man flies a kite.",
                "Your picture has two dogs. The first one has three.",
            ),
            (
                BEACH, "One dog runs on the beach. A man flies a kite.",
                "Your picture has one dog. The first one has three.",
            ),
            (
                BEACH, "Three dogs run. A man flies a kite. It is night.",
                "In your picture it is night. In the first one it is a sunny day.",
            ),
            (
                BEACH, "Three dogs run in the forest. A man flies a kite.",
                "Your picture shows a forest. The first one shows a beach.",
            ),
            (
                BEACH, "Three dogs run. A man flies a kite. A cat sleeps.",
                "Your picture has a cat. The first one has none.",
            ),
            (
                "A dog sleeps beside a red car.", "A dog sleeps beside a blue car.",
                "In your picture the car is blue. In the first one it is red.",
            ),
        ],
    )  # fmt: skip
    def test_is_told(self, first: str, words: str, sentence: str) -> None:
        assert sentence in told(first, words)

    @for_each("first", [PARK, BEACH, "A nurse and a doctor talk in a hospital."])
    def test_the_same_is_told_to_be_alike(self, first: str) -> None:
        assert told(first, first) == (ALIKE,)

    def test_children_of_whom_nobody_said_more_are_no_other_ones(self) -> None:
        words = PARK.replace("Two girls and a boy", "Three children")
        assert told(PARK, words) == (ALIKE,)

    def test_few_and_short_and_people_come_first(self) -> None:
        found = told(PARK, "A horse eats grass in the snow. There is a blue car.")
        assert len(found) == MOST
        assert found[0].startswith("The first picture has a woman")
        assert all(len(part.split()) <= 20 for text in found for part in text.split(". "))

    @for_each("seed", range(1, 13))
    def test_no_sentence_tells_the_same_twice(self, seed: int) -> None:
        dice = random.Random(seed)
        first, words = dice.sample([scene.text for scene in prompt_bank()], 2)
        original = scene_of(first, seed=seed)
        told_of = full_description(original)
        for text in (first, told_of, told_of[: len(told_of) // 2], words):
            drawn = scene_of(text, setting_of(original), seed=seed)
            found = differences(original, drawn)
            assert 1 <= len(found) <= MOST
            for sentence in found:
                yours, _, firsts = sentence.partition(". ")
                assert sentence.endswith(".")
                assert yours.removeprefix("In your picture ") != firsts.removeprefix(
                    "In the first one "
                ).removesuffix(".")


class TestDrawing:
    @pytest.fixture
    def key(self, services: Services) -> ImageKey:
        """Of a picture by the illustrator."""
        key = ImageKey("abc", "20250101_100000", 0, "dogs_beach")
        request = ImageRequest("abc", BEACH, seed=5, width_px=1024, height_px=512)
        image = Illustrator().generate(request)
        details = ImageDetails.of(key, request, image)
        services.store.put(key, embed(image.png, details, scene=image.scene), {})
        return key

    @pytest.fixture
    def services(self, tmp_path: Path) -> Services:
        settings = Settings(data_dir=tmp_path / "kept", secret=SECRET)
        illustrator = Illustrator()
        return replace(bootstrap.build_services(settings), words_drawer=lambda: illustrator)

    def test_in_the_pictures_shape_and_nothing_is_kept_or_counted(
        self, services: Services, key: ImageKey, tmp_path: Path
    ) -> None:
        before = sorted(tmp_path.rglob("*"))
        order = order_for(services, key, "Two dogs run.")
        assert (order.width_px, order.height_px) == (768, 384)
        assert order_for(services, key, "A cat sleeps.").drawing == order.drawing
        drawn = draw_words(services, order)
        with Image.open(io.BytesIO(drawn.png)) as picture:
            assert (picture.format, picture.size) == ("PNG", (768, 384))
        assert drawn.differences[0] == "The first picture has a man. Yours has none."
        assert "a black dog and a brown dog are running" in drawn.alternative_text.lower()
        assert draw_words(services, order) == drawn
        assert sorted(tmp_path.rglob("*")) == before

    def test_what_is_not_drawn_or_not_english_is_said(
        self, services: Services, key: ImageKey
    ) -> None:
        drawn = draw_words(services, order_for(services, key, "A man flies a drone above dogs."))
        assert drawn.is_english
        assert drawn.remarks != ()
        foreign = draw_words(services, order_for(services, key, "Tres perros corren en la playa."))
        assert not foreign.is_english

    def test_of_a_models_picture_nobody_knows_what_differs(self, services: Services) -> None:
        key = ImageKey("abc", "20250101_100000", 1, "red_bus")
        request = ImageRequest("abc", "A red bus", seed=7, width_px=256, height_px=256)
        png = io.BytesIO()
        Image.new("RGB", (256, 256)).save(png, format="PNG")
        image = GeneratedImage(png.getvalue(), seed=7, model="a model", duration_ms=1)
        services.store.put(key, embed(image.png, ImageDetails.of(key, request, image)), {})
        order = order_for(services, key, "A red bus.")
        assert draw_words(services, order).differences == ()
        services.store.delete([key])
        assert draw_words(services, order).png, "the picture may be gone"

    def test_the_illustrator_is_shared_or_one_that_starts_when_needed(self, tmp_path: Path) -> None:
        own = bootstrap.build_services(Settings(data_dir=tmp_path, secret=SECRET))
        assert id(own.words_drawer()) == id(own.generator)
        settings = Settings(data_dir=tmp_path, secret=SECRET, generator="bedrock")
        paid = bootstrap.build_services(settings)
        assert paid.words_drawer() is paid.words_drawer()
        assert isinstance(paid.words_drawer(), IllustratorPool)


class HeldDrawer:
    """`WordsDrawer` that draws when it may, and fails as it is told."""

    def __init__(self) -> None:
        self.orders: list[str] = []
        self.may_go = threading.Event()
        self.errors: list[Exception] = []
        self._image = Illustrator().draw_beside(
            ImageRequest("abc", "A dog.", seed=1, width_px=256, height_px=256), ""
        )

    def warm_up(self) -> None:
        """Nothing to do."""

    def draw_beside(self, request: ImageRequest, scene: str) -> GeneratedImage:
        self.orders.append(request.prompt)
        assert self.may_go.wait(timeout=60)
        if self.errors:
            raise self.errors.pop()
        return self._image


class TestTogether:
    KEY = ImageKey("abc", "20250101_100000", 0, "dog")

    @pytest.fixture
    def drawer(self) -> HeldDrawer:
        return HeldDrawer()

    @pytest.fixture
    def words_drawn(self, tmp_path: Path, drawer: HeldDrawer) -> Iterator[WordsDrawn]:
        settings = Settings(data_dir=tmp_path, secret=SECRET)
        services = replace(bootstrap.build_services(settings), words_drawer=lambda: drawer)
        words_drawn = WordsDrawn(services)
        yield words_drawn
        drawer.may_go.set()
        words_drawn.shutdown()

    def order(self, words: str) -> WordsOrder:
        return WordsOrder(self.KEY, words, 1, 256, 256)

    def test_asked_twice_it_is_drawn_once_and_kept_in_memory(
        self, words_drawn: WordsDrawn, drawer: HeldDrawer
    ) -> None:
        futures = [words_drawn.draw(self.order("A dog.")) for _ in range(3)]
        drawer.may_go.set()
        assert len({id(future.result(60)) for future in futures}) == 1
        assert words_drawn.draw(self.order("A dog.")).result(60) is futures[0].result()
        assert drawer.orders == ["A dog."]

    def test_memory_has_a_bound(
        self, words_drawn: WordsDrawn, drawer: HeldDrawer, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(drawn_module, "KEPT_BYTES", len(drawer._image.png) * 2)
        drawer.may_go.set()
        for words in ("one dog", "two dogs", "three dogs", "three dogs", "one dog"):
            words_drawn.draw(self.order(words)).result(60)
        assert drawer.orders == ["one dog", "two dogs", "three dogs", "one dog"]

    def test_of_the_names_those_that_were_given_last_are_known(
        self, words_drawn: WordsDrawn, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(drawn_module, "MOST_NAMED", 2)
        one, two, three = (self.order(words) for words in ("one dog", "two dogs", "three dogs"))
        names = [words_drawn.name(order) for order in (one, two, one, three)]
        assert names[0] == names[2]
        assert [words_drawn.named(name) for name in names[1:]] == [None, one, three]
        assert words_drawn.named("") is None

    def test_too_many_at_once_and_a_failure_is_not_kept(
        self, words_drawn: WordsDrawn, drawer: HeldDrawer, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(drawn_module, "MOST_WAITING", 1)
        drawer.errors = [ModelError("It failed.")]
        first = words_drawn.draw(self.order("one dog"))
        with pytest.raises(ModelBusyError):
            words_drawn.draw(self.order("two dogs"))
        drawer.may_go.set()
        with pytest.raises(ModelError):
            first.result(60)
        assert words_drawn.draw(self.order("one dog")).result(60).png


def test_every_scene_of_words_can_be_read() -> None:
    request = ImageRequest("abc", "A dog.", seed=1, width_px=256, height_px=256)
    for scene in ("", "{}", "no scene"):
        assert scene_from_json(Illustrator().draw_beside(request, scene).scene).items
