"""A plan written out: cells, prices, times, and what a person should know."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from imagespeak_core.errors import InvalidRequestError
from imagespeak_core.lab.advice import AdviceKind, advise, looks_english
from imagespeak_core.lab.estimate import estimate
from imagespeak_core.lab.expansion import expand, offered_axes
from imagespeak_core.lab.plan import (
    Axis,
    ModelAxis,
    NegativeAxis,
    PromptAxis,
    QualityAxis,
    RepeatAxis,
    ReplaceAxis,
    SeedAxis,
    Shape,
    ShapeAxis,
    StyleAxis,
)
from imagespeak_core.models import MAX_SEED, ImageRequest
from tests.core.lab_rig import CHEAP, DEAR, TwoModels, plan_of
from tests.fakes import FakeGenerator

GENERATOR = TwoModels()


def requests(*axes: Axis, **settings: object) -> list[ImageRequest]:
    return [cell.request for cell in expand(plan_of(*axes, **settings), GENERATOR).cells]


def kinds_of_advice(*axes: Axis, **settings: object) -> list[AdviceKind]:
    return [one.kind for one in advise(expand(plan_of(*axes, **settings), GENERATOR))]


class TestCells:
    def test_the_first_axis_runs_along_a_row(self) -> None:
        expansion = expand(
            plan_of(
                QualityAxis(values=("standard", "premium")),
                SeedAxis(values=(1, 2)),
                StyleAxis(values=("ink", "oil")),
            ),
            GENERATOR,
        )

        assert [cell.place for cell in expansion.cells] == [
            (0, 0, 0), (1, 0, 0), (0, 1, 0), (1, 1, 0),
            (0, 0, 1), (1, 0, 1), (0, 1, 1), (1, 1, 1),
        ]  # fmt: skip
        assert [axis.values for axis in expansion.axes] == [
            ("standard", "premium"),
            ("1", "2"),
            ("ink", "oil"),
        ]
        assert expansion.cells[3].request.seed == 2
        assert expansion.cells[3].request.quality == "premium"
        assert expansion.cells[3].request.prompt == "A dog in a park, ink"

    def test_a_request_is_exact(self) -> None:
        [request] = requests(
            ShapeAxis(values=(Shape(width_px=512, height_px=300),)), negative_prompt="cats", seed=5
        )

        assert request == ImageRequest(
            "lab-preview", "A dog in a park", "cats", "standard", 512, 300, 5, 1, CHEAP.model
        )

    def test_without_axes_it_is_one_picture(self) -> None:
        plan = plan_of().model_copy(update={"axes": ()})

        assert [cell.place for cell in expand(plan, GENERATOR).cells] == [()]

    def test_prompts_and_their_labels(self) -> None:
        several = expand(plan_of(PromptAxis(values=("A cat", "{A|Two} dogs"))), GENERATOR)
        one = expand(plan_of(PromptAxis(values=("A {red|} {car|bus}",))), GENERATOR)

        assert several.axes[0].values == ("A cat", "A dogs", "Two dogs")
        assert one.axes[0].values == ("red, car", "red, bus", "(none), car", "(none), bus")

    def test_words_take_the_place_of_others_in_every_prompt(self) -> None:
        found = requests(
            ReplaceAxis(search="dog", values=("dog", "fox")),
            PromptAxis(values=("A dog and a dog", "No pets")),
        )

        assert [one.prompt for one in found] == [
            "A dog and a dog", "A fox and a fox", "No pets", "No pets"
        ]  # fmt: skip

    def test_words_that_are_in_no_prompt_are_told(self) -> None:
        with pytest.raises(InvalidRequestError, match="'cat' is not in the prompt"):
            requests(ReplaceAxis(search="cat", values=("fox",)))

    def test_a_model_is_that_of_its_quality_where_it_has_one(self) -> None:
        found = requests(ModelAxis(values=(DEAR.model, CHEAP.model)))

        assert [(one.model, one.quality) for one in found] == [
            (DEAR.model, "premium"),
            (CHEAP.model, "standard"),
        ]

    def test_an_unknown_model_is_told(self) -> None:
        with pytest.raises(InvalidRequestError, match="There is no model 'gone-v1' here"):
            requests(ModelAxis(values=("gone-v1",)))

    def test_negative_prompts(self) -> None:
        found = requests(NegativeAxis(values=("", "people")))

        assert [one.negative_prompt for one in found] == ["", "people"]

    def test_24_are_made_and_25_told(self) -> None:
        four, five = (SeedAxis(values=tuple(range(1, n + 1))) for n in (4, 5))
        six = StyleAxis(values=("a", "b", "c", "d", "e", "f"))

        assert len(requests(four, six)) == 24
        with pytest.raises(InvalidRequestError, match=r"makes 30 pictures.*at most 24"):
            requests(five, six)
        with pytest.raises(InvalidRequestError, match=r"30 pictures \(5 × 6\)\."):
            requests(five, six)

    def test_a_text_that_is_written_in_another_way_is_not_found(self) -> None:
        with pytest.raises(InvalidRequestError, match="Capital and small letters differ"):
            requests(ReplaceAxis(search="Dog", values=("cat",)))

    def test_a_plan_without_seed_is_a_mistake(self) -> None:
        with pytest.raises(ValueError, match="settled"):
            expand(plan_of(seed=0), GENERATOR)


class TestSeeds:
    def test_one_for_the_whole_grid(self) -> None:
        assert {one.seed for one in requests(StyleAxis(values=("a", "b", "c")))} == {7}

    def test_a_new_one_for_each_cell(self) -> None:
        found = requests(StyleAxis(values=("a", "b", "c")), new_seeds=True, seed=MAX_SEED - 1)

        assert [one.seed for one in found] == [MAX_SEED - 1, MAX_SEED, 1]

    def test_repeats_differ_and_are_the_same_for_every_value(self) -> None:
        found = requests(RepeatAxis(times=3), StyleAxis(values=("a", "b")))

        assert [one.seed for one in found] == [7, 8, 9, 7, 8, 9]


class TestBeforeAnythingIsMade:
    def test_the_price_in_all_and_for_each(self) -> None:
        cells = expand(
            plan_of(QualityAxis(values=("standard", "premium")), SeedAxis(values=(1, 2))), GENERATOR
        ).cells

        assert [cell.offer.price_usd for cell in cells[:2]] == [Decimal("0.04"), Decimal("0.14")]
        assert estimate(cells, parallel=4).price_usd == Decimal("0.36")
        assert estimate(cells, parallel=4).unpriced == 0

    @pytest.mark.parametrize(("parallel", "seconds"), [(1, 24.0), (4, 6.0), (5, 6.0), (24, 2.0)])
    def test_the_time_with_so_many_at_once(self, parallel: int, seconds: float) -> None:
        cells = expand(plan_of(SeedAxis(values=tuple(range(1, 13)))), GENERATOR).cells

        assert estimate(cells, parallel=parallel).expected_s == seconds

    def test_the_same_picture_is_counted_once(self) -> None:
        cells = expand(plan_of(SeedAxis(values=(1, 1, 2))), GENERATOR).cells

        assert estimate(cells, parallel=1).cells == 2
        assert estimate(cells, parallel=1).price_usd == Decimal("0.08")
        assert estimate(cells, parallel=1).expected_s == 4.0

    def test_only_axes_that_change_something_are_offered(self) -> None:
        assert {"model", "quality", "negative"} <= set(offered_axes(GENERATOR))
        assert not {"model", "quality", "negative"} & set(offered_axes(FakeGenerator()))


class TestAdvice:
    def test_none_for_an_ordinary_grid(self) -> None:
        assert kinds_of_advice(StyleAxis(values=("ink", "oil"))) == []

    def test_longer_than_the_model_reads(self) -> None:
        long = advise(
            expand(
                plan_of(QualityAxis(values=("standard", "premium")), prompt="dog " * 30), GENERATOR
            )
        )

        assert [(one.kind, one.cells) for one in long] == [("too long", (1,))]

    @pytest.mark.parametrize(
        "prompt",
        [
            "A park with no people",
            "A house WITHOUT windows",
            "A dog that isn't wet",
            "A dog that isn’t wet",
        ],
    )
    def test_negation(self, prompt: str) -> None:
        assert kinds_of_advice(prompt=prompt) == ["negation"]

    def test_negation_names_the_negative_prompt_only_where_it_is_read(self) -> None:
        for quality, is_read in (("standard", True), ("premium", False)):
            plan = plan_of(prompt="A park with no people", quality=quality)
            (found,) = advise(expand(plan, GENERATOR))
            assert ("negative prompt" in found.message) == is_read

    def test_variations_that_are_not_written_out(self) -> None:
        assert kinds_of_advice(prompt="A {red|green} bus") == ["braces"]
        assert kinds_of_advice(prompt="A {red} bus | a car") == []
        assert kinds_of_advice(PromptAxis(values=("A {red|green} bus",)), prompt="") == []

    @pytest.mark.parametrize("prompt", ["A knot in a rope", "Snow on a nose", "Nova at night"])
    def test_words_that_only_begin_so(self, prompt: str) -> None:
        assert kinds_of_advice(prompt=prompt) == []

    def test_a_repeated_cell(self) -> None:
        found = advise(expand(plan_of(SeedAxis(values=(1, 2, 1))), GENERATOR))

        assert [(one.kind, one.cells) for one in found] == [("repeated", (0, 2))]
        assert "Pictures 1 and 3" in found[0].message

    def test_a_negative_prompt_that_is_not_read(self) -> None:
        assert kinds_of_advice(quality="premium", negative_prompt="cats") == ["no negative prompt"]
        assert kinds_of_advice(
            NegativeAxis(values=("cats", "people")), quality="premium"
        ) == ["no negative prompt", "repeated"]  # fmt: skip

    def test_not_english(self) -> None:
        assert kinds_of_advice(prompt="Un perro en el parque") == ["not English"]

    @pytest.mark.parametrize(
        "texts",
        [
            ("ein Hund im Park", "un chien dans le parc", "собака в парке", "公園の犬", "كلب"),
            ("un cane nella piazza", "pes na louce se psem", "um cachorro na praia"),
        ],
    )
    def test_other_languages(self, texts: Sequence[str]) -> None:
        assert not any(looks_english(text) for text in texts)

    @pytest.mark.parametrize(
        "text",
        [
            "A sunset over the mountains",
            "Crème brûlée on a café table in El Paso",
            "A van in Los Angeles at night",
            "dog",
            "",
            "Two dogs met a man, 4k 🏔",
        ],
    )
    def test_english(self, text: str) -> None:
        assert looks_english(text)
