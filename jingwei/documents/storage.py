"""Uploaded bytes, kept under their digest outside the web root; never served inline."""

import hashlib
import os
import re
import tempfile
import unicodedata
from pathlib import Path
from typing import IO, NamedTuple

from django.conf import settings

_CHUNK = 1 << 18
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_LONGEST = 120


class TooLargeError(ValueError):
    """More bytes than are accepted; reading stopped at the limit."""


class Kept(NamedTuple):
    """Where bytes were put."""

    sha256: str
    size: int


def keep(file: IO[bytes], limit: int) -> Kept:
    """Store what `file` holds, up to `limit` bytes; the same bytes are stored once. Raises `TooLargeError`."""
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    digest, size = hashlib.sha256(), 0
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=".incoming-")
    try:
        with os.fdopen(handle, "wb") as out:
            while chunk := file.read(_CHUNK):
                size += len(chunk)
                if size > limit:
                    raise TooLargeError(limit)
                digest.update(chunk)
                out.write(chunk)
            out.flush()
            os.fsync(out.fileno())
        target = path_of(digest.hexdigest())
        target.parent.mkdir(exist_ok=True, mode=0o700)
        os.replace(temporary, target)
    finally:
        Path(temporary).unlink(missing_ok=True)
    return Kept(digest.hexdigest(), size)


def path_of(sha256: str) -> Path:
    """Where the bytes with this digest lie; ValueError for anything that is no digest."""
    if not re.fullmatch(r"[0-9a-f]{64}", sha256):
        raise ValueError("not a SHA-256 digest")
    return _folder() / sha256[:2] / sha256


def forget(sha256: str) -> None:
    """Remove the bytes with this digest; nothing happens where they are gone already."""
    path_of(sha256).unlink(missing_ok=True)


def safe_name(name: str, fallback: str = "file") -> str:
    """A file name without folders, control and direction characters, reserved names; at most 120 characters."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    clean = _UNSAFE.sub("_", last).strip(". ")
    if not clean.strip("_") or _RESERVED.match(clean):
        clean = f"{fallback}_{clean}".strip("_")
    stem, dot, suffix = clean.rpartition(".")
    if len(clean) <= _LONGEST:
        return clean
    return (
        f"{stem[: _LONGEST - len(suffix) - 1]}{dot}{suffix}" if dot and len(suffix) < 10 else clean[:_LONGEST]
    )


def _folder() -> Path:
    return Path(settings.MEDIA_ROOT) / "imports"
