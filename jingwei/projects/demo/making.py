"""Making the projects of the plan: invented undertakers' projects with leaders, terms, money, and their end."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import chain
from random import Random

from jingwei.projects.demo.plan import (
    INSTITUTE_BUDGETS,
    INSTITUTE_LINE,
    INSTITUTE_PROGRAMME,
    LAST_YEAR,
    PLAN,
    THIS_YEAR,
    Line,
)
from jingwei.projects.demo.topics import Topics
from jingwei.projects.models import Programme, Project
from jingwei.projects.terms import ProjectStatus
from jingwei.registry.demo.people import invent_people
from jingwei.registry.models import Organisation, Section

FEN_PER_WAN = 1_000_000
YEARS = (LAST_YEAR, THIS_YEAR)
# projects of last year with a term of one year: two in three were accepted within this year
ACCEPTED_OF_THREE = 2


class Maker:
    """Makes unsaved projects from the plan; everything by chance comes from one `random`."""

    def __init__(self, random: Random, enterprises: Sequence[Organisation]) -> None:
        self.random = random
        self.enterprises = enterprises
        self.topics = Topics(random)
        self.programmes = {row.code: row for row in Programme.objects.all()}
        self.sections = {row.code: row for row in Section.objects.all()}

    def projects(self) -> list[Project]:
        """All projects of both years, in the order of their listing, with leaders saved beside them."""
        made = sorted(
            chain.from_iterable(self._year(year) for year in YEARS),
            key=lambda row: (row.listed_on, row.number),
        )
        leaders = invent_people(
            random=self.random,
            employers=[row.undertaker for row in made],
            position="项目负责人",
            since=date(LAST_YEAR, 1, 1),
        )
        for project, leader in zip(made, leaders, strict=True):
            project.leader = leader
        return made

    def _year(self, year: int) -> Iterator[Project]:
        for code, line in PLAN.items():
            for index in range(line.count(year)):
                grant = line.grant(index)
                budget = max(self.random.randint(*line.budgets) // 5 * 5, grant * 2)
                yield self._project(code, line, year, index, self.random.choice(self.enterprises), budget)
        for index, budget in enumerate(INSTITUTE_BUDGETS[year]):
            # the pilot institutes are the first six enterprises; `titles` gives them the title
            undertaker = self.enterprises[index + (0 if year == THIS_YEAR else 3)]
            yield self._project(INSTITUTE_PROGRAMME, INSTITUTE_LINE, year, index, undertaker, budget)

    def _project(
        self, code: str, line: Line, year: int, index: int, undertaker: Organisation, budget: int
    ) -> Project:
        programme = self.programmes[code]
        listed = line.listed_on(year, index)
        project = Project(
            number=f"{year}{programme.level[0].upper()}{programme.order:02d}{index + 1:03d}",
            name=self.topics.next(line.topics),
            programme=programme,
            undertaker=undertaker,
            town=undertaker.town,
            section=self.sections.get(line.section),
            listed_on=listed,
            starts_on=listed.replace(day=1),
            ends_on=_end(listed, line.years),
            budget_fen=budget * FEN_PER_WAN,
            grant_fen=line.grant(index) * FEN_PER_WAN,
            document=f"演示〔{year}〕{programme.order * 10 + listed.month}号",
            is_demo=True,
        )
        _finish(project, line, year, index)
        return project


def _end(listed: date, years: int) -> date:
    """The last day of the month before the term's anniversary."""
    return listed.replace(year=listed.year + years, day=1) - timedelta(days=1)


def _finish(project: Project, line: Line, year: int, index: int) -> None:
    if year == LAST_YEAR and line.years == 1 and index % 3 < ACCEPTED_OF_THREE:
        project.status = ProjectStatus.ACCEPTED
        project.closed_on = date(THIS_YEAR, min(12, project.listed_on.month + 1 + index % 2), 20)
