"""总结：年度工作总结。 The annual summary: composing, checking, issuing."""
