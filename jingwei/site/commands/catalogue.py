"""Every command of `jingwei`, named one by one."""

from jingwei.figures import cli as figures
from jingwei.kernel.text import Text
from jingwei.ledger import cli as ledger
from jingwei.registry import cli as registry
from jingwei.site.commands import demo, operate
from jingwei.summary.cli import comparing, composing

commands = (
    *demo.commands,
    *operate.commands,
    *figures.commands,
    *composing.commands,
    *comparing.commands,
    *registry.commands,
    *ledger.commands,
)

# What commands of two words have in common, under their first word.
groups = {
    "account": Text(zh="账号", en="accounts"),
    "ledger": Text(zh="存证日志：核验、证明、签名", en="the log: verify, prove, sign"),
}
