"""The key that signs sessions: made once, kept outside the database."""

import os
import secrets
from pathlib import Path


def secret_key(folder: Path) -> str:
    """The key in ``folder/session.key``, made on first use and readable by its owner only; JINGWEI_SECRET_KEY wins."""
    given = os.environ.get("JINGWEI_SECRET_KEY")
    if given:
        return given
    path = folder / "session.key"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            with open(
                os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii"
            ) as file:
                file.write(secrets.token_urlsafe(48))
        except FileExistsError:
            pass  # another process made it between the look and the leap
    return path.read_text(encoding="ascii").strip()
