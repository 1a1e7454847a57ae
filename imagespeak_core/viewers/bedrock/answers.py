"""What a vision model's answer says. Pure; nothing is ever added to what stands there.

Models wrap their JSON in words and code fences, whatever they are asked for: each object in the
text that is one of ours counts, and all else is left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from imagespeak_core.errors import ModelError, ViewRefusedError
from imagespeak_core.viewers.base import SeenThing
from imagespeak_core.viewers.bedrock.asking import MOST_THINGS

MAX_TEXT_LENGTH = 20_000
MAX_SENTENCE_LENGTH = 160
MAX_COUNT = 999

_MOST_TRIES = 200
_NOUN = re.compile(r"[A-Za-z]+(?:[ '’-][A-Za-z]+){0,3}")
_MAX_NOUN_LENGTH = 40
_COUNT = re.compile(r"[0-9]{1,3}")

_READ = frozenset({"end_turn", "stop_sequence", "max_tokens"})
_REFUSED = frozenset({"guardrail_intervened", "content_filtered"})
"""Of the stop reasons in botocore's service model; after all others nothing can be read."""


def things_in(answer: Mapping[str, object]) -> tuple[SeenThing, ...]:
    """What a successful call's answer lists, at most twelve things, never none.

    Raises:
        ViewRefusedError: A filter or a guardrail did not let the answer through.
        ModelError: It is not an answer that can be read.
    """
    reason = str(answer.get("stopReason"))
    if reason in _REFUSED:
        raise ViewRefusedError(
            "The model's safety filter did not let it tell what it sees in this picture. You can "
            "describe the picture without it.",
            reason=reason,
        )
    if reason not in _READ:
        raise _odd_answer("it stopped for a reason that we do not know")
    things = tuple(_things(_text(answer)))
    if not things and reason == "max_tokens":
        raise _odd_answer("it was too long, and was cut")
    if not things:
        raise _odd_answer("there is no list of things in it")
    return things


def tokens_in(answer: Mapping[str, object]) -> tuple[int, int] | None:
    """How many tokens were read and written; None where the answer does not say."""
    usage = answer.get("usage")
    if not isinstance(usage, Mapping):
        return None
    read, written = usage.get("inputTokens"), usage.get("outputTokens")
    if type(read) is not int or type(written) is not int or read < 0 or written < 0:
        return None
    return read, written


def _text(answer: Mapping[str, object]) -> str:
    """All texts of the message, one after the other."""
    output = answer.get("output")
    message = output.get("message") if isinstance(output, Mapping) else None
    content = message.get("content") if isinstance(message, Mapping) else None
    blocks = content if isinstance(content, list) else []
    texts = [block.get("text") for block in blocks if isinstance(block, Mapping)]
    text = "\n".join(text for text in texts if isinstance(text, str))
    return text[:MAX_TEXT_LENGTH]


def _things(text: str) -> Iterator[SeenThing]:
    known: set[str] = set()
    for found in _objects(text):
        thing = _thing(found)
        if thing and thing.noun not in known:
            known.add(thing.noun)
            yield thing
        if len(known) == MOST_THINGS:
            return


def _objects(text: str) -> Iterator[dict[str, object]]:
    """The JSON objects in a text that tell of a noun, wherever they stand."""
    decoder = json.JSONDecoder()
    at = text.find("{")
    for _ in range(_MOST_TRIES):
        if at < 0:
            return
        try:
            found, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            found, end = None, at + 1
        if isinstance(found, dict) and "noun" in found:
            yield found
        else:
            end = at + 1  # one of ours may stand within
        at = text.find("{", end)


def _thing(found: dict[str, object]) -> SeenThing | None:
    """One of ours; None where a noun or a sentence is not one."""
    noun, sentence = found.get("noun"), found.get("sentence")
    if not isinstance(noun, str) or not isinstance(sentence, str):
        return None
    noun, sentence = " ".join(noun.split()).lower(), " ".join(sentence.split())
    if len(noun) > _MAX_NOUN_LENGTH or not _NOUN.fullmatch(noun):
        return None
    if not 0 < len(sentence) <= MAX_SENTENCE_LENGTH or not sentence.isprintable():
        return None
    return SeenThing(noun, _count(found.get("count")), sentence)


def _count(count: object) -> int | None:
    """A number from 1 on; None for whatever else stands there."""
    if isinstance(count, str) and _COUNT.fullmatch(count):
        count = int(count)
    if type(count) is not int or not 1 <= count <= MAX_COUNT:
        return None
    return count


def _odd_answer(detail: str) -> ModelError:
    return ModelError(
        f"The model that looks at pictures gave an answer that we do not understand ({detail}). "
        "It may have been paid for. You can describe the picture without it. If it happens again, "
        "the owner can choose another model with IMAGESPEAK_VIEWER_MODEL."
    )
