"""Prompts with what must be seen, held against the scenes of their pictures.

`lines` reads what a person wrote into `expectations`; `sights` are what a scene shows, `truths`
what is true of them, by `same_words`; `parts` holds the one against the other, `verdicts` decides
by what the scene says is not drawn; `report` and `contact_sheet` show it.
Nothing here asks the prompt's own reader what a prompt means: it is the one that is checked.
"""
