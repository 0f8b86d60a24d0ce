"""The server and the worker, as two processes that live and die together."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

from django.conf import settings
from django.utils.translation import gettext as _

from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text

PORTS_TRIED = 20
# a machine of two busy cores needs most of a minute for the first answer
OPENING_SECONDS = 180.0


def free_port(host: str, wanted: int, *, is_exact: bool) -> int:
    """`wanted`, or the next free port unless `is_exact`; raises InputError when there is none."""
    for port in range(wanted, wanted + (1 if is_exact else PORTS_TRIED)):
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError:
                continue
            return port
    raise InputError(
        Text(
            zh=f"{host} 的 {wanted} 端口不能使用：被占用或没有权限。请用 --port 另选一个。",
            en=f"Port {wanted} of {host} cannot be used: it is taken or not permitted. Choose another with --port.",
        )
    )


def start(host: str, port: int, workers: int) -> list[subprocess.Popen[bytes]]:
    """Start granian with `workers` processes and one task worker."""
    _leave_on_signals()
    scripts = Path(sys.executable).parent
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "jingwei.site.settings",
        "PYTHONWARNINGS": "ignore",
    }
    server = [str(scripts / "granian"), "--interface", "asginl", "--host", host, "--port", str(port)]
    server += [
        "--workers",
        str(workers),
        "--no-ws",
        "--log-level",
        "warning",
        "jingwei.site.asgi:application",
    ]
    worker = [sys.executable, "-m", "django", "db_worker", "--interval", "1"]
    return [
        # each leads a group of its own, so that nothing it started can outlive it
        subprocess.Popen(command, env=environment, cwd=settings.ROOT, start_new_session=True)  # noqa: S603 - ours
        for command in (server, worker)
    ]


def wait_until_open(host: str, port: int, processes: list[subprocess.Popen[bytes]]) -> bool:
    """Wait until something answers; False when a process ended first or nothing answered in time."""
    deadline = time.monotonic() + OPENING_SECONDS
    try:
        while time.monotonic() < deadline and all(process.poll() is None for process in processes):
            if _answers(host, port):
                return True
            time.sleep(0.1)
    except KeyboardInterrupt:
        stop(processes)
        raise
    return False


def _answers(host: str, port: int) -> bool:
    try:
        with socket.create_connection((host, port), timeout=1):
            return True
    except OSError:
        return False


def stay(processes: list[subprocess.Popen[bytes]]) -> int:
    """Stay until a signal or until one process ends, then end the others; gives the exit code."""
    try:
        while all(process.poll() is None for process in processes):
            time.sleep(0.3)
        code = 2
        sys.stderr.write(
            _("The server or its worker ended unexpectedly; the others are being stopped.") + "\n"
        )
    except KeyboardInterrupt:
        code = 0
    stop(processes)
    return code


def _leave_on_signals() -> None:
    """What is asked to end, or loses its terminal, ends what it started first; `nohup` stays in force."""

    def leave(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    for one in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(one) is not signal.SIG_IGN:
            signal.signal(one, leave)


def stop(processes: list[subprocess.Popen[bytes]]) -> None:
    """End the processes, gently first."""
    for process in processes:
        if process.poll() is None:
            process.terminate()
    for process in processes:
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
