"""A way to AWS, and to servers that speak like it; whoever speaks to AWS shares it."""
