"""How many projects of each programme the demonstration has, when they were listed, and with how much money.

2013 has the size of the source: 19 national, 27 provincial, 103 trials. 2012 stands beside it, a little smaller.
Money in units of 10,000 yuan.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

THIS_YEAR, LAST_YEAR = 2013, 2012
# what reached the district in a year, in fen
RECEIVED: Mapping[int, int] = {2013: 2_138_000_000, 2012: 1_867_000_000}


@dataclass(frozen=True)
class Line:
    """One programme of the plan: its projects in this and last year, its batches, grants, budgets and sections."""

    this_year: int
    last_year: int
    batches: tuple[tuple[int, int], ...]  # month, day
    grants: tuple[int, ...] = (0,)
    budgets: tuple[int, int] = (80, 400)
    years: int = 2
    section: str = "high-tech"
    topics: str = "textile"

    def count(self, year: int) -> int:
        """How many projects were listed in `year`."""
        return self.this_year if year == THIS_YEAR else self.last_year

    def listed_on(self, year: int, index: int) -> date:
        """The day the `index`-th project was listed; batches take turns."""
        return date(year, *self.batches[index % len(self.batches)])

    def grant(self, index: int) -> int:
        """The grant of the `index`-th project."""
        return self.grants[index % len(self.grants)]


PLAN: Mapping[str, Line] = {
    "spark": Line(4, 3, ((5, 20),), (40, 35, 35, 30), topics="rural"),
    "torch": Line(5, 4, ((8, 12),), (80, 60, 50, 60, 50), (800, 3000)),
    "innovation_fund": Line(
        7, 6, ((6, 18), (10, 22)), (70, 60, 65, 65, 70, 60, 65), (200, 900), topics="equipment"
    ),
    "new_product": Line(3, 3, ((9, 10),), (60, 50, 40), (300, 1200)),
    "major_transfer": Line(1, 1, ((7, 9),), (150,), (1500, 2600), 3),
    "major_special": Line(8, 7, ((4, 16), (9, 24)), (45, 40, 40, 35), (400, 1600), 3, topics="equipment"),
    "young_scientist": Line(2, 0, ((6, 25),), (50,), (200, 400), 3, topics="equipment"),
    "industrial_design": Line(6, 4, ((5, 28),), (14,), (50, 160), 1, "parks", "design"),
    "agri_transfer": Line(2, 2, ((7, 23),), (25,), (60, 160), 2, "rural", "rural"),
    "online_market": Line(5, 4, ((11, 5),), (70, 66, 64, 60, 58), (300, 900), 2, "achievements"),
    "team_commissioner": Line(2, 2, ((3, 26),), (20,), (40, 90), 3, "rural", "rural"),
    "soft_science": Line(1, 2, ((4, 23),), (3,), (5, 12), 1, "planning", "policy"),
    "product_trial": Line(
        103, 92, ((3, 12), (5, 30), (8, 27), (11, 19)), (0,), (60, 500), 1, topics="product"
    ),
    "city_plan": Line(9, 8, ((6, 5),), (15, 12, 10), (50, 300)),
    "district_transfer": Line(21, 19, ((4, 9), (10, 15)), (20, 15, 12, 10), (60, 360), 2, "achievements"),
    "district_agri": Line(6, 5, ((5, 14),), (10, 8), (20, 80), 2, "rural", "rural"),
}

# Special projects of the six pilot institutes: three were reviewed in each year, all six run at the end of 2013 and
# come to 32.97 million yuan together.
INSTITUTE_PROGRAMME = "institute_special"
INSTITUTE_BUDGETS: Mapping[int, tuple[int, int, int]] = {2012: (565, 510, 477), 2013: (620, 585, 540)}
INSTITUTE_LINE = Line(3, 3, ((9, 3),), (0,), years=3, topics="equipment")
