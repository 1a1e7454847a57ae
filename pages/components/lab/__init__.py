"""Experiments: their form, their pictures side by side, their numbers."""
