"""The spreadsheets of projects and subsidies, column by column, under the headings real ledgers use."""

from collections.abc import Mapping

from jingwei.documents.shapes import Column, ColumnKind, Sheet
from jingwei.kernel.text import Text
from jingwei.projects.access import may
from jingwei.projects.actions.importing.projects import resolve_projects, store_projects
from jingwei.projects.actions.importing.subsidies import resolve_subsidies, store_subsidies
from jingwei.projects.models import Programme, Project, Subsidy
from jingwei.projects.terms import ProjectStatus
from jingwei.registry.declared.columns import TOWN, USCC
from jingwei.registry.terms import Level
from jingwei.registry.wording import choice_spellings, listed_spellings

STATUS_SYNONYMS: Mapping[str, str] = {
    "在研": ProjectStatus.RUNNING,
    "进行中": ProjectStatus.RUNNING,
    "实施中": ProjectStatus.RUNNING,
    "执行中": ProjectStatus.RUNNING,
    "已验收": ProjectStatus.ACCEPTED,
    "验收": ProjectStatus.ACCEPTED,
    "通过验收": ProjectStatus.ACCEPTED,
    "结题": ProjectStatus.CLOSED,
    "已结题": ProjectStatus.CLOSED,
    "终止": ProjectStatus.TERMINATED,
    "已终止": ProjectStatus.TERMINATED,
    "撤销": ProjectStatus.REVOKED,
    "已撤销": ProjectStatus.REVOKED,
}
LEVEL_SYNONYMS: Mapping[str, str] = {
    "国家级": Level.NATIONAL,
    "国家": Level.NATIONAL,
    "省级": Level.PROVINCIAL,
    "省": Level.PROVINCIAL,
    "市级": Level.CITY,
    "市": Level.CITY,
    "区级": Level.DISTRICT,
    "区": Level.DISTRICT,
    "县级": Level.DISTRICT,
}

projects = Sheet(
    id="projects",
    label=Text("科技项目", "Projects"),
    columns=(
        Column(
            "number",
            Text("项目编号", "Project number"),
            ColumnKind.CODE,
            required=True,
            aliases=("编号", "立项编号", "计划编号", "合同编号", "项目号"),
            max_length=40,
            example="2013C01001",
        ),
        Column(
            "name",
            Text("项目名称", "Project name"),
            required=True,
            aliases=("名称", "课题名称", "产品名称"),
            max_length=300,
            example="数码喷墨印花关键技术研究",
        ),
        Column(
            "programme",
            Text("计划类别", "Programme"),
            ColumnKind.CHOICE,
            required=True,
            aliases=("项目类别", "计划类型", "计划名称", "项目类型", "类别", "计划"),
            choices=lambda: listed_spellings(Programme.objects.all()),
            fill_down=True,
            example="国家火炬计划",
        ),
        Column(
            "organisation",
            Text("承担单位", "Undertaker"),
            aliases=(
                "承担单位名称",
                "单位名称",
                "企业名称",
                "项目承担单位",
                "第一承担单位",
                "申报单位",
                "单位",
            ),
            required=True,
            names="uscc",
            max_length=200,
            example="绍兴示例纺织有限公司",
        ),
        USCC,
        TOWN,
        Column(
            "listed_on",
            Text("立项日期", "Listed on"),
            ColumnKind.DATE,
            required=True,
            aliases=("立项时间", "批准日期", "下达日期", "列入时间"),
            example="2013-05-20",
        ),
        Column(
            "term",
            Text("起止时间", "Term"),
            aliases=("起止年限", "起止日期", "实施期限", "项目起止时间", "起止年月"),
            help=Text("如2013.01-2014.12", "such as 2013.01-2014.12"),
            example="2013.01-2014.12",
        ),
        Column(
            "starts_on",
            Text("起始日期", "Term begins"),
            ColumnKind.DATE,
            aliases=("开始日期", "开始时间", "起始时间"),
        ),
        Column(
            "ends_on",
            Text("终止日期", "Term ends"),
            ColumnKind.DATE,
            aliases=("结束日期", "完成时间", "完成日期", "计划完成时间"),
            not_before="starts_on",
        ),
        Column(
            "budget_fen",
            Text("总经费", "Total budget"),
            ColumnKind.AMOUNT,
            aliases=("经费总额", "总投入", "项目总经费", "总投资", "预算总额", "计划总投入", "金额", "经费"),
            unit="万元",
            minimum=0,
            compare_within="programme",
            example="260",
        ),
        Column(
            "grant_fen",
            Text("财政资助", "Grant"),
            ColumnKind.AMOUNT,
            aliases=(
                "补助",
                "财政补助",
                "资助金额",
                "补助金额",
                "财政经费",
                "补助经费",
                "资助经费",
                "拨款",
                "财政",
            ),
            unit="万元",
            minimum=0,
            compare_within="programme",
            example="50",
        ),
        Column(
            "leader",
            Text("负责人", "Leader"),
            aliases=("项目负责人", "课题负责人", "负责人姓名"),
            max_length=80,
        ),
        Column(
            "status",
            Text("状态", "Status"),
            ColumnKind.CHOICE,
            aliases=("项目状态", "进展", "实施状态", "执行情况"),
            choices=lambda: choice_spellings(ProjectStatus, STATUS_SYNONYMS),
            example="在研",
        ),
        Column(
            "closed_on",
            Text("结题日期", "Closed on"),
            ColumnKind.DATE,
            aliases=("验收日期", "验收时间", "结题时间"),
            not_before="listed_on",
        ),
        Column(
            "document",
            Text("立项文号", "Approval document"),
            aliases=("文号", "下达文号", "批准文号", "立项文件"),
            max_length=120,
        ),
    ),
    identity=("number",),
    resolve=resolve_projects,
    store=store_projects,
    may=lambda user: may(user, "import", Project),
    list_view="projects:projects",
)

subsidies = Sheet(
    id="subsidies",
    label=Text("上级资金", "Subsidies from above"),
    columns=(
        Column(
            "document",
            Text("下达文号", "Document"),
            required=True,
            aliases=("文号", "资金文号", "拨款文号", "文件号"),
            fill_down=True,
            max_length=120,
            example="浙财教〔2013〕1号",
        ),
        Column(
            "organisation",
            Text("收款单位", "Recipient"),
            aliases=("单位名称", "企业名称", "受补助单位", "承担单位", "单位"),
            required=True,
            names="uscc",
            max_length=200,
        ),
        USCC,
        Column(
            "project",
            Text("项目编号", "Project number"),
            ColumnKind.CODE,
            aliases=("编号", "立项编号", "项目号"),
            max_length=40,
        ),
        Column(
            "level",
            Text("资金级别", "Level"),
            ColumnKind.CHOICE,
            required=True,
            aliases=("级别", "资金来源", "来源"),
            choices=lambda: choice_spellings(Level, LEVEL_SYNONYMS),
            example="省级",
        ),
        Column(
            "received_on",
            Text("到账日期", "Received on"),
            ColumnKind.DATE,
            required=True,
            aliases=("到账时间", "拨付日期", "拨付时间", "收款日期", "日期"),
        ),
        Column(
            "amount_fen",
            Text("金额", "Amount"),
            ColumnKind.AMOUNT,
            required=True,
            aliases=("补助金额", "到账金额", "拨付金额", "资金额", "补助", "经费"),
            unit="万元",
            minimum=1,
            compare_within="level",
            example="50",
        ),
        Column(
            "purpose",
            Text("用途", "Purpose"),
            aliases=("资金用途", "资金名称", "专项名称", "摘要"),
            max_length=200,
        ),
    ),
    identity=("document", "organisation", "project", "purpose"),
    resolve=resolve_subsidies,
    store=store_subsidies,
    may=lambda user: may(user, "import", Subsidy),
    list_view="projects:subsidies",
)

sheets = (projects, subsidies)
