"""The collation tables: their pages, and what the page of a long one leaves out."""
