"""时限：工作日、自然日、月，中止与延长，逐日说明。 Deadlines that explain themselves day by day."""
