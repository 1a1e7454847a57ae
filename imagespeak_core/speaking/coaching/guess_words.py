"""What may be guessed from what a picture shows: each guess stands beside its evidence (data).

The open places of a pattern are filled with how those are referred to: {who} "the man", {they}
"he", {their} "his", {is}, {has}, {does} and {s} as the verb needs them, {target} whom or what
they look at, feed or push.
"""

from __future__ import annotations

from collections.abc import Mapping

ACTIONS: Mapping[str, tuple[str, str]] = {
    "walk": ("{who} might be on the way to a friend",
             "{who} might be on their way to something interesting"),
    "run": ("it looks as if {who} {is} in a hurry", "it looks as if {who} are having a race"),
    "kick": ("{who} might be training for a match", "{who} might belong to the same team"),
    "basketball": ("{who} might be training for a game", "{who} might belong to the same team"),
    "volleyball": ("{who} might be waiting for the next ball",
                   "{who} might belong to the same team"),
    "sit": ("it looks as if {who} {is} having a rest", "it looks as if {who} are having a rest"),
    "sit_ground": ("it looks as if {who} {is} having a rest",
                   "it looks as if {who} are having a rest"),
    "ride": ("{who} might be on a trip", "{who} might be on a trip together"),
    "wave": ("{who} might be saying hello to a friend",
             "{who} might be saying hello to some friends"),
    "point": ("it looks as if {who} {has} noticed something interesting",
              "it looks as if {who} have noticed something interesting"),
    "talk": ("{who} might be explaining something", "{who} might be good friends"),
    "phone": ("{who} might be talking to a friend", "{who} might be talking to their families"),
    "read": ("{who} probably like{s} books and stories", "{who} probably like books and stories"),
    "write": ("{who} might be making notes about something important",
              "{who} might be doing a test"),
    "eat": ("{who} must be hungry", "{who} must be hungry"),
    "bite": ("{who} must be hungry", "{who} must be hungry"),
    "drink": ("{who} must be thirsty", "{who} must be thirsty"),
    "cook": ("it might soon be time to eat", "it might soon be time to eat"),
    "wash_up": ("it looks as if {who} {has} just finished a meal",
                "it looks as if {who} have just finished a meal"),
    "hug": ("{who} might want to welcome somebody", "{who} might want to welcome somebody"),
    "embrace": ("", "{who} must be very happy to see each other"),
    "embrace_seated": ("", "{who} must like each other very much"),
    "cuddle": ("{who} must love {target} very much", ""),
    "shake_hands": ("{who} might be meeting somebody for the first time",
                    "{who} might be meeting for the first time"),
    "hold_hands": ("", "{who} must be close to each other"),
    "argue": ("{who} might be quite angry", "it looks as if {who} do not agree"),
    "fight": ("{who} must be very angry", "{who} must be very angry with each other"),
    "shout": ("{who} might want everybody to listen", "{who} might want everybody to listen"),
    "give": ("{who} might want to be kind", "{who} might want to be kind"),
    "knit": ("{who} might be making a present for somebody",
             "{who} might be making presents for somebody"),
    "skip": ("{who} must have a lot of energy", "{who} must have a lot of energy"),
    "jump": ("{who} must have a lot of energy", "{who} must have a lot of energy"),
    "laugh": ("{who} must have heard something funny", "{who} must have heard something funny"),
    "throw": ("{who} might be playing a game", "{who} might be playing a game together"),
    "dance": ("{who} must be enjoying some music", "{who} must be enjoying some music"),
    "swim": ("the water is probably not too cold for {who}",
             "the water is probably not too cold for {who}"),
    "sleep": ("{who} must be tired", "{who} must be tired"),
    "doze": ("{who} must be tired", "{who} must be tired"),
    "lie": ("it looks as if {who} {is} relaxing", "it looks as if {who} are relaxing"),
    "paint": ("{who} probably like{s} art", "{who} probably like art"),
    "photo": ("{who} might want to remember this place",
              "{who} might want to remember this place"),
    "guitar": ("{who} might be practising for a concert", "{who} might be giving a concert"),
    "violin": ("{who} might be practising for a concert", "{who} might be giving a concert"),
    "sing": ("{who} must like music", "{who} might be giving a concert"),
    "feed": ("{who} must be very fond of {target}", "{who} must be very fond of {target}"),
    "look": ("it looks as if {who} {is} interested in {target}",
             "it looks as if {who} are interested in {target}"),
    "watch": ("it looks as if {who} {is} interested in {target}",
              "it looks as if {who} are interested in {target}"),
    "look_around": ("{who} might be looking for somebody", "{who} might be looking for somebody"),
    "shade_eyes": ("{who} might be waiting for somebody", "{who} might be waiting for somebody"),
    "crawl": ("{who} might learn to walk quite soon", "{who} might learn to walk quite soon"),
    "fish": ("{who} might be hoping for fish for dinner",
             "{who} might be hoping for fish for dinner"),
    "type": ("{who} might have a lot of work to do", "{who} might have a lot of work to do"),
    "drive": ("{who} might be on the way home", "{who} might be on their way home"),
    "sweep": ("{who} probably want{s} everything to be clean",
              "{who} probably want everything to be clean"),
    "cheer": ("{who} must be very happy about something",
              "{who} must be very happy about something"),
    "clap": ("{who} must be very pleased about something",
             "{who} must be very pleased about something"),
    "think": ("{who} might have a difficult question to answer",
              "{who} might have a difficult question to answer"),
    "cry": ("something sad must have happened to {who}",
            "something sad must have happened to {who}"),
    "garden": ("{who} probably like{s} plants", "{who} probably like plants"),
    "dig": ("{who} might be looking for something", "{who} might be looking for something"),
    "play": ("it looks as if {who} {is} having fun", "it looks as if {who} are having fun"),
    "walk_pet": ("{who} probably {does} this every day", "{who} probably do this every day"),
    "shop": ("{who} might need something for dinner", "{who} might need something for dinner"),
    "cards": ("{who} might have some free time", "{who} might be good friends"),
    "picnic": ("{who} must be enjoying the day", "{who} must be enjoying their time together"),
    "climb": ("{who} must be quite brave", "{who} must be quite brave"),
    "climb_up": ("{who} must be quite brave", "{who} must be quite brave"),
    "cut_hair": ("there might be more people to come for a haircut", ""),
    "brush_teeth": ("it might soon be time to go out or to go to bed", ""),
    "push": ("{who} must be quite strong", "{who} must be quite strong"),
    "pull": ("{who} must be quite strong", "{who} must be quite strong"),
    "carry": ("{who} might be bringing something to somebody",
              "{who} might be bringing something to somebody"),
    "stand": ("{who} might be waiting for somebody", "{who} might be waiting for something"),
    "lean": ("{who} might be waiting for somebody", "{who} might be waiting for something"),
}  # fmt: skip
"""What somebody does → what may be guessed of one who does it, and of several."""

ANIMALS: Mapping[str, tuple[str, str]] = {
    "eat": ("{who} must be hungry", "{who} must be hungry"),
    "drink": ("{who} must be thirsty", "{who} must be thirsty"),
    "sleep": ("{who} must be tired", "{who} must be tired"),
    "lie": ("it looks as if {who} {is} having a rest", "it looks as if {who} are having a rest"),
    "sit": ("{who} might be waiting for something", "{who} might be waiting for something"),
    "run": ("{who} must be full of energy", "{who} must be full of energy"),
    "jump": ("{who} must be full of energy", "{who} must be full of energy"),
    "walk": ("{who} might be looking for food", "{who} might be looking for food"),
    "fly": ("{who} might be looking for food", "{who} might be looking for food"),
    "swim": ("{who} probably live{s} near the water", "{who} probably live near the water"),
    "bark": ("it looks as if {who} {has} seen something strange",
             "it looks as if {who} have seen something strange"),
    "dig": ("{who} might be looking for something", "{who} might be looking for something"),
    "climb": ("{who} must be quite brave", "{who} must be quite brave"),
    "look": ("it looks as if {who} {is} interested in {target}",
             "it looks as if {who} are interested in {target}"),
    "watch": ("it looks as if {who} {is} interested in {target}",
              "it looks as if {who} are interested in {target}"),
}  # fmt: skip
"""The same for animals."""

FEELINGS: Mapping[str, str] = {
    "happy": "something nice might have happened",
    "sad": "something bad might have happened",
    "angry": "somebody might have said something unkind",
    "tired": "it might have been a long day for {them}",
    "surprised": "something strange might have happened",
}
"""How somebody looks → what may have made them so."""

ROLES: Mapping[str, str] = {
    "teacher": "a lesson might be about to begin",
    "student": "there might be a lesson soon",
    "doctor": "somebody is probably ill",
    "nurse": "somebody is probably ill",
    "patient": "somebody might come for a visit later",
    "waiter": "there might be some hungry guests",
    "cook": "there might be a good meal soon",
    "baker": "it probably smells of fresh bread",
    "farmer": "there is probably a lot of work to do",
    "gardener": "the plants must get a lot of care",
    "police officer": "something might have happened here",
    "firefighter": "there might have been a fire",
    "builder": "there might soon be a new building here",
    "hairdresser": "somebody probably wants a haircut",
    "seller": "there might be something good to buy",
    "musician": "there might be a concert",
    "singer": "there might be a concert",
    "tourist": "this must be an interesting place",
    "clown": "it looks as if there is a party or a show",
    "scientist": "there might soon be an important discovery",
    "postman": "there might be a letter for somebody",
    "office worker": "there is probably a lot of work to do",
    "mechanic": "something might need to be repaired",
    "pilot": "there might be a flight soon",
    "bride": "it must be a wedding day",
    "groom": "it must be a wedding day",
    "athlete": "there might be a competition",
    "footballer": "there might be a match today",
    "fisherman": "there must be some fish here",
    "cleaner": "everything will probably be clean soon",
    "king": "this might be a scene from an old story",
    "queen": "this might be a scene from an old story",
    "lifeguard": "people probably come here to swim",
}  # fmt: skip
"""Who is there → what may be guessed of it."""

THINGS: Mapping[str, str] = {
    "birthday cake": "it might be somebody's birthday",
    "gift": "it might be somebody's birthday",
    "Christmas tree": "it might be Christmas",
    "snowman": "some children have probably been here",
    "sandcastle": "some children have probably been here",
    "suitcase": "somebody might be going on a journey",
    "tent": "somebody will probably spend the night here",
    "campfire": "it must be quite warm near the fire",
    "toy car": "a child has probably been playing here",
    "teddy bear": "a child has probably been playing here",
    "doll": "a child has probably been playing here",
    "blocks": "a child has probably been playing here",
    "piano": "somebody here probably likes music",
    "guitar": "somebody here probably likes music",
    "violin": "somebody here probably likes music",
    "drum": "somebody here probably likes music",
    "bookcase": "somebody here probably likes reading",
    "books": "somebody here probably likes reading",
    "book": "somebody here probably likes reading",
    "laptop": "somebody might be working here",
    "computer": "somebody might be working here",
    "bicycle": "somebody might have come here by bicycle",
    "car": "somebody might have come here by car",
    "taxi": "somebody might be going to the airport",
    "bus": "some people might be on their way home",
    "train": "some people might be on their way home",
    "ambulance": "somebody might be ill",
    "fire engine": "there might be a fire",
    "police car": "something might have happened here",
    "ball": "somebody might want to play a game",
    "football": "somebody might want to play football",
    "kite": "somebody might be waiting for some wind",
    "bench": "people probably come here to have a rest",
    "bed": "somebody probably sleeps here",
    "boat": "somebody might want to go out on the water",
    "sailing boat": "somebody might want to go out on the water",
    "ladder": "somebody might have to repair something",
    "easel": "somebody here probably likes art",
    "flowers": "somebody here probably likes plants",
    "fridge": "there must be something to eat",
    "market stall": "people probably come here to buy food",
    "balloon": "there might be a party", "balloons": "there might be a party",
    "umbrella": "somebody might be afraid of rain",
    "bus stop": "a bus might come soon",
    "beach umbrella": "people probably come here to enjoy the sun",
    "spade": "somebody might want to dig a hole",
    "table": "some people might eat here later",
    "sofa": "it must be comfortable here",
    "armchair": "it must be comfortable here",
    "crane": "there might soon be a new building here",
    "tractor": "there is probably a lot of work to do",
    "plane": "some people might be on their way to another country",
    "castle": "this might be a scene from an old story",
    "house": "a family might live here",
}  # fmt: skip
"""What is there → what may be guessed of it."""

WEATHERS: Mapping[str, tuple[str, str]] = {
    "cloudy": ("it might rain later", "it is cloudy"),
    "rain": ("everything must be quite wet", "it is raining"),
    "snow": ("it must be very cold", "it is snowing"),
    "wind": ("it might be a good day to fly a kite", "it is windy"),
    "fog": ("it must be difficult to see far", "it is foggy"),
}
"""The weather, where it can be seen → a guess and its reason."""

TIMES: Mapping[str, tuple[str, str]] = {
    "morning": ("the day has probably just begun", "it is morning"),
    "sunset": ("many people are probably on their way home", "it is evening"),
    "night": ("most people are probably asleep", "it is night"),
}
"""The same for the time of day."""

SUNNY: Mapping[str, str] = {
    "sea": "for a swim", "swimming pool": "for a swim", "lake": "for a swim",
    "park": "for a picnic", "garden": "for a picnic", "campsite": "for a picnic",
    "playground": "for some games outside", "sports field": "for some sport outside",
    "market": "for some shopping", "zoo": "for a visit to the animals",
}  # fmt: skip
"""What a sunny day may be good for, by the place; elsewhere it is for a walk."""

HAPPY: Mapping[str, str] = {
    "clear": "{who} might like the sunny weather",
    "snow": "{who} might like the snow",
}
"""Why somebody may look happy out of doors, by the weather."""

PLACES: Mapping[str, str] = {
    "kitchen": "somebody might want to cook something here",
    "living room": "a family probably lives here",
    "bedroom": "somebody probably sleeps here",
    "bathroom": "somebody might want to have a bath",
    "classroom": "people probably come here to learn",
    "library": "it must be quite quiet here",
    "office": "people probably work hard here",
    "cafe": "people probably come here to meet their friends",
    "restaurant": "people probably come here to have a good meal",
    "supermarket": "people probably come here to buy food",
    "shop": "people probably come here to buy something",
    "theatre": "there might soon be a show",
    "cinema": "there might soon be a film",
    "museum": "it must be quite quiet here",
    "airport": "people are probably going on a journey",
    "station": "people are probably going on a journey",
    "hospital": "people here are probably ill",
    "gym": "people probably come here to do sport",
    "swimming pool": "people probably come here to swim",
    "church inside": "it must be quite quiet here",
    "hotel lobby": "people are probably on holiday here",
    "salon": "people probably come here for a haircut",
    "workshop": "somebody might have to repair something",
    "train carriage": "people are probably going on a journey",
    "bus cabin": "people are probably going on a journey",
    "plane cabin": "people are probably going on a journey",
    "post office": "people probably come here to send letters",
    "bank": "people probably come here to get money",
    "attic": "there might be some old things here",
    "launderette": "people probably come here to wash their clothes",
    "fire station": "there might be an alarm at any time",
    "zoo": "families probably come here to see the animals",
    "playground": "children probably come here to play",
    "park": "people probably come here to relax",
    "garden": "somebody probably looks after the plants here",
    "sea": "people probably come here to swim",
    "farm": "there is probably a lot of work to do",
    "sports field": "there might be a match here today",
    "market": "people probably come here to buy food",
    "campsite": "people are probably on holiday here",
    "harbour": "ships probably come in here every day",
    "building site": "there might soon be a new building here",
    "lake": "there are probably some fish in the water",
    "river": "there are probably some fish in the water",
    "forest": "many animals probably live here",
    "mountains": "people probably come here to go walking",
    "desert": "it must be very hot here in summer",
    "country road": "there might be a village not far from here",
    "city": "a lot of people must live here",
    "bus stop": "a bus might come soon",
    "rooftop": "there must be a good view from here",
    "balcony": "there must be a good view from here",
    "ferry deck": "people are probably going on a journey",
}  # fmt: skip
"""What may be guessed of a place, because it is that place."""

BEHIND: Mapping[str, tuple[str, str]] = {
    "shop": ("people probably come here to buy something", "shop"),
    "house": ("some families probably live here", "house"),
    "barn": ("some animals might live here", "barn"),
    "blackboard": ("somebody might write something for the others", "blackboard"),
    "tree": ("there are probably some birds here", "tree"),
    "piano": ("somebody here probably likes music", "piano"),
    "television": ("people probably watch films here", "television"),
}
"""What the place itself shows → what may be guessed of it, and the noun for it."""

HOLDING: Mapping[str, str] = {
    "suitcase": "{who} might be going on a journey",
    "briefcase": "{who} might be on the way to work",
    "book": "{who} probably like{s} reading", "closed book": "{who} probably like{s} reading",
    "newspaper": "{who} probably want{s} to know the news",
    "umbrella": "{who} might not trust the weather",
    "flowers": "{who} might want to give the flowers to somebody",
    "present": "{who} might want to surprise somebody",
    "map": "{who} might be looking for the right way",
    "phone": "{who} might be waiting for a message",
    "camera": "{who} might want to take some photos",
    "kite": "{who} must like windy days",
    "balloon": "{who} might be on the way to a party",
    "bag": "{who} might have been shopping", "shopping bag": "{who} might have been shopping",
    "bags": "{who} might have been shopping", "basket": "{who} might have been shopping",
    "clipboard": "{who} might have to check something",
    "box": "{who} might have something for somebody",
    "guitar": "{who} might want to play some music",
    "violin": "{who} might want to play some music",
    "microphone": "{who} might want to sing something",
    "hammer": "{who} might have to repair something",
    "tray": "{who} might be bringing something to eat or drink",
    "apple": "{who} might be hungry", "bread": "{who} might be hungry",
    "ice cream": "{who} probably like{s} sweet things", "sandwich": "{who} might be hungry",
    "cup": "{who} might be thirsty", "bottle": "{who} might be thirsty",
    "football": "{who} might want to play football",
    "basketball": "{who} might want to play basketball",
    "ball": "{who} might want to play a game", "beach ball": "{who} might want to play a game",
    "teddy bear": "{who} probably love{s} this toy",
    "pitchfork": "{who} might have a lot of work to do",
    "broom": "{who} probably want{s} everything to be clean",
    "walking stick": "{who} might find it difficult to walk",
    "notebook": "{who} might want to write something down",
    "palette": "{who} probably like{s} art",
}  # fmt: skip
"""What somebody has who does little else → what may be guessed of them."""

BOOKS = frozenset({"book", "closed book", "open book", "books"})
"""Who reads these may like stories."""

READ = BOOKS | {"newspaper", "map"}
"""Of who reads other things nothing is guessed."""

WORKED_WITH = frozenset({"apple", "bread", "sandwich", "ice cream", "cup", "bottle"})
"""Who has a role may have these for others."""

IN_NASTY_WEATHER = frozenset({"umbrella"})
"""Of who holds these nothing is guessed where one sees what they are for."""

LIGHT_TO_PUSH = frozenset({"pram", "shopping trolley", "scooter", "bicycle"})
"""Nobody needs to be strong to push these."""

WORKED_AT = frozenset({"desk", "school desk"})
"""Who sits at these has no rest."""

BEHIND_IN: Mapping[str, frozenset[str]] = {"blackboard": frozenset({"classroom"})}
"""What tells something in these places alone, and is only there in others."""

BUSY_AT_SUNSET = frozenset({"street", "city", "station", "bus stop"})
"""Where people may be on their way home in the evening."""

BELONGS = frozenset({"dog", "puppy", "cat", "kitten", "horse", "rabbit", "parrot"})
"""Animals that may be somebody's own."""

WARM = frozenset({"coat", "scarf", "beanie", "gloves"})
"""Who has these on may be cold."""
