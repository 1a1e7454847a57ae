"""Written-out prompts, and what each must be read as; they are in `illustrator_prompts.txt`."""

from __future__ import annotations

from pathlib import Path

from imagespeak_core.generators.illustrator.reading.parsing import read_prompt
from imagespeak_core.generators.illustrator.scene import Wanted, Wish
from imagespeak_core.generators.illustrator.words import people
from tests.for_each import for_each

_FILE = Path(__file__).with_name("illustrator_prompts.txt")
CASES = [
    tuple(part.strip() for part in line.split("|"))
    for line in _FILE.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def _settings(wish: Wish) -> str:
    said = [wish.place or "-"]
    said += [wish.time] if wish.time != "day" else []
    said += [wish.weather] if wish.weather != "clear" else []
    return " ".join(said)


def _worn(item: Wanted) -> str:
    return ", ".join(f"{what} {colour}" if colour else what for what, colour in item.wearing)


def _item(item: Wanted) -> str:
    number = f"{item.count}{'+' if item.at_least else ''}"
    told = people.PEOPLE[item.noun].age if item.kind == "person" else None
    holds = " ".join(part for part in (item.holding, item.holding_colour) if part)
    marks = [
        (":", item.action),
        ("^", item.posture),
        ("+", holds),
        ("~", item.feeling),
        ("@", item.age if item.age != told else None),
    ]
    where = item.side or item.depth
    words = [number if number != "1" else "", item.size or "", item.colour or "", item.noun]
    text = " ".join(word for word in words if word)
    text += "".join(mark + value for mark, value in marks[:3] if value)
    text += f"<{where}>" if where else ""
    text += "".join(mark + value for mark, value in marks[3:] if value)
    return text + (f"({_worn(item)})" if item.wearing else "")


def _relations(wish: Wish) -> list[str]:
    return sorted(f"{link.subject} {link.relation} {link.target}" for link in wish.links)


def _split(text: str, by: str) -> list[str]:
    return [part.strip() for part in text.split(by) if part.strip()]


@for_each("prompt, where, items, relations, unknown", CASES, ids=lambda prompt, *_: prompt)
def test_a_prompt_is_read_as_written_out(
    prompt: str, where: str, items: str, relations: str, unknown: str
) -> None:
    wish = read_prompt(prompt)
    assert _settings(wish) == where
    assert [_item(item) for item in wish.wanted] == _split(items, ";")
    assert _relations(wish) == sorted(_split(relations, ","))
    assert list(wish.unknown) == _split(unknown, ",")


def test_there_are_enough_of_them() -> None:
    assert len({case[0] for case in CASES}) >= 150
