"""The stored trainings, compared."""
