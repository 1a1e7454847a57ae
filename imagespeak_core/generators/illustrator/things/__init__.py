"""Things and animals: one small function each, and one line in its family's table.

`catalog` gathers the families; nothing else of this package is needed outside it.
"""
