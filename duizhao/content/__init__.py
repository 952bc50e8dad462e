"""What a person writes, as records: files, schemas, the reading of one report."""
