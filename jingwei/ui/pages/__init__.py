"""Pages of `ui`."""
