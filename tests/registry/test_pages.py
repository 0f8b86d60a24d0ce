"""Every page of the registry answers, in both languages, with what it should say."""

from datetime import date

import pytest
from django.urls import reverse

from jingwei.registry import access, demo
from jingwei.registry.actions.pack import load_calendar
from jingwei.registry.models import (
    Account,
    CalendarDay,
    DatedRule,
    Employment,
    Organisation,
    OrganisationName,
    Person,
    Region,
)
from jingwei.registry.queries.calendar import bureau_calendar

LANGUAGES = ("zh-hans", "en")


@pytest.fixture
def year(place, seed, settings):
    """The demonstration with a calendar."""
    load_calendar(place)
    demo.make_demo(seed)


@pytest.fixture
def as_role(client, year):
    def sign_in(role: str):
        client.force_login(Account.objects.get(username=role))
        return client

    return sign_in


def url(view, *args):
    return reverse(f"registry:{view}", args=args)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_answers(as_role, language):
    firm = Organisation.objects.filter(kind="enterprise", employments__isnull=False).first()
    person, job = Person.objects.first(), Employment.objects.first()
    rule = DatedRule.objects.first()
    pages = {
        "registrar": [
            url("organisations"),
            url("organisations") + "?q=纺织&kind=enterprise",
            url("organisation-add"),
            url("organisation", firm.pk),
            url("organisation-edit", firm.pk),
            url("organisation-rename", firm.pk),
            url("organisation-family", firm.pk),
            url("people"),
            url("person-add"),
            url("person", person.pk),
            url("person-edit", person.pk),
            url("employment-add", person.pk),
            url("employment-end", job.pk),
            url("towns"),
            url("town", "330603001"),
            url("calendar", 2013),
            url("calendar", 2031),
            url("calendar-notice", 2027),
            url("calendar-day", "2027-01-04"),
            url("reckon"),
            url("reckon") + "?start=2013-09-27&rule=licence.decide&unit=workday",
            url("rules"),
            url("rules") + "?on=2013-06-01",
            url("rule", rule.pk),
            url("rule-add"),
            url("rule-end", rule.pk),
            url("account"),
        ],
        "security_admin": [
            url("accounts"),
            url("accounts") + "?role=officer",
            url("account-add"),
            url("account-detail", Account.objects.first().pk),
            url("account-edit", Account.objects.first().pk),
            url("account-assign", Account.objects.first().pk),
        ],
        "audit_admin": [url("sign-ins"), url("acts"), url("accounts")],
        "system_admin": [url("system")],
        "enterprise": [url("mine"), url("account")],
        "university": [url("mine")],
        "town": [url("towns"), url("town", "330603001"), url("organisations")],
    }
    for role, addresses in pages.items():
        client = as_role(role)
        for address in addresses:
            answer = client.get(address, headers={"accept-language": language})
            assert answer.status_code == 200, (role, address, answer.status_code)
            assert answer.headers["Content-Type"].startswith("text/html")


def test_the_calendar_redirects_to_the_present_year(as_role):
    assert as_role("officer").get(url("calendar-now")).url == url("calendar", access.today().year)


def test_a_firm_is_renamed_in_the_browser_and_found_by_its_old_name(as_role):
    client, firm = as_role("registrar"), demo.enterprises()[3]
    old = firm.name
    answer = client.post(
        url("organisation-rename", firm.pk), {"name": "新名称纺织有限公司", "on": "2013-12-01"}
    )
    assert answer.url == url("organisation", firm.pk)
    page = client.get(answer.url).content.decode()
    assert "新名称纺织有限公司" in page
    assert old in page
    assert "新名称纺织有限公司" in client.get(url("organisations") + f"?q={old}").content.decode()
    assert client.get(reverse("ui:search") + f"?q={old}").content.decode().count("新名称纺织有限公司") >= 1


def test_a_refused_act_says_why_beside_the_form(as_role):
    client, firms = as_role("registrar"), demo.enterprises()
    answer = client.post(
        url("organisation-edit", firms[0].pk),
        {"uscc": firms[1].uscc, "kind": "enterprise"},
        headers={"accept-language": "en"},
    )
    assert answer.status_code == 422
    assert "already belongs to" in answer.content.decode()


def test_a_wrong_code_names_its_place(as_role):
    answer = as_role("registrar").post(
        url("organisation-add"), {"name": "甲", "kind": "enterprise", "uscc": "91330603MA2BCD123O"},
        headers={"accept-language": "en"},
    )  # fmt: skip
    assert "position 18" in answer.content.decode()
    assert not Organisation.objects.filter(name="甲").exists()


def test_a_holiday_notice_is_imported_and_the_calendar_follows(as_role):
    client = as_role("registrar")
    assert not bureau_calendar().on(date(2027, 1, 1)).is_known
    lines = "休 2027-01-01 至 2027-01-03 元旦\n班 2027-01-09 元旦"
    answer = client.post(url("calendar-notice", 2027), {"lines": lines, "source": "国办发明电〔2026〕9号"})
    assert answer.url == url("calendar", 2027)
    calendar = bureau_calendar()
    assert not calendar.is_working(date(2027, 1, 1))
    assert calendar.is_working(date(2027, 1, 9))
    assert calendar.is_working(date(2027, 12, 31))
    assert CalendarDay.objects.filter(day__year=2027).count() == 365


@pytest.mark.parametrize(
    "lines",
    [
        "休 2027-13-01",
        "2027-01-01",
        "休 2027-01-03 至 2027-01-01",
        "休 2026-12-31",
        "休 2027-01-01 至 2027-09-01",
    ],
)
def test_a_notice_that_cannot_be_read_changes_nothing(as_role, lines):
    answer = as_role("registrar").post(url("calendar-notice", 2027), {"lines": lines, "source": "x"})
    assert answer.status_code == 422
    assert not CalendarDay.objects.filter(day__year=2027).exists()


def test_a_deadline_is_explained_day_by_day(as_role):
    page = as_role("officer").get(url("reckon") + "?start=2013-09-27&length=20&unit=workday").content.decode()
    assert "2013-10-30" in page


def test_reckoning_says_what_is_missing(as_role):
    page = as_role("officer").get(url("reckon") + "?start=2013-09-27", headers={"accept-language": "en"})
    assert "Choose a rule or give a length." in page.content.decode()


def test_a_new_account_gets_a_password_once_and_a_role(as_role):
    client = as_role("security_admin")
    answer = client.post(url("account-add"), {"username": "newcomer", "display_name": "新人"}, follow=True)
    made = Account.objects.get(username="newcomer")
    assert made.must_change_password
    section = str(made_section())
    client.post(
        url("account-assign", made.pk), {"role": "officer", "section": section, "valid_from": "2013-01-01"}
    )
    assert made.assignments.get().role == "officer"
    client.post(url("assignment-end", made.assignments.get().pk))
    assert made.assignments.get().valid_to < access.today()
    assert answer.status_code == 200


def made_section() -> int:
    from jingwei.registry.models import Section

    return Section.objects.get(code="office").pk


def test_the_security_administrator_cannot_touch_his_own_account(as_role):
    client, own = as_role("security_admin"), Account.objects.get(username="security_admin")
    for view in ("account-edit", "account-assign", "account-reset", "account-switch"):
        assert client.post(url(view, own.pk), {"role": "officer"}).status_code == 403
    own.refresh_from_db()
    assert own.is_active


def test_an_enterprise_sees_itself_and_no_other(as_role):
    client = as_role("enterprise")
    own, other = demo.enterprises()[:2]
    assert own.name in client.get(url("mine")).content.decode()
    assert client.get(url("organisation", other.pk)).status_code == 404
    assert client.get(url("mine") + f"?of={other.pk}").status_code == 404


def test_a_town_sees_its_own_firms_only(as_role):
    client = as_role("town")
    town = Region.objects.get(code="330603001")
    inside = next(one for one in demo.enterprises() if one.town_id == town.pk)
    outside = next(one for one in demo.enterprises() if one.town_id != town.pk)
    assert client.get(url("organisation", inside.pk)).status_code == 200
    assert client.get(url("organisation", outside.pk)).status_code == 404
    assert client.get(url("town", "330603002")).status_code == 404


def test_the_trail_names_who_but_not_what(as_role):
    firm = demo.enterprises()[5]
    as_role("registrar").post(
        url("organisation-rename", firm.pk), {"name": "绝不外露有限公司", "on": "2013-12-01"}
    )
    page = as_role("audit_admin").get(url("acts")).content.decode()
    assert "更名" in page
    assert "陆登记" in page
    assert "绝不外露" not in page


def test_names_are_in_the_history_of_the_desk_but_not_outside(as_role):
    firm = demo.enterprises()[0]
    as_role("registrar").post(
        url("organisation-rename", firm.pk), {"name": "某新名有限公司", "on": "2013-12-01"}
    )
    assert "陆登记" in as_role("officer").get(url("organisation", firm.pk)).content.decode()
    own = as_role("enterprise").get(url("mine")).content.decode()
    assert "某新名有限公司" in own
    assert "陆登记" not in own
    assert OrganisationName.objects.filter(organisation=firm).count() >= 2
