"""Taking the types of titles of a pack into the database."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from jingwei.registry.shapes import Pack
from jingwei.registry.terms import Level
from jingwei.titles.models import TitleType
from jingwei.titles.terms import RecipientKind, TitleCategory


@transaction.atomic
def load_pack(pack: Pack) -> int:
    """Write `title_types.toml` of the pack; gives how many types were new or changed. Idempotent.

    Raises ValueError naming the entry whose category, level or recipient is unknown.
    """
    entries = pack.tables.get("title_types", {}).get("type", [])
    return sum(_keep_type(order, entry) for order, entry in enumerate(entries))


def _keep_type(order: int, entry: Mapping[str, Any]) -> bool:
    code = entry["code"]
    _check(entry)
    values = {
        "name": entry["name"],
        "name_en": entry["name_en"],
        "category": entry["category"],
        "level": entry["level"],
        "recipient_kind": entry["recipient"],
        "issuer": entry["issuer"],
        "validity_years": entry.get("validity_years"),
        "aliases": entry.get("aliases", []),
        "is_confidential": entry.get("confidential", False),
        "order": order,
    }
    if TitleType.objects.filter(code=code, **values).exists():
        return False
    TitleType.objects.update_or_create(code=code, defaults=values)
    return True


def _check(entry: Mapping[str, Any]) -> None:
    known = {"category": TitleCategory.values, "level": Level.values, "recipient": RecipientKind.values}
    for key, values in known.items():
        if entry[key] not in values:
            raise ValueError(f"title_types.toml, {entry['code']}: {key} {entry[key]!r} is unknown")
