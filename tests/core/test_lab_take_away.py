"""Numbers, the contact sheet, CSV, JSON and ZIP, and the history of a session."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image

from imagespeak_core.errors import ModelTimeoutError, PromptRefusedError, StorageUnreachableError
from imagespeak_core.lab.contact_sheet import MAX_COLUMNS, THUMB_PX, contact_sheet
from imagespeak_core.lab.edits import rate_cell
from imagespeak_core.lab.experiment import ExperimentState
from imagespeak_core.lab.export import stream_zip, to_csv, to_json
from imagespeak_core.lab.history import LOOKED_AT, recent_prompts
from imagespeak_core.lab.numbers import by_axis, numbers_of, over_repeats
from imagespeak_core.lab.plan import (
    PromptAxis,
    QualityAxis,
    RepeatAxis,
    SeedAxis,
    StyleAxis,
)
from imagespeak_core.models import GeneratedImage, ImageRequest
from imagespeak_core.pictures.naming import parse_key
from imagespeak_core.pictures.use_cases import generate_images
from tests.core.lab_rig import Rig
from tests.fakes import plain_png


@pytest.fixture
def rig(tmp_path: Path) -> Rig:
    return Rig(tmp_path)


def slow(seed: int, seconds: float) -> GeneratedImage:
    return GeneratedImage(plain_png(256, 256, seed), seed, "fake", round(seconds * 1000))


class TestNumbers:
    def test_by_axis_value(self, rig: Rig) -> None:
        for seed, seconds in ((1, 2.0), (2, 9.0), (3, 3.0)):
            rig.generator.script_seed(seed, slow(seed, seconds))
        state = rig.ran(
            rig.created(QualityAxis(values=("standard", "premium")), SeedAxis(values=(1, 2, 3)))
        )

        quality, seeds = by_axis(state)

        assert [value.label for value in quality.values] == ["standard", "premium"]
        assert [value.numbers.cells for value in quality.values] == [3, 3]
        assert [value.numbers.measured.model_s for value in quality.values] == [3.0, 3.0]
        assert [value.numbers.measured.model_s for value in seeds.values] == [2.0, 9.0, 3.0]
        assert [value.numbers.estimated.price_usd for value in quality.values] == [
            Decimal("0.12"),
            Decimal("0.42"),
        ]
        assert quality.values[1].numbers.estimated.price_each_usd == Decimal("0.14")
        assert [value.numbers.estimated.usual_s for value in quality.values] == [2.0, 5.0]

    def test_medians_over_repeats(self, rig: Rig) -> None:
        for seed, seconds in ((7, 1.0), (8, 60.0), (9, 2.0)):
            rig.generator.script_seed(seed, slow(seed, seconds))
        state = rig.ran(rig.created(RepeatAxis(times=3), StyleAxis(values=("ink", "oil"))))

        repeated = over_repeats(state)

        assert [one.label for one in repeated] == ["ink", "oil"]
        assert [one.numbers.measured.model_s for one in repeated] == [2.0, 2.0]
        assert over_repeats(rig.ran(rig.created())) == ()

    def test_what_is_from_the_store_cost_nothing_and_its_total_is_not_counted(
        self, rig: Rig
    ) -> None:
        rig.ran(rig.created(SeedAxis(values=(1,))))
        numbers = numbers_of(rig.ran(rig.created(SeedAxis(values=(1,)))).cells)

        assert (numbers.made, numbers.from_store) == (0, 1)
        assert numbers.measured.total_s is None
        assert numbers.measured.model_s == 0.007
        assert numbers.estimated.price_usd == 0

    def test_refusals_and_failures_apart_and_what_may_have_been_paid(self, rig: Rig) -> None:
        rig.generator.script_seed(1, PromptRefusedError("Refused."))
        rig.generator.script_seed(2, ModelTimeoutError("Too long."))
        numbers = numbers_of(rig.ran(rig.created()).cells)

        assert (numbers.made, numbers.refused, numbers.failed) == (1, 1, 1)
        assert numbers.estimated.maybe_paid == 1
        assert numbers.estimated.price_usd == Decimal("0.04")

    def test_nothing_measured_is_none_not_zero(self, rig: Rig) -> None:
        numbers = numbers_of(rig.state(rig.created()).cells)

        assert numbers.measured.model_s is None
        assert numbers.measured.size_bytes is None

    def test_a_price_that_is_not_known_is_not_guessed(self, rig: Rig) -> None:
        state = rig.ran(rig.created())
        unknown = [
            cell.model_copy(
                update={
                    "price_usd": None,
                    "result": cell.result and cell.result.model_copy(update={"price_usd": None}),
                }
            )
            for cell in state.cells
        ]

        assert numbers_of(unknown).estimated.price_usd is None
        assert numbers_of(unknown).estimated.price_each_usd is None


class TestContactSheet:
    def opened(self, rig: Rig, state: ExperimentState) -> Image.Image:
        with Image.open(io.BytesIO(contact_sheet(rig.store, state))) as sheet:
            assert sheet.format == "PNG"
            return sheet.convert("RGB")

    def test_every_picture_is_on_it_in_grid_order(self, rig: Rig) -> None:
        state = rig.ran(
            rig.created(SeedAxis(values=(255, 65_280)), StyleAxis(values=("ink", "oil")))
        )
        sheet = self.opened(rig, state)
        red, green = (255, 0, 0), (0, 255, 0)
        found = [
            (x, y)
            for y in range(0, sheet.height, 64)
            for x in range(0, sheet.width, 64)
            if sheet.getpixel((x, y)) in (red, green)
        ]
        colours = {sheet.getpixel(place) for place in found}

        assert colours == {red, green}
        assert max(x for x, y in found if sheet.getpixel((x, y)) == red) < min(
            x for x, y in found if sheet.getpixel((x, y)) == green
        ), "red is the first column"
        assert sum(colour == red for _, colour in sheet.getcolors(1 << 24) or ()) == 1
        [pixels] = [count for count, colour in sheet.getcolors(1 << 24) or () if colour == red]
        assert pixels == 2 * THUMB_PX * THUMB_PX, "two rows, nothing over them"

    def test_a_long_row_is_broken(self, rig: Rig) -> None:
        sheet = self.opened(rig, rig.ran(rig.created(SeedAxis(values=tuple(range(1, 25))))))

        assert sheet.width < (MAX_COLUMNS + 1) * (THUMB_PX + 20)
        assert sheet.height > 4 * THUMB_PX

    def test_what_failed_waits_or_is_gone_is_told_in_its_place(self, rig: Rig) -> None:
        rig.generator.script_seed(1, PromptRefusedError("Refused."))
        state = rig.ran(rig.created())
        key = parse_key(state.cells[1].result.key if state.cells[1].result else "")
        assert key is not None
        rig.store.delete([key])

        told = state.model_copy(
            update={"cells": tuple(one.model_copy(update={"failure": None}) for one in state.cells)}
        )
        assert self.opened(rig, state).tobytes() != self.opened(rig, told).tobytes()
        assert self.opened(rig, state).size == self.opened(rig, rig.state(rig.created())).size

    @pytest.mark.parametrize(
        ("prompt", "written"),
        [
            ("قط صغير", "qT SGyr"),
            ("חתול", "khtvl"),
            ("Ein süßer Bär", "Ein susser Bar"),
            ("猫 – 2½ × 3", "Mao - 21/2 x 3"),
            ("Кот 🦊", "Kot ?"),
        ],
    )
    def test_letters_that_the_font_lacks_are_written_in_others(
        self, rig: Rig, prompt: str, written: str
    ) -> None:
        sheet, other = (
            self.opened(rig, rig.state(rig.created(PromptAxis(values=(text, "b")))))
            for text in (prompt, written)
        )
        labels_and_cells = [
            one.crop((0, one.height - THUMB_PX - 80, one.width, one.height))
            for one in (sheet, other)
        ]

        assert labels_and_cells[0].tobytes() == labels_and_cells[1].tobytes()
        assert sheet.height > other.height, "it says so"

    @pytest.mark.parametrize("prompt", ["x" * 10_000, "湖 🦊 " * 50, "a\nb\x00c", "word " * 999])
    def test_any_text_fits(self, rig: Rig, prompt: str) -> None:
        state = rig.state(rig.created(PromptAxis(values=(prompt, "b"))))

        assert self.opened(rig, state).width < 2_000
        assert self.opened(rig, state).height < 2_000


class TestFiles:
    def test_a_table_that_no_spreadsheet_takes_for_formulas(self, rig: Rig) -> None:
        experiment = rig.created(PromptAxis(values=("=1+1", "+2", "@SUM(A1)", "A dog")))
        state = rate_cell(rig.ran(experiment), 0, stars=3, note="-x")

        content = to_csv(state)
        rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))

        assert content.startswith(b"\xef\xbb\xbf")
        assert [row["prompt"] for row in rows] == ["'=1+1", "'+2", "'@SUM(A1)", "A dog"]
        assert [row["axis: Prompt"] for row in rows] == [row["prompt"] for row in rows]
        assert rows[0]["note"] == "'-x"
        assert (rows[0]["cell"], rows[0]["stars"], rows[0]["status"]) == ("1", "3", "done")
        assert (rows[3]["price in USD (price list)"], rows[3]["from store"]) == ("0.04", "no")
        assert rows[3]["picture"].endswith("_dog.png")

    def test_what_went_wrong_is_in_the_table(self, rig: Rig) -> None:
        rig.generator.script_seed(1, PromptRefusedError("Refused."))
        rows = list(csv.DictReader(io.StringIO(to_csv(rig.ran(rig.created())).decode("utf-8-sig"))))

        assert (rows[0]["status"], rows[0]["reason"]) == ("failed", "Refused.")
        assert (rows[0]["bytes"], rows[0]["picture"]) == ("", "")

    def test_json_has_all_cells_and_not_who_works_on_it(self, rig: Rig) -> None:
        state = rig.ran(rig.created())
        content = json.loads(to_json(state))

        assert "lease" not in content
        assert ExperimentState.model_validate_json(to_json(state)) == state

    def test_a_zip_with_every_picture_once(self, rig: Rig) -> None:
        rig.ran(rig.created(SeedAxis(values=(1,))))
        state = rig.ran(rig.created(SeedAxis(values=(1, 2, 2))))

        archive = ZipFile(io.BytesIO(b"".join(stream_zip(rig.store, state))))

        assert archive.testzip() is None
        names = archive.namelist()
        assert len([name for name in names if name.endswith(".png")]) == 2
        assert names[-2:] == ["experiment.json", "cells.csv"]
        for cell in state.cells:
            key = parse_key(cell.result.key if cell.result else "")
            assert key is not None
            assert archive.read(str(key).rpartition("/")[2]) == rig.store.read(key)

    def test_a_picture_that_is_gone_is_named(self, rig: Rig) -> None:
        state = rig.ran(rig.created())
        key = parse_key(state.cells[0].result.key if state.cells[0].result else "")
        assert key is not None
        rig.store.delete([key])

        archive = ZipFile(io.BytesIO(b"".join(stream_zip(rig.store, state))))

        assert str(key).rpartition("/")[2] in archive.read("missing.txt").decode()
        assert len(archive.namelist()) == 5


class TestHistory:
    def test_the_last_prompts_newest_first_each_once(self, rig: Rig) -> None:
        for prompt, seed in (("A dog", 1), ("A cat", 2), ("A dog", 3)):
            rig.clock.advance(seconds=1)
            generate_images(rig.services, ImageRequest("s", prompt, "x", "premium", 300, 256, seed))

        found = recent_prompts(rig.services, "s")

        assert [one.details.prompt for one in found] == ["A dog", "A cat"]
        assert [len(one.pictures) for one in found] == [2, 1]
        newest = found[0].details
        assert (newest.negative_prompt, newest.quality, newest.width_px, newest.seed) == (
            "x",
            "premium",
            300,
            3,
        )

    def test_other_settings_are_another_entry(self, rig: Rig) -> None:
        for quality in ("standard", "premium"):
            generate_images(rig.services, ImageRequest("s", "A dog", quality=quality, width_px=256))

        assert len(recent_prompts(rig.services, "s")) == 2
        assert len(recent_prompts(rig.services, "s", limit=1)) == 1
        assert recent_prompts(rig.services, "other") == []

    def test_only_the_newest_are_looked_at(self, rig: Rig) -> None:
        for number in range(LOOKED_AT + 2):
            rig.clock.advance(seconds=1)
            generate_images(
                rig.services, ImageRequest("s", f"Dog {number}", width_px=256, height_px=256)
            )

        found = recent_prompts(rig.services, "s", limit=100)

        assert len(found) == LOOKED_AT
        assert found[0].details.prompt == f"Dog {LOOKED_AT + 1}"

    def test_a_store_that_fails_is_told(self, rig: Rig) -> None:
        rig.store.troubles["list_session"] = StorageUnreachableError("No way.")

        with pytest.raises(StorageUnreachableError):
            recent_prompts(rig.services, "s")
