"""Pages of `portal`."""
