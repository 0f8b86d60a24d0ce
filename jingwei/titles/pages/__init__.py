"""Pages of `titles`."""
