"""Pages of `summary`."""
