"""Nouns of several words that mean more than their last word (data)."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.words.phrase_list import phrases

COMPOUNDS = phrases(
    """
    its baby, its babies, its mother, its young
    block of flats, blocks of flats, pool table, snooker table, billiard table, record player
    music stand, lemonade stand, hot dog stand, fruit stand, jungle gym, climbing frame, paint can
    paint brush, bow and arrow, hot chocolate, level crossing, treasure map, treasure chest
    coat hanger, clothes hanger, paddling pool, dog lead, dog leash, seed
    horse's carriage, horse-drawn carriage, horse drawn carriage, horse-drawn cart, van gogh
    parking garage, multi-storey car park, fashion show, puppet show, magic show, talent show
    rock star, movie star, film star, pop star, sun glasses, rain coat
    warning sign
    mouse pad, tv stand
    piano keyboard, computer screen, computer monitor
    game controller, hair brush, magnifying glass
    champagne glass, martini glass, beer glass, hourglass
    boxing glove, oven glove, oven mitt, hockey stick, golf ball, golf club
    bowling ball, bowling pin, tennis ball, ping pong ball, rugby ball, baseball, cricket bat
    tennis court, basketball court, ice rink, ice skate, roller skate, jet ski, ski lift, ski slope
    cable car, electric chair, bean bag, guinea pig
    red panda, sea horse, sea star, starfish, star fish, jelly fish
    jellyfish, cat fish, lion fish, dog fish
    sea urchin, sea shell, snow leopard, mountain lion, prairie dog, hermit crab, bull frog
    crab apple, rubber duck, toy duck, toy dog, toy horse, toy bear, toy boat, toy plane
    toy truck, toy bus, toy robot, toy soldier, toy house, toy animal, wooden horse, bull dog
    paper plane, paper airplane, paper boat, paper bird, paper crane, paper lantern, paper towel
    toilet paper, toilet roll, paper clip, rubber band, hair band, wrist band, rubber stamp
    postage stamp, birthday card, greeting card, credit card, business card
    gift card
    shower cap, bottle cap, wedding ring, diamond ring
    boxing ring, key ring, key chain, piano key, computer key, cutting board, chopping board
    ironing board, notice board, bulletin board, diving board, chess board, chessboard
    chess piece, surf board, board walk, dart board, skirting board, rolling pin, hair pin
    sewing machine, coffee machine, vending machine, slot machine, time machine, lawn mower
    cement mixer, light bulb, light switch, flash light, traffic jam, spinning top, sleeping bag
    tea bag, punch bag, punching bag, sand bag, bean bag chair, shower curtain, baby carriage
    horse carriage, horse cart, golf cart, go kart, baby bottle, hot water bottle
    family tree, cat tree, tree house
    treehouse, doll house, dollhouse, green house, greenhouse, house boat
    house plant, light year, dog bed, flower bed, river bed, air bed, hospital gown
    bus station, gas station, petrol station, space station, power station
    polling station, filling station, bus lane, fish tank, fish bowl, water tank, gas tank
    army tank, water lily, water wheel, ferris wheel, steering wheel, spinning wheel
    roller coaster, snow globe, snow plough, snow plow, snow shovel, ice cube, ice sculpture
    sand sculpture, wind turbine, wind chime, rain boot, rain drop, fire extinguisher, fire alarm
    fire fly, firefly, fire place tools, stone wall, brick wall, glass wall, city wall, castle wall
    rock wall, climbing wall, wall paper, wallpaper, fried chicken, roast chicken
    chicken nugget, chicken wing, grilled fish, fried fish, fish and chips, turkey, roast beef
    potato chip, poker chip, computer chip, egg plant, eggplant, egg carton, egg cup, easter egg
    easter bunny, chocolate bunny, chocolate egg, gummy bear, gingerbread man, gingerbread house
    iron man, spider man, spiderman, bat man, batman, superman, super man, cat woman, catwoman
    wonder woman, santa claus, father christmas, christmas ball, chess king, chess queen
    chess knight, queen bee, bumble bee, spelling bee, monkey bar, monkey wrench, mouse trap
    mousetrap, bear trap, car key, car seat, car wheel, car tyre, race track, train track
    railway track, bird bath, bird feeder, bird nest, bird's nest, spider web, cobweb, dog collar
    dog bowl, dog toy, cat toy, dog food, cat food, pet food, junk food, baby food
    fast food, horse shoe, horseshoe, ballet shoe, high heel, clothes line, clothes peg
    telephone pole, flag pole, flagpole, north pole, fishing net, butterfly net, tennis net
    mosquito net, picture frame, photo frame, window frame, door frame, door knob, door bell
    doorbell, door mat, doormat, door handle, window sill, neon sign, cow boy, cowboy
    cow bell, church bell, bicycle bell, diving bell, desk fan, ceiling fan, milk shake
    milkshake, soy milk, coconut, pine cone, ice cream cone
    sports bag
    pencil case, pillow case, suit case lock, brief case lock, lunch box, jewellery box
    jewelry box, music box, ballot box, voting box, match box, matchbox, tool box, toolbox
    litter box, sand box, sandbox, box cutter, juice box, shoe box, water gun
    water pistol, water tower, water bottle, water fountain, drinking fountain, soap bubble
    cotton candy, candy cane, life jacket, life boat, life belt, bath robe, bow tie
    wooden board, rice cooker, pressure cooker, slow cooker, kitchen sink tap, bath toy, zebra fish
    tiger lily, snapdragon, bird of paradise, dragon fly, dragonfly, butter fly net, horse fly
    sail fish, sword fish, swordfish, cat suit, bear suit, bird seed, cow skull, animal skull
    human skull, skull, orange peel, banana peel, banana split, banana bread, garlic bread
    pumpkin pie, apple pie, pot pie, piggy bank, river bank clay, blood bank, power bank
    bank note, banknote, phone case, phone charger, radio tower, lego brick house
    beer can, soda can, tin can, air conditioner, sheep skin, sheepskin
    hat stand, coat stand
    traffic warden, toy car track, model train, model plane, model car, model ship
    """
)
"""Compounds that are told whole: their last word alone would bring what is not meant."""

KINDS: dict[str, str] = {word: name for name, thing in THINGS.items() for word in thing.words.kinds}
"""A special kind → the thing that is drawn for it; it is told that the kind is not drawn."""
