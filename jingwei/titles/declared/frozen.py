"""Titles as snapshots freeze them: no person, no employer of one, and no recipient of a confidential title."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Min
from django.urls import reverse

from jingwei.figures.shapes import ColumnType, FrozenColumn, FrozenTable
from jingwei.kernel.text import Text
from jingwei.registry.wording import NONE, choice_labels, level_labels
from jingwei.titles import access
from jingwei.titles.models import Title
from jingwei.titles.rules import TitleFacts, standing_until
from jingwei.titles.terms import AwardClass, RecipientKind, TitleCategory

STRING, INTEGER, DATE, BOOLEAN = ColumnType.STRING, ColumnType.INTEGER, ColumnType.DATE, ColumnType.BOOLEAN
Row = Any  # a title with `renewed_on` annotated
CHUNK = 5000


def _rows() -> Iterable[Sequence[Any]]:
    related = ("type", "organisation", "region", "town")
    titles = (
        Title.objects.select_related(*related).annotate(renewed_on=Min("renewals__granted_on")).order_by("pk")
    )
    for title in titles.iterator(chunk_size=CHUNK):
        yield _row(title)


def _row(title: Row) -> Sequence[Any]:
    kind = title.type
    unnamed = kind.is_confidential or kind.recipient_kind == RecipientKind.PERSON
    organisation = None if unnamed else title.organisation
    region = title.region if kind.recipient_kind == RecipientKind.REGION else None
    named = organisation or region
    facts = TitleFacts(title.granted_on, title.valid_until, title.revoked_on, title.renewed_on)
    return (
        str(title.pk),
        kind.code,
        kind.category,
        kind.level,
        title.award_class or NONE,
        kind.recipient_kind,
        str(organisation.pk) if organisation else "",
        named.name if named else "",
        title.town.code if title.town else NONE,
        "" if unnamed else title.number,
        title.edition,
        title.granted_on,
        title.valid_until,
        title.revoked_on,
        standing_until(facts),
        title.renews_id is not None,
        unnamed,
        title.is_demo,
    )


def _visible(user: object) -> frozenset[str] | None:
    if access.sees_everything(user):
        return None
    return frozenset(str(pk) for pk in access.visible(user, Title.objects.all()).values_list("pk", flat=True))


def _column(name: str, kind: ColumnType, zh: str, en: str, is_public: bool = True) -> FrozenColumn:
    return FrozenColumn(name, kind, Text(zh, en), is_public)


titles = FrozenTable(
    name="titles",
    label=Text("称号", "Titles"),
    columns=(
        _column("id", STRING, "记录号", "Record", is_public=False),
        _column("type", STRING, "称号类型", "Type of title"),
        FrozenColumn(
            "category", STRING, Text("类别", "Category"), True, lambda: choice_labels(TitleCategory)
        ),
        FrozenColumn("level", STRING, Text("级别", "Level"), True, level_labels),
        FrozenColumn("award_class", STRING, Text("等级", "Class"), True, lambda: choice_labels(AwardClass)),
        FrozenColumn(
            "recipient_kind",
            STRING,
            Text("授予对象", "Kind of recipient"),
            True,
            lambda: choice_labels(RecipientKind),
        ),
        _column("organisation", STRING, "单位记录号", "Organisation's record", is_public=False),
        _column("organisation_name", STRING, "单位", "Organisation"),
        _column("town", STRING, "镇街", "Town or street", is_public=False),
        _column("number", STRING, "证书编号", "Certificate number", is_public=False),
        _column("edition", INTEGER, "届次", "Edition"),
        _column("granted_on", DATE, "授予日期", "Granted on"),
        _column("valid_until", DATE, "有效期至", "Valid until"),
        _column("revoked_on", DATE, "撤销日期", "Revoked on", is_public=False),
        _column("standing_until", DATE, "失效日期", "Ceases to stand", is_public=False),
        _column("is_renewal", BOOLEAN, "续认", "Renewal"),
        _column("is_unnamed", BOOLEAN, "不列名单", "Not listed", is_public=False),
        _column("is_demo", BOOLEAN, "演示数据", "Demonstration data"),
    ),
    rows=_rows,
    visible=_visible,
    url=lambda key: reverse("titles:title", args=[key]),
    withheld="is_unnamed",
)

frozen_tables = (titles,)
