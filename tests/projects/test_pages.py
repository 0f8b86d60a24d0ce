"""Every page for every role: who gets in, what is shown, what is done."""

import io
from datetime import date

import openpyxl
import pytest
from django.urls import reverse

from jingwei.ledger.models import Entry
from jingwei.projects.models import Programme, Project, Subsidy
from jingwei.registry.models import Account, Assignment, Organisation, Person, Region, Section
from jingwei.registry.terms import DESK, EVERYONE, OUTSIDE

OWN = OUTSIDE - {"expert"}
WRITERS = frozenset({"officer", "registrar"})
MONEY = WRITERS | {"finance"}
DOORS = {
    "projects:projects": DESK,
    "projects:add": WRITERS,
    "projects:edit": WRITERS,
    "projects:close": WRITERS,
    "projects:reopen": WRITERS,
    "projects:subsidies": DESK,
    "projects:subsidy-add": MONEY,
    "projects:subsidy-edit": MONEY,
    "projects:mine": OWN,
    "projects:my-subsidies": OWN,
    "projects:public": EVERYONE,
    "projects:project": EVERYONE,
    "projects:subsidy": EVERYONE,
}


@pytest.fixture
def world(place):
    town, other_town = Region.objects.filter(level="town").order_by("code")[:2]
    firm = Organisation.objects.create(name="甲纺织有限公司", kind="enterprise", town=town)
    other = Organisation.objects.create(name="乙印染有限公司", kind="enterprise", town=other_town)
    high_tech, rural = Section.objects.get(code="high-tech"), Section.objects.get(code="rural")
    leader = Person.objects.create(name="不公开者")
    programme = Programme.objects.get(code="torch")
    made = [
        Project.objects.create(
            number=number,
            name=f"项目{number}",
            programme=programme,
            undertaker=undertaker,
            town=undertaker.town,
            section=section,
            leader=leader,
            listed_on=date(2013, 5, 6),
            budget_fen=200_000_000,
            grant_fen=50_000_000,
        )
        for number, undertaker, section in (
            ("A1", firm, high_tech),
            ("B1", other, rural),
            ("B2", other, None),
        )
    ]
    subsidy = Subsidy.objects.create(
        project=made[0],
        organisation=firm,
        level="national",
        document="国科〔2013〕1号",
        received_on=date(2013, 7, 1),
        amount_fen=50_000_000,
    )
    return {
        "town": town,
        "firm": firm,
        "other": other,
        "section": high_tech,
        "projects": made,
        "subsidy": subsidy,
    }


@pytest.fixture
def sign_in(client, world):
    def enter(role):
        if role == "citizen":
            client.logout()
            return client
        account = Account.objects.create(username=role)
        place = {
            "officer": {"section": world["section"]},
            "town": {"town": world["town"]},
        }.get(role, {"organisation": world["firm"]} if role in OUTSIDE else {})
        Assignment.objects.create(account=account, role=role, **place)
        client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return enter


def url(view, world):
    if view in {"projects:edit", "projects:close", "projects:reopen", "projects:project"}:
        return reverse(view, args=[world["projects"][0].pk])
    if view in {"projects:subsidy", "projects:subsidy-edit"}:
        return reverse(view, args=[world["subsidy"].pk])
    return reverse(view)


@pytest.mark.parametrize("role", sorted(EVERYONE))
def test_doors(role, sign_in, world):
    client = sign_in(role)
    for view, roles in DOORS.items():
        status = client.get(url(view, world)).status_code
        assert (status == 200) == (role in roles), (view, role, status)
        if role not in roles:
            assert status in {302, 403, 404}


@pytest.mark.parametrize(
    ("role", "numbers"),
    [
        ("registrar", {"A1", "B1", "B2"}),
        ("supervisor", {"A1", "B1", "B2"}),
        ("enterprise", {"A1"}),
        ("town", {"A1"}),
    ],
)
def test_whose_rows(role, numbers, sign_in, world):
    view = "projects:projects" if role in DESK else "projects:mine"
    text = sign_in(role).get(reverse(view)).content.decode()
    assert {number for number in ("A1", "B1", "B2") if f"项目{number}" in text} == numbers


@pytest.mark.parametrize(
    ("role", "named", "unnamed"),
    [("enterprise", "本单位项目", "本镇街"), ("town", "本镇街项目", "本单位")],
)
def test_a_town_reads_of_its_own_projects_and_undertakes_none(role, named, unnamed, sign_in, world):
    text = sign_in(role).get(reverse("projects:mine")).content.decode()
    assert f"<h1>{named}</h1>" in text
    assert text.count(named) >= 3, "the navigation, the way here and the head"
    assert unnamed not in text


@pytest.mark.parametrize("role", ["citizen", "expert", "system_admin"])
def test_the_public_page_names_no_person_and_no_budget(role, sign_in, world):
    text = sign_in(role).get(url("projects:project", world)).content.decode()
    assert "甲纺织有限公司" in text
    assert "不公开者" not in text
    assert "200" not in text.split("</h1>")[1].split("</main>")[0]


@pytest.mark.parametrize(
    ("begins", "ends", "said"),
    [
        (None, None, ""),
        (date(2013, 1, 1), None, "自2013-01-01起"),
        (None, date(2014, 12, 31), "至2014-12-31"),
        (date(2013, 1, 1), date(2014, 12, 31), "2013-01-01 – 2014-12-31"),
    ],
)
def test_a_term_is_said_as_far_as_it_is_known(begins, ends, said, sign_in, world):
    one = world["projects"][0]
    Project.objects.filter(pk=one.pk).update(starts_on=begins, ends_on=ends)
    page = sign_in("officer").get(reverse("projects:project", args=[one.pk])).content.decode()
    assert said in page
    assert ("<dt>起止时间</dt>" in page) is bool(said)


def test_another_firm_reads_the_public_page_only(sign_in, world):
    client = sign_in("enterprise")
    assert (
        "不公开者" in client.get(reverse("projects:project", args=[world["projects"][0].pk])).content.decode()
    )
    assert (
        "不公开者"
        not in client.get(reverse("projects:project", args=[world["projects"][1].pk])).content.decode()
    )


def test_officers_edit_their_section_and_the_sectionless(sign_in, world):
    client = sign_in("officer")
    statuses = [client.get(reverse("projects:edit", args=[one.pk])).status_code for one in world["projects"]]
    assert statuses == [200, 403, 200]


FORM = {
    "number": "N1",
    "name": "新项目",
    "undertaker": "甲纺织",
    "leader_name": "王五",
    "listed_on": "2013-09-01",
    "starts_on": "2013-09-01",
    "ends_on": "2015-08-31",
    "budget_fen": "260",
    "grant_fen": "35.5",
}


def test_a_project_is_added_changed_closed_and_reopened(sign_in, world):
    client = sign_in("registrar")
    form = {**FORM, "programme": Programme.objects.get(code="spark").pk}
    assert client.post(reverse("projects:add"), form).status_code == 302
    made = Project.objects.get(number="N1")
    assert (made.undertaker, made.town, made.grant_fen, made.leader.name) == (
        world["firm"],
        world["town"],
        35_500_000,
        "王五",
    )
    edit = client.get(reverse("projects:edit", args=[made.pk])).context["form"]
    assert (edit["budget_fen"].value(), edit["grant_fen"].value(), str(edit["leader_name"].value())) == (
        "260",
        "35.5",
        "王五",
    )
    assert client.post(reverse("projects:edit", args=[made.pk]), {**form, "name": "改名"}).status_code == 302
    assert (
        client.post(
            reverse("projects:close", args=[made.pk]), {"status": "accepted", "on": "2015-09-01"}
        ).status_code
        == 302
    )
    made.refresh_from_db()
    assert (made.name, made.status, str(made.closed_on)) == ("改名", "accepted", "2015-09-01")
    assert client.post(reverse("projects:reopen", args=[made.pk])).status_code == 302
    made.refresh_from_db()
    assert (made.status, made.closed_on) == ("running", None)
    kinds = list(
        Entry.objects.filter(subject=f"projects.project:{made.pk}")
        .order_by("index")
        .values_list("kind", flat=True)
    )
    assert [kind.rsplit(".", 1)[1] for kind in kinds] == ["added", "changed", "closed", "reopened"]
    page = client.get(reverse("projects:project", args=[made.pk])).content.decode()
    assert "改名" in page


def test_saving_without_a_change_writes_nothing(sign_in, world):
    client = sign_in("registrar")
    form = {**FORM, "programme": Programme.objects.get(code="spark").pk}
    client.post(reverse("projects:add"), form)
    made = Project.objects.get(number="N1")
    before = Entry.objects.count()
    again = {**form, "undertaker": made.undertaker.name, "town": made.town.pk}
    assert client.post(reverse("projects:edit", args=[made.pk]), again).status_code == 302
    assert Entry.objects.count() == before


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"number": "A1"}, "number"),
        ({"budget_fen": "10"}, "budget_fen"),
        ({"ends_on": "2013-01-01"}, "ends_on"),
        ({"undertaker": "没有这家"}, "undertaker"),
        ({"undertaker": "有限公司"}, "undertaker"),
        ({"grant_fen": "三十"}, "grant_fen"),
    ],
)
def test_a_wrong_form_says_where(sign_in, world, change, field):
    form = {**FORM, "programme": Programme.objects.get(code="spark").pk, **change}
    answer = sign_in("registrar").post(reverse("projects:add"), form)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]


def test_finance_records_a_subsidy(sign_in, world):
    client = sign_in("finance")
    form = {
        "document": "浙财〔2013〕2号",
        "organisation": "乙印染",
        "project": "B1",
        "level": "provincial",
        "received_on": "2013-08-01",
        "amount_fen": "12.5",
    }
    assert client.post(reverse("projects:subsidy-add"), form).status_code == 302
    made = Subsidy.objects.get(document="浙财〔2013〕2号")
    assert (made.amount_fen, made.project.number) == (12_500_000, "B1")
    assert (
        client.post(
            reverse("projects:subsidy-edit", args=[made.pk]), {**form, "amount_fen": "13"}
        ).status_code
        == 302
    )
    made.refresh_from_db()
    assert made.amount_fen == 13_000_000


def test_the_page_of_the_firm_and_of_the_town_hold_the_projects(sign_in, world, rf):
    from jingwei.projects.declared import dossier

    client = sign_in("registrar")
    request = rf.get("/")
    request.user = Account.objects.get(username="registrar")
    assert "项目A1" in dossier.of_organisation(request, world["firm"])
    assert "项目A1" in dossier.of_town(request, world["town"])
    assert "项目B1" not in dossier.of_town(request, world["town"])
    assert client.get(reverse("ui:search"), {"q": "项目A1"}).status_code == 200


@pytest.mark.parametrize(
    ("language", "named"), [("en", "National Torch Programme"), ("zh-hans", "国家火炬计划")]
)
def test_programmes_are_named_in_the_readers_language_in_list_filter_and_exports(
    language, named, sign_in, world
):
    client, headers = sign_in("registrar"), {"accept-language": language}
    other = {"National Torch Programme", "国家火炬计划"} - {named}
    listed = client.get(reverse("projects:projects"), {"programme": "torch"}, headers=headers)
    text = listed.content.decode()
    assert text.count(named) >= 1 + 1 + len(world["projects"]), "option, chip and rows"
    assert not any(one in text for one in other)
    for kind in ("csv", "xlsx"):
        answer = client.get(reverse("projects:projects"), {"export": kind}, headers=headers)
        raw = b"".join(answer.streaming_content)
        if kind == "csv":
            words = raw.decode("utf-8-sig")
        else:
            book = openpyxl.load_workbook(io.BytesIO(raw))
            words = str(list(book.worksheets[0].iter_rows(values_only=True)))
        assert words.count(named) == len(world["projects"])
        assert not any(one in words for one in other)


def test_an_export_holds_what_is_shown(sign_in, world):
    answer = sign_in("registrar").get(reverse("projects:projects"), {"q": "A1", "export": "csv"})
    text = (
        b"".join(answer.streaming_content).decode("utf-8-sig")
        if answer.streaming
        else answer.content.decode("utf-8-sig")
    )
    assert "项目A1" in text
    assert "项目B1" not in text
