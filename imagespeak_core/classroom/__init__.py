"""Classes: a teacher prepares pictures, shows them, and learners follow without spending.

class_names   session ids, how codes are written, and where a class is stored
codes         the short code that leads to a class
joining       leads from a typed code to a class, and keeps codes from being guessed
state         what is known of a class, as JSON and back
edits         the changes that a teacher makes, pure
classes       the use cases
errors        what can go wrong with a class
watch         one look a second, however many learners wait
"""
