"""What was said again and what was reworded."""
