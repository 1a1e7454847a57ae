"""Everything drawn. `router.py` begins every run; the other modules are pages."""
