"""One import of a register, from the file received to the rows stored."""

from typing import ClassVar

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from jingwei.documents.terms import ImportState


class ImportRun(models.Model):
    """A file someone wants imported into a register, what was found in it, and what came of it.

    `report`: faults, `rows`: typed values exactly as they will be stored, with number, outcome and changes, `counts`:
    rows by outcome and faults by code; all as `sheets.records` writes them. The bytes lie in `storage` under `sha256`.
    """

    sheet = models.CharField(_("register"), max_length=80, db_index=True)
    file_name = models.CharField(_("file name"), max_length=200)
    sha256 = models.CharField(_("digest of the file"), max_length=64, db_index=True)
    size = models.BigIntegerField(_("size in bytes"))
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="imports", verbose_name=_("uploaded by")
    )
    uploaded_at = models.DateTimeField(_("uploaded at"))
    state = models.CharField(
        _("state of the import"), max_length=12, choices=ImportState.choices, default=ImportState.READING
    )
    progress = models.PositiveSmallIntegerField(_("progress in per cent"), default=0)
    worksheet = models.CharField(_("worksheet"), max_length=120, blank=True)
    worksheets = models.JSONField(_("worksheets of the file"), default=list, blank=True)
    report = models.JSONField(_("faults found"), default=list, blank=True, encoder=DjangoJSONEncoder)
    rows = models.JSONField(
        _("rows as they will be stored"), default=list, blank=True, encoder=DjangoJSONEncoder
    )
    counts = models.JSONField(_("counts of rows and faults"), default=dict, blank=True)
    confirmed = models.JSONField(_("confirmed warnings"), default=list, blank=True)
    preview = models.CharField(_("digest of the preview"), max_length=71, blank=True)
    same_as = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="repeats", verbose_name=_("same file as")
    )
    stored_at = models.DateTimeField(_("stored at"), null=True, blank=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ("-uploaded_at", "-pk")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(state=ImportState.STORED, stored_at__isnull=False)
                | (~models.Q(state=ImportState.STORED) & models.Q(stored_at__isnull=True)),
                name="import_stored_has_time",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name
