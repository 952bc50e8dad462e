"""What the search page looks through: an index of pairs, and the texts as scripts."""
