"""Doors to other annotation tools: a report's text with its marks goes out, what was marked there comes back."""
