"""算数：在快照上用 Ibis 写、用 DuckDB 算。 Measures as Ibis relations, evaluated by DuckDB over one snapshot."""
