"""Pages of the desk: entering what was received, setting targets, freezing snapshots."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jingwei.figures import actions
from jingwei.figures.access import may
from jingwei.figures.inputs import FreezeForm, ReceivedForm, TargetForm
from jingwei.figures.models import ReceivedStatistic, Snapshot, Target
from jingwei.figures.terms import SnapshotKind
from jingwei.kernel.errors import InputError
from jingwei.registry import acting
from jingwei.registry.models import Account
from jingwei.ui.templatetags.ui import words

LISTED = 50


def add_received(request: HttpRequest) -> HttpResponse:
    """Enter a statistic received from others."""
    acting.demand(may(request.user, "add", ReceivedStatistic))
    form = ReceivedForm(request.POST or None)
    save = lambda values: actions.add_received(by=_account(request), values=values)  # noqa: E731 - named for the reader
    return _edited(request, form, save, _("Enter a received statistic"), "figures:received")


def edit_received(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct one; the log keeps what it said."""
    row = get_object_or_404(ReceivedStatistic, pk=pk)
    acting.demand(may(request.user, "edit", row))
    form = ReceivedForm(request.POST or None, instance=ReceivedStatistic.objects.get(pk=pk))
    save = lambda values: actions.edit_received(by=_account(request), statistic=row, values=values)  # noqa: E731
    return _edited(request, form, save, _("Correct a received statistic"), "figures:received")


def remove_received(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw one entered by mistake."""
    actions.remove_received(by=_account(request), statistic=get_object_or_404(ReceivedStatistic, pk=pk))
    messages.success(request, _("Withdrawn."))
    return redirect("figures:received")


def add_target(request: HttpRequest) -> HttpResponse:
    """Set a target."""
    acting.demand(may(request.user, "add", Target))
    form = TargetForm(request.POST or None)
    save = lambda values: actions.add_target(by=_account(request), values=values)  # noqa: E731
    return _edited(request, form, save, _("Set a target"), "figures:targets")


def edit_target(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a target; the log keeps what it was."""
    row = get_object_or_404(Target, pk=pk)
    acting.demand(may(request.user, "edit", row))
    form = TargetForm(request.POST or None, instance=Target.objects.get(pk=pk))
    save = lambda values: actions.edit_target(by=_account(request), target=row, values=values)  # noqa: E731
    return _edited(request, form, save, _("Change a target"), "figures:targets")


def remove_target(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a target back that was set by mistake."""
    actions.remove_target(by=_account(request), target=get_object_or_404(Target, pk=pk))
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
    if request.method == "POST" and form.is_valid():
        try:
            actions.freeze(by=_account(request), name=form.cleaned_data["name"], cut_off=form.cut_off)
        except InputError as error:
            form.add_error(None, words(error.text))
        else:
            messages.success(request, _("Frozen; the digest is in the log."))
            return redirect("figures:snapshots")
    context = {
        "form": form,
        "title": _("Freeze a snapshot"),
        "lede": _("The registers are copied as they stand now; nothing dated after the cut-off counts."),
        "submit": _("Freeze"),
        "cancel_url": "../",
    }
    return render(request, "ui/form.html", context)


def _edited(
    request: HttpRequest,
    form: ReceivedForm | TargetForm,
    save: Callable[[dict[str, Any]], object],
    title: str,
    back: str,
) -> HttpResponse:
    """Show the form; when it is right, save and go back."""
    if request.method == "POST" and form.is_valid():
        save(form.values())
        messages.success(request, _("Saved."))
        return redirect(back)
    return render(request, "ui/form.html", {"form": form, "title": title, "cancel_url": redirect(back).url})


def _account(request: HttpRequest) -> Account:
    """Whoever acts; the doors let nobody through who is not signed in."""
    if not isinstance(request.user, Account):
        raise PermissionDenied
    return request.user
