"""What a soak has seen, and whether it keeps its promises. Pure: nothing here is measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, groupby
from statistics import median
from typing import Literal

WARM_UP_S = 60.0
"""Memory is looked at from a process's second minute on."""
CLIMB_AT_MOST = 0.02
"""A minute, of its own level."""
SHORTEST_LOOK_S = 30.0
NOT_WRITTEN_DOWN_S = 3.0
"""What a model has answered is made ready for so long at most, on a busy machine, before the
process that asked writes it down on its disk."""

WAITS_FOR_THE_STORE_S, BACK_SOON_S = 30.0, 10.0
"""What waits on the disk of a server that is killed is known to nobody else. Where the server is
not back soon, others take its claim over, and pay again."""

Outcome = Literal["picture", "words", "cut off", "nothing"]
"""What a press led to; cut off: its server was killed."""

Gives = Literal["picture", "half a picture", "nothing"]


@dataclass(frozen=True, slots=True)
class Press:
    """A press for a picture.

    Attributes:
        wish: Presses of one wish want one picture among them.
        seed: No other wish has it.
        outcome: What it led to.
    """

    wish: str
    seed: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Call:
    """What a model was asked, and when it had answered; seconds of one clock."""

    server: str
    seed: int
    began_s: float
    ends_s: float
    gives: Gives


@dataclass(frozen=True, slots=True)
class Kill:
    """A server that was killed, and when it was there again."""

    server: str
    at_s: float
    back_s: float


@dataclass(frozen=True, slots=True)
class Level:
    """What a process holds at a moment.

    Attributes:
        process: Its name; another one after a restart.
        at_s: Since that process was there.
        memory_mib: Its own.
        tabs: Connections of browsers.
        files: Open ones by kind, but for connections.
        threads: Those of no pool, by name.
        tasks: By name.
    """

    process: str
    at_s: float
    memory_mib: float
    tabs: int = 0
    files: Mapping[str, int] = field(default_factory=dict)
    threads: Mapping[str, int] = field(default_factory=dict)
    tasks: Mapping[str, int] = field(default_factory=dict)


@dataclass
class Facts:
    """All that was seen.

    Attributes:
        sessions: How many visitors.
        presses: Those for a picture.
        hits_s: How long those took that met a picture made before.
        references_s: How long the same took of a bare page and one listing, at the same time.
        calls: Of the models.
        kills: Of servers.
        told: By key, what a visitor got of each picture: its digest.
        stored: By key, what is in the store in the end: seed and digest.
        acknowledged: By upload, the digest of each recording that was called kept or safe.
        kept: By upload, what is heard of each in the end.
        follows: How often a class was to be followed, and how often it was not.
        broken: What was seen and must not be, by name.
        words: What visitors were told, by sentence.
        statuses: Answers of 500 and more, by route.
        log: Lines of the logs, by kind.
        levels: Of each process: at the start, meanwhile, at the end.
        starts, ends: The same, when all tabs are closed.
        left: What lies about in the end, by place.
        weather: What the bad way to S3 did.
    """

    sessions: int = 0
    presses: list[Press] = field(default_factory=list)
    hits_s: list[float] = field(default_factory=list)
    references_s: list[float] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    kills: list[Kill] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)
    stored: dict[str, tuple[int, str]] = field(default_factory=dict)
    acknowledged: dict[str, str] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)
    follows: int = 0
    broken: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    log: Counter[str] = field(default_factory=Counter)
    levels: list[Level] = field(default_factory=list)
    starts: list[Level] = field(default_factory=list)
    ends: list[Level] = field(default_factory=list)
    left: Counter[str] = field(default_factory=Counter)
    weather: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table; `is_kept` None where nothing is promised."""

    name: str
    value: str
    promise: str = ""
    is_kept: bool | None = None


def rows(facts: Facts) -> Iterator[Row]:
    """The table, in its order."""
    yield from _presses(facts)
    yield from _money(facts)
    yield from _kept(facts)
    yield from _troubles(facts)
    yield from _leaks(facts)
    yield from _speed(facts)


def is_kept(table: Iterable[Row]) -> bool:
    """Whether all promises are."""
    return all(row.is_kept is not False for row in table)


def _none(name: str, found: Iterable[object]) -> Row:
    """What must not be."""
    listed = [str(one) for one in found]
    value = str(len(listed)) if len(listed) <= 1 else f"{len(listed)}: {', '.join(listed[:3])}"
    return Row(name, ", ".join(listed) if len(listed) == 1 else value, "0", not listed)


def _presses(facts: Facts) -> Iterator[Row]:
    outcomes = Counter(press.outcome for press in facts.presses)
    yield Row("Sessions", str(facts.sessions))
    told = ", ".join(f"{outcomes[one]} {one}" for one in ("picture", "words", "cut off"))
    yield Row(
        "Presses for a picture, and what they led to",
        f"{len(facts.presses)}: {told}, {len(facts.hits_s)} more met one that was there",
    )
    yield _none(
        "Presses that ended in neither",
        (press.wish for press in facts.presses if press.outcome == "nothing"),
    )
    yield Row("A teacher's next picture, followed in a class", str(facts.follows))
    yield _none("What else a visitor must not meet", _counted(facts.broken))


def excuse(call: Call, kills: Iterable[Kill]) -> str | None:
    """Why what a model was paid for could not be stored by the one who asked; None: no reason."""
    if call.gives == "half a picture":
        return "cut by the model"
    for kill in kills:
        # Between the answer and its place on the disk lies the time to make it ready.
        is_in_flight = call.began_s < kill.at_s < call.ends_s + NOT_WRITTEN_DOWN_S
        if call.server == kill.server and is_in_flight:
            return f"in flight when server {kill.server} was killed"
    return None


def _money(facts: Facts) -> Iterator[Row]:
    paid = [call for call in facts.calls if call.gives != "nothing"]
    seeds = Counter(seed for seed, _ in facts.stored.values())
    yield Row("Calls of the model, of these paid", f"{len(facts.calls)}, {len(paid)}")
    yield Row("Pictures in the store", str(len(facts.stored)))
    gone = [call for call in paid if call.seed not in seeds]
    reasons = Counter(excuse(call, facts.kills) or "" for call in gone)
    lost = reasons.pop("", 0)
    yield Row("Paid, and nobody could receive it", _listed(reasons) or "0")
    yield Row("Paid and lost", str(lost), "0", lost == 0)
    wishes = {press.seed: press.wish for press in facts.presses}
    yield _none(
        "Paid for a press that needed nothing",
        (call.seed for call in paid if call.seed not in wishes),
    )
    waited = [call for call in paid if _waited_on_a_dead_disk(call, facts.kills)]
    yield Row("Paid, and on the disk of a killed server that was not soon back", str(len(waited)))
    yield _none("Paid twice", _twice(facts, paid, wishes))
    again = [seed for seed, count in seeds.items() if count > 1]
    yield _none("Stored twice", again)


def _twice(facts: Facts, paid: Sequence[Call], wishes: Mapping[int, str]) -> Iterator[str]:
    """Wishes that were paid for more than once, but for what nobody could receive."""
    kills = facts.kills
    whole = [call for call in paid if excuse(call, kills) is None and call.seed in wishes]
    for wish, calls in _grouped(whole, wishes):
        if sum(not _waited_on_a_dead_disk(call, kills) for call in calls) > 1:
            yield f"{wish} ({len(calls)} times)"


def _waited_on_a_dead_disk(call: Call, kills: Iterable[Kill]) -> bool:
    """It was answered, and perhaps not stored yet, when its server was killed for long."""
    return any(
        call.server == kill.server
        and kill.at_s - WAITS_FOR_THE_STORE_S < call.ends_s < kill.at_s
        and kill.back_s - kill.at_s > BACK_SOON_S
        for kill in kills
    )


def _grouped(calls: Iterable[Call], wishes: Mapping[int, str]) -> Iterator[tuple[str, list[Call]]]:
    def wish(call: Call) -> str:
        return wishes[call.seed]

    for name, group in groupby(sorted(calls, key=wish), wish):
        yield name, list(group)


def _kept(facts: Facts) -> Iterator[Row]:
    yield Row("Pictures that a visitor saw", str(len(facts.told)))
    stored = {key: digest for key, (_, digest) in facts.stored.items()}
    yield _none(
        "Of these not in the store as they were",
        (key for key, digest in facts.told.items() if stored.get(key) != digest),
    )
    yield Row("Recordings that were called kept or safe", str(len(facts.acknowledged)))
    yield _none(
        "Of these not there whole",
        (one for one, digest in facts.acknowledged.items() if facts.kept.get(one) != digest),
    )


def _troubles(facts: Facts) -> Iterator[Row]:
    yield Row("What the way to S3 did", _listed(facts.weather))
    yield Row("Sentences that visitors were told", _listed(facts.words) or "none")
    yield Row("Answers of 500 and more, in words", _listed(facts.statuses) or "none")
    own = [status for status in facts.statuses if status.endswith(" 500")]
    yield _none("Of these our own mistakes", own)
    lines = Counter({kind: count for kind, count in facts.log.items() if kind != "Traceback"})
    yield Row("Lines in the logs, by kind", _listed(lines) or "none")
    yield _none("Tracebacks in the logs", ["Traceback"] * facts.log["Traceback"])


def climb(levels: Sequence[Level]) -> float | None:
    """How much a process's memory climbs a minute, as a part of its level; None: seen too short.

    The median of the climbs between any two moments after `WARM_UP_S`: a picture that is
    just being decoded is no leak.
    """
    late = [level for level in levels if level.at_s >= WARM_UP_S]
    if len(late) < 3 or late[-1].at_s - late[0].at_s < SHORTEST_LOOK_S:
        return None
    climbs = [
        (two.memory_mib - one.memory_mib) / (two.at_s - one.at_s)
        for one, two in combinations(late, 2)
    ]
    return 60 * median(climbs) / median(level.memory_mib for level in late)


def _leaks(facts: Facts) -> Iterator[Row]:
    for name, levels in _by_process(facts.levels).items():
        memory = [level.memory_mib for level in levels]
        late = [level.memory_mib for level in levels if level.at_s >= WARM_UP_S]
        found = climb(levels)
        if found is None:
            yield Row(f"Memory of {name}, at most", f"{max(memory):.0f} MiB (too short to judge)")
            continue
        yield Row(
            f"Memory of {name} after its first minute",
            f"{median(late):.0f} MiB, {found:+.1%} a minute",
            f"at most +{CLIMB_AT_MOST:.0%} a minute",
            found <= CLIMB_AT_MOST,
        )
    starts = {level.process: level for level in facts.starts}
    for end in facts.ends:
        yield _none(f"Held by {end.process} in the end, and not at its start", _more(starts, end))
    yield _none("Left behind", _counted(facts.left - _to_be_swept(facts.log)))


def _to_be_swept(log: Counter[str]) -> Counter[str]:
    """What the store did not take back, and the log tells of: a sweep deletes it after an hour."""
    lines = (count for kind, count in log.items() if "a claim could not be given back" in kind)
    return Counter({"claims": sum(lines)})


def _more(starts: Mapping[str, Level], end: Level) -> Iterator[str]:
    start = starts.get(end.process, Level(end.process, 0, 0))
    if end.tabs:
        yield f"{end.tabs} connections"
    for what, before, now in (
        ("file", start.files, end.files),
        ("thread", start.threads, end.threads),
        ("task", start.tasks, end.tasks),
    ):
        for name, count in now.items():
            if count > before.get(name, 0):
                yield f"{what} {name}: {count}, was {before.get(name, 0)}"


def _by_process(levels: Iterable[Level]) -> dict[str, list[Level]]:
    found: dict[str, list[Level]] = {}
    for level in levels:
        found.setdefault(level.process, []).append(level)
    return found


def _speed(facts: Facts) -> Iterator[Row]:
    if not facts.hits_s or not facts.references_s:
        yield Row("A press that meets a picture", "none was measured", "some", is_kept=False)
        return
    for name, part in (("median", 0.5), ("95 of 100", 0.95)):
        hit_s, reference_s = _part(facts.hits_s, part), _part(facts.references_s, part)
        yield Row(
            f"A press that meets a picture, {name}",
            f"{hit_s * 1000:.0f} ms, {hit_s / reference_s:.1f} times a bare page's press and one "
            f"listing by the same way ({reference_s * 1000:.0f} ms)",
        )


def _part(values: Iterable[float], part: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def _listed(counts: Mapping[str, int]) -> str:
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return "; ".join(f"{count} {name}" for name, count in ordered)


def _counted(counts: Mapping[str, int]) -> list[str]:
    return [f"{count} {name}" for name, count in counts.items() if count]


def table(title: str, lines: Iterable[Row]) -> str:
    """As Markdown."""
    verdicts = {None: "", True: "kept", False: "**broken**"}
    head = [title, "", "| | seen | promised | |", "|---|---|---|---|"]
    body = [
        f"| {row.name} | {_cell(row.value)} | {row.promise} | {verdicts[row.is_kept]} |"
        for row in lines
    ]
    return "\n".join([*head, *body])


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
