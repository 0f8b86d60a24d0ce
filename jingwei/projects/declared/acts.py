"""Words for the acts on projects, and the records they are about."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jingwei.projects.access import visible
from jingwei.projects.models import Project, Subsidy
from jingwei.ui.shapes import ActLabel, Recorded

act_labels: tuple[ActLabel, ...] = (
    ActLabel("projects.project.added", _("Added")),
    ActLabel("projects.project.imported", _("Imported")),
    ActLabel("projects.project.changed", _("Changed")),
    ActLabel("projects.project.closed", _("Project closed")),
    ActLabel("projects.project.reopened", _("Project reopened")),
    ActLabel("projects.subsidy.added", _("Recorded")),
    ActLabel("projects.subsidy.imported", _("Imported")),
    ActLabel("projects.subsidy.changed", _("Changed")),
)
recorded: tuple[Recorded, ...] = (
    Recorded(
        "projects.project",
        lambda request: visible(request.user, Project.objects.all()),
        lambda one: reverse("projects:project", args=[one.pk]),
    ),
    Recorded(
        "projects.subsidy",
        lambda request: visible(request.user, Subsidy.objects.select_related("organisation")),
        lambda one: reverse("projects:subsidy", args=[one.pk]),
    ),
)
