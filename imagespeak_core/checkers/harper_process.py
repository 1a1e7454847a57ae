"""What runs in the process in which Harper looks at texts.

A question is a JSON object with a `text` and the names of `rules`; an answer is what they have
found.
"""

from __future__ import annotations

import json
from typing import Any

import harper

from imagespeak_core.processes.answering import Answer

_DIALECTS = (harper.Dialect.AMERICAN, harper.Dialect.BRITISH)


def answering() -> Answer:
    """Looks at the text that it is sent."""
    linters = [harper.Linter(dialect) for dialect in _DIALECTS]
    known = linters[0].get_default_lint_config()
    chosen: list[str] = []

    def answer(asked: bytes) -> bytes:
        nonlocal chosen
        question = json.loads(asked)
        if question["rules"] != chosen:
            chosen = question["rules"]
            for linter in linters:
                linter.set_lint_config({name: name in chosen for name in known})
        return json.dumps(found_in(question["text"], linters)).encode()

    return answer


def found_in(text: str, linters: list[harper.Linter]) -> list[dict[str, Any]]:
    """What all of them find: what one of them knows is right."""
    (first, *others) = [_found_by(linter, text) for linter in linters]
    return [one for place, one in first.items() if all(place in other for other in others)]


def _found_by(linter: harper.Linter, text: str) -> dict[tuple[str, int, int], dict[str, Any]]:
    found: dict[tuple[str, int, int], dict[str, Any]] = {}
    for rule, lints in linter.organized_lints(
        text, language=harper.Language.PLAINTEXT, dedup=False
    ).items():
        for lint in lints:
            instead = [_instead(lint.problem_text, one) for one in lint.suggestions]
            start, end = lint.span.start, lint.span.end
            found[rule, start, end] = {
                "rule": rule, "start": start, "end": end, "instead": instead,
            }  # fmt: skip
    return found


def _instead(words: str, suggestion: harper.Suggestion) -> str:
    if suggestion.kind == harper.SuggestionKind.INSERT_AFTER:
        return words + suggestion.replacement_text
    return suggestion.replacement_text
