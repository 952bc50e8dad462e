"""The site served on this machine while it is written."""
