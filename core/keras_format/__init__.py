"""The pieces of a ``.keras`` file: archive, configuration, weights, each by an allowlist."""
