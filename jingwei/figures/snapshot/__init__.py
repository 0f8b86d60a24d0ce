"""快照：冻结的表与清单。 Frozen tables as Parquet, the manifest over them, and what must match before they are read."""
