"""A wish held against what a picture shows, one module for each kind of what a prompt can ask."""
