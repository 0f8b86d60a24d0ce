"""The tables of this app as snapshots freeze them; no personal column."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Model, QuerySet
from django.urls import reverse

from jingwei.figures.shapes import ColumnType, FrozenColumn, FrozenTable
from jingwei.kernel.text import Text
from jingwei.projects import access
from jingwei.projects.models import Project, Subsidy
from jingwei.projects.terms import ProjectStatus
from jingwei.registry.wording import NONE, choice_labels

STRING, INTEGER, DATE, BOOLEAN = ColumnType.STRING, ColumnType.INTEGER, ColumnType.DATE, ColumnType.BOOLEAN
CHUNK = 5000


def _project_rows() -> Iterable[Sequence[Any]]:
    rows = Project.objects.order_by("pk").values_list(
        "pk",
        "number",
        "name",
        "programme__code",
        "programme__family",
        "programme__level",
        "undertaker_id",
        "undertaker__name",
        "town__code",
        "listed_on",
        "starts_on",
        "ends_on",
        "status",
        "closed_on",
        "budget_fen",
        "grant_fen",
        "document",
        "is_demo",
    )
    for pk, number, name, programme, family, level, organisation, called, town, *rest in rows.iterator(
        chunk_size=CHUNK
    ):
        yield (
            str(pk),
            number,
            name,
            programme,
            family,
            level,
            str(organisation),
            called,
            town or NONE,
            *rest,
        )


def _subsidy_rows() -> Iterable[Sequence[Any]]:
    rows = Subsidy.objects.order_by("pk").values_list(
        "pk",
        "project__number",
        "project__programme__code",
        "organisation_id",
        "organisation__name",
        "organisation__town__code",
        "level",
        "document",
        "purpose",
        "received_on",
        "amount_fen",
        "is_demo",
    )
    for pk, project, programme, organisation, called, town, *rest in rows.iterator(chunk_size=CHUNK):
        yield (str(pk), project or "", programme or NONE, str(organisation), called, town or NONE, *rest)


def _ids(user: object, rows: QuerySet[Any, Any]) -> frozenset[str] | None:
    if access.sees_everything(user):
        return None
    return frozenset(str(pk) for pk in access.visible(user, rows).values_list("pk", flat=True))


def _url(view: str, key: str) -> str:
    return reverse(view, args=[key])


def _column(name: str, kind: ColumnType, zh: str, en: str, is_public: bool = True) -> FrozenColumn:
    return FrozenColumn(name, kind, Text(zh, en), is_public)


def _table(
    name: str, label: Text, columns: tuple[FrozenColumn, ...], model: type[Model], view: str, rows: Any
) -> FrozenTable:
    return FrozenTable(
        name=name,
        label=label,
        columns=columns,
        rows=rows,
        visible=lambda user: _ids(user, model._default_manager.all()),
        url=lambda key: _url(view, key),
    )


projects = _table(
    "projects",
    Text("科技项目", "Projects"),
    (
        _column("id", STRING, "记录号", "Record", is_public=False),
        _column("number", STRING, "项目编号", "Project number"),
        _column("name", STRING, "项目名称", "Project name"),
        _column("programme", STRING, "计划类别", "Programme"),
        _column("family", STRING, "计划大类", "Family of programmes"),
        _column("level", STRING, "级别", "Level"),
        _column("organisation", STRING, "承担单位记录号", "Undertaker's record", is_public=False),
        _column("organisation_name", STRING, "承担单位", "Undertaker"),
        _column("town", STRING, "镇街", "Town or street"),
        _column("listed_on", DATE, "立项日期", "Listed on"),
        _column("starts_on", DATE, "起始日期", "Term begins", is_public=False),
        _column("ends_on", DATE, "终止日期", "Term ends", is_public=False),
        FrozenColumn("status", STRING, Text("状态", "Status"), True, lambda: choice_labels(ProjectStatus)),
        _column("closed_on", DATE, "结题日期", "Closed on", is_public=False),
        _column("budget_fen", INTEGER, "总经费（分）", "Total budget (fen)", is_public=False),
        _column("grant_fen", INTEGER, "财政资助（分）", "Grant (fen)"),
        _column("document", STRING, "立项文号", "Approval document"),
        _column("is_demo", BOOLEAN, "演示数据", "Demonstration data"),
    ),
    Project,
    "projects:project",
    _project_rows,
)

subsidies = _table(
    "subsidies",
    Text("上级资金", "Subsidies from above"),
    (
        _column("id", STRING, "记录号", "Record", is_public=False),
        _column("project", STRING, "项目编号", "Project number"),
        _column("programme", STRING, "计划类别", "Programme"),
        _column("organisation", STRING, "收款单位记录号", "Recipient's record", is_public=False),
        _column("organisation_name", STRING, "收款单位", "Recipient"),
        _column("town", STRING, "镇街", "Town or street"),
        _column("level", STRING, "资金级别", "Level"),
        _column("document", STRING, "下达文号", "Document"),
        _column("purpose", STRING, "用途", "Purpose"),
        _column("received_on", DATE, "到账日期", "Received on"),
        _column("amount_fen", INTEGER, "金额（分）", "Amount (fen)"),
        _column("is_demo", BOOLEAN, "演示数据", "Demonstration data"),
    ),
    Subsidy,
    "projects:subsidy",
    _subsidy_rows,
)

frozen_tables = (projects, subsidies)
