"""The text of a checkpoint, as C2SP's `tlog-checkpoint` writes it: whose log, how many entries, which root. Pure."""

import re
from base64 import b64encode
from binascii import a2b_base64
from dataclasses import dataclass

from jingwei.ledger.tree import HASH_SIZE

_SIZE = re.compile(r"0|[1-9][0-9]{0,18}", re.ASCII)


class BadCheckpointError(ValueError):
    """A text is not that of a checkpoint."""


@dataclass(frozen=True)
class TreeHead:
    """What a checkpoint says. `extensions` are lines of others, carried along and not understood."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if any(not line or "\n" in line for line in (self.origin, *self.extensions)):
            raise BadCheckpointError("origin and extensions are lines that are not empty")
        if self.size < 0 or len(self.root) != HASH_SIZE:
            raise BadCheckpointError(f"a size is not negative and a root is {HASH_SIZE} bytes")

    def __str__(self) -> str:
        """The text that is signed."""
        lines = (self.origin, str(self.size), b64encode(self.root).decode(), *self.extensions)
        return "".join(f"{line}\n" for line in lines)

    @classmethod
    def parse(cls, text: str) -> "TreeHead":
        """The head written by `__str__`; raises BadCheckpointError for anything else, however little."""
        if not text.endswith("\n"):
            raise BadCheckpointError("the last newline is missing")
        lines = text[:-1].split("\n")
        if len(lines) < 3:
            raise BadCheckpointError("a checkpoint has an origin, a size and a root")
        origin, size, root, *extensions = lines
        if not _SIZE.fullmatch(size):
            raise BadCheckpointError("a size is decimal digits without leading zeros")
        head = cls(origin, int(size), _root(root), tuple(extensions))
        if str(head) != text:
            raise BadCheckpointError("the root is not base64 as it is written")
        return head


def _root(encoded: str) -> bytes:
    try:
        return a2b_base64(encoded, strict_mode=True)
    except ValueError as error:
        raise BadCheckpointError("the root is not base64") from error
