"""Where a parse stands: the sentence, what was found in it, and the clause that is being read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from imagespeak_core.generators.illustrator.reading.chunk import Chunk
from imagespeak_core.generators.illustrator.reading.findings import Findings
from imagespeak_core.generators.illustrator.reading.sentence import Sentence
from imagespeak_core.generators.illustrator.scene import Relation

GrammaticalFunction = Literal["subject", "verb", "object", "oblique", "held", "part"]
"""What a word is in its clause; an oblique is a noun after a preposition ("on *a chair*").

Held is what belongs to an action and is not drawn apart from it, a part what belongs to a thing.
"""


@dataclass(slots=True)
class Clause:
    """What has been read of a clause.

    While `relation` or `verb` is set, a noun is expected that belongs to it. Lists are indices of
    noun phrases among the findings.
    """

    relation: Relation | None = None
    """How what comes next is related to `related`."""
    preposition: str = ""
    """The latest relation as it is written; it is kept when its noun has come."""
    is_denied: bool = False
    """Whether the latest relation is said not to be so: "not *on* the sofa"."""
    related: list[int] = field(default_factory=list)
    verb: str | None = None
    """The base form of a verb whose object may come; "?" for one that is unknown."""
    action: str = ""
    """What the latest verb is drawn as."""
    is_first_verb: bool = True
    doers: list[int] = field(default_factory=list)
    """Who does what the latest verb tells."""
    function: GrammaticalFunction | None = None
    """What the latest word was; what "and" joins to it is the same."""
    joined: bool = False
    """Whether "and" or a comma was read."""
    finite: bool = False
    """Whether an auxiliary was read: "is", "has"."""
    has_verb: bool = False
    relative: bool = False
    """Whether "who" was read, so that a verb tells of the latest noun."""
    infinitive: bool = False
    perfect: bool = False
    """Whether the auxiliary is "have", so that a participle is not passive."""
    passive: str | None = None
    """The base form of a participle whose "by" comes next."""
    passive_at: int = -1
    """The index of that participle among the prompt's words."""
    wearing: bool = False
    verb_at: int = -1
    """The index of the latest verb among the prompt's words."""
    where: str = ""
    """The side or depth in the picture of the noun that comes."""
    words: str = ""
    """The prompt's words for the latest relation, with the verb before them."""
    fronted: tuple[Relation, list[int], str] | None = None
    """What was told before the subject: "*on the table*, a cat sleeps"."""
    inverted: Chunk | None = None
    """The verb whose subject is still to come: "on the bench *sits* a man"."""

    @property
    def expects_noun(self) -> bool:
        """Whether a noun that comes belongs to a verb or a relation."""
        return self.relation is not None or self.verb is not None

    def expect_nothing(self) -> None:
        """What comes belongs to no verb and no relation any more."""
        self.relation = self.verb = None

    def close(self, function: GrammaticalFunction | None) -> None:
        """Ends what was expected with a word of that function."""
        self.expect_nothing()
        self.function, self.joined = function, False

    def begin_anew(self) -> None:
        """A new subject has come: its verb is still to follow."""
        self.finite = self.has_verb = self.joined = False
        self.function = "subject"


@dataclass(slots=True)
class Focus:
    """Whom a sentence is about, as indices of noun phrases among the findings."""

    subjects: list[int] = field(default_factory=list)
    latest: list[int] = field(default_factory=list)
    """Named last, together with what "and" joined."""
    nearest: list[int] = field(default_factory=list)
    """Named last, alone."""
    unnamed: list[int] = field(default_factory=list)
    """A person who acts before it is told who it is."""
    subject_unknown: bool = False
    """Whether the subject is something that has no picture."""


@dataclass(slots=True)
class State:
    """All that reading the next chunk depends on, and all that it changes."""

    sentence: Sentence
    found: Findings
    clause: Clause = field(default_factory=Clause)
    focus: Focus = field(default_factory=Focus)
    latest_link: Relation = "with"
    """The latest relation of two noun phrases, which "and" goes on with."""

    def end_clause(self) -> None:
        """Forgets all but whom the sentence is about."""
        self.clause = Clause()

    def end_sentence(self) -> None:
        """Forgets all but what was found."""
        self.end_clause()
        self.focus = Focus()
