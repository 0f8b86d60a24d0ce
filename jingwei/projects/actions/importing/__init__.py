"""Rows of ledgers against the registers of projects and subsidies: compared first, stored exactly as compared."""
