"""The kit page: every component and state, for developers."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from jingwei.ui import charts, icons
from jingwei.ui.context import Shell
from jingwei.ui.navigation import roles_of


def kit(request: HttpRequest) -> HttpResponse:
    """Shown to administrators, and to everyone in a demonstration."""
    if not Shell(request).is_demo and "system_admin" not in roles_of(request):
        raise Http404
    names = [_("Invention"), _("Utility model"), _("Design")]
    filed, granted = [336, 1180, 6412], [97, 1054, 981]
    context = {
        "dyes": _dyes(),
        "icons": sorted(icons.names()),
        "option": charts.bars(names, {_("Filed"): filed, _("Granted"): granted}),
        "table": charts.table(
            _("Patents by type"), [_("Type"), _("Filed"), _("Granted")], names, [filed, granted]
        ),
    }
    return render(request, "ui/kit.html", context)


def _dyes() -> list[tuple[str, str, str]]:
    return [
        ("墨", "--ink", _("text")),
        ("次墨", "--ink-2", _("secondary text")),
        ("纸", "--paper", _("page")),
        ("布", "--cloth", _("tables and fields")),
        ("界", "--rule", _("lines between rows")),
        ("靛", "--indigo", _("the one accent: links, primary button, focus, where one is")),
        ("朱", "--cinnabar", _("overdue, refused, contradiction")),
        ("赭", "--ochre", _("waiting, near its limit")),
        ("竹", "--bamboo", _("done, verified")),
    ]
