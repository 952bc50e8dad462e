"""The rules of reading: what must hold of the files of one report, by subject."""
