"""Whole journeys through the running program, in a browser."""
