"""A pack goes in whole, twice without harm, and says where it is wrong."""

from pathlib import Path

import pytest
from django.conf import settings

from jingwei.registry import packs
from jingwei.registry.actions.pack import load_regions, load_rules, load_sections
from jingwei.registry.models import DatedRule, Region, Section


@pytest.fixture
def keqiao():
    return packs.read_pack(settings.PACKS / "keqiao")


@pytest.mark.django_db
def test_the_place_is_read_with_its_history(keqiao):
    assert load_regions(keqiao) == Region.objects.count()
    county = Region.objects.get(code="330621")
    assert county.successor.code == "330603"
    assert county.parent.name == "绍兴市"
    assert Region.objects.filter(level="town", parent__code="330603").count() == 18


@pytest.mark.django_db
def test_loading_again_adds_nothing(keqiao):
    for load, model in (
        (load_regions, Region),
        (load_sections, Section),
        (load_rules, DatedRule),
    ):
        load(keqiao)
        before = set(model.objects.values_list("pk", flat=True))
        load(keqiao)
        assert set(model.objects.values_list("pk", flat=True)) == before


def folder_with(tmp_path: Path, **files: str) -> Path:
    for stem, text in files.items():
        (tmp_path / f"{stem}.toml").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('[[region]]\ncode = "1"\nname = "甲"\nlevel = "nowhere"', "region[1].level"),
        ('[[region]]\ncode = "1"\nlevel = "town"', "region[1].name"),
        ('[[region]]\ncode = "1"\nname = "甲"\nlevel = "town"\nparent = "9"', "region[1].parent"),
        ('[[region]]\ncode = "1"\nname = "甲"\nlevel = "town"\nvalid_from = "2013"', "region[1].valid_from"),
        ("region = 1", "region"),
    ],
)
def test_a_fault_names_file_and_key(tmp_path, text, key):
    pack = packs.read_pack(folder_with(tmp_path, regions=text))
    with pytest.raises(packs.PackError) as caught:
        load_regions(pack)
    assert (caught.value.file, caught.value.key) == ("regions.toml", key)
    assert caught.value.text.zh
    assert caught.value.text.en


def test_what_is_not_toml_is_named(tmp_path):
    with pytest.raises(packs.PackError, match=r"regions\.toml"):
        packs.read_pack(folder_with(tmp_path, regions="[[region"))


def test_a_missing_included_pack_is_named(tmp_path):
    with pytest.raises(packs.PackError, match="includes"):
        packs.read_pack(folder_with(tmp_path, pack='includes = ["nowhere"]'))
