"""`python -m imagespeak_core.lab plan.json`: says the price, asks, makes, and shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from imagespeak_core.errors import PromptRefusedError
from imagespeak_core.lab.__main__ import main
from imagespeak_core.lab.plan import PromptAxis, QualityAxis
from tests.core.lab_rig import Rig, plan_of
from tests.core.narrow_console import narrow_console


@pytest.fixture
def rig(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Rig:
    monkeypatch.chdir(tmp_path)
    plan = plan_of(
        PromptAxis(values=("A dog", "A park without people")),
        QualityAxis(values=("standard", "premium")),
    )
    Path("plan.json").write_bytes(plan.to_json())
    return Rig(tmp_path / "data")


def answering(answer: str, asked: list[str]) -> Callable[[str], str]:
    def ask(question: str) -> str:
        asked.append(question)
        return answer

    return ask


def test_the_price_comes_before_the_question(rig: Rig, capsys: pytest.CaptureFixture[str]) -> None:
    asked: list[str] = []

    assert main(["plan.json"], services=rig.services, ask=answering("n", asked)) == 2

    told = capsys.readouterr().out
    assert (
        "4 pictures to make, 0 from the store: $0.36 by the price list, about 5 s (an estimate)"
    ) in told
    assert "$0.14  A dog | premium" in told
    assert "Please note (pictures 2, 4)" in told
    assert len(asked) == 1
    assert rig.generator.calls == []
    assert not Path("contact_sheet.png").exists()


@pytest.mark.parametrize("answer", ["y", " YES "])
def test_yes_makes_them_and_writes_the_sheet(
    rig: Rig, capsys: pytest.CaptureFixture[str], answer: str
) -> None:
    assert main(["plan.json"], services=rig.services, ask=answering(answer, [])) == 0

    told = capsys.readouterr().out
    assert "  4 of 4: picture " in told
    assert "4 made, 0 from store, 0 refused, 0 failed. Price by the price list: $0.36" in told
    assert "/prompt_lab?experiment=lab-" in told
    assert Path("contact_sheet.png").read_bytes().startswith(b"\x89PNG")


def test_what_is_in_the_store_is_not_in_the_price(
    rig: Rig, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["plan.json", "--yes"], services=rig.services) == 0
    capsys.readouterr()

    assert main(["plan.json"], services=rig.services, ask=answering("n", [])) == 2

    told = capsys.readouterr().out
    assert "0 pictures to make, 4 from the store: $0 by the price list, about 0 s" in told


def test_yes_may_be_said_ahead(rig: Rig) -> None:
    asked: list[str] = []

    assert (
        main(
            ["plan.json", "--yes", "--output", "sheet.png"],
            services=rig.services,
            ask=answering("n", asked),
        )
        == 0
    )
    assert asked == []
    assert Path("sheet.png").exists()


def test_a_refusal_is_told_and_ends_with_1(rig: Rig, capsys: pytest.CaptureFixture[str]) -> None:
    rig.generator.script(PromptRefusedError("Refused."))

    assert main(["plan.json", "--yes"], services=rig.services) == 1

    told = capsys.readouterr().out
    assert "failed: Refused." in told
    assert "3 made, 0 from store, 1 refused" in told


def test_where_the_output_takes_few_alphabets_all_is_told_in_those(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = plan_of(PromptAxis(values=("Кошка в парке", "A café")))
    Path("plan.json").write_bytes(plan.to_json())
    with narrow_console(monkeypatch) as told:
        assert main(["plan.json", "--yes"], services=rig.services) == 0
        assert r"\u041a\u043e\u0448\u043a\u0430" in told()
        assert "A café" in told()
        assert "2 made" in told()


@pytest.mark.parametrize("content", ["{", '{"prompt": ""}', None])
def test_a_plan_that_is_none_ends_with_2(
    rig: Rig, capsys: pytest.CaptureFixture[str], content: str | None
) -> None:
    path = Path("other.json")
    if content is not None:
        path.write_text(content)

    assert main([str(path), "--yes"], services=rig.services) == 2

    captured = capsys.readouterr()
    assert captured.err.strip()
    assert "Traceback" not in captured.err
    assert rig.generator.calls == []
