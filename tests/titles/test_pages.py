"""Every page for every role: who gets in, what is shown, what is done."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from jingwei.ledger.models import Entry
from jingwei.registry.models import Account, Assignment, Organisation, Person, Region, Section
from jingwei.registry.queries.day import day_in_hand
from jingwei.registry.terms import DESK, EVERYONE, OUTSIDE
from jingwei.titles import access
from jingwei.titles.declared.frozen import titles as frozen
from jingwei.titles.models import Title, TitleType

OWN = OUTSIDE - {"expert"}
WRITERS = frozenset({"officer", "registrar"})
DOORS = {
    "titles:titles": DESK,
    "titles:due": DESK,
    "titles:add": WRITERS,
    "titles:edit": WRITERS,
    "titles:renew": WRITERS,
    "titles:revoke": WRITERS,
    "titles:mine": OWN,
    "titles:public": EVERYONE,
    "titles:title": EVERYONE,
}


@pytest.fixture
def world(place):
    town, other_town = Region.objects.filter(level="town").order_by("code")[:2]
    firm = Organisation.objects.create(name="甲纺织有限公司", kind="enterprise", town=town)
    other = Organisation.objects.create(name="乙印染有限公司", kind="enterprise", town=other_town)
    today = day_in_hand()

    def title(code, number, organisation, section="high-tech", **more):
        return Title.objects.create(
            type=TitleType.objects.get(code=code),
            number=number,
            organisation=organisation,
            town=organisation.town,
            section=Section.objects.get(code=section) if section else None,
            granted_on=more.pop("granted_on", date(2013, 5, 6)),
            **more,
        )

    soon = title(
        "high_tech_enterprise",
        "GR1",
        firm,
        granted_on=today - timedelta(1000),
        valid_until=today + timedelta(60),
    )
    other_title = title("city_rd_centre", "RD1", other, section="rural")
    loose = title("city_rd_centre", "RD2", other, section=None)
    talent = title("city_330", "T1", firm, person=Person.objects.create(name="不公开者"))
    region = Region.objects.get(code="330603")
    honour = Title.objects.create(
        type=TitleType.objects.get(code="innovative_pilot_city"),
        region=region,
        number="H1",
        granted_on=date(2013, 7, 30),
    )
    return {
        "town": town,
        "firm": firm,
        "rows": [soon, other_title, loose],
        "talent": talent,
        "honour": honour,
    }


@pytest.fixture
def sign_in(client, world):
    def enter(role):
        if role == "citizen":
            client.logout()
            return client
        account = Account.objects.create(username=role)
        place = {
            "officer": {"section": Section.objects.get(code="high-tech")},
            "town": {"town": world["town"]},
        }.get(role, {"organisation": world["firm"]} if role in OUTSIDE else {})
        Assignment.objects.create(account=account, role=role, **place)
        client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return enter


@pytest.mark.parametrize("role", sorted(EVERYONE))
def test_doors(role, sign_in, world):
    client = sign_in(role)
    about_one = {"titles:edit", "titles:renew", "titles:revoke", "titles:title"}
    for view, roles in DOORS.items():
        args = [world["rows"][0].pk] if view in about_one else []
        status = client.get(reverse(view, args=args)).status_code
        assert (status == 200) == (role in roles), (view, role, status)


@pytest.mark.parametrize("role", sorted(EVERYONE))
def test_a_talent_is_opened_by_the_desk_and_the_employer_only(role, sign_in, world):
    answer = sign_in(role).get(reverse("titles:title", args=[world["talent"].pk]))
    employers = OWN - {"town"}
    assert answer.status_code == (200 if role in DESK | employers else 404)


@pytest.mark.parametrize("role", ["citizen", "expert", "town"])
def test_no_list_outside_names_a_talent(role, sign_in, world):
    client = sign_in(role)
    for view in ("titles:public", *(["titles:mine"] if role == "town" else [])):
        text = client.get(reverse(view)).content.decode()
        assert "不公开者" not in text
        assert "T1" not in text
    assert world["talent"] not in access.visible(
        Account.objects.filter(username=role).first(), Title.objects.all()
    )


def test_the_frozen_table_names_no_person_and_no_employer_of_one(world):
    names = [column.name for column in frozen.columns]
    rows = {row[0]: dict(zip(names, row, strict=True)) for row in frozen.rows()}
    talent = rows[str(world["talent"].pk)]
    assert (talent["organisation"], talent["organisation_name"], talent["number"]) == ("", "", "")
    assert not any("不公开者" in str(value) for row in rows.values() for value in row.values())
    assert rows[str(world["honour"].pk)]["organisation_name"] == "柯桥区"
    assert rows[str(world["rows"][1].pk)]["organisation_name"] == "乙印染有限公司"


def test_officers_edit_their_section_and_the_sectionless(sign_in, world):
    client = sign_in("officer")
    assert [client.get(reverse("titles:edit", args=[one.pk])).status_code for one in world["rows"]] == [
        200,
        403,
        200,
    ]


def test_what_is_due_is_listed_renewed_and_gone(sign_in, world):
    client = sign_in("registrar")
    soon = world["rows"][0]
    assert "GR1" in client.get(reverse("titles:due"), {"within": "3"}).content.decode()
    today = day_in_hand()
    answer = client.post(
        reverse("titles:renew", args=[soon.pk]), {"number": "GR9", "granted_on": today.isoformat()}
    )
    assert answer.status_code == 302
    new = Title.objects.get(number="GR9")
    assert (new.renews, new.organisation, new.issuer) == (soon, soon.organisation, soon.type.issuer)
    assert new.valid_until.year == today.year + 3
    assert "GR1" not in client.get(reverse("titles:due"), {"within": "3"}).content.decode()
    assert Entry.objects.filter(subject=f"titles.title:{new.pk}", kind="titles.title.renewed").exists()
    again = client.post(
        reverse("titles:renew", args=[soon.pk]), {"number": "GR10", "granted_on": today.isoformat()}
    )
    assert again.status_code == 422


@pytest.mark.parametrize(
    ("status", "numbers"),
    [("valid", {"GR1", "RD1", "RD2", "T1", "H1"}), ("revoked", set()), ("expired", set())],
)
def test_the_filter_by_status(status, numbers, sign_in, world):
    client = sign_in("registrar")
    page = client.get(reverse("titles:titles"), {"status": status})
    assert {record.number for record in page.context["page"].records} == numbers


def test_a_title_is_added_changed_and_revoked(sign_in, world):
    client = sign_in("registrar")
    kind = TitleType.objects.get(code="high_tech_enterprise")
    form = {"type": kind.pk, "number": "GR5", "organisation": "甲纺织", "granted_on": "2013-10-15"}
    assert client.post(reverse("titles:add"), form).status_code == 302
    made = Title.objects.get(number="GR5")
    assert (made.valid_until, made.issuer, made.town) == (date(2016, 10, 14), kind.issuer, world["town"])
    changed = {
        **form,
        "document": "浙科发高〔2013〕1号",
        "issuer": made.issuer,
        "valid_until": "2016-10-14",
        "town": world["town"].pk,
    }
    assert client.post(reverse("titles:edit", args=[made.pk]), changed).status_code == 302
    assert client.post(reverse("titles:revoke", args=[made.pk]), {"on": "2014-01-01"}).status_code == 302
    made.refresh_from_db()
    assert (made.document, made.revoked_on) == ("浙科发高〔2013〕1号", date(2014, 1, 1))
    kinds = (
        Entry.objects.filter(subject=f"titles.title:{made.pk}")
        .order_by("index")
        .values_list("kind", flat=True)
    )
    assert [kind.rsplit(".", 1)[1] for kind in kinds] == ["added", "changed", "revoked"]
    assert client.get(reverse("titles:title", args=[made.pk])).status_code == 200


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"organisation": ""}, "organisation"),
        ({"number": "GR1"}, "number"),
        ({"valid_until": "2012-01-01"}, "valid_until"),
        ({"type": "city_330"}, "person_name"),
        ({"type": "innovative_pilot_city"}, "region"),
    ],
)
def test_a_wrong_form_says_where(sign_in, world, change, field):
    code = change.pop("type", "high_tech_enterprise") if "type" in change else "high_tech_enterprise"
    form = {
        "type": TitleType.objects.get(code=code).pk,
        "number": "GR5",
        "organisation": "甲纺织",
        "granted_on": "2013-10-15",
        **change,
    }
    answer = sign_in("registrar").post(reverse("titles:add"), form)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]


def test_a_talent_is_added_through_the_employer(sign_in, world):
    form = {
        "type": TitleType.objects.get(code="city_330").pk,
        "number": "T9",
        "organisation": "甲纺织",
        "person_name": "王明远",
        "granted_on": "2013-10-15",
    }
    assert sign_in("registrar").post(reverse("titles:add"), form).status_code == 302
    made = Title.objects.get(number="T9")
    assert (made.person.name, made.organisation) == ("王明远", world["firm"])
    assert "王明远".encode() not in b"".join(bytes(entry.leaf) for entry in Entry.objects.all())


def test_a_snapshot_is_the_same_in_every_language(world):
    from django.utils.translation import override

    with override("en"):
        english = list(frozen.rows())
    with override("zh-hans"):
        assert list(frozen.rows()) == english
