"""Measurements: they print and never assert. `make bench` runs all, `python -m bench figures` one."""
