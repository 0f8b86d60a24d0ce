"""The words of the house: every label is in the glossary, one Chinese term means one thing, nothing is pinyin."""

import ast
from collections import Counter
from functools import cache

import pytest
from django.apps import apps
from django.db.models import Choices
from django.utils import translation
from pypinyin import Style, lazy_pinyin

from tests.site.catalogues import ROOT, glossary

HOUSE = "jingwei."


def subclasses(cls: type) -> set[type]:
    return {cls, *(below for child in cls.__subclasses__() for below in subclasses(child))}


def labels() -> set[str]:
    """The English labels of our models and enumerations."""
    with translation.override("en"):
        models = [model for model in apps.get_models() if model.__module__.startswith(HOUSE)]
        said = {str(model._meta.verbose_name) for model in models}
        for choices in subclasses(Choices):
            if choices.__module__.startswith(HOUSE) and hasattr(choices, "labels"):
                said |= {str(label) for label in choices.labels if str(label)}
    return said


def test_every_label_is_in_the_glossary() -> None:
    known = {term["en"].lower() for term in glossary()}
    assert sorted(label for label in labels() if label.lower() not in known) == []


def test_labels_are_translated_as_the_glossary_says() -> None:
    said = {term["en"].lower(): term["zh"] for term in glossary()}
    with translation.override("zh-hans"):
        wrong = {
            label: (translation.gettext(label), said[label.lower()])
            for label in labels()
            if label.lower() in said
        }
    assert {label: pair for label, pair in wrong.items() if pair[0] != pair[1]} == {}


def test_no_two_identifiers_share_one_chinese_term() -> None:
    by_term: dict[str, set[str]] = {}
    for term in glossary():
        by_term.setdefault(term["zh"], set()).add(term["id"])
    assert {zh: ids for zh, ids in by_term.items() if len(ids) > 1} == {}


def test_terms_are_whole_and_stand_once() -> None:
    for term in glossary():
        assert {"zh", "en", "id", "used"} <= set(term), term
    assert [
        key for key, times in Counter((term["id"], term["zh"]) for term in glossary()).items() if times > 1
    ] == []


@cache
def names_in_code() -> frozenset[str]:
    """Every name defined in our Python code, in lower case without underscores."""
    names: set[str] = set()
    for path in (ROOT / "jingwei").rglob("*.py"):
        names.add(path.stem)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                names.add(node.name)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                names.add(node.id)
            elif isinstance(node, ast.arg):
                names.add(node.arg)
    return frozenset(name.replace("_", "").lower() for name in names)


@pytest.mark.parametrize("style", [Style.NORMAL, Style.FIRST_LETTER])
def test_no_identifier_is_pinyin(style: Style) -> None:
    shortest = 6 if style is Style.NORMAL else 4
    spelled = {"".join(lazy_pinyin(term["zh"], style=style)): term["zh"] for term in glossary()}
    # Four initials may be an English word by chance; those that are have been looked at.
    assert {
        name: spelled[name] for name in names_in_code() if name in spelled and len(name) >= shortest
    } == {}
