"""Canonical JSON: the vectors of RFC 8785, what is refused, and that reading and writing changes nothing."""

import json
from datetime import date
from enum import StrEnum
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.kernel.canonical import LARGEST_INTEGER, canonical, digest
from jingwei.kernel.errors import InputError
from tests.kernel.vectors import vectors

VECTORS = vectors("canonical")
LETTERS = st.text(st.characters(exclude_categories=["Cs"]))
SCALARS = st.none() | st.booleans() | st.integers(-LARGEST_INTEGER, LARGEST_INTEGER) | LETTERS
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(LETTERS, inner), max_leaves=20)


@pytest.mark.parametrize("vector", VECTORS["equal"], ids=lambda vector: vector["text"][:30])
def test_vectors(vector):
    assert canonical(vector["value"]) == vector["text"].encode()


@pytest.mark.parametrize("vector", VECTORS["digests"])
def test_digests(vector):
    assert digest(vector["value"]) == vector["digest"]


@given(VALUES)
def test_reading_what_was_written_gives_the_same(value):
    written = canonical(value)
    assert json.loads(written) == value
    assert canonical(json.loads(written)) == written


@given(st.dictionaries(LETTERS, SCALARS))
def test_the_order_in_which_keys_were_put_does_not_matter(value):
    assert canonical(dict(reversed(value.items()))) == canonical(value)


def _proxied(value):
    """The value with every dict as another kind of mapping, which takes the long way."""
    if isinstance(value, dict):
        return MappingProxyType({key: _proxied(item) for key, item in value.items()})
    return [_proxied(item) for item in value] if isinstance(value, list) else value


@given(VALUES)
def test_the_quick_way_and_the_long_way_write_the_same(value):
    assert canonical(_proxied(value)) == canonical(value)


@given(st.lists(LETTERS, unique=True))
def test_keys_are_sorted_by_utf_16_code_units(keys):
    in_order = list(json.loads(canonical(dict.fromkeys(keys))))
    units = [list(memoryview(key.encode("utf-16-le")).cast("H")) for key in in_order]
    assert units == sorted(units)


@pytest.mark.parametrize(
    ("value", "place"),
    [
        (1.0, "$"),
        (float("nan"), "$"),
        ({"a": [1, 2.5]}, "$.a[1]"),
        ({1: "x"}, "$"),
        ({None: "x"}, "$"),
        ({"a": date(2013, 1, 1)}, "$.a"),
        ([b"x"], "$[0]"),
        ([{1, 2}], "$[0]"),
        (2**53, "$"),
        (-(2**53), "$"),
        ("\ud800", "$"),
        ({"\udc00": 1}, "$"),
        ({"a": {"b": object()}}, "$.a.b"),
    ],
)
def test_what_json_does_not_hold_exactly_is_refused_with_its_place(value, place):
    with pytest.raises(InputError) as caught:
        canonical(value)
    assert f" {place}:" in caught.value.text.en
    assert f"{place}：" in caught.value.text.zh


def test_a_value_that_holds_itself_is_refused():
    value = []
    value.append(value)
    with pytest.raises(InputError, match="deeper than 100"):
        canonical(value)


def test_relatives_of_plain_types_are_written_as_these():
    class Colour(StrEnum):
        RED = "red"

    assert canonical(MappingProxyType({Colour.RED: (Colour.RED, True)})) == b'{"red":["red",true]}'
