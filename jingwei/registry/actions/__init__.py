"""The verbs of the registry, one module for each kind of record."""
