"""The readers of data files: each knows one format and trusts no file."""
