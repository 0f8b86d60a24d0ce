"""The tables of this app as snapshots freeze them; no personal column."""

from collections.abc import Iterable, Sequence
from typing import Any

from jingwei.figures.declaring import closed_column, public_column, register_table
from jingwei.figures.shapes import ColumnType
from jingwei.kernel.text import Text
from jingwei.projects.access import sees_everything, visible
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


projects = register_table(
    Project,
    name="projects",
    label=Text("科技项目", "Projects"),
    columns=(
        closed_column("id", STRING, "记录号", "Record"),
        public_column("number", STRING, "项目编号", "Project number"),
        public_column("name", STRING, "项目名称", "Project name"),
        public_column("programme", STRING, "计划类别", "Programme"),
        public_column("family", STRING, "计划大类", "Family of programmes"),
        public_column("level", STRING, "级别", "Level"),
        closed_column("organisation", STRING, "承担单位记录号", "Undertaker's record"),
        public_column("organisation_name", STRING, "承担单位", "Undertaker"),
        public_column("town", STRING, "镇街", "Town or street"),
        public_column("listed_on", DATE, "立项日期", "Listed on"),
        closed_column("starts_on", DATE, "起始日期", "Term begins"),
        closed_column("ends_on", DATE, "终止日期", "Term ends"),
        public_column("status", STRING, "状态", "Status", lambda: choice_labels(ProjectStatus)),
        closed_column("closed_on", DATE, "结题日期", "Closed on"),
        closed_column("budget_fen", INTEGER, "总经费（分）", "Total budget (fen)"),
        public_column("grant_fen", INTEGER, "财政资助（分）", "Grant (fen)"),
        public_column("document", STRING, "立项文号", "Approval document"),
        public_column("is_demo", BOOLEAN, "演示数据", "Demonstration data"),
    ),
    rows=_project_rows,
    view="projects:project",
    sees_everything=sees_everything,
    visible=visible,
)

subsidies = register_table(
    Subsidy,
    name="subsidies",
    label=Text("上级资金", "Subsidies from above"),
    columns=(
        closed_column("id", STRING, "记录号", "Record"),
        public_column("project", STRING, "项目编号", "Project number"),
        public_column("programme", STRING, "计划类别", "Programme"),
        closed_column("organisation", STRING, "收款单位记录号", "Recipient's record"),
        public_column("organisation_name", STRING, "收款单位", "Recipient"),
        public_column("town", STRING, "镇街", "Town or street"),
        public_column("level", STRING, "资金级别", "Level"),
        public_column("document", STRING, "下达文号", "Document"),
        public_column("purpose", STRING, "用途", "Purpose"),
        public_column("received_on", DATE, "到账日期", "Received on"),
        public_column("amount_fen", INTEGER, "金额（分）", "Amount (fen)"),
        public_column("is_demo", BOOLEAN, "演示数据", "Demonstration data"),
    ),
    rows=_subsidy_rows,
    view="projects:subsidy",
    sees_everything=sees_everything,
    visible=visible,
)

frozen_tables = (projects, subsidies)
