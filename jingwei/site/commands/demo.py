"""`jingwei demo`: everything from nothing to a page worth seeing, with one login per role."""

import shutil
import sys
from argparse import ArgumentParser, Namespace

from django.conf import settings
from django.utils.translation import gettext as _

from jingwei.kernel.command import FINE, MISUSE, Command
from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text
from jingwei.registry.demo import DEMO_PASSWORD, demo_logins
from jingwei.site.commands.fonts import has_chinese_font
from jingwei.site.commands.prepare import prepare
from jingwei.site.commands.serve import free_port, start, stay, stop, wait_until_open
from jingwei.site.width import pad


def demo_arguments(parser: ArgumentParser) -> None:
    """Where to serve."""
    parser.add_argument("--prepare", action="store_true", help=_("do all but serve"))
    parser.add_argument("--host", default="127.0.0.1", help=_("address to listen on"))
    parser.add_argument("--port", type=int, help=_("port; without it 8000 or the next free one"))


def demo(options: Namespace) -> int:
    """Prepare the demonstration, then serve it until Ctrl-C."""
    if not settings.IS_DEMO:
        raise InputError(
            Text(
                zh="当前是正式环境（JINGWEI_MODE），不能写入演示数据。",
                en="JINGWEI_MODE is not demo: no demonstration data is written here.",
            )
        )
    if has_chinese_font() is False:
        no_font = _("No Chinese font on this machine: pages seen here show boxes (Debian: {command}).")
        sys.stderr.write(no_font.format(command="apt install fonts-noto-cjk") + "\n")
    prepare(with_demo=True)
    if options.prepare:
        return FINE
    port = free_port(options.host, options.port or 8000, is_exact=options.port is not None)
    processes = start(options.host, port, workers=1)
    if not wait_until_open(options.host, port, processes):
        stop(processes)
        sys.stderr.write(_("The server did not start; what it said stands above.") + "\n")
        return MISUSE
    _welcome(f"http://{options.host}:{port}/")
    return stay(processes)


def _welcome(address: str) -> None:
    print("\n" + _("Jingwei is open at {address}").format(address=address) + "\n")
    print(_("Sign in with one of these; the password of all is {password}").format(password=DEMO_PASSWORD))
    logins = demo_logins()
    width = max(len(login.username) for login in logins)
    for login in logins:
        print(f"  {login.username:<{width}}  {pad(str(login.role), 28)}  {login.name}")
    print(
        "\n"
        + _("Ctrl-C stops it; everything stays. `make demo` starts it again, `make reset` starts over.")
        + "\n",
        flush=True,
    )


def reset_arguments(parser: ArgumentParser) -> None:
    """Confirmation."""
    parser.add_argument("--yes", action="store_true", help=_("do not ask"))


def reset(options: Namespace) -> int:
    """Forget the demonstration: database, keys, files, snapshots."""
    if not settings.IS_DEMO or settings.DATABASES["default"]["ENGINE"] != "django.db.backends.sqlite3":
        raise InputError(
            Text(
                zh="只有用 SQLite 的演示环境可以这样清空；正式数据请按安装文档处理。",
                en="Only a demonstration on SQLite is reset this way; for real data see the installation guide.",
            )
        )
    if (
        not options.yes
        and input(_("Forget everything in {folder}? (yes/no) ").format(folder=settings.HOME)) != "yes"
    ):
        return FINE
    shutil.rmtree(settings.HOME, ignore_errors=True)
    print(_("{folder} is empty again; `make demo` makes it anew.").format(folder=settings.HOME))
    return FINE


commands = (
    Command(
        "demo",
        Text(zh="准备演示年份并打开网站", en="prepare the demonstration year and serve it"),
        demo_arguments,
        demo,
    ),
    Command(
        "reset",
        Text(zh="清空演示环境，从头开始", en="forget the demonstration and start over"),
        reset_arguments,
        reset,
    ),
)
