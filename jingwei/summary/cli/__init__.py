"""The commands of the summary: `composing` needs the records, `proofreading` does not until it is asked to compare."""
