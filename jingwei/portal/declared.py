"""What `portal` hands to the floors below."""

from django.utils.translation import gettext_lazy as _

from jingwei.portal import homes as screens
from jingwei.registry.terms import ADMINS, DESK, EVERYONE, LEADERS, WATCHERS, Role
from jingwei.ui.shapes import Door, Findable, Home, Place

OWNERS = frozenset({Role.ENTERPRISE.value, Role.UNIVERSITY.value, Role.PARK.value, Role.TOWN.value})
CITIZENS = frozenset({Role.CITIZEN.value})
EXPERTS = frozenset({Role.EXPERT.value})

doors: tuple[Door, ...] = tuple(
    Door(view, EVERYONE) for view in ("portal:home", "portal:check", "portal:check_entry", "portal:receipt")
)
places: tuple[Place, ...] = (
    Place("portal:home", _("Home"), "see", "home", CITIZENS, 10),
    Place("ui:home", _("What waits for me"), "today", "inbox", DESK - LEADERS - WATCHERS, 10),
    Place("portal:check", _("Check a receipt"), "check", "certificate", EVERYONE - ADMINS, 20),
)
findables: tuple[Findable, ...] = ()
homes: tuple[Home, ...] = (
    Home("officer", DESK - LEADERS - WATCHERS, screens.officer_home),
    Home("watcher", WATCHERS, screens.watcher_home),
    Home("own", OWNERS, screens.own_home),
    Home("expert", EXPERTS, screens.expert_home),
    Home("citizen", CITIZENS, screens.citizen_home),
)
