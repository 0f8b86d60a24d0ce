"""The tables of the log. Entries, nodes and checkpoints are only added; the database refuses the rest."""

from typing import TYPE_CHECKING, Any, NoReturn

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import CheckConstraint, Index, Q, UniqueConstraint
from django.db.models.expressions import Combinable
from django.db.models.functions import Length
from django.db.models.lookups import Exact, LessThanOrEqual
from django.utils.translation import gettext_lazy as _

from jingwei.ledger.leaves import KIND_LIMIT, LEAF_LIMIT, NAME_LIMIT, SALT_SIZE, SUBJECT_LIMIT
from jingwei.ledger.tree import HASH_SIZE


class AppendOnlyError(TypeError):
    """Somebody tried to change or remove what the log has taken in."""

    def __init__(self, model: type[models.Model]) -> None:
        super().__init__(f"{model.__name__}: the log only grows; correct an entry by appending another")


if TYPE_CHECKING:
    _Binary = models.BinaryField[bytes, bytes]
    _OptionalBinary = models.BinaryField[bytes | None, bytes | None]
else:
    _Binary = _OptionalBinary = models.BinaryField


class _ReadAsBytes:
    """PostgreSQL's driver gives a memoryview, and SQLite whatever somebody wrote into the column, be it text."""

    def from_db_value(
        self, value: bytes | memoryview | str | None, expression: Combinable, connection: BaseDatabaseWrapper
    ) -> bytes | None:
        """The value as bytes."""
        if value is None:
            return None
        return value.encode() if isinstance(value, str) else bytes(value)


class BytesField(_ReadAsBytes, _Binary):
    """Bytes that come back as `bytes` from either database."""


class OptionalBytesField(_ReadAsBytes, _OptionalBinary):
    """The same, or None."""


class AppendOnlyRows(models.QuerySet[Any]):
    """Rows that can be added and read."""

    def update(self, **kwargs: object) -> NoReturn:
        """Refused."""
        raise AppendOnlyError(self.model)

    def delete(self) -> NoReturn:
        """Refused."""
        raise AppendOnlyError(self.model)


class AppendOnly(models.Model):
    """A row that is written once."""

    objects = AppendOnlyRows.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write a new row; raises AppendOnlyError for one that was read from the database."""
        if not self._state.adding:
            raise AppendOnlyError(type(self))
        super().save(*args, **kwargs)

    def delete(self, *args: object, **kwargs: object) -> NoReturn:
        """Refused."""
        raise AppendOnlyError(type(self))


class Entry(AppendOnly):
    """One act, as leaf number `index`. `leaf` is what is hashed; the columns beside it are for searching."""

    index = models.BigIntegerField(_("entry number"), primary_key=True)
    kind = models.CharField(_("kind of act"), max_length=KIND_LIMIT)
    subject = models.CharField(_("subject of the act"), max_length=SUBJECT_LIMIT)
    leaf = BytesField(_("leaf"))
    leaf_hash = BytesField(_("leaf hash"))
    acted_at = models.DateTimeField(_("time of the act"))
    appended_at = models.DateTimeField(_("time of entry in the log"))

    class Meta:
        verbose_name = _("log entry")
        verbose_name_plural = _("log entries")
        ordering = ["index"]
        indexes = [
            Index(fields=["subject", "-index"], name="ledger_entry_history"),
            Index(fields=["kind", "-index"], name="ledger_entry_kind"),
        ]
        constraints = [
            CheckConstraint(condition=Q(index__gte=0), name="ledger_entry_index"),
            CheckConstraint(condition=Exact(Length("leaf_hash"), HASH_SIZE), name="ledger_entry_hash"),
            CheckConstraint(condition=LessThanOrEqual(Length("leaf"), LEAF_LIMIT), name="ledger_entry_leaf"),
        ]

    def __str__(self) -> str:
        return f"{self.index} {self.kind} {self.subject}"


class Opening(models.Model):
    """What a commitment in a leaf stands for: `value` is the canonical JSON that was hashed behind `salt`.

    Erasing throws both away; the leaf keeps its commitment, which then tells nobody anything.
    """

    entry = models.ForeignKey(
        Entry, on_delete=models.PROTECT, related_name="openings", verbose_name=_("log entry")
    )
    name = models.CharField(_("name of the secret"), max_length=NAME_LIMIT)
    salt = OptionalBytesField(_("salt"), null=True)
    value = models.TextField(_("secret value"), null=True)
    erased_at = models.DateTimeField(_("erased at"), null=True)

    class Meta:
        verbose_name = _("opening")
        verbose_name_plural = _("openings")
        constraints = [
            UniqueConstraint(fields=["entry", "name"], name="ledger_opening_once"),
            CheckConstraint(
                condition=Q(erased_at__isnull=True, salt__isnull=False, value__isnull=False)
                | Q(erased_at__isnull=False, salt__isnull=True, value__isnull=True),
                name="ledger_opening_whole_or_erased",
            ),
            CheckConstraint(
                condition=Q(salt__isnull=True) | Q(Exact(Length("salt"), SALT_SIZE)),
                name="ledger_opening_salt",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.name}"


class Node(AppendOnly):
    """The hash of a complete subtree of two leaves or more; `position` is its place in order."""

    position = models.BigIntegerField(_("place in the tree"), primary_key=True)
    hash = BytesField(_("hash"))

    class Meta:
        verbose_name = _("tree node")
        verbose_name_plural = _("tree nodes")
        constraints = [CheckConstraint(condition=Exact(Length("hash"), HASH_SIZE), name="ledger_node_hash")]

    def __str__(self) -> str:
        return str(self.position)


class Head(models.Model):
    """The tree as it stands: one row, locked by whoever appends, so that there is one order of entries."""

    ONLY = 1

    id = models.SmallIntegerField(primary_key=True, default=ONLY)
    size = models.BigIntegerField(_("number of entries"), default=0)
    frontier = BytesField(_("frontier"), default=b"")

    class Meta:
        verbose_name = _("log head")
        verbose_name_plural = _("log heads")
        constraints = [
            CheckConstraint(condition=Q(id=1), name="ledger_head_single"),
            CheckConstraint(condition=Q(size__gte=0), name="ledger_head_size"),
        ]

    def __str__(self) -> str:
        return str(self.size)


class Checkpoint(AppendOnly):
    """A root this log has put its name to: `note` is the signed note as it was and will be given out."""

    size = models.BigIntegerField(_("number of entries"), primary_key=True)
    root = BytesField(_("root hash"))
    note = models.TextField(_("signed note"))
    signed_at = models.DateTimeField(_("signed at"))

    class Meta:
        verbose_name = _("checkpoint")
        verbose_name_plural = _("checkpoints")
        ordering = ["size"]
        constraints = [
            CheckConstraint(condition=Q(size__gt=0), name="ledger_checkpoint_size"),
            CheckConstraint(condition=Exact(Length("root"), HASH_SIZE), name="ledger_checkpoint_root"),
        ]

    def __str__(self) -> str:
        return str(self.size)
