"""What must be seen is read as it is written, and judged by the scene and by what it says."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from imagespeak_core.generators.illustrator.__main__ import main
from imagespeak_core.generators.illustrator.checking.expectations import (
    ExpectedAbsence,
    ExpectedForeign,
    ExpectedItem,
    ExpectedLink,
    ExpectedSetting,
    ExpectedStyle,
    Named,
)
from imagespeak_core.generators.illustrator.checking.lines import (
    FORMAT,
    ExpectationError,
    read_lines,
)
from imagespeak_core.generators.illustrator.checking.verdicts import Judgement, judge
from imagespeak_core.generators.illustrator.scene import Scene, Shown, ShownLink
from tests.for_each import for_each

DOG = Shown("d", "animal", "dog", "left", "foreground", colour="black", action="run")
BUSES = tuple(Shown(f"b{n}", "thing", "bus", "right", "middle", colour="red") for n in range(2))
GIRL = Shown(
    "g", "person", "girl", "right", "middle", action="read", age="child", gender="woman",
    feeling="happy", wearing=(("sun hat", "red"), ("hair", "long")), holding="book",
    holding_colour="blue", posture="sit",
)  # fmt: skip
NURSE = Shown("n", "person", "nurse", "middle", "middle", age="adult", gender="man", role="nurse")
SCENE = Scene(
    "street", "night", "rain", "winter", indoors=False, items=(DOG, *BUSES, GIRL, NURSE),
    links=(ShownLink("d", "left of", "b0"), ShownLink("n", "with", "d")), backdrop=("clock",),
)  # fmt: skip


def _judged(parts: str, *not_drawn: str, scene: Scene = SCENE) -> Judgement:
    (line,) = read_lines(f"a prompt | {parts}")
    return judge(line, replace(scene, not_drawn=not_drawn))


def _verdicts(parts: str, *not_drawn: str) -> list[tuple[str, str]]:
    return [(part.kind, part.verdict) for part in _judged(parts, *not_drawn).parts]


@for_each(
    "written, expected",
    [
        ("3+ big dark red bus", ExpectedItem(Named("bus", ("dark red",)), 3, True, "big")),
        ("orange", ExpectedItem(Named("orange"))),
        (
            "2 girl:read:sit+red book(blue hat, long red hair)~happy@child<left>",
            ExpectedItem(
                Named("girl"), 2, False, None, ("read", "sit"), (Named("book", ("red",)),),
                (Named("hat", ("blue",)), Named("hair", ("long", "red"))), ("happy",), ("child",),
                (), ("left",),
            ),
        ),
        ("table=wooden", ExpectedItem(Named("table"), looks=("wooden",))),
        ("of them dog:run", ExpectedItem(Named("dog"), actions=("run",), among=True)),
        ("cat in front of red bus",
         ExpectedLink(Named("cat"), "in front of", (Named("bus", ("red",)),))),
        ("2 dog between tree and bus",
         ExpectedLink(Named("dog"), "between", (Named("tree"), Named("bus")), 2)),
        ("@night", ExpectedSetting("time", "night")),
        ("@snowy", ExpectedSetting("weather", "snowy")),
        ("@winter", ExpectedSetting("season", "winter")),
        ("@railway museum", ExpectedSetting("place", "railway museum")),
        ("without hat", ExpectedAbsence("hat")),
        ("boy without hat", ExpectedAbsence("hat", Named("boy"))),
        ("style oil painting", ExpectedStyle("oil painting")),
        ("not English", ExpectedForeign()),
    ],
    ids=lambda written, _: written,
)  # fmt: skip
def test_a_part_is_read_as_it_is_written(written: str, expected: object) -> None:
    (line,) = read_lines(f"# a heading\n\none | two | {written}")
    assert (line.number, line.prompt, line.expected) == (3, "one | two", (expected,))


@for_each(
    "text, why",
    [
        ("a dog", 'Line 1: there is no "|"'),
        ("# a\n | dog", "Line 2: there is no prompt"),
        ("a | dog; ", "Line 1: a part that must be seen is empty"),
        ("a | dog<up>", "Line 1: 'up' is none of left"),
        ("a | man@40", "Line 1: '40' is none of baby"),
        ("a | 0 dog", "Line 1: '0 dog' asks for none"),
        ("a | :run", "Line 1: there is no noun"),
        ("a | man(red hat", "Line 1: 'man(red hat' can't be read"),
        ("a | @", 'Line 1: there is no word after "@"'),
        ("# nothing", "There is no prompt"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(text: str, why: str) -> None:
    with pytest.raises(ExpectationError) as error:
        read_lines(text)
    assert str(error.value).startswith(why)
    assert str(error.value).endswith(".")


@for_each(
    "parts",
    ["2 red bus", "2+ bus", "black dog:run<left>", "dog<foreground>", "girl:read book:sit",
     "girl+blue book", "girl(red hat, long hair)", "girl~smiling", "nurse", "man", "clock", "sky",
     "dog left of bus", "bus right of dog", "nurse with dog", "@street", "@night", "@rainy",
     "@winter", "without cat", "nurse without hat", "dog without sleep", "bus; of them red bus",
     "hous/bus", "child"],
)  # fmt: skip
def test_what_the_scene_tells_is_shown(parts: str) -> None:
    assert {verdict for _, verdict in _verdicts(parts)} == {"shown"}, parts


@for_each(
    "parts, phrase, kind",
    [
        ("3 bus", "three buses: two are shown", "count"), ("blue bus", "a blue bus", "colour"),
        ("big dog", "big", "size"), ("dog:swim", "swimming", "action"), ("girl+cup", "cup", "held"),
        ("girl(blue coat)", "blue coat", "clothes"), ("girl~sad", "sad", "feeling"),
        ("dog<right>", "dog on the right", "side"), ("girl@old", "old", "age"),
        ("dog=striped", "striped", "look"), ("dog on bus", "dog on the bus", "relation"),
        ("@forest", "forest", "place"), ("@morning", "morning", "time"), ("@fog", "fog", "weather"),
        ("@summer", "summer", "season"), ("without dog", "without a dog", "without"),
        ("style oil painting", "oil painting", "style"), ("unicorn", "unicorns", "noun"),
    ],
    ids=lambda parts, *_: parts,
)  # fmt: skip
def test_what_is_not_shown_is_said_or_silent(parts: str, phrase: str, kind: str) -> None:
    assert (kind, "said") in _verdicts(parts, phrase)
    assert (kind, "silent") in _verdicts(parts, "something else")
    assert _judged(parts).verdict == "silent"


def test_who_is_not_there_takes_along_what_is_said_of_them() -> None:
    verdicts = _verdicts("3 purple unicorn:fly; unicorn on bus", "unicorns")
    assert {verdict for _, verdict in verdicts} == {"said"}


def test_what_is_said_of_one_is_not_said_of_another() -> None:
    assert _judged("blue bus; red dog", "a blue bus").verdict == "silent"
    assert _judged("blue bus; red dog", "a blue bus", "red dog").verdict == "said"
    assert _verdicts("blue bus; blue dog", "a blue dog")[1] == ("colour", "silent")
    assert _verdicts("dog on bus; girl on bus", "girl on the bus")[0] == ("relation", "silent")


@for_each("parts", ["1 bus", "2 bus right of dog", "girl:read newspaper", "girl+red book"])
def test_nearly_so_is_not_so(parts: str) -> None:
    assert _judged(parts).verdict == "silent"


def test_what_fits_wholly_is_taken_first() -> None:
    blue = replace(SCENE, items=(BUSES[0], replace(BUSES[1], colour="blue")))
    parts = _judged("2 red bus; blue bus", scene=blue).parts
    assert [part.verdict for part in parts] == ["shown", "silent", "shown", "shown", "shown"]


def test_a_time_that_is_said_not_to_be_drawn_is_said() -> None:
    judgement = _judged("@night", "night")
    assert (judgement.verdict, judgement.told_wrongly) == ("said", ())


def test_nothing_is_taken_for_two() -> None:
    assert _verdicts("2 red bus; bus")[-1] == ("noun", "silent")
    assert _verdicts("bus; red bus") == [("noun", "shown"), ("noun", "shown"), ("colour", "shown")]


@for_each("phrase", ["bus", "two buses", "a red bus", "dog to the left of the bus", "tour"])
def test_what_is_shown_is_not_to_be_told_as_missing(phrase: str) -> None:
    parts = "2 red tour bus/bus; dog; dog left of bus"
    assert _judged(parts, phrase).told_wrongly == (phrase,)


@for_each("phrase", ["three buses", "green bus", "dog in the bus", "a tall bus", "rain"])
def test_what_is_told_of_what_is_shown_may_be_right(phrase: str) -> None:
    assert _judged("3 green bus; dog; dog in bus; @rain", phrase).told_wrongly == ()


def test_a_language_is_said_or_told_wrongly() -> None:
    foreign = replace(SCENE, language="und")
    assert _judged("not English", scene=foreign).verdict == "said"
    assert _judged("not English").verdict == "silent"
    assert _judged("not English; dog", scene=foreign).told_wrongly == ()
    assert _judged("zorb", scene=foreign).told_wrongly == ()
    assert _judged("dog", scene=foreign).told_wrongly == ("that it is not English",)


def test_a_file_is_checked_and_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "prompts.txt"
    file.write_text("\ufeffa red bus | red bus\na zorb | zorb\n", "utf-8")
    arguments = ["--check", str(file), "--size", "256x256", "--sheet", str(tmp_path)]
    assert main(arguments) == 0
    told = capsys.readouterr().out
    assert "   1 shown  a red bus\n     shown: noun bus; colour bus: red\n" in told
    assert "   2 said   a zorb\n     said: noun zorb\n" in told
    assert "all              2       1       0" in told
    with Image.open(tmp_path / "sheet-01.png") as sheet:
        assert sheet.width == 960
        assert sheet.getpixel((10, 2)) != (255, 255, 255)
        below = sheet.crop((0, 480, 480, sheet.height)).convert("L")
    assert min(below.tobytes()) < 128


def test_a_silent_part_ends_with_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("a bus | tram\n"))
    assert main(["--check", "-", "--size", "256x256"]) == 1
    assert "silent: noun tram" in capsys.readouterr().out


@for_each(
    "content, why",
    [
        (b"a bus", 'Line 1: there is no "|"'),
        (b"\xff | a", "no text in UTF-8"),
        (None, "No such file"),
    ],
)
def test_a_file_that_cannot_be_checked_ends_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, why: str
) -> None:
    file = tmp_path / "prompts.txt"
    file.unlink(missing_ok=True)
    if content is not None:
        file.write_bytes(content)
    assert main(["--check", str(file)]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert why in told.err


def test_the_way_to_write_prompts_is_told_alike_everywhere(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    assert FORMAT in capsys.readouterr().out
    head = Path(__file__).with_name("illustrator_seen_prompts.txt").read_text("utf-8")
    assert "".join(f"# {line}".rstrip() + "\n" for line in FORMAT.splitlines()) in head
