"""What notes are about: for each kind a rule in one simple sentence, the surest first."""

from __future__ import annotations

from typing import Final, Literal

Kind = Literal[
    "plural_form", "a_or_an", "short_form", "more_or_er", "he_she_it", "they", "everybody",
    "do_not", "is_doing", "past_form", "have_done", "there_is", "who", "number", "a_several",
    "no_a", "this_these", "left_right", "in_the", "place_word", "verb_word", "to_do", "enjoy",
    "much_many", "than", "subject", "agree", "colour_first", "word_order", "it_is", "a_the",
]  # fmt: skip

RULES: Final[dict[Kind, str]] = {
    "plural_form": "Some words have a plural of their own: one child, two children.",
    "a_or_an": "Say “an” before a vowel sound, as in apple or old, and “a” before all others.",
    "short_form": "After can, will, must, should and might, the verb has its short form: can see.",
    "more_or_er": "Say a word with -er, or “more” and the word, but not both.",
    "do_not": "After don't, doesn't and didn't, the verb has its short form: doesn't have.",
    "he_she_it": "With he, she or it, or one person or thing, the verb has an -s: she wears.",
    "they": "With I, you, we or they, or several people or things, the verb has no -s: they wear.",
    "everybody": "Everybody, somebody and nobody go with is and has.",
    "past_form": "This verb has a past of its own: buy, bought.",
    "have_done": "After have and was, say the third form of the verb: has eaten, was taken.",
    "is_doing": "For what happens now, say am, is or are and the verb with -ing: is riding.",
    "there_is": "Say “there is” for one thing and “there are” for several.",
    "who": "After who or that, the verb goes with the word before: a woman who is.",
    "number": "After two, three or many, the word has its plural: two dogs.",
    "a_several": "“A” and “an” stand before one thing, and not before several.",
    "no_a": "You can't count this word, so it has no “a” and no plural.",
    "this_these": "Say “this” with one thing and “these” with several.",
    "left_right": "Say “on the left” and “on the right”.",
    "in_the": "Say “in the picture” and “in the middle”.",
    "place_word": "Say “in front of”, “next to”, “near” and “behind”.",
    "verb_word": "Some verbs need a little word: look at, listen to, wait for.",
    "to_do": "After want to, need to and try to, the verb has its short form: wants to play.",
    "enjoy": "After enjoy, the verb ends in -ing: enjoy swimming.",
    "much_many": "Say “many” with things that you can count and “much” or “a lot of” with others.",
    "than": "Two things are compared with -er and than: taller than.",
    "agree": "Agree is a verb, so it stands without am, is or are: I agree.",
    "subject": "Before the verb, say I, he, she or they: she is.",
    "colour_first": "The colour stands before the thing: a red dress.",
    "word_order": "After “I don't know”, the person comes before the verb: what he is doing.",
    "it_is": "An English sentence needs a subject: it is raining.",
    "a_the": "One person or thing needs a little word before it: a table, the table.",
}
"""By each kind: what is said of it. What stands earlier is surer."""

_ORDER: Final = tuple(RULES)


def how_unsure(kind: Kind) -> int:
    """0 for the surest kind, more for the others."""
    return _ORDER.index(kind)
