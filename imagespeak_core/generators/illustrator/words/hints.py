"""Where people, animals and things are most likely to be, when a prompt names no place."""

from __future__ import annotations

PLACE_HINTS: dict[str, str] = {
    "ranger": "forest", "park ranger": "forest", "teacher": "classroom", "student": "classroom",
    "pupil": "classroom", "nurse": "hospital",
    "doctor": "hospital", "patient": "hospital", "waiter": "cafe", "cook": "kitchen",
    "farmer": "farm", "baker": "cafe", "cow": "farm", "horse": "farm", "sheep": "farm",
    "pig": "farm", "goat": "farm", "hen": "farm", "chick": "farm", "donkey": "farm",
    "tractor": "farm", "duck": "lake", "fish": "lake", "boat": "lake", "sailing boat": "sea",
    "ship": "sea", "sandcastle": "sea", "palm tree": "sea", "fridge": "kitchen",
    "cooker": "kitchen", "kettle": "kitchen", "pan": "kitchen", "pot": "kitchen",
    "sofa": "living room", "chair": "living room", "table": "kitchen", "stool": "kitchen",
    "television": "living room", "armchair": "living room", "fireplace": "living room",
    "bookcase": "library", "bed": "bedroom", "wardrobe": "bedroom", "desk": "office",
    "computer": "office", "laptop": "office", "train": "station", "suitcase": "station",
    "shopping trolley": "supermarket", "shop assistant": "supermarket", "car": "street",
    "bus stop": "bus stop", "goal": "sports field", "vase": "living room",
    "snowman": "park", "bus": "street", "taxi": "street", "van": "street",
    "lorry": "street", "tram": "street", "police car": "street", "ambulance": "street",
    "fire engine": "street", "motorbike": "street", "traffic light": "street",
    "police officer": "street", "tourist": "street", "firefighter": "street", "builder": "street",
    "postman": "street", "market stall": "market", "seller": "market", "fisherman": "lake",
    "gardener": "garden", "flower": "garden", "flowers": "garden", "vegetables": "market",
    "fruit": "market", "lion": "zoo", "elephant": "zoo", "giraffe": "zoo", "zebra": "zoo",
    "tiger": "zoo", "kangaroo": "zoo", "penguin": "zoo", "parrot": "zoo", "crocodile": "zoo",
    "hairdresser": "salon",
    "bathtub": "bathroom", "toilet": "bathroom", "washbasin": "bathroom", "seal": "sea",
    "panda": "zoo", "waterfall": "mountains", "rainbow": "park",
    "surfboard": "sea", "microwave": "kitchen", "toaster": "kitchen", "toothbrush": "bathroom",
    "soap": "bathroom", "alarm clock": "bedroom", "spade": "garden",
    "pancakes": "kitchen", "cake": "kitchen",
    "birthday cake": "living room", "businessman": "office", "office worker": "office",
    "librarian": "library", "lifeguard": "sea", "tent": "forest", "campfire": "forest",
    "mushroom": "forest", "cushion": "living room", "Christmas tree": "living room",
    "swing": "playground", "slide": "playground", "scientist": "classroom", "house": "street",
    "church": "street", "bridge": "river", "mechanic": "workshop", "actor": "theatre",
}  # fmt: skip
"""Where something is most likely to be, when the prompt names no place."""

PLACES_OF_NAMES: dict[str, str] = {
    "kitchen table": "kitchen", "dining table": "living room", "park bench": "park",
    "meeting table": "office", "coffee table": "living room", "garden chair": "garden",
    "school bag": "classroom", "hospital bed": "hospital",
}  # fmt: skip
"""Where something is whose name says so."""

VERB_PLACES: dict[str, str] = {"sell": "market", "teach": "classroom"}
"""Where something is done that looks like something else."""

ACTION_HINTS: dict[str, str] = {
    "cook": "kitchen", "eat": "kitchen", "drink": "cafe", "type": "office", "sleep": "bedroom",
    "swim": "sea", "fish": "lake", "drive": "street", "shop": "supermarket", "garden": "garden",
    "write": "classroom", "read": "library",
}  # fmt: skip
