"""The field in which people name an organisation: by code, by name, by a former name, by a part that only one has."""

import pytest
from django.core.exceptions import ValidationError

from jingwei.kernel.identifiers.uscc import DEMO_REGION, make_uscc
from jingwei.registry.inputs.fields import OrganisationField
from jingwei.registry.models import Organisation, OrganisationName

CODE = make_uscc("9", "1", DEMO_REGION, 50_000_020)


@pytest.fixture
def firm(db):
    firm = Organisation.objects.create(name="绍兴甲纺织有限公司", uscc=CODE, kind="enterprise")
    OrganisationName.objects.create(organisation=firm, name="绍兴甲织布厂")
    return firm


@pytest.mark.parametrize(
    "words", [CODE, f" {CODE[:8].lower()} {CODE[8:]} ", "绍兴甲纺织有限公司", "绍兴甲织布厂", "甲纺织"]
)
def test_code_name_former_name_and_a_part_of_it_name_one(firm, words):
    assert OrganisationField().clean(words) == firm


def test_where_several_fit_they_are_named(firm):
    Organisation.objects.create(name="绍兴乙纺织有限公司", kind="enterprise")
    with pytest.raises(ValidationError, match="绍兴乙纺织有限公司"):
        OrganisationField().clean("纺织")
    assert OrganisationField().clean("绍兴甲纺织有限公司") == firm


def test_an_unknown_one_is_refused_and_nothing_is_none(firm):
    with pytest.raises(ValidationError, match="丙印染"):
        OrganisationField().clean("丙印染")
    assert OrganisationField(required=False).clean(" ") is None
