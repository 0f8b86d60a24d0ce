"""Templates of packs, and the pace to a target."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.kernel.errors import InputError
from jingwei.summary.rules import templates
from jingwei.summary.rules.pace import Standing, pace


def test_eight_to_double_by_the_even_pace():
    output = pace(74295, 84548, 148590, 2012, 2013, 2017)
    assert round(output.due, 3) == 1.149
    assert round(float(output.times), 3) == 1.138
    assert output.standing is Standing.SLIGHTLY_BEHIND
    assert pace(52353, 54499, 104706, 2012, 2013, 2017).standing is Standing.BEHIND
    assert pace(18, 22, 36, 2012, 2013, 2017).standing is Standing.AHEAD


@pytest.mark.parametrize(
    "values", [(0, 1, 2, 2012, 2013, 2017), (1, 1, 2, 2013, 2012, 2017), (1, 1, 2, 2017, 2017, 2017)]
)
def test_a_pace_that_cannot_be_told(values):
    assert pace(*values) is None


@given(st.integers(1, 10**6), st.integers(0, 10**7), st.integers(2012, 2030))
def test_the_bar_stays_on_its_scale(base, now, year):
    found = pace(base, now, 2 * base, 2012, year, 2017)
    assert 0 <= found.bar <= 1
    assert 0 <= found.mark <= 1
    assert found.times == Fraction(now, base)
    if year >= 2017:
        assert found.due == 2


def test_a_template_is_read_whole_or_said_to_be_damaged(tmp_path):
    folder = tmp_path / "summary-2020"
    folder.mkdir()
    with pytest.raises(InputError, match="no template"):
        templates.read(tmp_path, 2020)
    (folder / "summary.toml").write_text(
        'bureau = "局"\nbureau_en = "B"\ntitle = "题"\ntitle_en = "T"\n'
        '[[section]]\nkey = "a"\nnumber = 1\ntitle = "甲"\ntitle_en = "A"\n',
        encoding="utf-8",
    )
    with pytest.raises(InputError, match="cannot be read"):
        templates.read(tmp_path, 2020)
    (folder / "a.zh.txt").write_text("中文\n", encoding="utf-8")
    (folder / "a.en.txt").write_text("English\n", encoding="utf-8")
    (section,) = templates.read(tmp_path, 2020).sections
    assert (section.body.zh, section.body.en) == ("中文", "English")
    assert templates.years(tmp_path) == [2020]
