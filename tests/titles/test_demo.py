"""The demonstration has the size of the source, and making it twice adds nothing."""

from collections import Counter
from random import Random

from jingwei.ledger.models import Entry
from jingwei.titles.actions.pack import load_pack
from jingwei.titles.demo import make_demo
from jingwei.titles.models import Title

QUALIFICATIONS = {
    "innovative_demonstration": 1,
    "high_tech_enterprise": 6,
    "provincial_st_enterprise": 55,
    "provincial_agri_enterprise": 4,
    "city_innovative_enterprise": 17,
}
PLATFORMS = {
    "provincial_institute": 1,
    "provincial_rd_centre": 4,
    "provincial_agri_rd_centre": 1,
    "city_rd_centre": 26,
}


def new(year, category):
    return Title.objects.filter(granted_on__year=year, type__category=category, renews=None)


def by_type(rows):
    return dict(Counter(rows.order_by().values_list("type__code", flat=True)))


def test_83_enterprise_qualifications_and_32_platforms(demo):
    assert by_type(new(2013, "qualification")) == QUALIFICATIONS
    assert new(2013, "qualification").count() == 83
    assert by_type(new(2013, "platform")) == PLATFORMS


def test_talents_of_the_year_and_to_date(demo):
    year = by_type(new(2013, "talent"))
    assert (year["overseas_talent"], year["national_thousand"], year["provincial_thousand"]) == (22, 2, 3)
    thousand = Title.objects.filter(type__code__in=["national_thousand", "provincial_thousand"])
    assert thousand.count() == 11
    assert Title.objects.filter(type__code="city_330").count() == 51
    assert not Title.objects.filter(type__recipient_kind="person", person=None).exists()


def test_awards_with_their_classes(demo):
    classes = Counter(new(2013, "award").order_by().values_list("type__level", "award_class"))
    assert classes == {
        ("provincial", "first"): 1,
        ("provincial", "second"): 6,
        ("provincial", "third"): 3,
        ("city", "first"): 1,
        ("city", "second"): 5,
        ("city", "third"): 8,
    }


def test_demonstration_units_and_the_ninth_time(demo):
    units = {
        "national_ip_advantage": 1,
        "provincial_patent_demonstration": 3,
        "city_patent_demonstration": 10,
    }
    assert by_type(new(2013, "demonstration")) == units
    ninth = Title.objects.filter(type__code="national_advanced_district").latest("granted_on")
    assert (ninth.edition, ninth.granted_on.year, ninth.region.code) == (9, 2013, "330603")
    assert Title.objects.filter(type__code="national_advanced_district", region__code="330621").count() == 8


def test_certificates_that_ran_out_were_renewed_or_lapsed(demo):
    old = Title.objects.filter(type__code="high_tech_enterprise", granted_on__year=2010)
    assert old.count() == 7
    assert old.filter(renewals__granted_on__year=2013).count() == 5


def test_every_title_stands_in_the_log_without_people(demo):
    assert Entry.objects.filter(subject__startswith="titles.title:").count() == Title.objects.count()
    talent = Title.objects.filter(type__code="city_330").select_related("person", "organisation").first()
    leaf = bytes(Entry.objects.get(subject=f"titles.title:{talent.pk}").leaf)
    assert talent.person.name.encode() not in leaf
    assert talent.organisation.name.encode() not in leaf


def test_again_adds_nothing(demo, place):
    assert make_demo(Random(2013)) == 0
    assert load_pack(place) == 0
