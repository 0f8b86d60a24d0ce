"""How many titles of each type the demonstration has, and when they were granted.

2013 has the size of the source; 2012 stands beside it; earlier years make the stocks and the sums to date true.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

FIRST, SECOND, THIRD, NONE = "first", "second", "third", ""


@dataclass(frozen=True)
class Line:
    """One type of the plan: how many in each year, in which batches, with which classes, by which section."""

    counts: Mapping[int, int]
    batches: tuple[tuple[int, int], ...] = ((9, 27),)  # month, day
    classes: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    section: str = "high-tech"

    def granted_on(self, year: int, index: int) -> date:
        """The day the `index`-th title of a year was granted; batches take turns."""
        return date(year, *self.batches[index % len(self.batches)])

    def award_class(self, year: int, index: int) -> str:
        """The class of the `index`-th title of a year, highest first."""
        return self.classes[year][index] if self.classes else NONE


PILOT = "pilot_institute"
HIGH_TECH = "high_tech_enterprise"
# of the high-tech enterprises of 2010, whose certificates ran out in 2013: so many were recognised again
RENEWED_YEAR, RENEWED, RENEWED_IN = 2010, 5, 2013

ORGANISATIONS: Mapping[str, Line] = {
    "innovative_demonstration": Line({2012: 1, 2013: 1}, ((7, 16),)),
    HIGH_TECH: Line({2010: 7, 2011: 6, 2012: 5, 2013: 6}, ((10, 15),)),
    "provincial_st_enterprise": Line({2012: 48, 2013: 55}, ((5, 9), (11, 14))),
    "provincial_agri_enterprise": Line({2011: 2, 2012: 3, 2013: 4}, ((6, 20),), section="rural"),
    "city_innovative_enterprise": Line({2012: 14, 2013: 17}, ((8, 6),)),
    "provincial_institute": Line({2012: 1, 2013: 1}, ((10, 29),)),
    "provincial_rd_centre": Line({2011: 3, 2012: 3, 2013: 4}, ((10, 29),)),
    "provincial_agri_rd_centre": Line({2012: 1, 2013: 1}, ((10, 29),), section="rural"),
    "city_rd_centre": Line({2012: 22, 2013: 26}, ((4, 18), (12, 6))),
    PILOT: Line({2012: 6}, ((5, 22),)),
    "provincial_award": Line(
        {2012: 8, 2013: 10},
        ((12, 27),),
        {2012: (SECOND,) * 5 + (THIRD,) * 3, 2013: (FIRST,) + (SECOND,) * 6 + (THIRD,) * 3},
        "achievements",
    ),
    "city_award": Line(
        {2012: 12, 2013: 14},
        ((11, 28),),
        {2012: (FIRST,) + (SECOND,) * 4 + (THIRD,) * 7, 2013: (FIRST,) + (SECOND,) * 5 + (THIRD,) * 8},
        "achievements",
    ),
    "national_ip_advantage": Line({2012: 1, 2013: 1}, ((12, 12),), section="patents"),
    "provincial_patent_demonstration": Line({2012: 2, 2013: 3}, ((10, 10),), section="patents"),
    "city_patent_demonstration": Line({2012: 8, 2013: 10}, ((9, 5),), section="patents"),
}
# To the end of 2013: 11 of the national and the provincial list together (6 before the year), 51 of the city's plan.
PERSONS: Mapping[str, Line] = {
    "overseas_talent": Line({2012: 18, 2013: 22}, ((3, 28), (6, 27), (9, 26), (12, 26)), section="office"),
    "national_thousand": Line({2010: 1, 2011: 1, 2012: 1, 2013: 2}, ((8, 22),), section="office"),
    "provincial_thousand": Line({2011: 1, 2012: 2, 2013: 3}, ((9, 18),), section="office"),
    "city_330": Line({2010: 8, 2011: 12, 2012: 14, 2013: 17}, ((7, 4), (12, 19)), section="office"),
}
# The national honour is given every second year: 2013 is the ninth time without a break.
HONOURS: Mapping[str, tuple[date, ...]] = {
    "national_advanced_district": tuple(date(year, 11, 22) for year in range(1997, 2014, 2)),
    "innovative_pilot_city": (date(2013, 7, 30),),
    "ip_demonstration_county": (date(2013, 9, 12),),
}
