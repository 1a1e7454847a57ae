"""Scenes of real pictures to speak about: crowded and lonely, indoors, at night, in rain and snow.

Each is composed once for all tests that speak about it, and none is painted.
"""

from __future__ import annotations

from functools import cache

from imagespeak_core.generators.illustrator.illustrator import compose
from imagespeak_core.generators.illustrator.scene import Scene

PROMPTS: dict[str, str] = {
    "two dogs": "Two dogs are playing with a ball in the park on a sunny day",
    "market": "A crowded market in the rain with a woman buying apples",
    "umbrellas": "A busy street at night in the rain with people holding umbrellas",
    "village": "A snowy village at night",
    "snowman": "Three children are building a snowman in the park in winter",
    "dinner": "A family having dinner in the kitchen",
    "knitting": ("A grandmother is knitting in the living room and a cat is sleeping on the sofa"),
    "class": "A teacher and five students in a classroom",
    "hospital": "A doctor and a nurse with an old patient in a hospital room",
    "cyclist": "A man in a red jacket is riding a blue bicycle along the river",
    "reader": "A woman in a yellow dress is reading a book on a bench under a tree",
    "cows": "A farmer is feeding four cows on a farm in the morning",
    "fishermen": "Two fishermen in a boat at sunset",
    "waiter": "A waiter is carrying a tray in a busy restaurant",
    "kite": "A boy with a kite on the beach on a windy day",
    "station": "A train at the station, passengers are waiting with suitcases",
    "teddy": "A girl is hugging a big brown teddy bear in her bedroom",
    "musician": "A musician is playing the guitar in the street and people are dancing",
    "cat and car": "A black cat is sitting on a red car",
    "firefighters": "Firefighters in front of a fire engine",
    "zoo": "A lion and two elephants at the zoo",
    "camp": "A camp with a tent and a campfire in the forest at night",
    "cooking": "A man is cooking in the kitchen while a child is drawing at the table",
    "coffee": "Two women are drinking coffee in a café",
    "police": "A police officer is talking to an old man on the street",
    "football": "A football match, boys are playing football in the rain",
    "sunset": "A couple walking along the beach at sunset",
    "horse": "A horse is running across a green field",
    "library": "A library with people reading books",
    "bus stop": "A bus stop in the fog, two people are waiting",
    "duck": "A white duck and five ducklings on a lake",
    "baker": "A baker is selling bread in a bakery",
    "painter": "A painter is painting a picture on a balcony",
    "pool": "Children are swimming in the swimming pool",
    "pilot": "A pilot and a flight attendant at the airport",
    "scientist": "A scientist is working in a laboratory",
    "wedding": "A bride and a groom in front of the church",
    "under the table": "A dog is sleeping under the table",
    "desert": "A boy is riding a horse and a girl is riding a camel in the desert",
    "crossing": "A woman with a pushchair is crossing the street",
    "ladder": "A man is standing on a ladder and painting a house",
    "skipping": "Two girls are skipping in the playground",
    "pigeons": "An old couple is sitting on a bench feeding pigeons",
    "bus and taxi": "A red bus and a yellow taxi in a busy city",
    "harbour": "A harbour with three boats and seagulls",
    "wheelchair": "A woman in a wheelchair is playing basketball in the gym",
    "haircut": "A hairdresser is cutting a man's hair",
    "mountains": "A snowy mountain with two skiers",
    "museum": "A museum, a girl is looking at a painting",
    "mechanic": "A mechanic is repairing a car in a garage",
    "birthday": "A birthday party with a cake and balloons at home",
    "gardener": "A gardener is watering flowers in the garden",
    "piano": "A man is playing the piano in a concert hall",
    "fox": "A fox between two trees in the forest in autumn",
    "throwing": "A boy is throwing a red ball to a girl",
    "fishing": "Someone is fishing at the river in the fog",
    "post office": "A post office with a woman sending a parcel",
    "office": "An office with four people working at computers",
    "sleeper": "A man is sleeping on the sofa in the living room at night",
    "builder": "A builder on a building site with a crane",
    "clown": "A clown with colourful balloons at a fair",
    "cat in the rain": "A cat is sitting on a windowsill, it is raining outside",
    "rooftop": "A rooftop party at night",
    "beach": "A busy beach with many people and umbrellas",
    "cloudy street": "A girl in a blue coat is walking a small dog in the street on a cloudy day",
    "toy room": "A baby is crawling in the children's room next to a blue toy car",
    "snow dog": "A black dog is running in the snow in the forest at night",
    "bird": "A small red bird is sitting on a fence in the garden in the morning",
}
"""A short name for each scene, and the prompt of its picture."""

NAMES = tuple(PROMPTS)


@cache
def scene_of(name: str) -> Scene:
    """What the picture of this name shows."""
    return compose(PROMPTS[name], seed=1, width_px=768, height_px=768).scene
