"""Pages of the bureau's own people."""
