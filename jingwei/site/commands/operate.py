"""Commands for a bureau that works for real: prepare the database, serve, check the installation."""

from argparse import ArgumentParser, Namespace

from django.core.management import call_command
from django.utils.translation import gettext as _

from jingwei.kernel.command import FINE, Command
from jingwei.kernel.text import Text
from jingwei.site.commands.prepare import prepare
from jingwei.site.commands.serve import free_port, start, stay


def prepare_command(options: Namespace) -> int:
    """Database, pack, snapshot and static files, without demonstration records."""
    prepare(with_demo=False)
    call_command("collectstatic", interactive=False, verbosity=0)
    return FINE


def serve_arguments(parser: ArgumentParser) -> None:
    """Where to serve."""
    parser.add_argument("--host", default="127.0.0.1", help=_("address to listen on"))
    parser.add_argument("--port", type=int, default=8000, help=_("port"))
    parser.add_argument("--workers", type=int, default=2, help=_("server processes"))


def serve(options: Namespace) -> int:
    """Serve until stopped; the worker runs beside the server."""
    return stay(start(options.host, free_port(options.host, options.port, is_exact=True), options.workers))


def nothing(parser: ArgumentParser) -> None:
    """No arguments of its own."""


commands = (
    Command(
        "prepare",
        Text(zh="准备数据库、地方数据包和静态文件", en="prepare database, pack and static files"),
        nothing,
        prepare_command,
    ),
    Command(
        "serve", Text(zh="运行网站和后台任务", en="run the server and its worker"), serve_arguments, serve
    ),
)
