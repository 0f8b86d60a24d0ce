"""The sprite holds the icons that are asked for, and no others."""

import re
from pathlib import Path

from jingwei.ui import icons
from jingwei.ui.shapes import places

PACKAGE = Path(icons.__file__).resolve().parents[1]
TAG = re.compile(r"\{% icon ([^ ]+) %\}")
# the navigation and the first screen draw the icons of places; the kit shows every icon there is
REACHED_BY_NAME = {"line.icon", "name"}


def arguments() -> set[str]:
    """What the tags of all templates are given, quoted where it is a name."""
    templates = PACKAGE.glob("*/templates/**/*.html")
    return {argument for path in templates for argument in TAG.findall(path.read_text("utf-8"))}


def asked_for() -> set[str]:
    named = {argument.strip("'\"") for argument in arguments() - REACHED_BY_NAME}
    return named | {place.icon for place in places}


def test_every_icon_asked_for_is_there_and_every_icon_there_is_asked_for() -> None:
    assert icons.names() == asked_for()


def test_a_name_that_is_no_literal_is_listed_here_with_its_reason() -> None:
    assert {argument for argument in arguments() if argument[0] not in "'\""} == REACHED_BY_NAME
