"""The icons there are: symbols of one sprite taken from @tabler/icons."""

import re
from functools import cache
from pathlib import Path

SPRITE = Path(__file__).parent / "static" / "ui" / "vendor" / "icons.svg"
SYMBOL = re.compile(r'<symbol id="([^"]+)"')


@cache
def names() -> frozenset[str]:
    """The names `{% icon %}` knows."""
    return frozenset(SYMBOL.findall(SPRITE.read_text(encoding="utf-8")))
