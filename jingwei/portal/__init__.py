"""门户：公众首页。 The public face of the bureau."""
