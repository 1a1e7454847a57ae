"""Versioned documents: one shelf for all kinds of them.

kind     what a kind of document has of its own: its model, names, errors
shelf    opened, created, changed while others change them too, listed, deleted

A new kind is a frozen model, a `Kind` that describes it, and its edits: old state in, new out.
"""
