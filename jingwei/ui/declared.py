"""What `ui` hands to the shell: the doors of its own pages."""

from django.utils.translation import gettext_lazy as _

from jingwei.ui.shapes import SAFE, WRITE, Door, Findable, Home, Place

# The registry above owns the roles; a test keeps these words equal to its own.
CITIZEN = "citizen"
ADMINS = frozenset({"system_admin", "security_admin", "audit_admin"})
DESK = frozenset({"director", "officer", "registrar", "finance", "supervisor", "auditor"})
WRITERS = frozenset({"officer", "registrar"})
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
    Door("ui:import-sheet", WRITERS, WRITE),
    Door("ui:import-template", DESK, SAFE),
    Door("ui:import-run", WRITERS, WRITE),
)
places: tuple[Place, ...] = (
    Place("ui:import-list", _("Import"), "registers", "file-import", WRITERS, order=900),
)
findables: tuple[Findable, ...] = ()
homes: tuple[Home, ...] = ()
