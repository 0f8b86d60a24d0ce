"""The demonstration year and its people, as the tests of the summary have them."""

from tests.summary.conftest import _year, director, draft, person, year

__all__ = ["_year", "director", "draft", "person", "year"]
