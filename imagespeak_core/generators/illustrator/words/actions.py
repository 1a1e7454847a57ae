"""Verbs, and what a body does for them."""

from __future__ import annotations

from collections.abc import Mapping

from imagespeak_core.generators.illustrator.things.catalog import THINGS, by
from imagespeak_core.generators.illustrator.things.thing import Done

VERBS: dict[str, str] = {
    "stand": "stand", "wait": "stand", "queue": "stand", "meet": "talk", "walk": "walk",
    "stroll": "walk", "go": "walk", "come": "walk", "cross": "walk", "hike": "walk",
    "climb": "climb", "travel": "walk", "leave": "walk", "arrive": "walk", "run": "run",
    "jog": "run", "chase": "run", "race": "run", "hurry": "run", "sit": "sit", "relax": "sit",
    "rest": "sit", "study": "read", "learn": "read", "lie": "lie", "sunbathe": "lie", "eat": "eat",
    "have": "", "drink": "drink", "read": "read", "write": "write", "draw": "write",
    "cook": "cook", "bake": "cook", "prepare": "cook", "fry": "cook", "make": "cook",
    "talk": "talk", "chat": "talk", "speak": "talk", "teach": "point", "explain": "point",
    "discuss": "talk", "argue": "argue", "quarrel": "argue", "fight": "fight", "say": "talk",
    "ask": "talk", "tell": "talk",
    "phone": "phone", "call": "phone", "type": "type", "work": "type", "wave": "wave",
    "greet": "wave", "point": "point", "show": "point", "hug": "hug", "kiss": "hug",
    "carry": "carry", "push": "push", "pull": "pull", "cycle": "ride", "drive": "drive",
    "ride": "ride", "swim": "swim", "fish": "fish", "paint": "paint", "photograph": "photo",
    "buy": "shop", "sell": "point", "shop": "shop", "serve": "hold", "sleep": "sleep",
    "nap": "sleep", "dance": "dance", "hold": "hold", "feed": "feed", "sing": "sing",
    "jump": "jump", "hop": "jump", "skip": "skip", "throw": "throw", "catch": "cheer",
    "watch": "look", "look": "look", "stare": "look", "see": "look", "enjoy": "", "clean": "sweep",
    "sweep": "sweep", "cheer": "cheer", "celebrate": "cheer", "clap": "clap", "think": "think",
    "cry": "cry", "garden": "garden", "plant": "garden", "water": "garden", "dig": "garden",
    "pick": "garden", "crawl": "crawl", "kneel": "kneel", "play": "play", "laugh": "laugh",
    "smile": "",
    "wear": "", "lean": "lean", "help": "talk", "build": "kneel", "listen": "look",
    "graze": "stand", "fly": "", "bark": "stand", "park": "", "shine": "", "open": "stand",
    "wash": "", "choose": "shop", "pay": "hold", "get": "", "take": "", "visit": "walk",
    "exercise": "jump", "train": "run", "kick": "kick", "stretch": "cheer", "set": "",
    "stop": "stand", "board": "walk", "order": "talk", "repair": "kneel", "fix": "kneel",
    "examine": "look", "decorate": "stand", "share": "talk", "give": "give", "receive": "hold",
    "bring": "hold", "blow": "stand", "begin": "", "start": "", "try": "", "keep": "",
    "put": "", "use": "", "want": "", "love": "", "like": "", "continue": "", "appear": "",
    "seem": "", "gather": "stand", "gaze": "look", "glance": "look", "observe": "look",
    "leap": "jump", "rush": "run", "pause": "stand", "collect": "garden", "offer": "give",
    "raise": "hold", "clutch": "hold", "wander": "walk", "joke": "talk", "pass": "walk",
    "pour": "hold", "bargain": "talk", "place": "", "feel": "", "sink": "sit", "knit": "knit",
    "do": "", "be": "", "follow": "walk", "stay": "stand",
    "hurry up": "run", "pet": "feed", "stroke": "feed", "lift": "carry",
    "deliver": "carry", "load": "carry", "unload": "carry", "move": "carry", "snooze": "sleep",
    "doze": "doze", "wake": "stand", "admire": "look", "bathe": "swim",
    "dive": "swim", "paddle": "walk", "camp": "sit", "act": "point", "perform": "sing",
    "juggle": "throw", "sketch": "write", "mop": "sweep", "rake": "sweep", "iron": "stand",
    "stir": "cook", "grill": "cook", "chop": "cook", "march": "walk", "gallop": "run",
    "whisper": "talk", "shout": "shout", "yell": "shout", "scream": "shout", "crouch": "kneel",
    "yawn": "",
    "lead": "walk", "hike up": "walk", "lay": "lie", "send": "", "fall": "", "rise": "",
    "have got": "", "slide": "", "swing": "", "skate": "", "cut": "", "hide": "", "shake": "",
    "roll": "", "float": "", "hang": "", "drop": "", "bounce": "", "spill": "", "tie": "",
    "brush": "", "comb": "", "sew": "", "row": "", "sail": "", "surf": "",
    "forget": "", "lose": "", "find": "", "win": "", "sip": "drink",
    "practise": "talk", "practice": "talk", "present": "point",
}  # fmt: skip
"""Base form → action of a person; an empty action says that the verb shows nothing by itself."""

PHRASES: dict[str, tuple[str, str | None]] = {
    "take a photo": ("photo", None), "take a photo of": ("photo", None),
    "skip rope": ("skip", None), "jump rope": ("skip", None),
    **{
        f"brush {whose} teeth": ("brush_teeth", None)
        for whose in ("his", "her", "their", "the", "my", "our")
    },
    "take a picture": ("photo", None), "take a picture of": ("photo", None),
    **{
        f"{verb} on {whose}": ("phone", None)
        for verb in ("talk", "speak", "chat")
        for whose in (
            "the phone", "a phone", "her phone", "his phone", "their phone", "their phones",
            "a cell phone", "his cell phone", "her cell phone", "the cell phone", "a cellphone",
            "a smartphone", "my phone", "a mobile phone",
            "a mobile", "his mobile", "her mobile", "the telephone",
        )
    },
    **{
        f"sit {where}": ("sit_ground", None)
        for where in (
            "on the floor", "on the ground", "in a circle", "in a circle on the floor",
            "in the floor", "in the ground",
        )
    },
    **{
        f"raise {whose} {hand}": ("wave" if hand in {"hand", "arm"} else "cheer", None)
        for whose in ("his", "her", "their", "a", "one")
        for hand in ("hand", "hands", "arm", "arms")
    },
    "look at": ("look", None), "look up": ("look", None), "look on": ("look", None),
    "look out": ("look", None),
    "lie down": ("lie", None), "sit down": ("sit", None),
    "stand up": ("stand", None), "wait for": ("stand", None), "go shopping": ("shop", None),
    "take a walk": ("walk", None), "go for a walk": ("walk", None),
    "fall asleep": ("sleep", None), "be asleep": ("sleep", None),
    "sit in a wheelchair": ("wheelchair", None), "put up": ("kneel", None),
    "pick up": ("garden", None), "shake hands": ("shake_hands", None),
    "hold hands": ("hold_hands", None),
    "text": ("hold", "phone"), "scroll": ("hold", "phone"),
    "shake hands with": ("shake_hands", None), "hold hands with": ("hold_hands", None),
    "walk hand in hand": ("hold_hands", None),
    "blow out": ("stand", None), "play with": ("play", None),
    "lay the table": ("", None), "set the table": ("", None),
    "wash up": ("wash_up", None), "do the washing-up": ("wash_up", None),
    "face each other": ("look", None), "put out": ("", None),
    "try on": ("", None), "put on": ("", None),
}  # fmt: skip
"""Verb with its fixed words → action, and what is held for it."""

_ACTIVITIES_DONE: Mapping[str, Mapping[str, Done]] = {
    "play": {
        "football": ("kick", None), "soccer": ("kick", None), "basketball": ("basketball", None),
        "tennis": ("hold", "racket"), "badminton": ("hold", "racket"),
        "table tennis": ("hold", "racket"), "volleyball": ("volleyball", None),
        "cello": ("violin", None), "music": ("guitar", None), "cards": ("cards", None),
    },
    "take": {
        "photo": ("photo", None), "picture": ("photo", None), "photograph": ("photo", None),
        "note": ("write", None), "nap": ("sleep", None),
    },
    "have": {
        "breakfast": ("eat", None), "lunch": ("eat", None), "dinner": ("eat", None),
        "supper": ("eat", None), "meal": ("eat", None), "picnic": ("picnic", None),
        "party": ("cheer", None), "birthday party": ("cheer", None), "fun": ("cheer", None),
        "conversation": ("talk", None), "chat": ("talk", None), "meeting": ("talk", None),
        "rest": ("sit", None), "nap": ("sleep", None), "coffee": ("drink", "cup"),
        "tea": ("drink", "cup"), "drink": ("drink", "glass"), "snack": ("eat", None),
    },
    "do": {
        "homework": ("write", None), "shopping": ("shop", None),
        "exercise": ("jump", None), "washing-up": ("wash_up", None), "dishes": ("wash_up", None),
        "sport": ("run", None), "gardening": ("garden", None), "housework": ("sweep", None),
    },
    "eat": {
        "breakfast": ("eat", None), "lunch": ("eat", None), "dinner": ("eat", None),
        "supper": ("eat", None), "meal": ("eat", None), "picnic": ("picnic", None),
        "snack": ("eat", None),
    },
    "share": {
        "lunch": ("eat", None), "meal": ("eat", None), "breakfast": ("eat", None),
        "dinner": ("eat", None), "picnic": ("picnic", None),
    },
    "make": {
        "breakfast": ("cook", None), "lunch": ("cook", None), "dinner": ("cook", None),
        "supper": ("cook", None), "meal": ("cook", None), "music": ("guitar", None),
        "coffee": ("cook", None), "tea": ("cook", None), "photo": ("photo", None),
        "photograph": ("photo", None),
    },
    "cook": {
        "breakfast": ("cook", None), "lunch": ("cook", None), "dinner": ("cook", None),
        "supper": ("cook", None), "meal": ("cook", None),
    },
    "prepare": {
        "breakfast": ("cook", None), "lunch": ("cook", None), "dinner": ("cook", None),
        "supper": ("cook", None), "meal": ("cook", None),
    },
    "drink": {
        "coffee": ("drink", "cup"), "tea": ("drink", "cup"), "water": ("drink", "glass"),
        "juice": ("drink", "glass"),
    },
    "watch": {
        "match": ("cheer", None),
    },
    "wash": {
        "dishes": ("wash_up", None),
    },
    "tell": {
        "story": ("read", None),
    },
    "read": {
        "story": ("read", None),
    },
    "sing": {
        "song": ("sing", None),
    },
    "send": {
        "message": ("hold", "phone"),
    },
    "write": {
        "message": ("write", None), "story": ("write", None),
    },
    "kick": {
        "football": ("kick", None),
    },
    "serve": {
        "coffee": ("hold", "tray"), "tea": ("hold", "tray"), "meal": ("hold", "tray"),
        "dinner": ("hold", "tray"), "drink": ("hold", "tray"),
    },
    "cut": {
        "hair": ("cut_hair", None),
    },
}  # fmt: skip
"""The same for activities, and for what stands for a thing that is drawn in hands alone."""

DOING: Mapping[str, Mapping[str, Done]] = {
    verb: {
        **_ACTIVITIES_DONE.get(verb, {}),
        **{
            name: thing.done_with[verb] for name, thing in THINGS.items() if verb in thing.done_with
        },
    }
    for verb in {*_ACTIVITIES_DONE, *by(lambda thing: thing.done_with)}
}
"""Verb → what is done → action, and what is held for it; these objects are not drawn apart,
but those of an action in `FREE_OBJECT`."""

ACTIVITIES = frozenset(
    """
    breakfast lunch dinner supper meal picnic photograph photo note nap party fun
    conversation
    chat rest homework exercise washing-up sport gardening housework music tennis badminton
    volleyball soccer cards story song match game message snack drink
    """.split()
) | {"table tennis", "computer game", "card game"}
"""Nouns for what is done; without their verb there is nothing to draw."""

AUXILIARIES = frozenset(
    "is are was were be been being am will can may might would could should must".split()
)

CONJUNCTIONS = ("while", "as", "because", "but", "when", "whilst", "where", "then", "so")

DOUBLED = frozenset(
    "hug jog knit pet shop chat skip clap nap dig get set stop sit run swim put cut hop".split()
)

EMPTY = frozenset(
    """
    begin start try stop keep want like love go come be have do get let seem continue take enjoy
    put wear use happen fill need gather appear offer bring show
    """.split()
) | {"have got"}
"""Verbs that show nothing by themselves, or leave what they show to the verb after them."""

OF_THINGS = frozenset(
    """
    stand lie come go pass park arrive stop wait follow leave meet stay gather see drive
    """.split()
)
"""Verbs whose doer is simply there, whether person or thing."""

OF_LIFELESS = frozenset({"hang", "sit", "sail", "float"})
"""Verbs of things; who is alive is not drawn so."""

OF_WEATHER = frozenset("shine rise set fall blow come".split())
"""Verbs whose doer is the sun, the rain or the wind."""

DRESSING = frozenset({"wear", "put on", "try on", "dress"})
"""Verbs for clothes that somebody then wears."""

LOOSE = frozenset(
    """
    open wash iron repair fix decorate blow bark stretch yawn train
    receive catch rake juggle paddle camp bathe dive pour perform act
    kiss sell water dig pick collect help listen examine board wake grill chop bake pay
    mop practise practice lean pet stroke load unload lift build whisper plant sink
    """.split()
) | {"pick up", "blow out", "put up"}
"""Verbs whose action is only near to them, so that they are told as not drawn."""

UNSEEN_WITH_OBJECT = frozenset({"stop", "put", "place", "set"})
"""Verbs of which nothing is drawn where somebody does them to something."""

UNSEEN_WITH: dict[str, frozenset[str]] = {
    "make": frozenset({"tea", "coffee", "face"}), "have": frozenset({"bath", "shower"}),
    "do": frozenset({"hair"}), "paint": frozenset({"face", "nails"}),
}  # fmt: skip
"""Verb → the objects with which nothing is drawn of it."""

UNSEEN_PARTICLES: dict[str, frozenset[str]] = {
    "get": frozenset("up off down dressed undressed married".split()),
    "take": frozenset({"off"}), "look": frozenset({"after", "for"}),
}  # fmt: skip
"""Verb → the words with which it is one of which nothing is drawn."""

SWEPT = frozenset("floor carpet path home house".split())
"""What one cleans with a broom, beside the places where people are."""

PICKED = frozenset({"flowers"})
"""What is picked kneeling, with some of it in the hand already."""

MOVING = frozenset(
    {
        "leave",
        "forget",
        "lose",
        "find",
        "put",
        "load",
        "unload",
        "place",
        "see",
        "want",
        "like",
        "love",
    }
)
"""Verbs whose object is not in the hands, though it could be held."""

AIMED = frozenset({"look", "photo", "point", "paint"})
"""Actions whose object is looked at."""

MEANWHILE: dict[str, str] = {"walk hand in hand": "walk"}
"""Verb with its fixed words → what the legs do meanwhile."""

WITH_OWN_THING = frozenset({"guitar", "violin", "ride", "kick"})
"""Actions that are drawn with a thing of which the prompt can tell the colour."""

SAME_IN_PAST = frozenset({"read", "put", "cut", "set", "hit"})
"""Verbs whose past is like their base form."""

ON_THE_WAY = frozenset({"walk", "run", "ride", "drive"})
"""Actions that lead to another place than where they are done."""

PASSING_BY = frozenset({"", "stand", "walk", "run"})
"""Actions whose object is not beside the person for it."""

POSES = frozenset({"stand", "sit", "lean", "hold", "laugh"})
"""Actions that give way to another one of the same person ("sits and reads")."""

LEGS = frozenset({"sit", "sit_ground", "walk", "run", "kneel", "lie"})
HANDS = frozenset(
    """
    phone talk eat drink read write photo wave point sing clap think cry guitar violin look carry
    hold_hands shout
    """.split()
)
"""What legs and hands can do at once: "walking and talking on the phone"."""

IRREGULAR: dict[str, str] = {
    "sitting": "sit", "running": "run", "swimming": "swim", "sat": "sit", "stood": "stand",
    "ran": "run", "ate": "eat", "lying": "lie", "swam": "swim", "hugging": "hug", "jogging": "jog",
    "shopping": "shop", "chatting": "chat", "slept": "sleep", "drove": "drive", "rode": "ride",
    "wrote": "write", "held": "hold", "made": "make", "has": "have", "had": "have",
    "having": "have", "drank": "drink", "taught": "teach", "fed": "feed", "sang": "sing",
    "threw": "throw", "fought": "fight", "saw": "see", "skipping": "skip", "clapping": "clap",
    "napping": "nap",
    "digging": "dig", "getting": "get", "setting": "set", "stopping": "stop", "went": "go",
    "does": "do", "doing": "do", "did": "do", "studies": "study", "carries": "carry",
    "flies": "fly", "cries": "cry", "watches": "watch", "teaches": "teach", "catches": "catch",
    "goes": "go", "washes": "wash", "fixes": "fix", "crosses": "cross", "using": "use",
    "uses": "use", "dancing": "dance",
    "seen": "see", "taken": "take", "eaten": "eat", "driven": "drive", "ridden": "ride",
    "drawn": "draw", "written": "write", "thrown": "throw", "caught": "catch", "bought": "buy",
    "sold": "sell", "built": "build", "brought": "bring", "begun": "begin", "began": "begin",
    "trying": "try", "tries": "try", "putting": "put", "puts": "put", "put": "put",
    "laid": "lay", "leapt": "leap", "fallen": "fall", "fell": "fall", "flown": "fly",
    "flew": "fly", "done": "do", "came": "come", "took": "take", "gave": "give", "given": "give",
    "blew": "blow", "met": "meet", "left": "leave", "kept": "keep", "sung": "sing",
    "shone": "shine",
}  # fmt: skip

FREE_OBJECT = frozenset(
    {"look", "feed", "walk_pet", "push", "pull", "drive", "photo", "paint", "ride", "point"}
)
"""Actions whose object stays in the picture as a thing of its own, beside the person."""

ORDERS = frozenset("draw paint show make create generate imagine sketch illustrate give".split())
"""Verbs by which a prompt begins that asks for a picture."""
