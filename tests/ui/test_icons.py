"""Every icon that is asked for is in the sprite."""

import re
from pathlib import Path

from jingwei.ui import icons
from jingwei.ui.shapes import places

PACKAGE = Path(icons.__file__).resolve().parents[1]
TAG = re.compile(r"\{% icon ['\"]([^'\"]+)['\"]")


def asked_for() -> set[str]:
    templates = {
        name
        for path in PACKAGE.glob("*/templates/**/*.html")
        for name in TAG.findall(path.read_text("utf-8"))
    }
    return templates | {place.icon for place in places}


def test_every_icon_asked_for_is_there() -> None:
    assert asked_for() <= icons.names()
