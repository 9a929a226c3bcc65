"""What keeps the runs: database, files, recorder, comparison, export."""
