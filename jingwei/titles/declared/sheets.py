"""The spreadsheet of titles, column by column, under the headings real ledgers use."""

from collections.abc import Mapping

from jingwei.documents.shapes import Column, ColumnKind, Sheet
from jingwei.kernel.text import Text
from jingwei.registry.declared.columns import TOWN, USCC
from jingwei.registry.wording import choice_spellings, listed_spellings
from jingwei.titles.access import may
from jingwei.titles.actions.importing import resolve_titles, store_titles
from jingwei.titles.models import Title, TitleType
from jingwei.titles.terms import AwardClass

CLASS_SYNONYMS: Mapping[str, str] = {
    "特等": AwardClass.SPECIAL,
    "特等奖": AwardClass.SPECIAL,
    "一等": AwardClass.FIRST,
    "一等奖": AwardClass.FIRST,
    "二等": AwardClass.SECOND,
    "二等奖": AwardClass.SECOND,
    "三等": AwardClass.THIRD,
    "三等奖": AwardClass.THIRD,
}

titles = Sheet(
    id="titles",
    label=Text("称号", "Titles"),
    columns=(
        Column(
            "type",
            Text("称号类型", "Type of title"),
            ColumnKind.CHOICE,
            required=True,
            aliases=("称号", "称号名称", "资质名称", "认定类别", "平台类别", "奖项", "奖种", "类型", "类别"),
            choices=lambda: listed_spellings(TitleType.objects.all()),
            fill_down=True,
            example="省科技型企业",
        ),
        Column(
            "number",
            Text("证书编号", "Certificate number"),
            ColumnKind.CODE,
            required=True,
            aliases=("编号", "证书号", "证书号码", "认定编号", "获奖编号"),
            max_length=60,
            example="GR201333000001",
        ),
        Column(
            "organisation",
            Text("单位名称", "Organisation"),
            aliases=(
                "单位",
                "企业名称",
                "公司名称",
                "获奖单位",
                "认定单位",
                "依托单位",
                "所在单位",
                "第一完成单位",
            ),
            names="uscc",
            max_length=200,
        ),
        USCC,
        Column(
            "person",
            Text("姓名", "Person's name"),
            aliases=("人才姓名", "入选人", "获奖人"),
            max_length=80,
            help=Text("仅人才类填写", "for talents only"),
        ),
        TOWN,
        Column(
            "award_class",
            Text("等级", "Class"),
            ColumnKind.CHOICE,
            aliases=("奖励等级", "获奖等级", "奖级"),
            choices=lambda: choice_spellings(AwardClass, CLASS_SYNONYMS),
        ),
        Column(
            "subject",
            Text("获奖成果", "Awarded for"),
            aliases=("项目名称", "成果名称", "获奖项目"),
            max_length=300,
        ),
        Column("edition", Text("届次", "Edition"), ColumnKind.COUNT, minimum=1, maximum=999),
        Column(
            "granted_on",
            Text("授予日期", "Granted on"),
            ColumnKind.DATE,
            required=True,
            aliases=(
                "认定日期",
                "认定时间",
                "批准日期",
                "发证日期",
                "发证时间",
                "获奖日期",
                "入选时间",
                "授予时间",
            ),
            example="2013-10-15",
        ),
        Column(
            "valid_until",
            Text("有效期至", "Valid until"),
            ColumnKind.DATE,
            aliases=("有效期", "到期日期", "到期时间", "有效期截止"),
            not_before="granted_on",
            help=Text("不填则按类型规定的年限计算", "left empty, it follows from the type"),
        ),
        Column(
            "revoked_on",
            Text("撤销日期", "Revoked on"),
            ColumnKind.DATE,
            aliases=("取消日期", "撤销时间"),
            not_before="granted_on",
        ),
        Column(
            "renews",
            Text("原证书编号", "Renews certificate"),
            ColumnKind.CODE,
            aliases=("续认证书编号", "复审前证书编号"),
            max_length=60,
        ),
        Column(
            "issuer",
            Text("发证机关", "Issuer"),
            aliases=("授予单位", "认定机关", "发证单位", "授奖单位"),
            max_length=120,
        ),
        Column(
            "document", Text("文号", "Document"), aliases=("认定文号", "批准文号", "文件号"), max_length=120
        ),
    ),
    identity=("type", "number"),
    resolve=resolve_titles,
    store=store_titles,
    may=lambda user: may(user, "import", Title),
    list_view="titles:titles",
)

sheets = (titles,)
