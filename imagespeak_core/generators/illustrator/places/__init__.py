"""Places: each file draws one, or a family of them, and has its record.

place.py        the record of a place; registry.py all of them
casts.py        how its usual people, animals and things are written down
staging.py      a place in its weather; lighting.py and views.py serve several painters
shows.py        what of time, weather and season can be told by looking
"""
