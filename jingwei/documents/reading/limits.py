"""How much a file may ask of us."""

from dataclasses import dataclass

MEBI = 2**20


@dataclass(frozen=True)
class Limits:
    """Caps of one reading. Bytes unless the name says otherwise."""

    file: int = 32 * MEBI
    unpacked: int = 256 * MEBI
    part: int = 16 * MEBI  # styles, workbook, relations: small by nature
    ratio: int = 200
    ratio_from: int = 16 * MEBI  # a small file may be packed as tightly as it likes
    members: int = 2000
    rows: int = 1_048_576
    columns: int = 1024
    cells: int = 2_000_000
    text: int = 48 * MEBI  # characters of shared strings
    memory: int = 384 * MEBI  # address space of the reading process
    output: int = 128 * MEBI
    cpu_seconds: int = 40
    wall_seconds: int = 90


DEFAULT = Limits()


def in_words(size: int) -> str:
    """A size for people: ``32 MiB``."""
    return f"{size / MEBI:.0f} MiB"
