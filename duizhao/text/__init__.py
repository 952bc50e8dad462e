"""Characters into values: folding, quotes, clean-up, figures, times. Knows no content."""
