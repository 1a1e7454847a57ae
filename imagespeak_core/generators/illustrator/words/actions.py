"""Verbs, and what a body does for them."""

from __future__ import annotations

VERBS: dict[str, str] = {
    "stand": "stand", "wait": "stand", "queue": "stand", "meet": "talk", "walk": "walk",
    "stroll": "walk", "go": "walk", "come": "walk", "cross": "walk", "hike": "walk",
    "climb": "walk", "travel": "walk", "leave": "walk", "arrive": "walk", "run": "run",
    "jog": "run", "chase": "run", "race": "run", "hurry": "run", "sit": "sit", "relax": "sit",
    "rest": "sit", "study": "read", "learn": "read", "lie": "lie", "sunbathe": "lie", "eat": "eat",
    "have": "", "drink": "drink", "read": "read", "write": "write", "draw": "write",
    "cook": "cook", "bake": "cook", "prepare": "cook", "fry": "cook", "make": "cook",
    "talk": "talk", "chat": "talk", "speak": "talk", "teach": "point", "explain": "point",
    "discuss": "talk", "argue": "talk", "say": "talk", "ask": "talk", "tell": "talk",
    "phone": "phone", "call": "phone", "type": "type", "work": "type", "wave": "wave",
    "greet": "wave", "point": "point", "show": "point", "hug": "hug", "kiss": "hug",
    "carry": "carry", "push": "push", "pull": "pull", "cycle": "ride", "drive": "drive",
    "ride": "ride", "swim": "swim", "fish": "fish", "paint": "paint", "photograph": "photo",
    "buy": "shop", "sell": "point", "shop": "shop", "serve": "hold", "sleep": "sleep",
    "nap": "sleep", "dance": "dance", "hold": "hold", "feed": "feed", "sing": "sing",
    "jump": "jump", "skip": "jump", "throw": "throw", "catch": "cheer", "watch": "look",
    "look": "look", "stare": "look", "see": "look", "enjoy": "", "clean": "sweep",
    "sweep": "sweep", "cheer": "cheer", "celebrate": "cheer", "clap": "clap", "think": "think",
    "cry": "cry", "garden": "garden", "plant": "garden", "water": "garden", "dig": "garden",
    "pick": "garden", "crawl": "crawl", "kneel": "kneel", "play": "play", "laugh": "", "smile": "",
    "wear": "", "lean": "lean", "help": "talk", "build": "kneel", "listen": "look",
    "graze": "stand", "fly": "", "bark": "stand", "park": "", "shine": "", "open": "stand",
    "wash": "cook", "choose": "shop", "pay": "hold", "get": "", "take": "", "visit": "walk",
    "exercise": "jump", "train": "run", "kick": "kick", "stretch": "cheer", "set": "",
    "stop": "stand", "board": "walk", "order": "talk", "repair": "kneel", "fix": "kneel",
    "examine": "look", "decorate": "stand", "share": "talk", "give": "hold", "receive": "hold",
    "bring": "hold", "blow": "stand", "practise": "talk", "practice": "talk", "present": "point",
}  # fmt: skip
"""Base form → action of a person; an empty action says that the verb shows nothing by itself."""

PHRASES: dict[str, tuple[str, str | None]] = {
    "play football": ("kick", None), "play soccer": ("kick", None),
    "play basketball": ("basketball", None), "play tennis": ("hold", "racket"),
    "play badminton": ("hold", "racket"), "play guitar": ("guitar", None),
    "play the guitar": ("guitar", None), "play the violin": ("violin", None),
    "play violin": ("violin", None), "play music": ("guitar", None),
    "take a photo": ("photo", None), "take photo": ("photo", None),
    "take a picture": ("photo", None), "take a selfie": ("photo", None),
    "take picture": ("photo", None), "ride a bike": ("ride", None),
    "ride a bicycle": ("ride", None), "ride bike": ("ride", None), "ride bicycle": ("ride", None),
    "ride his bike": ("ride", None), "ride her bike": ("ride", None),
    "have breakfast": ("eat", None), "have lunch": ("eat", None), "have dinner": ("eat", None),
    "have a meal": ("eat", None), "eat breakfast": ("eat", None), "eat lunch": ("eat", None),
    "eat dinner": ("eat", None), "have a picnic": ("sit_ground", None),
    "have picnic": ("sit_ground", None), "talk on the phone": ("phone", None),
    "speak on the phone": ("phone", None), "use a phone": ("phone", None),
    "talk on a phone": ("phone", None), "look at": ("look", None), "fly a kite": ("hold", "kite"),
    "fly kite": ("hold", "kite"), "walk a dog": ("walk_pet", None),
    "walk the dog": ("walk_pet", None), "walk his dog": ("walk_pet", None),
    "walk her dog": ("walk_pet", None), "walk their dog": ("walk_pet", None),
    "walk dog": ("walk_pet", None), "drink coffee": ("drink", "cup"),
    "drink tea": ("drink", "cup"), "have coffee": ("drink", "cup"),
    "drink a coffee": ("drink", "cup"), "have a coffee": ("drink", "cup"),
    "drink water": ("drink", "glass"), "drink juice": ("drink", "glass"),
    "drink milk": ("drink", "glass"), "have fun": ("cheer", None), "go shopping": ("shop", None),
    "do homework": ("write", None), "do the shopping": ("shop", None),
    "watch television": ("sit", None), "watch tv": ("sit", None), "do yoga": ("cheer", None),
    "lie down": ("lie", None), "have a party": ("cheer", None),
    "have a birthday party": ("cheer", None), "have a conversation": ("talk", None),
    "have a chat": ("talk", None), "use a computer": ("type", None),
    "use a laptop": ("type", None), "wait for": ("stand", None), "have tea": ("drink", "cup"),
    "have a rest": ("sit", None), "wash the dishes": ("cook", None),
    "set the table": ("hold", "plate"), "read a newspaper": ("read", "newspaper"),
    "read the newspaper": ("read", "newspaper"), "read a map": ("read", "map"),
    "look at a map": ("read", "map"), "read newspaper": ("read", "newspaper"),
}  # fmt: skip
"""Verb with its object → action, and what is held for it."""

IRREGULAR: dict[str, str] = {
    "sitting": "sit", "running": "run", "swimming": "swim", "sat": "sit", "stood": "stand",
    "ran": "run", "ate": "eat", "lying": "lie", "swam": "swim", "hugging": "hug", "jogging": "jog",
    "shopping": "shop", "chatting": "chat", "slept": "sleep", "drove": "drive", "rode": "ride",
    "wrote": "write", "held": "hold", "made": "make", "has": "have", "had": "have",
    "having": "have", "drank": "drink", "taught": "teach", "fed": "feed", "sang": "sing",
    "threw": "throw", "saw": "see", "skipping": "skip", "clapping": "clap", "napping": "nap",
    "digging": "dig", "getting": "get", "setting": "set", "stopping": "stop", "went": "go",
    "does": "do", "doing": "do", "did": "do", "studies": "study", "carries": "carry",
    "flies": "fly", "cries": "cry", "watches": "watch", "teaches": "teach", "catches": "catch",
    "goes": "go", "washes": "wash", "fixes": "fix", "crosses": "cross", "using": "use",
    "uses": "use", "fries": "fry", "dancing": "dance",
}  # fmt: skip

FREE_OBJECT = frozenset(
    {"look", "feed", "walk_pet", "push", "pull", "drive", "photo", "paint", "ride", "point"}
)
"""Actions whose object stays in the picture as a thing of its own, beside the person."""
