"""Titles as snapshots freeze them: no person, no employer of one, and no recipient of a confidential title."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Min

from jingwei.figures.declaring import closed_column, public_column, register_table
from jingwei.figures.shapes import ColumnType
from jingwei.kernel.text import Text
from jingwei.registry.wording import NONE, choice_labels, level_labels
from jingwei.titles.access import sees_everything, visible
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


titles = register_table(
    Title,
    name="titles",
    label=Text("称号", "Titles"),
    columns=(
        closed_column("id", STRING, "记录号", "Record"),
        public_column("type", STRING, "称号类型", "Type of title"),
        public_column("category", STRING, "类别", "Category", lambda: choice_labels(TitleCategory)),
        public_column("level", STRING, "级别", "Level", level_labels),
        public_column("award_class", STRING, "等级", "Class", lambda: choice_labels(AwardClass)),
        public_column(
            "recipient_kind", STRING, "授予对象", "Kind of recipient", lambda: choice_labels(RecipientKind)
        ),
        closed_column("organisation", STRING, "单位记录号", "Organisation's record"),
        public_column("organisation_name", STRING, "单位", "Organisation"),
        closed_column("town", STRING, "镇街", "Town or street"),
        closed_column("number", STRING, "证书编号", "Certificate number"),
        public_column("edition", INTEGER, "届次", "Edition"),
        public_column("granted_on", DATE, "授予日期", "Granted on"),
        public_column("valid_until", DATE, "有效期至", "Valid until"),
        closed_column("revoked_on", DATE, "撤销日期", "Revoked on"),
        closed_column("standing_until", DATE, "失效日期", "Ceases to stand"),
        public_column("is_renewal", BOOLEAN, "续认", "Renewal"),
        closed_column("is_unnamed", BOOLEAN, "不列名单", "Not listed"),
        public_column("is_demo", BOOLEAN, "演示数据", "Demonstration data"),
    ),
    rows=_rows,
    view="titles:title",
    sees_everything=sees_everything,
    visible=visible,
    withheld="is_unnamed",
)

frozen_tables = (titles,)
