"""数字：指标、快照、对照。 Measures, received statistics, targets, frozen snapshots, lineage and doors."""
