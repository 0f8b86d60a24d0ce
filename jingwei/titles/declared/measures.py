"""The measures over titles. An id is for ever; a changed definition is a new version."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from jingwei.figures.declaring import BY_LEVEL, BY_TOWN
from jingwei.figures.shapes import Breakdown, Kind, Measure
from jingwei.kernel.text import Text
from jingwei.registry.wording import NONE, choice_labels, listed_labels
from jingwei.titles.models import TitleType
from jingwei.titles.terms import AwardClass, TitleCategory

Rows = Any  # an Ibis table
FIRMS = Text("家", "enterprises")
PERSONS = Text("人", "persons")
ITEMS = Text("项", "items")
PLACES = Text("个", "titles")


def _type_labels(category: TitleCategory | None) -> Mapping[str, Text]:
    types = TitleType.objects.filter(category=category) if category else TitleType.objects.all()
    return listed_labels(types)


def _class_labels() -> Mapping[str, Text]:
    return {**choice_labels(AwardClass), NONE: Text("不分等级", "Without class")}


def _by_type(category: TitleCategory | None = None) -> Breakdown:
    return Breakdown("type", Text("按称号类型", "By type of title"), "type", lambda: _type_labels(category))


BY_CATEGORY = Breakdown(
    "category", Text("按类别", "By category"), "category", lambda: choice_labels(TitleCategory)
)
BY_CLASS = Breakdown("class", Text("按等级", "By class"), "award_class", _class_labels)


# BY_TOWN never parts a measure of talents: one talent of a plan in one town has no name, and is known all the same
_flow = partial(Measure, kind=Kind.FLOW, table="titles", date="granted_on")
_to_date = partial(Measure, kind=Kind.CUMULATIVE, table="titles", date="granted_on")
_stock = partial(Measure, kind=Kind.STOCK, table="titles", date="granted_on", until="standing_until")


def _new(table: Rows) -> Rows:
    return table.filter(~table.is_renewal)


def _new_in(category: TitleCategory) -> Callable[[Rows], Rows]:
    return lambda table: table.filter((table.category == category.value) & ~table.is_renewal)


granted = _flow(
    id="titles.granted",
    label=Text("新授予称号", "Titles newly granted"),
    definition=Text(
        "期内新授予（认定、入选、获奖）的各类称号数，按授予日期计；到期续认不重复计算。",
        "Titles of every category newly granted in the period, "
        "by the date of granting; a renewal is not counted again.",
    ),
    unit=PLACES,
    where=_new,
    breakdowns=(BY_CATEGORY, _by_type(), BY_LEVEL, BY_CLASS),
)

enterprise_granted = _flow(
    id="titles.enterprise_granted",
    label=Text("新增科技型企业称号", "Enterprise qualifications newly granted"),
    definition=Text(
        "期内新认定的企业资质数（一家企业获几项计几项），按认定日期计，不含到期重新认定。",
        "Enterprise qualifications newly granted in the period, by date: "
        "an enterprise with two counts twice; renewals are not counted.",
    ),
    unit=FIRMS,
    where=_new_in(TitleCategory.QUALIFICATION),
    breakdowns=(_by_type(TitleCategory.QUALIFICATION), BY_LEVEL, BY_TOWN),
)

platforms_granted = _flow(
    id="titles.platforms_granted",
    label=Text("新增研发平台", "R&D platforms newly recognised"),
    definition=Text(
        "期内新认定的企业研究院、研发中心等研发平台数，按认定日期计。",
        "Enterprise institutes and R&D centres newly recognised in the period, by the date of recognition.",
    ),
    unit=FIRMS,
    where=_new_in(TitleCategory.PLATFORM),
    breakdowns=(_by_type(TitleCategory.PLATFORM), BY_LEVEL, BY_TOWN),
)

talents_in_year = _flow(
    id="titles.talents_in_year",
    label=Text("引进和入选高层次人才", "High-level talents introduced and selected"),
    definition=Text(
        "期内引进或入选各级人才计划的人次，按引进或入选日期计；同一人入选两项计两次。",
        "Talents introduced, or selected by a talent plan, in the "
        "period, by date; a person selected by two plans counts twice.",
    ),
    unit=PERSONS,
    where=_new_in(TitleCategory.TALENT),
    breakdowns=(_by_type(TitleCategory.TALENT), BY_LEVEL),
)

talents_to_date = _to_date(
    id="titles.talents_to_date",
    label=Text("累计高层次人才", "High-level talents to date"),
    definition=Text(
        "截至期末引进或入选各级人才计划的累计人次。",
        "Talents introduced, or selected by a talent plan, up to the end of the period.",
    ),
    unit=PERSONS,
    where=_new_in(TitleCategory.TALENT),
    breakdowns=(_by_type(TitleCategory.TALENT), BY_LEVEL),
)

awards = _flow(
    id="titles.awards",
    label=Text("科学技术奖", "Science and technology awards"),
    definition=Text(
        "期内获得的省、市科学技术奖项数，按授奖日期计，一项成果获一次奖计一项。",
        "Science and technology awards of province and city won in the period, by the date of the award.",
    ),
    unit=ITEMS,
    where=_new_in(TitleCategory.AWARD),
    breakdowns=(_by_type(TitleCategory.AWARD), BY_LEVEL, BY_CLASS, BY_TOWN),
)

demonstration_granted = _flow(
    id="titles.demonstration_granted",
    label=Text(
        "新认定知识产权示范（优势）企业", "Intellectual property demonstration units newly recognised"
    ),
    definition=Text(
        "期内新认定的知识产权优势企业、专利示范企业数，按认定日期计。",
        "Intellectual property advantage and patent demonstration enterprises newly recognised in the period, by date.",
    ),
    unit=FIRMS,
    where=_new_in(TitleCategory.DEMONSTRATION),
    breakdowns=(_by_type(TitleCategory.DEMONSTRATION), BY_LEVEL, BY_TOWN),
)

honours = _flow(
    id="titles.honours",
    label=Text("本区获得荣誉", "Honours of the district"),
    definition=Text(
        "期内授予本区的荣誉称号数，按授予日期计。",
        "Honours conferred on the district in the period, by date.",
    ),
    unit=PLACES,
    where=_new_in(TitleCategory.HONOUR),
    breakdowns=(_by_type(TitleCategory.HONOUR), BY_LEVEL),
)

honours_to_date = _to_date(
    id="titles.honours_to_date",
    label=Text("本区累计获得荣誉", "Honours of the district to date"),
    definition=Text(
        "截至期末授予本区的荣誉次数；同一荣誉每届各计一次，“连续第几次”即由此得出。",
        "Honours conferred on the district up to the end of the period; each "
        "edition of one honour counts once, which gives “for the nth time”.",
    ),
    unit=Text("次", "times"),
    where=_new_in(TitleCategory.HONOUR),
    breakdowns=(_by_type(TitleCategory.HONOUR), BY_LEVEL),
)

standing = _stock(
    id="titles.standing",
    label=Text("有效称号", "Titles standing"),
    definition=Text(
        "期末有效的各类称号数：已授予，未过有效期、未撤销；续认后只计新证。",
        "Titles standing at the end of the period: granted, neither expired nor revoked; a renewed title counts once.",
    ),
    unit=PLACES,
    breakdowns=(BY_CATEGORY, _by_type(), BY_LEVEL),
)

measures = (
    granted,
    enterprise_granted,
    platforms_granted,
    talents_in_year,
    talents_to_date,
    awards,
    demonstration_granted,
    honours,
    honours_to_date,
    standing,
)
