"""What must hold of the content, in rooms by subject."""
