"""One drawing kit, which knows nothing of what is drawn and imports nothing but itself.

svg.py           elements, and where they are moved to
paths.py         simple shapes as path commands, many in one element
splines.py       smooth lines and outlines through points
capsules.py      tight shapes around circles: limbs and sleeves
centimetres.py   shapes written as text, for what is drawn in centimetres
gradients.py     colours that change softly over a shape; bands.py the same down the page
colours.py       mixing, light and shadow; shades.py one colour in six steps
materials.py     the colours of wood, steel, glass; colour_names.py what a colour is called
render.py        SVG to PNG
"""
