"""What became of prompts, as lines of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import get_args

from imagespeak_core.generators.illustrator.checking.parts import PartKind
from imagespeak_core.generators.illustrator.checking.verdicts import VERDICTS, Judgement


def report(judgement: Judgement) -> str:
    """One prompt: its line's number and verdict, then its parts by verdict."""
    line = judgement.line
    told = [f"{line.number:4} {judgement.verdict:6} {line.prompt}"]
    for verdict in VERDICTS:
        parts = [f"{part.kind} {part.words}" for part in judgement.parts if part.verdict == verdict]
        if parts:
            told.append(f"     {verdict}: {'; '.join(parts)}")
    if judgement.told_wrongly:
        told.append(f"     told wrongly: {'; '.join(judgement.told_wrongly)}")
    if judgement.verdict == "silent":
        told.append(f"     not drawn: {'; '.join(judgement.not_drawn) or '-'}")
    return "\n".join(told)


def label_of(judgement: Judgement) -> tuple[str, str]:
    """Two short lines below a picture: its number, verdict and prompt, and what is not right."""
    line = judgement.line
    parts = [part.words for part in judgement.parts if part.verdict == "silent"]
    wrong = [f"silent: {', '.join(parts)}"] if parts else []
    if judgement.told_wrongly:
        wrong.append(f"told wrongly: {', '.join(judgement.told_wrongly)}")
    if not wrong and judgement.not_drawn:
        wrong = [f"said: {', '.join(judgement.not_drawn)}"]
    return f"{line.number} {judgement.verdict}  {line.prompt}", "; ".join(wrong)


def totals(judgements: Sequence[Judgement]) -> str:
    """How many parts of each kind are shown, said and silent, and how much is told wrongly."""
    return "\n".join(_totals(judgements))


def _totals(judgements: Sequence[Judgement]) -> Iterator[str]:
    counts = Counter(
        (part.kind, part.verdict) for judgement in judgements for part in judgement.parts
    )
    yield f"{'kind':10}" + "".join(f"{verdict:>8}" for verdict in VERDICTS)
    for kind in get_args(PartKind):
        row = [counts[kind, verdict] for verdict in VERDICTS]
        if any(row):
            yield f"{kind:10}" + "".join(f"{number:8}" for number in row)
    row = [sum(counts[kind, verdict] for kind in get_args(PartKind)) for verdict in VERDICTS]
    yield f"{'all':10}" + "".join(f"{number:8}" for number in row)
    lines = Counter(judgement.verdict for judgement in judgements)
    yield f"{'prompts':10}" + "".join(f"{lines[verdict]:8}" for verdict in VERDICTS)
    yield f"told wrongly: {sum(len(judgement.told_wrongly) for judgement in judgements)}"
