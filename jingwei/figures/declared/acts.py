"""Words for the acts on snapshots, targets and received statistics, and the records they are about."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jingwei.figures.models import ReceivedStatistic, Snapshot, Target
from jingwei.registry.access import roles_of
from jingwei.registry.terms import DESK
from jingwei.ui.shapes import ActLabel, Recorded

act_labels: tuple[ActLabel, ...] = (
    ActLabel("figures.snapshot.frozen", _("Snapshot frozen")),
    ActLabel("figures.target.added", _("Target recorded")),
    ActLabel("figures.target.edited", _("Target changed")),
    ActLabel("figures.target.removed", _("Target removed")),
    ActLabel("figures.receivedstatistic.added", _("Received statistic recorded")),
    ActLabel("figures.receivedstatistic.edited", _("Received statistic changed")),
    ActLabel("figures.receivedstatistic.removed", _("Received statistic removed")),
)
recorded: tuple[Recorded, ...] = (
    Recorded(
        "figures.snapshot",
        lambda request: Snapshot.objects.all() if roles_of(request.user) & DESK else Snapshot.objects.none(),
        lambda _one: reverse("figures:snapshots"),
    ),
    Recorded(
        "figures.target", lambda _request: Target.objects.all(), lambda _one: reverse("figures:targets")
    ),
    Recorded(
        "figures.receivedstatistic",
        lambda _request: ReceivedStatistic.objects.all(),
        lambda _one: reverse("figures:received"),
    ),
)
