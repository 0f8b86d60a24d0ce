"""Commands of the registry."""

from argparse import ArgumentParser, Namespace

from django.utils.translation import gettext as _

from jingwei.kernel.command import FINE, Command
from jingwei.kernel.text import Text
from jingwei.registry.actions.first import create_first_account


def _first_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("username", help=_("user name to sign in with"))
    parser.add_argument("--name", default="", help=_("displayed name"))


def _first(options: Namespace) -> int:
    account, password = create_first_account(username=options.username, display_name=options.name)
    print(f"{_('User name')}: {account.username}")
    print(f"{_('First password, to be changed at the first sign-in')}: {password}")
    return FINE


commands = (
    Command(
        "account first",
        Text(zh="建立第一个安全管理员账号", en="make the first security administrator"),
        _first_arguments,
        _first,
    ),
)
