"""Commands of the registry."""

from argparse import ArgumentParser, Namespace

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jingwei.kernel.command import FINE, Command
from jingwei.kernel.text import Text
from jingwei.registry.actions.first import create_first_account
from jingwei.registry.actions.tidying import tidy
from jingwei.registry.packs import read_pack

TIDIED = Text(
    zh="已删除到期的上传文件{files}个、登录记录{sign_ins}条。",
    en="Removed {files} uploaded files and {sign_ins} sign-in attempts whose time was over.",
)


def _first_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("username", help=_("user name to sign in with"))
    parser.add_argument("--name", default="", help=_("displayed name"))


def _first(options: Namespace) -> int:
    account, password = create_first_account(username=options.username, display_name=options.name)
    print(_("User name: {name}").format(name=account.username))
    print(_("First password, to be changed at the first sign-in: {password}").format(password=password))
    return FINE


def _no_arguments(_parser: ArgumentParser) -> None:
    """It takes none."""


def _tidy(_options: Namespace) -> int:
    place = read_pack(settings.PACKS / settings.PACK).tables["pack"]
    done = tidy(region=str(place["region"]))
    print(TIDIED.format(files=done.files, sign_ins=done.sign_ins).in_language(get_language()))
    return FINE


commands = (
    Command(
        "tidy",
        Text(
            zh="删除留存期满的上传文件和登录记录", en="remove uploads and sign-in records whose time is over"
        ),
        _no_arguments,
        _tidy,
    ),
    Command(
        "account first",
        Text(zh="建立第一个安全管理员账号", en="make the first security administrator"),
        _first_arguments,
        _first,
    ),
)
