"""Classes: as their teacher prepares and shows them, and as learners see them."""
