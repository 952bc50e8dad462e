"""The bench: synthetic projects of any size, and what it costs to build them."""
