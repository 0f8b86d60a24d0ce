"""The measures over projects and subsidies. An id is for ever; a changed definition is a new version."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from jingwei.figures.declaring import BY_LEVEL, BY_TOWN
from jingwei.figures.shapes import Breakdown, Kind, Measure
from jingwei.kernel.text import Text
from jingwei.projects.models import Programme
from jingwei.projects.terms import LOCAL_FAMILIES, UPPER_FAMILIES, ProgrammeFamily
from jingwei.registry.wording import NONE, choice_labels, listed_labels

Rows = Any  # an Ibis table
ITEMS = Text("项", "projects")
FIRMS = Text("家", "undertakers")
YUAN = Text("元", "yuan")
UPPER = tuple(family.value for family in UPPER_FAMILIES)
LOCAL = tuple(family.value for family in LOCAL_FAMILIES)


def _programme_labels() -> Mapping[str, Text]:
    return listed_labels(Programme.objects.all())


def _programmes_or_none() -> Mapping[str, Text]:
    return {**_programme_labels(), NONE: Text("不对应项目", "Not for a project")}


def _families(values: tuple[str, ...]) -> Mapping[str, Text]:
    return {value: label for value, label in choice_labels(ProgrammeFamily).items() if value in values}


BY_PROGRAMME = Breakdown("programme", Text("按计划类别", "By programme"), "programme", _programme_labels)
BY_FAMILY = Breakdown(
    "family", Text("按计划大类", "By family of programmes"), "family", lambda: choice_labels(ProgrammeFamily)
)
BY_UPPER = replace(BY_FAMILY, labels=lambda: _families(UPPER))
BY_LOCAL = replace(BY_FAMILY, labels=lambda: _families(LOCAL))
UPPER_PARTS = (BY_UPPER, BY_PROGRAMME, BY_LEVEL, BY_TOWN)
LOCAL_PARTS = (BY_LOCAL, BY_PROGRAMME, BY_LEVEL, BY_TOWN)
PARTS = (BY_FAMILY, BY_PROGRAMME, BY_LEVEL, BY_TOWN)

# projects listed in a period; projects under way at its end
_flow = partial(Measure, kind=Kind.FLOW, table="projects", date="listed_on")
_stock = partial(Measure, kind=Kind.STOCK, table="projects", date="listed_on", until="closed_on")


def _upper(table: Rows) -> Rows:
    return table.filter(table.family.isin(UPPER))


def _local(table: Rows) -> Rows:
    return table.filter(table.family.isin(LOCAL))


listed = _flow(
    id="projects.listed",
    label=Text("新列入省级以上科技项目", "Projects newly listed at provincial level and above"),
    definition=Text(
        "期内由国家或省批准立项（列入计划）的科技项目数，按立项日期计；含国家级计划、省级计划和省新产品试制计划，不含市、区级项目。",
        "Projects the state or the province listed in the period, by "
        "the date of listing: national and provincial programmes and "
        "provincial new-product trials; city and district projects are not counted.",
    ),
    unit=ITEMS,
    where=_upper,
    breakdowns=UPPER_PARTS,
)

listed_local = _flow(
    id="projects.listed_local",
    label=Text("新列入市、区级科技项目", "Projects newly listed by city and district"),
    definition=Text(
        "期内由市、区批准立项的科技项目数，按立项日期计。",
        "Projects the city or the district listed in the period, by the date of listing.",
    ),
    unit=ITEMS,
    where=_local,
    breakdowns=LOCAL_PARTS,
)

undertakers = _flow(
    id="projects.undertakers",
    label=Text("新立项项目承担单位", "Undertakers of newly listed projects"),
    definition=Text(
        "期内有新立项项目（各级）的承担单位数，同一单位只计一次，因此各分项之和可大于总数。",
        "Different undertakers of the projects any level listed in the period. "
        "One undertaker counts once, so parts may add up to more than the whole.",
    ),
    unit=FIRMS,
    distinct="organisation",
    breakdowns=tuple(replace(part, is_exhaustive=False) for part in PARTS),
)

budget = _flow(
    id="projects.budget",
    label=Text("新立项项目总经费", "Budgets of newly listed projects"),
    definition=Text(
        "期内新列入省级以上科技项目的计划总经费之和；未填总经费的项目按零计。",
        "Total budgets of the projects newly listed at provincial level "
        "and above in the period; a project without a budget adds nothing.",
    ),
    unit=YUAN,
    where=_upper,
    sums="budget_fen",
    breakdowns=UPPER_PARTS,
)

grants = _flow(
    id="projects.grants",
    label=Text("新立项项目财政资助", "Grants to newly listed projects"),
    definition=Text(
        "期内新列入省级以上科技项目的核定财政资助额之和（核定数，不是到账数）。",
        "Grants approved for the projects newly listed at provincial "
        "level and above in the period: approved, not yet received.",
    ),
    unit=YUAN,
    where=_upper,
    sums="grant_fen",
    breakdowns=UPPER_PARTS,
)

running = _stock(
    id="projects.running",
    label=Text("在研项目", "Running projects"),
    definition=Text(
        "期末在研的各级科技项目数：已立项，且尚未验收、结题、终止或撤销。",
        "Projects of every level under way at the end of the period: "
        "listed, and not yet accepted, closed, terminated or revoked.",
    ),
    unit=ITEMS,
    breakdowns=PARTS,
)

running_budget = _stock(
    id="projects.running_budget",
    label=Text("在研项目计划总经费", "Budgets of running projects"),
    definition=Text(
        "期末在研的各级科技项目的计划总经费之和，即承担单位预计投入与财政资助之和。",
        "Total budgets of the projects of every level under way at the end "
        "of the period: what undertakers expect to spend, grants included.",
    ),
    unit=YUAN,
    sums="budget_fen",
    breakdowns=PARTS,
)

received = Measure(
    id="subsidies.received",
    label=Text("争取上级资金", "Funds won from above"),
    definition=Text(
        "期内到账的上级科技资金之和，按到账日期计，只计区以上拨付的资金。",
        "Science and technology funds received from levels above the district in the period, by the date of receipt.",
    ),
    unit=YUAN,
    kind=Kind.FLOW,
    table="subsidies",
    where=lambda table: table.filter(table.level != "district"),
    date="received_on",
    sums="amount_fen",
    breakdowns=(BY_LEVEL, replace(BY_PROGRAMME, labels=_programmes_or_none), BY_TOWN),
)

measures = (listed, listed_local, undertakers, budget, grants, running, running_budget, received)
