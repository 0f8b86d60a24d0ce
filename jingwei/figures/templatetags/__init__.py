"""Template tags of `figures`."""
