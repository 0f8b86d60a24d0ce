"""How days stand in addresses."""

from datetime import date


class DayConverter:
    """``2013-09-27``."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        """The day; ValueError (a 404) where there is none such."""
        return date.fromisoformat(value)

    def to_url(self, value: date | str) -> str:
        """Its ISO form."""
        return value if isinstance(value, str) else value.isoformat()
