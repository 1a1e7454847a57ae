"""People, drawn by us: a skeleton in a pose, wearing clothes, hair and a face.

`person.py` says who is drawn and how much room that takes, `figure.draw_person` draws it.

    person.py      Person, random_person, in_role; height, width, seat, hands in metres
    occasions.py   other clothes for snow, rain and the beach
    body.py        proportions by age and gender
    poses.py       the words of a pose; action → stance and gesture
    stances.py gestures.py front_gestures.py                what those do to each limb (data)
    posing.py      what a person does and holds → the pose, seen from where it can be
    skeleton.py reaching.py extent.py                       pose → joints in metres → a box
    limbs.py shoes.py torso.py tops.py                      the body and what it wears
    role_signs.py uniforms.py roles.py wardrobe.py          signs of a role; palettes (data)
    head.py face.py hair.py hair_styles.py hair_shapes.py   the head
    hats.py hats_of_work.py hats_behind.py hat_colours.py   what is worn on it
    sign_colours.py worn.py                                 colours of signs; what is seen of it all
    held.py                                                 where hands hold what
    ridden.py swimming.py                                   bicycle, wheelchair, water

A new action is a line in poses.py (and a stance or a gesture), a new hair style a line in
hair_styles.py, a new role a line in roles.py. What hands hold is drawn in things/in_hand/, and
told in the thing's own record.
"""
