"""The key this log signs with: a file outside the database, so that who owns the one does not own the other."""

import os
from pathlib import Path
from tempfile import mkstemp

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text
from jingwei.ledger.notes import Signer

FILE = "ledger.key"


def signer() -> Signer:
    """The key in ``settings.KEYS / "ledger.key"`` under the log's name; made on first use, for its owner only to read.

    Raises InputError when the file holds no key or others may read it.
    """
    path = Path(settings.KEYS) / FILE
    if not path.exists():
        _make(path)
    _check(path)
    try:
        key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(path.read_text(encoding="ascii")))
    except ValueError as error:
        raise InputError(
            Text(
                zh=f"{path}不是签名密钥（应为64位十六进制数）。请从备份恢复该文件。",
                en=f"{path} holds no signing key (64 hexadecimal digits). Restore the file from a backup.",
            )
        ) from error
    return Signer(origin(), key)


def origin() -> str:
    """The name of this log, for ever: on every checkpoint, and in front of every signature."""
    return settings.LEDGER_ORIGIN


def _make(path: Path) -> None:
    """Write a new key aside and link it into place: of two who try at once one wins, and nobody reads half a key."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, aside = mkstemp(dir=path.parent, prefix=f".{FILE}.")  # readable by its owner only
    with open(handle, "w", encoding="ascii") as file:
        file.write(Ed25519PrivateKey.generate().private_bytes_raw().hex() + "\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(aside, path)
    except FileExistsError:
        pass
    finally:
        os.unlink(aside)


def _check(path: Path) -> None:
    if os.name == "posix" and path.stat().st_mode & 0o077:
        raise InputError(
            Text(
                zh=f"{path}可被他人读取。请执行：chmod 600 {path}",
                en=f"{path} can be read by others. Run: chmod 600 {path}",
            )
        )
