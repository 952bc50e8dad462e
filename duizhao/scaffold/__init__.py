"""The first files of a new site, and further records of one that there is."""
