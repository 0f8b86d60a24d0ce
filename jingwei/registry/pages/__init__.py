"""Pages of `registry`."""
