"""What the runs are kept in: database, files, records, lock."""
