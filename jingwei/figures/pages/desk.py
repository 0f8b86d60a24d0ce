"""Pages of the desk: entering what was received, setting targets, freezing snapshots."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from jingwei.figures import actions
from jingwei.figures.access import may
from jingwei.figures.inputs import FreezeForm, ReceivedForm, TargetForm
from jingwei.figures.models import ReceivedStatistic, Snapshot, Target
from jingwei.figures.terms import SnapshotKind
from jingwei.registry import acting
from jingwei.registry.pages.acts import act_page, me

LISTED = 50


def add_received(request: HttpRequest) -> HttpResponse:
    """Enter a statistic received from others."""
    acting.demand(may(request.user, "add", ReceivedStatistic))
    form = ReceivedForm(request.POST or None)
    return _edited(
        request,
        form,
        lambda values: actions.add_received(by=me(request), values=values),
        _("Enter a received statistic"),
        "figures:received",
    )


def edit_received(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct one; the log keeps what it said."""
    row = get_object_or_404(ReceivedStatistic, pk=pk)
    acting.demand(may(request.user, "edit", row))
    form = ReceivedForm(request.POST or None, instance=ReceivedStatistic.objects.get(pk=pk))
    return _edited(
        request,
        form,
        lambda values: actions.edit_received(by=me(request), statistic=row, values=values),
        _("Correct a received statistic"),
        "figures:received",
    )


def remove_received(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw one entered by mistake."""
    actions.remove_received(by=me(request), statistic=get_object_or_404(ReceivedStatistic, pk=pk))
    messages.success(request, _("Withdrawn."))
    return redirect("figures:received")


def add_target(request: HttpRequest) -> HttpResponse:
    """Set a target."""
    acting.demand(may(request.user, "add", Target))
    form = TargetForm(request.POST or None)
    return _edited(
        request,
        form,
        lambda values: actions.add_target(by=me(request), values=values),
        _("Set a target"),
        "figures:targets",
    )


def edit_target(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a target; the log keeps what it was."""
    row = get_object_or_404(Target, pk=pk)
    acting.demand(may(request.user, "edit", row))
    form = TargetForm(request.POST or None, instance=Target.objects.get(pk=pk))
    return _edited(
        request,
        form,
        lambda values: actions.edit_target(by=me(request), target=row, values=values),
        _("Change a target"),
        "figures:targets",
    )


def remove_target(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a target back that was set by mistake."""
    actions.remove_target(by=me(request), target=get_object_or_404(Target, pk=pk))
    messages.success(request, _("Withdrawn."))
    return redirect("figures:targets")


def snapshots(request: HttpRequest) -> HttpResponse:
    """Frozen snapshots, the latest first, and the working one."""
    rows = Snapshot.objects.filter(kind=SnapshotKind.FROZEN).select_related("taken_by")[:LISTED]
    working = Snapshot.objects.filter(kind=SnapshotKind.LIVE).order_by("-basis", "-taken_at").first()
    context = {"rows": rows, "working": working, "may_freeze": may(request.user, "freeze", Snapshot)}
    return render(request, "figures/snapshots.html", context)


def freeze(request: HttpRequest) -> HttpResponse:
    """Freeze the records as they stand, for a cut-off."""
    acting.demand(may(request.user, "freeze", Snapshot))
    form = FreezeForm(request.POST or None)

    def act(values: dict[str, Any]) -> str:
        actions.freeze(by=me(request), name=values["name"], cut_off=form.cut_off)
        return reverse("figures:snapshots")

    return act_page(
        request,
        form,
        act,
        title=_("Freeze a snapshot"),
        done=_("Frozen; the digest is in the log."),
        lede=_("The registers are copied as they stand now; nothing dated after the cut-off counts."),
        submit=_("Freeze"),
        cancel_url=reverse("figures:snapshots"),
    )


def _edited(
    request: HttpRequest,
    form: ReceivedForm | TargetForm,
    save: Callable[[dict[str, Any]], object],
    title: str,
    back: str,
) -> HttpResponse:
    """Show the form; when it is right, save and go back."""
    url = reverse(back)

    def act(_cleaned: dict[str, Any]) -> str:
        save(form.values())
        return url

    return act_page(request, form, act, title=title, done=_("Saved."), cancel_url=url)
