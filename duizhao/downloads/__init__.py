"""The downloads: tables, their description, the calendar."""
