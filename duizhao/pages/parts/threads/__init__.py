"""Threads: one matter through the years, drawn, in words, and listed."""
