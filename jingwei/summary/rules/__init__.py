"""Pure rules of the summary: figures in a text, how they are shown, what must add up. No database."""
