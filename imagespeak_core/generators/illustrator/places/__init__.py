"""Places: each file draws one, or a family of them."""
