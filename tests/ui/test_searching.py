"""Words are found by an index that every writing of a row keeps; what it finds is what looking at each row finds."""

from functools import reduce
from operator import or_
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import Q

from jingwei.registry.models import Employment, Organisation, OrganisationName, Person
from jingwei.registry.terms import OrganisationKind
from jingwei.ui.register import Search, paging, trigrams

pytestmark = pytest.mark.django_db
FIELDS = ("name", "name_en", "uscc", "names__name")
NAMES = [
    "浙江印染机械有限公司",
    "绍兴染土纺织",
    "A_1%b 100% Cotton",
    'O\'Neil "Dyes" \\ Co',
    "Écru 5G",
    "印",
    "柯桥  染",
]
WORDS = [
    *("印", "染", "印染", "染土", "染机械", "土纺织", "绍兴染土纺织", "没有的", "没", "械有", "公司"),
    *(
        "5g",
        "5G",
        "a_1",
        "A%1",
        "%",
        "_",
        "100%",
        "COTTON",
        "on",
        "o'n",
        "'",
        '"dyes"',
        "\\",
        "\\ ",
        "écru",
        "ÉCRU",
    ),
    *("former", "3306", "30621000000000X", "00X", "x"),
]


@pytest.fixture(params=[10_000, 2])
def organisations(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> list[Organisation]:
    """Some firms; once all words are rare, once a word in three of them is common."""
    monkeypatch.setattr(paging, "CAP", request.param)
    made = Organisation.objects.bulk_create(
        Organisation(name=name, name_en=f"Firm {number}", kind=OrganisationKind.ENTERPRISE)
        for number, name in enumerate(NAMES)
    )
    made[1].uscc = "9130621000000000X3306"[:18]
    made[1].save()
    for name in ("旧名印染厂", "Former & Sons", "former 印"):
        OrganisationName.objects.create(organisation=made[2], name=name)
    return made


def found(word: str) -> list[int]:
    rows = Search(fields=FIELDS).filter(Organisation.objects.order_by("pk"), word)
    return [row.pk for row in rows]


def looked_at(word: str) -> list[int]:
    any_of = reduce(or_, (Q(**{f"{name}__icontains": word}) for name in FIELDS))
    return sorted(set(Organisation.objects.filter(any_of).values_list("pk", flat=True)))


@pytest.mark.parametrize("word", WORDS)
def test_a_word_is_found_wherever_it_stands(organisations: list[Organisation], word: str) -> None:
    for one in word.split() or [word]:
        assert found(one) == looked_at(one), one


def test_all_words_must_occur_each_in_any_field(organisations: list[Organisation]) -> None:
    assert found("染 纺织 firm") == [organisations[1].pk]
    assert found("former cotton 旧名") == [organisations[2].pk]
    assert found("印染 cotton 没有的") == []


def test_the_index_follows_every_way_of_writing(organisations: list[Organisation]) -> None:
    one = organisations[0]
    Organisation.objects.filter(pk=one.pk).update(name="机器人")
    assert (found("印染机"), found("器人")) == ([], [one.pk])
    one.name = "智能制造"
    Organisation.objects.bulk_update([one], ["name"])
    assert (found("器人"), found("智能制造")) == ([], [one.pk])
    one.delete()
    assert found("智能") == []
    made = Organisation.objects.create(name="智能工厂", kind=OrganisationKind.ENTERPRISE)
    assert found("智能") == [made.pk]


def test_through_a_relation_the_records_come_once() -> None:
    firm = Organisation.objects.create(name="印染智造", kind=OrganisationKind.ENTERPRISE)
    person = Person.objects.create(name="张三")
    for position in ("a", "b"):
        Employment.objects.create(person=person, organisation=firm, position=position)
    rows = Search(fields=("name", "employments__position", "employments__organisation__name"))
    assert list(rows.filter(Person.objects.all(), "印染")) == [person]
    assert list(rows.filter(Person.objects.all(), "三 智造")) == [person]


def test_a_lost_index_is_made_again_and_a_whole_one_left_alone(
    organisations: list[Organisation], django_assert_num_queries: Any
) -> None:
    table = Organisation._meta.db_table
    connection.check_constraints()  # PostgreSQL makes no index while some are still to be checked
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f'DROP TRIGGER "{table}_trigrams_insert"')
        else:
            cursor.execute(f'DROP INDEX "{table}_trigrams"')
    made = Organisation.objects.create(name="智能工厂", kind=OrganisationKind.ENTERPRISE)
    connection.check_constraints()
    trigrams.keep(apps.get_app_config("registry"), "default")
    assert found("智能") == [made.pk]
    connection.check_constraints()
    models = [model for model in apps.get_app_config("registry").get_models() if trigrams.searched(model)]
    with django_assert_num_queries(2 * len(models)):
        trigrams.keep(apps.get_app_config("registry"), "default")
