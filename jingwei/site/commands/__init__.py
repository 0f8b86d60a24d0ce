"""Commands that belong to the whole house: prepare, demonstrate, serve, start over."""
