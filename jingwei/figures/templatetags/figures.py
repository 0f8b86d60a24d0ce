"""Tags of the pages of figures: `{% load figures %}`."""

from datetime import datetime, timedelta

from django import template
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jingwei.figures.engine.figure import UNKNOWN, Figure, signed
from jingwei.figures.engine.subjects import MONEY, RECEIVED, Source
from jingwei.figures.models import Snapshot
from jingwei.figures.pages import showing
from jingwei.figures.queries import Aim
from jingwei.figures.shapes import frozen_tables
from jingwei.figures.terms import SnapshotKind
from jingwei.kernel.amounts import format_amount
from jingwei.kernel.rounding import growth
from jingwei.ui.templatetags.ui import figure as door

register = template.Library()


@register.simple_tag
def figure_door(one: Figure) -> SafeString:
    """The value as a link to its page, with last year on hover."""
    return door(one.text(get_language()), showing.figure_url(one.key, one.period), showing.tip(one))


@register.simple_tag
def source_door(source: Source) -> SafeString:
    """The value of a received statistic as a link to its page as a figure."""
    if source.unit.zh in MONEY:
        shown = format_amount(source.value, language=get_language() or "zh-hans")
    else:
        shown = f"{source.value:,} {showing.words(source.unit)}"
    return door(shown, showing.figure_url(f"{RECEIVED}{source.code}", source.period))


@register.simple_tag
def base_text(one: Figure, value: int | None) -> str:
    """A value in the unit of the figure's measure."""
    return one.base_text(value, get_language())


@register.simple_tag
def aim_text(aim: Aim, value: int | None) -> str:
    """A value of a target in the unit of its figure."""
    if aim.figure is not None:
        return aim.figure.base_text(value, get_language())
    return UNKNOWN if value is None else f"{value:,}"


@register.simple_tag
def growth_between(now: Figure, then: Figure) -> str:
    """Growth of one figure over another."""
    return signed(None if now.base is None or then.base is None else growth(now.base, then.base))


@register.simple_tag
def table_label(name: str) -> str:
    """The words of a frozen table; ``received`` is what others counted."""
    table = frozen_tables.get(name)
    return _("Received statistics") if table is None else showing.words(table.label)


@register.simple_tag
def kind_label(kind: str) -> str:
    """How a figure meets its period, in words."""
    return {
        "flow": _("counted within the period"),
        "stock": _("standing at the end of the period"),
        "cumulative": _("counted up to the end of the period"),
        "received": _("received from others"),
    }[kind]


@register.simple_tag
def snapshot_name(snapshot: Snapshot) -> str:
    """What a snapshot is called: its name and cut-off, or when the working one was read."""
    if snapshot.kind == SnapshotKind.LIVE:
        moment = localtime(snapshot.taken_at).strftime("%Y-%m-%d %H:%M")
        return _("Working snapshot, records as of %(moment)s") % {"moment": moment}
    cut_off = localtime(snapshot.cut_off or snapshot.taken_at).strftime("%Y-%m-%d %H:%M")
    return _("%(name)s, cut off at %(moment)s") % {"name": snapshot.name, "moment": cut_off}


@register.filter
def cut_off_year(moment: datetime) -> int:
    """The last year a cut-off includes."""
    return (localtime(moment) - timedelta(microseconds=1)).year
