"""Making the titles of the plan: on invented enterprises, on invented people, on the district itself."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from random import Random

from jingwei.registry.demo.people import invent_people
from jingwei.registry.models import Organisation, Region, Section
from jingwei.titles.demo.plan import (
    HIGH_TECH,
    HONOURS,
    ORGANISATIONS,
    PERSONS,
    PILOT,
    RENEWED,
    RENEWED_IN,
    RENEWED_YEAR,
    Line,
)
from jingwei.titles.models import Title, TitleType
from jingwei.titles.rules import last_valid_day
from jingwei.titles.terms import TitleCategory

THINGS = (
    "高档家纺面料",
    "功能性针织面料",
    "印染废水回用",
    "数码印花",
    "经编装备",
    "差别化纤维",
    "低温前处理",
    "在线检测系统",
)
DEEDS = ("关键技术及产业化", "绿色制造技术", "智能化成套技术", "标准与应用", "新工艺研究与示范")


class Maker:
    """Makes unsaved titles from the plan; everything by chance comes from one `random`."""

    def __init__(
        self, random: Random, enterprises: Sequence[Organisation], regions: Sequence[Region]
    ) -> None:
        self.random = random
        self.enterprises = enterprises
        self.regions = regions
        self.types = {row.code: row for row in TitleType.objects.all()}
        self.sections = {row.code: row for row in Section.objects.all()}
        self.subjects = [thing + deed for thing in THINGS for deed in DEEDS]

    def titles(self) -> list[Title]:
        """Every first conferment, in the order of granting; those of people with the people saved beside them."""
        for_firms = chain.from_iterable(self._line(code, line) for code, line in ORGANISATIONS.items())
        for_people = list(chain.from_iterable(self._line(code, line) for code, line in PERSONS.items()))
        employers = [title.organisation for title in for_people if title.organisation]
        people = invent_people(random=self.random, employers=employers, position="高层次人才")
        for title, person in zip(for_people, people, strict=True):
            title.person = person
        return sorted(
            [*for_firms, *for_people, *self._honours()],
            key=lambda row: (row.granted_on, row.type.order, row.number),
        )

    def renewals(self, titles: Sequence[Title]) -> list[Title]:
        """Unsaved renewals of saved titles: the high-tech enterprises recognised again after three years."""
        old = [one for one in titles if one.type.code == HIGH_TECH and one.granted_on.year == RENEWED_YEAR][
            :RENEWED
        ]
        line = ORGANISATIONS[HIGH_TECH]
        first = line.counts[RENEWED_IN]
        made = []
        for index, title in enumerate(old):
            renewal = self._title(title.type, line, RENEWED_IN, first + index)
            renewal.organisation, renewal.town, renewal.renews = title.organisation, title.town, title
            made.append(renewal)
        return made

    def _line(self, code: str, line: Line) -> Iterator[Title]:
        recipients = self._recipients(code)
        for year, count in line.counts.items():
            for index in range(count):
                title = self._title(self.types[code], line, year, index)
                title.organisation = next(recipients)
                title.town = title.organisation.town
                yield title

    def _recipients(self, code: str) -> Iterator[Organisation]:
        """Enterprises by chance, nobody twice before everybody had one; the pilot institutes are the first six."""
        pile = list(self.enterprises)
        if code != PILOT:
            self.random.shuffle(pile)
        while True:
            yield from pile

    def _title(self, kind: TitleType, line: Line, year: int, index: int) -> Title:
        granted = line.granted_on(year, index)
        return Title(
            type=kind,
            number=f"{year}{kind.level[0].upper()}{kind.order:02d}{index + 1:03d}",
            subject=self._subject(kind),
            award_class=line.award_class(year, index),
            issuer=kind.issuer,
            document=f"演示〔{year}〕{200 + kind.order * 10 + granted.month}号",
            granted_on=granted,
            valid_until=last_valid_day(granted, kind.validity_years),
            section=self.sections.get(line.section),
            is_demo=True,
        )

    def _subject(self, kind: TitleType) -> str:
        return self.random.choice(self.subjects) if kind.category == TitleCategory.AWARD else ""

    def _honours(self) -> Iterator[Title]:
        for code, days in HONOURS.items():
            kind = self.types[code]
            for edition, day in enumerate(days, start=1):
                yield Title(
                    type=kind,
                    region=region_on(self.regions, day),
                    number=f"{day.year}{kind.level[0].upper()}{kind.order:02d}001",
                    edition=edition,
                    issuer=kind.issuer,
                    granted_on=day,
                    section=self.sections.get("office"),
                    is_demo=True,
                )


def region_on(regions: Sequence[Region], day: date) -> Region:
    """The district as it was called on `day`, among it and its predecessors."""
    for region in regions:
        if (region.valid_from or date.min) <= day <= (region.valid_to or date.max):
            return region
    raise LookupError(day)


def by_day(titles: Sequence[Title]) -> Mapping[date, list[Title]]:
    """Titles by the day of granting, in that order."""
    days: dict[date, list[Title]] = {}
    for title in sorted(titles, key=lambda row: row.granted_on):
        days.setdefault(title.granted_on, []).append(title)
    return days
