"""总装：设置、网址、命令行、目录。 Settings, URLs, command line, and the catalogue of everything the bureau offers."""
