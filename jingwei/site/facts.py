"""What the shell says of the bureau and of the reader: its name from the pack, the reader's roles and section."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from jingwei.kernel.text import Text
from jingwei.registry.access import held_by
from jingwei.registry.models import Section
from jingwei.registry.packs import PackError, read_pack
from jingwei.registry.terms import Role
from jingwei.ui.shapes import ShellFacts


@cache
def bureau_name() -> Text | None:
    """The bureau's name in both languages; None where the pack cannot be read."""
    try:
        told = read_pack(settings.PACKS / settings.PACK).tables["pack"]
    except (PackError, KeyError):
        return None
    return Text(str(told["name"]), str(told.get("name_en") or told["name"]))


def give(request: HttpRequest) -> Mapping[str, Any]:
    """See `ui.shapes.ShellFacts`."""
    name = bureau_name()
    facts: dict[str, Any] = {"bureau": name.in_language(get_language()) if name else ""}
    if getattr(request, "user", None) is not None and request.user.is_authenticated:
        held = held_by(request.user)
        section = next((one.section for one in held if one.section), None)
        facts["me_section"] = _section(section) if section else _roles(one.role for one in held)
    return facts


def _section(pk: int) -> str:
    section = Section.objects.filter(pk=pk).first()
    if section is None:
        return ""
    return section.name_en if (get_language() or "").startswith("en") and section.name_en else section.name


def _roles(roles: Iterable[str]) -> str:
    return ", ".join(str(Role(one).label) for one in sorted(set(roles)))


shell_facts = (ShellFacts("bureau", give),)
