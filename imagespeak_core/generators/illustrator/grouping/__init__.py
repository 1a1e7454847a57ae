"""Actors → groups: who belongs together, and how they sit, stand and face each other."""
