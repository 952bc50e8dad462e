"""What the suggestions of a text are worth: trained and measured on the reports of this repository, one left out."""
