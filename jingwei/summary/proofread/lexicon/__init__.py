"""校对用词 the words of the genre: data the rules read, each table one kind of word."""
