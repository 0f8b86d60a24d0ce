"""Tags and filters of the kit, built into every template."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.db import DatabaseError
from django.template.context import Context
from django.template.loader import get_template
from django.templatetags.static import static
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import is_aware, localtime
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from jingwei.kernel.amounts import amount_in, format_amount, format_yuan
from jingwei.kernel.clocks.reckoning import Reckoning
from jingwei.kernel.rounding import round_half_up
from jingwei.kernel.text import Text
from jingwei.ui import icons, logbook
from jingwei.ui.charts import option_json
from jingwei.ui.forms import dress

register = template.Library()

STATES = {"now": "is-now", "wait": "is-wait", "late": "is-late", "done": "is-done", "": ""}
LANGUAGE_TAGS = {"zh-hans": "zh-Hans", "en": "en"}
NOTHING = "—"


@register.filter
def language_tag(code: str) -> str:
    """``zh-hans`` → ``zh-Hans``, as the `lang` attribute wants it."""
    return LANGUAGE_TAGS.get(code, code)


@register.filter(is_safe=True)
def title_parts(title: str) -> str:
    """The parts of a page's title between single dots, whether or not a page brought a dot of its own."""
    return " · ".join(part.strip() for part in title.split("·") if part.strip())


@register.filter
def words(text: object) -> str:
    """A kernel `Text` in the reader's language; anything else as it is."""
    return text.in_language(get_language()) if isinstance(text, Text) else str(text)


@register.simple_tag
def icon(name: str) -> SafeString:
    """``{% icon "search" %}``: one symbol of the sprite, for decoration beside a word. Unknown names are errors."""
    if name not in icons.names():
        raise template.TemplateSyntaxError(f"no icon called {name!r}; see ui/static/ui/vendor/icons.svg")
    return format_html(
        '<svg class="jw-i" aria-hidden="true"><use href="{}#{}"></use></svg>',
        static("ui/vendor/icons.svg"),
        name,
    )


@register.simple_tag
def state(kind: str, word: object) -> SafeString:
    """``{% state "wait" _("Waiting") %}``: shape and word; kind is now, wait, late, done or empty (not begun)."""
    return format_html('<span class="jw-state {}">{}</span>', STATES[kind or ""], word)


@register.filter
def amount(fen: int | None, unit: str = "") -> SafeString | str:
    """``{{ fen|amount }}`` or ``{{ fen|amount:"万元" }}``: the amount with its unit, the exact yuan on hover."""
    if fen is None:
        return NOTHING
    language = get_language() or "zh-hans"
    shown = format_amount(int(fen), unit or None, language)
    return format_html('<span class="jw-n" title="{}">{}</span>', format_yuan(int(fen), language), shown)


@register.filter
def amount_bare(fen: int | None, unit: str = "万元") -> SafeString | str:
    """The number alone, two decimals, for a column whose head names the unit; the exact yuan on hover."""
    if fen is None:
        return NOTHING
    exact = format_yuan(int(fen), get_language() or "zh-hans")
    places = 2
    number = round_half_up(amount_in(int(fen), unit), places)
    return format_html('<span class="jw-n" title="{}">{}</span>', exact, f"{number:,.{places}f}")


@register.filter
def count(number: int | Decimal | None) -> str:
    """``{{ n|count }}``: thousands separated; a dash for None."""
    return NOTHING if number is None else f"{number:,}"


@register.filter
def isodate(day: date | datetime | None) -> str:
    """``{{ d|isodate }}``: 2013-09-27; a dash for None."""
    if not day:
        return NOTHING
    if isinstance(day, datetime):
        return (localtime(day) if is_aware(day) else day).strftime("%Y-%m-%d")
    return day.isoformat()


@register.filter
def isotime(moment: datetime | None) -> str:
    """2013-09-27 16:02 in the bureau's time zone; a dash for None."""
    if not moment:
        return NOTHING
    return (localtime(moment) if is_aware(moment) else moment).strftime("%Y-%m-%d %H:%M")


@register.simple_tag
def validity(first: date | None, last: date | None) -> str:
    """``{% validity one.valid_from one.valid_to %}``: from when until when, in words where one is open."""
    days = {"first": isodate(first), "last": isodate(last)}
    if first and last:
        return f"{days['first']} – {days['last']}"
    if first:
        return _("%(first)s – now") % days
    if last:
        return _("until %(last)s, since an unrecorded date") % days
    return _("since an unrecorded date")


@register.filter
def prosedate(day: date | None) -> str:
    """9月27日 (English: 27 September), for prose."""
    if day is None:
        return NOTHING
    return date_format(day, pgettext("date in prose", "j F"))


@register.simple_tag
def figure(text: object, url: str, tip: str = "", odd: bool = False, big: bool = False) -> SafeString:
    """A figure that is a door: looks like text, leads to its records; `tip` is last year and the change."""
    kinds = " ".join(name for name, on in (("jw-fig", True), ("is-odd", odd), ("big", big)) if on)
    tipped = format_html(' data-tip="{}" title="{}"', tip, tip) if tip else ""
    return format_html('<a class="{}" href="{}"{}>{}</a>', kinds, url, tipped, text)


@register.simple_tag
def receipt(entry: object) -> SafeString:
    """The log receipt of one step: `entry` is an index of the log or anything with ``index``; empty for None."""
    index: Any = getattr(entry, "index", entry)
    if index is None or index == "":
        return SafeString("")
    number = f"{index:,}"
    title = _("Entry %(number)s of the log") % {"number": number}
    mark = format_html(
        '<i class="jw-seal" aria-hidden="true">证</i>{}<span class="jw-vh"> {}</span>', number, title
    )
    url = logbook.entry_url(int(index))
    if url is None:
        return format_html('<span class="jw-receipt" title="{}">{}</span>', title, mark)
    return format_html('<a class="jw-receipt" href="{}" title="{}">{}</a>', url, title, mark)


@register.inclusion_tag("ui/parts/empty.html")
def empty(title: object, hint: object = "", url: str = "", link: object = "") -> dict[str, object]:
    """``{% empty _("Nothing is due today") _("The next is on 27 January.") url link %}``: a list that holds nothing."""
    return {"title": title, "hint": hint, "url": url, "link": link}


@register.inclusion_tag("ui/parts/chart.html", takes_context=True)
def chart(
    context: Context, option: Mapping[str, Any], table: Mapping[str, Any], height: int = 240
) -> dict[str, Any]:
    """A chart with its table behind a toggle.

    `option`: an ECharts option (see `ui.charts`); `table`: ``{"caption": …, "head": [...], "rows": [[...], ...]}``.
    The page must include ``{% charts %}`` in its `scripts` block.
    """
    number = int(context.render_context.get("jw_charts") or 0) + 1
    context.render_context["jw_charts"] = number
    return {"id": f"chart-{number}", "option": option_json(option), "table": table, "height": height}


@register.simple_tag
def charts() -> SafeString:
    """The script of the charts; goes into the block `scripts` of a page that has any."""
    return format_html('<script src="{}" defer></script>', static("ui/vendor/echarts.min.js"))


@register.simple_tag
def htmx() -> SafeString:
    """The script of partial pages; goes into the block `scripts` of a page that asks for progress."""
    return format_html('<script src="{}" defer></script>', static("django_htmx/htmx-4.min.js"))


@register.inclusion_tag("ui/parts/pager.html", takes_context=True)
def pager(context: Context, page: Any, parameter: str = "page") -> dict[str, Any]:
    """Links to the pages of a `ui.register.paging.Page`; `parameter` names the page in the address."""
    request = context["request"]
    return {"page": page, "query": request.GET, "path": request.path, "parameter": parameter}


@register.simple_tag
def page_url(path: str, query: Any, number: int, parameter: str = "page") -> str:
    """The address with another page number."""
    changed = query.copy()
    changed[parameter] = str(number)
    return f"{path}?{changed.urlencode()}"


@register.inclusion_tag("ui/parts/clock.html")
def clock(reckoning: Reckoning, today: date | None = None, small: bool = False) -> dict[str, Any]:
    """The days of a `kernel.clocks` reckoning in a strip, each saying why it counted or not."""
    return {"cells": logbook.day_cells(reckoning, today), "small": small}


@register.simple_tag
def log_state() -> logbook.LogState | None:
    """Size of the log and time of its last signature; None where the log cannot be asked."""
    try:
        return logbook.log_state()
    except DatabaseError:
        return None


@register.filter
def dressed(form: Any) -> Any:
    """A form of somebody else's (allauth's) with the kit's classes on its widgets; labels take placeholders' place."""
    dress(form)
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)
    return form


@register.simple_tag(takes_context=True)
def include_if_exists(context: Context, name: str) -> str:
    """A template a floor above may have; nothing where it has not."""
    try:
        found = get_template(name)
    except template.TemplateDoesNotExist:
        return ""
    values = {key: value for key, value in context.flatten().items() if isinstance(key, str)}
    return SafeString(found.render(values, context.get("request")))


@register.simple_tag
def bar(share: float, label: str) -> SafeString:
    """A plain bar of progress, `share` from 0 to 1, with its words for those who cannot see it."""
    return format_html(
        '<span class="jw-meter" role="img" aria-label="{}"><i style="--p:{}"></i></span>',
        label,
        f"{share:.3f}",
    )
