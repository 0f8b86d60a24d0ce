"""What can be done to titles, one verb a function."""
