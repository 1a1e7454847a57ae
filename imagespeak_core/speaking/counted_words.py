"""The words and phrases that are counted in what a learner says, as data."""

from __future__ import annotations

FILLERS = frozenset("um umm uhm uh uhh er err erm hm hmm mm mmm eh".split())
"""Sounds between words."""

FUNCTION_WORDS = frozenset(
    "a an the this that these those some any no not all both each every one two three other "
    "another more most many much few i you he she it we they me him her us them my your his its "
    "our their mine yours hers ours theirs myself himself herself itself themselves who whom "
    "whose which what where when why how there here am is are was were be been being do does did "
    "have has had can could will would shall should may might must and or but so because if while "
    "as than then too also very really just only of in on at to from with by for about into onto "
    "up down out off over under behind between next near i'm you're he's she's it's we're they're "
    "there's that's isn't aren't don't doesn't can't i've i'd see think picture".split()
)
"""Words that come again in any talk about a picture."""

_JOINING_WORDS = (
    "and but or because while when whenever where although though if unless until since however "
    "therefore then also who which whose first next finally"
)
JOINING = frozenset(_JOINING_WORDS.split()) | {
    "as well as", "as if", "even though", "for example", "such as", "so that", "in order to",
    "at the same time", "on the other hand", "not only", "after that", "as soon as",
}  # fmt: skip
"""Words that join sentences and their parts."""

JOINING_BEFORE_A_CLAUSE = frozenset({"so", "that"})
"""These join only where something begins after them that can do something: not in "so big"."""

CLAUSES_BEGIN = frozenset(
    "i you he she it we they there this these those the a an some my your his her our their is are "
    "was were has have can could will would may might must people somebody someone everybody "
    "everyone maybe it's he's she's they're".split()
)

NOT_FIRST = frozenset({"who", "which", "whose", "that", "next to"})
"""At the beginning of a sentence they ask or point, and join nothing."""

_SIDES = "left right".split()
_HEIGHTS = "top bottom".split()

POSITIONS = frozenset(
    "behind under underneath below beneath above over between among beside near opposite inside "
    "outside around beyond against".split()
    + ["next to", "in front of", "close to", "on top of", "far away", "in the distance"]
    + ["across from", "next door to", "face to face", "side by side", "on both sides"]
    + ["in the middle", "in the middle of", "in the centre", "in the center", "in the centre of"]
    + ["in the center of", "in the foreground", "in the background", "in the corner"]
    + ["in the front", "in the back", "at the front", "at the back", "at the side"]
    + ["at the edge", "on the edge", "in a row", "in a line", "in the upper part"]
    + ["in the lower part", "on one side", "on the other side", "on the other side of"]
    + [
        phrase.format(side)
        for side in _SIDES
        for phrase in (
            "on the {}",
            "on the {} side",
            "on the {} hand side",
            "on the {}-hand side",
            "on the {} of",
            "to the {}",
            "to the {} of",
            "at the {}",
            "in the {} corner",
            "in the {}",
            "in the {} side",
        )
    ]
    + [phrase.format(height) for height in _HEIGHTS for phrase in ("at the {}", "at the {} of")]
    + [f"in the {height} {side} corner" for height in _HEIGHTS for side in _SIDES]
    + [f"at the {height} {side}" for height in _HEIGHTS for side in _SIDES]
)
"""Phrases that tell where in a picture something is, or beside what."""

ABBREVIATIONS = frozenset("mr mrs ms dr st prof vs e.g i.e".split())
"""After these a full stop ends no sentence."""

ABBREVIATIONS_AT_ENDS = frozenset("etc a.m p.m u.s u.k".split())
"""After these it does, where a capital letter follows."""
