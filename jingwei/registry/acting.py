"""Writing acts to the log: the one way in which changes of records become ledger entries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db.models import Field, Model
from django.utils import timezone
from django.utils.translation import gettext as _

from jingwei.kernel.canonical import JSON
from jingwei.ledger.actions import append_many
from jingwei.ledger.leaves import Act
from jingwei.ledger.models import Entry
from jingwei.registry import access
from jingwei.registry.models import Account

Changes = Mapping[str, tuple[JSON, JSON]]
# never written anywhere, whatever record they stand in
SECRET_FIELDS = frozenset({"password"})


@dataclass(frozen=True)
class Noted:
    """One act to be written: see `note`."""

    kind: str
    record: Model
    changes: Changes
    facts: Mapping[str, JSON] = field(default_factory=dict)


def note(
    *,
    by: Account | None,
    kind: str,
    record: Model,
    changes: Changes,
    acted_at: datetime | None = None,
    facts: Mapping[str, JSON] | None = None,
) -> Entry:
    """Write one ledger entry for what happened to `record`; gives the entry. Needs an open transaction.

    The leaf says the subject, the verb (`kind`, such as ``registry.organisation.renamed``), the roles and section of
    whoever acted, and `facts`: what anyone may know. Who acted and which fields changed from what to what are
    committed to with salts and kept as openings, which can be erased. `by` None: the system itself. `acted_at`: when it
    happened (aware), if not now.
    """
    return note_many(by=by, acts=[Noted(kind, record, changes, facts or {})], acted_at=acted_at)[0]


def note_many(*, by: Account | None, acts: Iterable[Noted], acted_at: datetime | None = None) -> list[Entry]:
    """Write one entry for each act, in order; as `note`, for imports."""
    who = _who(by)
    moment = acted_at or timezone.now()
    actor: JSON = {"account": by.pk, "name": str(by)} if by else {"account": None, "name": "jingwei"}
    return append_many(
        Act(
            kind=act.kind,
            subject=subject_of(act.record),
            body={**who, "facts": dict(act.facts)},
            secrets={"actor": actor, "changes": {name: list(pair) for name, pair in act.changes.items()}},
            acted_at=moment,
        )
        for act in acts
    )


def subject_of(record: Model) -> str:
    """How the log calls a record: ``<app>.<model>:<pk>``."""
    meta = record._meta
    return f"{meta.app_label}.{meta.model_name}:{record.pk}"


def _who(by: Account | None) -> dict[str, JSON]:
    held = access.held_by(by) if by else ()
    roles = tuple(sorted({one.role for one in held})) if by else ("system",)
    sections = tuple(sorted({one.section_code for one in held if one.section_code}))
    return {"roles": roles, "sections": sections}


def snapshot_of(record: Model) -> dict[str, JSON]:
    """The concrete fields of a record as JSON, keyed by field name; related records by primary key, no passwords."""
    return {
        one.name: as_json(getattr(record, one.attname))
        for one in record._meta.concrete_fields
        if isinstance(one, Field) and not one.primary_key and one.name not in SECRET_FIELDS
    }


def as_json(value: object) -> JSON:
    """A field's value as the log keeps it: dates as ISO text, decimals as text."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if value is None or isinstance(value, bool | int | str):
        return value
    return str(value)


def changes_between(
    old: Mapping[str, object] | None, new: Mapping[str, object] | None
) -> dict[str, tuple[JSON, JSON]]:
    """What differs between two snapshots: field → (before, after). `old` None: a new record; `new` None: one removed.

    Fields that are empty on both sides of an addition or removal are left out.
    """
    before, after = old or {}, new or {}
    pairs = {name: (as_json(before.get(name)), as_json(after.get(name))) for name in {**before, **after}}
    return {
        name: (first, second) for name, (first, second) in pairs.items() if _known(first) != _known(second)
    }


def _known(value: JSON) -> JSON:
    """An empty text says as little as None."""
    return None if value == "" else value


def demand(allowed: bool, what: str = "") -> None:
    """Raise PermissionDenied with words for the reader unless `allowed`; `what` says (translated) what was tried."""
    if not allowed:
        raise PermissionDenied(what or _("Your role does not allow this."))
