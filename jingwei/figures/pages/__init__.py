"""Pages of `figures`."""
