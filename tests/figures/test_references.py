import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.figures.references import Modifier, Reference, parse
from jingwei.kernel.errors import InputError

words = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
measures = st.lists(words, min_size=2, max_size=3).map(".".join)
values = st.lists(st.from_regex(r"[A-Za-z0-9_.+-]{1,10}", fullmatch=True), min_size=1, max_size=3).map(tuple)
filters = st.dictionaries(words, values, max_size=3).map(lambda found: tuple(found.items()))
periods = st.sampled_from(["", "2013", "2013H1", "2013Q3", "2013-05", "2013-01-01..2013-06-30"])
plain = st.builds(Reference, measures, filters, st.none(), st.none(), periods)
modified = st.builds(Reference, measures, filters, st.sampled_from(Modifier), st.none(), periods)
shares = st.builds(Reference, measures, filters, st.just(Modifier.SHARE), plain, periods)


@given(st.one_of(plain, modified, shares))
def test_what_is_written_is_read_back(reference):
    assert parse(str(reference)) == reference


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_in_both_languages(text):
    said = (text.strip(), "")
    try:
        said = (text.strip(), str(parse(text)))
    except InputError as error:
        said = (error.text.zh.split("“")[0], "数字引用")
    assert said[0] == said[1]


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("", 1),
        ("projects", 1),
        ("projects.listed@", 17),
        ("projects.listed@level", 17),
        ("projects.listed@level=", 23),
        ("projects.listed@level=a,level=b", 25),
        ("projects.listed:growht", 17),
        ("projects.listed:growth(a.b)", 24),
        ("projects.listed:share(a.b:growth)", 33),
        ("projects.listed:share(a.b", 26),
        ("projects.listed[2013", 16),
        ("projects.listed growth", 16),
        ("Projects.listed", 1),
    ],
)
def test_an_error_names_the_spot(text, spot):
    with pytest.raises(InputError) as caught:
        parse(text)
    assert f"character {spot} " in caught.value.text.en
    assert f"第 {spot} 个字符" in caught.value.text.zh


def test_narrowing_replaces_what_was_fixed():
    reference = parse("a.b@level=x,town=y:growth")
    assert str(reference.narrowed("level", "z")) == "a.b@town=y,level=z"
    assert str(reference.whole) == "a.b"
    assert str(reference.base) == "a.b@level=x,town=y"
    assert str(reference.during("2012")) == "a.b[2012]@level=x,town=y:growth"
