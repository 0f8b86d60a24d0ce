"""What `ui` hands to the shell: the doors of its own pages."""

from jingwei.ui.shapes import SAFE, WRITE, Door, Findable, Home, Place

# The registry above owns the roles; a test keeps these words equal to its own.
CITIZEN = "citizen"
ADMINS = frozenset({"system_admin", "security_admin", "audit_admin"})
DESK = frozenset({"director", "officer", "registrar", "finance", "supervisor", "auditor"})
OUTSIDE = frozenset({"enterprise", "university", "expert", "town", "park"})
ACCOUNTS = ADMINS | DESK | OUTSIDE
EVERYONE = ACCOUNTS | {CITIZEN}

# what allauth offers people who have logged in; accounts themselves are made by the bureau
OWN_ACCOUNT = (
    "account_change_password",
    "account_reauthenticate",
    "mfa_index",
    "mfa_reauthenticate",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes",
)

doors: tuple[Door, ...] = (
    Door("set_language", EVERYONE, WRITE),
    Door("ui:home", EVERYONE, SAFE),
    Door("ui:search", EVERYONE, SAFE),
    Door("ui:accessibility", EVERYONE, SAFE),
    Door("ui:kit", EVERYONE, SAFE),
    *(Door(view, EVERYONE, WRITE) for view in ("account_login", "account_logout", "mfa_authenticate")),
    *(Door(view, ACCOUNTS, WRITE) for view in OWN_ACCOUNT),
    Door("ui:import-list", DESK, SAFE),
    Door("ui:import-sheet", DESK, WRITE),
    Door("ui:import-template", DESK, SAFE),
    Door("ui:import-run", DESK, WRITE),
)
places: tuple[Place, ...] = ()
findables: tuple[Findable, ...] = ()
homes: tuple[Home, ...] = ()
