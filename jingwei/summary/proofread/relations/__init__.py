"""关系 relations: one file for each kind of fit between figures, each with the sentence of the genre it comes from."""
