"""What editors write in Markdown: read strictly into a tree, every mistake with its place. Knows no content."""
