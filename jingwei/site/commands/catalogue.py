"""Every command of `jingwei`, named one by one."""

from jingwei.figures import cli as figures
from jingwei.ledger import cli as ledger
from jingwei.site.commands import demo, operate
from jingwei.summary import cli as summary

commands = (*demo.commands, *operate.commands, *figures.commands, *summary.commands, *ledger.commands)
