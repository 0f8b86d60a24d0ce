"""`jingwei proofread --year`: the same command with the records within reach."""

from jingwei.summary.cli.proofreading import command
from jingwei.summary.queries.measured import against_measures

commands = (command(against_measures),)
