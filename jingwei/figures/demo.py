"""Targets of the demonstration year: invented, and marked so."""

from random import Random

from django.db import transaction

from jingwei.figures.actions import add_target
from jingwei.figures.models import Target

SOURCE = ("演示目标，数值为虚构", "A target of the demonstration, invented")
# code, label, reference, value in the base unit
TARGETS = (
    (
        "demo_projects",
        "新列入省级以上科技项目",
        "Projects of provincial level and above",
        "projects.listed",
        140,
    ),
    ("demo_funds", "争取上级资金", "Funds won from above", "subsidies.received", 2_000_000_000),
    (
        "demo_high_tech",
        "新增国家重点扶持高新技术企业",
        "New high-tech enterprises",
        "titles.enterprise_granted@type=high_tech_enterprise",
        8,
    ),
    (
        "demo_st",
        "新增省科技型企业",
        "New provincial science and technology enterprises",
        "titles.enterprise_granted@type=provincial_st_enterprise",
        50,
    ),
    ("demo_platforms", "新增研发平台", "New R&D platforms", "titles.platforms_granted", 30),
    ("demo_talents", "引进和入选高层次人才", "High-level talents", "titles.talents_in_year", 25),
    ("demo_awards", "科学技术奖", "Science and technology awards", "titles.awards", 22),
)
YEAR = 2013


@transaction.atomic
def make(_random: Random) -> int:
    """Set the annual targets of the demonstration year; 0 when they are there."""
    missing = [one for one in TARGETS if not Target.objects.filter(code=one[0], year=YEAR).exists()]
    for code, label, label_en, reference, value in missing:
        values = {
            "code": code,
            "label": label,
            "label_en": label_en,
            "reference": reference,
            "year": YEAR,
            "value": value,
            "source": SOURCE[0],
            "source_en": SOURCE[1],
            "order": TARGETS.index((code, label, label_en, reference, value)),
            "is_demo": True,
        }
        add_target(by=None, values=values)
    return len(missing)
