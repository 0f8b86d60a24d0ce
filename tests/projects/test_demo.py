"""The demonstration has the size of the source, and making it twice adds nothing."""

from collections import Counter
from random import Random

import pytest
from django.db.models import Sum

from jingwei.ledger.models import Entry
from jingwei.projects.demo import make_demo
from jingwei.projects.models import Project, Subsidy

NATIONAL = {"spark": 4, "torch": 5, "innovation_fund": 7, "new_product": 3}
PROVINCIAL = {
    "major_transfer": 1,
    "major_special": 8,
    "young_scientist": 2,
    "industrial_design": 6,
    "agri_transfer": 2,
    "online_market": 5,
    "team_commissioner": 2,
    "soft_science": 1,
}


def listed(year, **narrowed):
    return Project.objects.filter(listed_on__year=year, **narrowed)


def counts(rows, field):
    return dict(Counter(rows.order_by().values_list(field, flat=True)))


def test_newly_listed_projects_add_up_as_the_parts_of_the_source(demo):
    families = counts(listed(2013), "programme__family")
    assert (families["national"], families["provincial"], families["trial"]) == (19, 27, 103)
    assert families["national"] + families["provincial"] + families["trial"] == 149
    assert counts(listed(2013, programme__family="national"), "programme__code") == NATIONAL
    assert counts(listed(2013, programme__family="provincial"), "programme__code") == PROVINCIAL


def test_the_year_before_is_there_and_smaller(demo):
    upper = {"programme__family__in": ["national", "provincial", "trial"]}
    assert 100 < listed(2012, **upper).count() < 149


def test_a_little_more_than_21_million_came_from_above(demo):
    received = Subsidy.objects.filter(received_on__year=2013).exclude(level="district")
    assert received.aggregate(all=Sum("amount_fen"))["all"] == 2_138_000_000
    market = received.filter(project__programme__code="online_market")
    assert market.aggregate(all=Sum("amount_fen"))["all"] == 318_000_000


def test_three_institutes_were_reviewed_and_six_expect_32_97_million(demo):
    special = Project.objects.filter(programme__code="institute_special")
    assert special.filter(listed_on__year=2013).values("undertaker").distinct().count() == 3
    assert special.values("undertaker").distinct().count() == 6
    assert special.filter(closed_on=None).aggregate(all=Sum("budget_fen"))["all"] == 3_297_000_000
    assert all(row.ends_on.year - row.starts_on.year == 3 for row in special)


def test_names_are_not_repeated_and_everything_is_marked(demo):
    names = list(Project.objects.values_list("name", flat=True))
    assert len(names) == len(set(names))
    assert not Project.objects.filter(is_demo=False).exists()
    assert not Project.objects.filter(leader=None).exists()


def test_every_record_stands_in_the_log_on_its_own_day(demo):
    assert Entry.objects.filter(kind="projects.project.added").count() == Project.objects.count()
    assert Entry.objects.filter(kind="projects.subsidy.added").count() == Subsidy.objects.count()
    project = Project.objects.order_by("pk").first()
    entry = Entry.objects.get(subject=f"projects.project:{project.pk}")
    assert entry.acted_at.date() == project.listed_on
    assert project.leader.name.encode() not in bytes(entry.leaf)


def test_again_adds_nothing(demo):
    assert make_demo(Random(2013)) == 0


def test_the_same_seed_gives_the_same_projects(enterprises):
    make_demo(Random(7))
    first = list(
        Project.objects.order_by("number").values_list("number", "name", "undertaker__name", "budget_fen")
    )
    Subsidy.objects.all().delete()
    Project.objects.all().delete()
    make_demo(Random(7))
    assert (
        list(
            Project.objects.order_by("number").values_list("number", "name", "undertaker__name", "budget_fen")
        )
        == first
    )


@pytest.mark.parametrize("part", ["programmes"])
def test_loading_the_pack_again_changes_nothing(place, part):
    from jingwei.projects.actions.pack import load_pack

    assert load_pack(place) == 0
