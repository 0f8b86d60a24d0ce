"""Reads of the portal: what is due and waits, what happened lately, and how an entry of the log is proved."""
