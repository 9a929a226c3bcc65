"""Pieces of pages that know arrays, records and signals only."""
