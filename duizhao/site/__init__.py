"""From views to a folder: templates, static files, the one writer."""
