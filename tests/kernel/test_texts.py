"""Texts in two languages, the errors that carry them, and shelves."""

import pytest

from jingwei.kernel.errors import InputError
from jingwei.kernel.shelf import Shelf
from jingwei.kernel.text import Text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-hans", "指标"),
        ("en", "measure"),
        ("en-gb", "measure"),
        ("EN", "measure"),
        (None, "指标"),
        ("fr", "指标"),
    ],
)
def test_a_text_is_chinese_unless_english_is_asked_for(language, words):
    assert Text(zh="指标", en="measure").in_language(language) == words


def test_both_languages_are_filled():
    assert Text(zh="第{row}行", en="row {row}").format(row=3) == Text(zh="第3行", en="row 3")


def test_an_error_carries_both_languages_and_logs_the_english():
    error = InputError(Text(zh="不对", en="wrong"))
    assert (error.text.zh, str(error)) == ("不对", "wrong")


def test_a_shelf_keeps_order_and_refuses_a_second_thing_under_one_key():
    shelf = Shelf[Text]("words", lambda text: text.en)
    one, two = Text("一", "one"), Text("二", "two")
    shelf.put([two, one])
    shelf.put([one])
    assert list(shelf) == [two, one]
    assert len(shelf) == 2
    assert "one" in shelf
    assert shelf["one"] is one
    assert shelf.get("three") is None
    with pytest.raises(ValueError, match="two items are called 'one'"):
        shelf.put([Text("壹", "one")])
