"""What `ui` hands to the shell: the doors of its own pages."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jingwei.documents.access import visible
from jingwei.documents.models import ImportRun
from jingwei.ledger.terms import LedgerKind
from jingwei.ui.shapes import SAFE, WRITE, ActLabel, Door, Findable, Home, Place, Recorded

# The registry above owns the roles; a test keeps these words equal to its own.
CITIZEN = "citizen"
ADMINS = frozenset({"system_admin", "security_admin", "audit_admin"})
DESK = frozenset({"director", "officer", "registrar", "finance", "supervisor", "auditor"})
WRITERS = frozenset({"officer", "registrar"})
# which sheet, the sheet itself decides: finance has that of subsidies
IMPORTERS = WRITERS | {"finance"}
OUTSIDE = frozenset({"enterprise", "university", "expert", "town", "park"})
ACCOUNTS = ADMINS | DESK | OUTSIDE
EVERYONE = ACCOUNTS | {CITIZEN}

doors: tuple[Door, ...] = (
    Door("set_language", EVERYONE, WRITE),
    Door("ui:home", EVERYONE, SAFE),
    Door("ui:search", EVERYONE, SAFE),
    Door("ui:accessibility", EVERYONE, SAFE),
    Door("ui:kit", EVERYONE, SAFE),
    Door("ui:import-list", DESK, SAFE),
    Door("ui:import-sheet", IMPORTERS, WRITE),
    Door("ui:import-template", DESK, SAFE),
    Door("ui:import-run", IMPORTERS, WRITE),
)
places: tuple[Place, ...] = (
    Place("ui:import-list", _("Import"), "registers", "file-import", IMPORTERS, order=900),
)
findables: tuple[Findable, ...] = ()
homes: tuple[Home, ...] = ()
# the floors below have no shell of their own: their acts get their words here
act_labels: tuple[ActLabel, ...] = (
    ActLabel(LedgerKind.KEY, _("Signing key announced")),
    ActLabel(LedgerKind.ERASURE, _("Personal data erased")),
    ActLabel("documents.import_stored", _("Import stored")),
    ActLabel("documents.file_removed", _("Uploaded file removed")),
)
recorded: tuple[Recorded, ...] = (
    Recorded(
        "documents.importrun",
        lambda request: visible(request.user, ImportRun.objects.all()),
        lambda run: reverse("ui:import-run", args=[run.sheet, run.pk]),
    ),
)
