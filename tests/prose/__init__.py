"""Prose: Markdown read strictly."""
