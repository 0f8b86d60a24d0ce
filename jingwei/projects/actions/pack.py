"""Taking the programmes of a pack into the database."""

from django.db import transaction

from jingwei.projects.models import Programme
from jingwei.projects.terms import ProgrammeFamily
from jingwei.registry.shapes import Pack
from jingwei.registry.terms import Level


@transaction.atomic
def load_pack(pack: Pack) -> int:
    """Write `programmes.toml` of the pack; gives how many programmes were new or changed. Idempotent.

    Raises ValueError naming the entry whose level or family is unknown.
    """
    entries = pack.tables.get("programmes", {}).get("programme", [])
    return sum(_keep(order, entry) for order, entry in enumerate(entries))


def _keep(order: int, entry: dict[str, object]) -> bool:
    code = str(entry["code"])
    if entry["level"] not in Level.values or entry["family"] not in ProgrammeFamily.values:
        raise ValueError(
            f"programmes.toml, {code}: level {entry['level']!r} or family {entry['family']!r} is unknown"
        )
    values = {
        "name": entry["name"],
        "name_en": entry["name_en"],
        "level": entry["level"],
        "family": entry["family"],
        "aliases": entry.get("aliases", []),
        "valid_from": entry.get("valid_from"),
        "valid_to": entry.get("valid_to"),
        "order": order,
    }
    if Programme.objects.filter(code=code, **values).exists():
        return False
    Programme.objects.update_or_create(code=code, defaults=values)
    return True
