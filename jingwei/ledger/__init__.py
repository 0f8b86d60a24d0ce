"""存证：只增不改的公开日志。 The tamper-evident log: append-only entries, signed checkpoints, proofs."""
