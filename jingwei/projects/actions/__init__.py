"""What can be done to projects and subsidies, one verb a function."""
