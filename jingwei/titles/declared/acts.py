"""Words for the acts on titles, and the records they are about."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jingwei.titles.access import visible
from jingwei.titles.models import Title
from jingwei.ui.shapes import ActLabel, Recorded

act_labels: tuple[ActLabel, ...] = (
    ActLabel("titles.title.added", _("Added")),
    ActLabel("titles.title.imported", _("Imported")),
    ActLabel("titles.title.changed", _("Changed")),
    ActLabel("titles.title.renewed", _("Added as a renewal")),
    ActLabel("titles.title.revoked", _("Revoked")),
)
recorded: tuple[Recorded, ...] = (
    Recorded(
        "titles.title",
        lambda request: visible(
            request.user, Title.objects.select_related("type", "organisation", "person", "region")
        ),
        lambda one: reverse("titles:title", args=[one.pk]),
    ),
)
