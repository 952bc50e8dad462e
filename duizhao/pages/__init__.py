"""The pages of the site, page kind by page kind: each module makes the views of its kind in one language."""
