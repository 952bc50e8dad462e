"""The pages of single reports and the list of all: text with highlights, cards, apparatus."""
