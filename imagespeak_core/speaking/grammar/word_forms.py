"""Verbs and nouns that the rules know: what people do in pictures, and who and what is there.

They are a choice, not the illustrator's vocabulary: a rule speaks only about words that can hardly
be anything else where it looks. So there is no "fish", which is one and many, and no "light".
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb in its forms: eat, eats, eating, ate, eaten."""

    base: str
    with_s: str
    with_ing: str
    past: str
    participle: str


_IRREGULAR = """
be is being was been|have has having had had|do does doing did done|go goes going went gone
eat eats eating ate eaten|drink drinks drinking drank drunk|see sees seeing saw seen
wear wears wearing wore worn|ride rides riding rode ridden|run runs running ran run
sit sits sitting sat sat|stand stands standing stood stood|sleep sleeps sleeping slept slept
swim swims swimming swam swum|sing sings singing sang sung|take takes taking took taken
give gives giving gave given|make makes making made made|buy buys buying bought bought
sell sells selling sold sold|hold holds holding held held|drive drives driving drove driven
write writes writing wrote written|throw throws throwing threw thrown
catch catches catching caught caught|bring brings bringing brought brought
come comes coming came come|feed feeds feeding fed fed|fly flies flying flew flown
speak speaks speaking spoke spoken|teach teaches teaching taught taught
tell tells telling told told|think thinks thinking thought thought
know knows knowing knew known|feel feels feeling felt felt|find finds finding found found
get gets getting got got|lose loses losing lost lost|break breaks breaking broke broken
build builds building built built|grow grows growing grew grown|hide hides hiding hid hidden
leave leaves leaving left left|meet meets meeting met met|fall falls falling fell fallen
say says saying said said|begin begins beginning began begun|draw draws drawing drew drawn
lie lies lying lay lain|shine shines shining shone shone|read reads reading read read
steal steals stealing stole stolen|choose chooses choosing chose chosen
wake wakes waking woke woken|win wins winning won won|blow blows blowing blew blown
shake shakes shaking shook shaken|spend spends spending spent spent
forget forgets forgetting forgot forgotten|keep keeps keeping kept kept
send sends sending sent sent|pay pays paying paid paid|hear hears hearing heard heard
put puts putting put put|cut cuts cutting cut cut|sweep sweeps sweeping swept swept
"""
_REGULAR = """
look play cook talk help wait listen carry want walk dance jump climb push pull kick wash clean
paint open watch show smile laugh cry work live love like need try enjoy wave rain snow learn study
repair point touch cross follow hug kiss visit relax travel wait stay stop start move knit row
"""
_DOUBLED = frozenset("stop hug knit".split())


def _regular(base: str) -> Verb:
    stem = base + base[-1] if base in _DOUBLED else base
    if base.endswith("e"):
        return Verb(base, base + "s", base[:-1] + "ing", base + "d", base + "d")
    if base.endswith("y") and base[-2] not in "aeiou":
        return Verb(base, base[:-1] + "ies", base + "ing", base[:-1] + "ied", base[:-1] + "ied")
    ending = "es" if base.endswith(("s", "sh", "ch", "x")) else "s"
    return Verb(base, base + ending, stem + "ing", stem + "ed", stem + "ed")


VERBS: tuple[Verb, ...] = (
    *(Verb(*forms.split()) for forms in _IRREGULAR.replace("\n", "|").split("|") if forms),
    *(_regular(base) for base in dict.fromkeys(_REGULAR.split())),
)
"""All of them."""

VERB_OF: dict[str, Verb] = {
    form: verb
    for verb in reversed(VERBS)
    for form in (verb.participle, verb.past, verb.with_ing, verb.with_s, verb.base)
} | dict.fromkeys(("am", "are", "were"), VERBS[0])
"""By every form, in small letters: which verb it is."""

_WITH_ED = frozenset("be find lie see shine put feed hide fly".split())
"""Of these, what would be wrong is another word, or said by some."""

WRONG_PASTS: dict[str, Verb] = {
    wrong: verb
    for verb in VERBS
    for wrong in (_regular(verb.base).past, f"{verb.base}{verb.base[-1]}ed")
    if verb.past not in (verb.base + "ed", verb.base + "d", wrong)
    and not verb.past.endswith("ed")
    and wrong not in VERB_OF
    and verb.base not in _WITH_ED
}
"""Pasts that nobody says who knows the verb, and which verb it is: "buyed" is of "buy"."""

SAME_IN_PAST = frozenset("read put cut".split())
"""What looks like their first form may be their past: "She read a book"."""

PASTS_THAT_ARE_VERBS = frozenset("lay fell found saw felt left ground".split())
"""What looks like a past may be the first form of another verb: "can fell a tree"."""

NOUNS_TOO = frozenset(
    "look play cook drink run ride walk talk dance work help stop start wave love watch show sleep "
    "cut smile laugh cry kick wash paint touch visit stay feed fly hide swim row fall push pull "
    "need cross clean open win blow shake wake pay keep steal point jump climb hug kiss hold catch "
    "throw drive find say buy".split()
)
"""These may be things: "the drinks", "a walk"."""

_PEOPLE = """
man men|woman women|child children|boy boys|girl girls|lady ladies|baby babies|kid kids
student students|teacher teachers|doctor doctors|nurse nurses|farmer farmers|waiter waiters
mother mothers|father fathers|grandmother grandmothers|grandfather grandfathers
sister sisters|brother brothers|friend friends|policeman policemen|fisherman fishermen
tourist tourists|passenger passengers|seller sellers|customer customers|person people
policewoman policewomen|fireman firemen|snowman snowmen|son sons|daughter daughters
gentleman gentlemen|musician musicians|dancer dancers
"""
_ANIMALS = """
dog dogs|cat cats|horse horses|cow cows|bird birds|duck ducks|elephant elephants|rabbit rabbits
goose geese|mouse mice|pig pigs|seagull seagulls|camel camels
"""
_THINGS = """
tree trees|house houses|car cars|boat boats|chair chairs|table tables|flower flowers|bag bags
balloon balloons|umbrella umbrellas|shop shops|building buildings|cloud clouds
mountain mountains|apple apples|banana bananas|sandwich sandwiches|bicycle bicycles|bike bikes
bus buses|ship ships|lamp lamps|bench benches|bridge bridges|church churches|window windows
kite kites|picture pictures|mirror mirrors|bottle bottles|sofa sofas|suitcase suitcases
bookcase bookcases|basket baskets|hill hills|star stars|cup cups|tent tents|castle castles
"""
_CLOTHES = """
hat hats|dress dresses|shirt shirts|coat coats|jacket jackets|skirt skirts|jumper jumpers
sweater sweaters|scarf scarves|cap caps|shoe shoes|boot boots|apron aprons|raincoat raincoats
"""


def _pairs(written: str) -> dict[str, str]:
    """By one: several."""
    return dict(pair.split() for pair in written.strip().replace("\n", "|").split("|"))


PEOPLE = _pairs(_PEOPLE)
ANIMALS = _pairs(_ANIMALS)
CLOTHES = _pairs(_CLOTHES)
PLURAL_OF = PEOPLE | ANIMALS | _pairs(_THINGS) | CLOTHES
"""All nouns."""

IN_PAIRS = frozenset(
    "shoes boots trousers glasses eyeglasses sunglasses jeans shorts scissors clothes pants "
    "pyjamas pajamas tights leggings overalls binoculars headphones".split()
)
"""What is several though it may be one thing."""

SINGULAR_OF = {several: one for one, several in PLURAL_OF.items()}

COLOURS = tuple("red blue green yellow black white brown grey gray pink purple orange".split())
QUALITIES = (
    *COLOURS,
    *"old young little small big tall short long new beautiful pretty nice happy sad large".split(),
    *"thin fat rich poor funny lovely strong strange tired hungry".split(),
)
"""What may stand before a noun."""
