"""Judgements that the learner does not share: they then count as the learner says."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from imagespeak_core.speaking.attempt import Disputed
from imagespeak_core.speaking.findings import Findings, Said


def counted(findings: Findings, disputed: Collection[Disputed]) -> Findings:
    """The findings as they count: what the learner did say is said, what is there is so.

    What is not there, as the learner says, counts for nothing.

    Args:
        findings: As they were found.
        disputed: Which of them the learner does not agree with.
    """
    missed = {one.index for one in disputed if one.found == "not_found"}
    not_there = {one.index for one in disputed if one.found == "not_there"}
    wrong = {one.index for one in disputed if one.found == "not_so"}
    said = tuple(
        Said(words="", start=0, item=one.item, ids=one.ids)
        for at, one in enumerate(findings.not_found)
        if at in missed
    )
    return replace(
        findings,
        said=findings.said + said,
        not_found=tuple(
            one for at, one in enumerate(findings.not_found) if at not in missed | not_there
        ),
        not_so=tuple(one for at, one in enumerate(findings.not_so) if at not in wrong),
    )
