"""Statements, measures and follow-ups proposed from a text by the rules of its genre."""
