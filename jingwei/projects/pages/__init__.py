"""Pages of `projects`."""
